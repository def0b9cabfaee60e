//! Access control in front of a demo: whoever opens the page gets a cookie, and nothing is answered without it. That
//! is how a company's sign-in proxy looks to the page.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::header::{COOKIE, SET_COOKIE};
use http::uri::{Authority, Scheme};
use http::{HeaderValue, StatusCode, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

const PASS: &str = "gatekeeper=passed";

/// What answers in front of `address`.
pub(crate) fn gatekeeper(address: &str) -> Router {
    let behind = address.parse::<Uri>().expect("a demo's address is one").into_parts();
    let behind = behind.authority.expect("it has a host");
    let client = Client::builder(TokioExecutor::new()).build_http();
    Router::new().fallback(move |request| answer(request, behind.clone(), client.clone()))
}

async fn answer(
    mut request: Request,
    behind: Authority,
    client: Client<HttpConnector, Body>,
) -> Response {
    let is_document = request.uri().path() == "/";
    if !is_document && request.headers().get(COOKIE).is_none_or(|cookie| cookie != PASS) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let mut address = request.uri().clone().into_parts();
    (address.scheme, address.authority) = (Some(Scheme::HTTP), Some(behind));
    *request.uri_mut() = Uri::from_parts(address).expect("it came in with a path");
    let Ok(answer) = client.request(request).await else {
        return StatusCode::BAD_GATEWAY.into_response();
    };
    let mut answer = answer.map(Body::new);
    if is_document {
        answer.headers_mut().insert(SET_COOKIE, HeaderValue::from_static(PASS));
    }
    answer
}

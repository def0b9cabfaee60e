//! What happens to each of the seven calls before and after its handler, in one function, in order.
//!
//! Not here: the pages and `/fake/`, which no fault touches.

use super::FakeIdc;
use super::errors::{preflight_refused, unknown_operation};
use crate::center::{OidcError, PortalError};
use crate::place::{Endpoint, Place};
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::{RawPathParams, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use onramp_domain::Service;
use onramp_domain::call::Call;

/// AWS's id of a request, for its support.
const REQUEST_ID: &str = "x-amzn-requestid";

/// Places the call, lets the faults at it, and stamps the answer with the time and an id.
pub(super) async fn around(
    State(fake): State<FakeIdc>,
    Extension(call): Extension<Call>,
    parameters: RawPathParams,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(place) = place(&parameters, call.service()) else {
        return unknown_operation().await;
    };
    request.extensions_mut().insert(place);

    tokio::time::sleep(fake.faults().slow()).await;
    let mut response = if fake.trouble().drops() {
        return lost_connection();
    } else if let Some(refusal) = browser_refused(call.service(), &request) {
        refusal
    } else if fake.trouble().fails() {
        internal_error(call.service())
    } else if call.service() == Service::Portal && fake.trouble().throttles(fake.0.clock.now()) {
        PortalError::TooManyRequests.into_response()
    } else {
        next.run(request).await
    };
    fake.stamp(response.headers_mut());
    response
}

impl FakeIdc {
    fn stamp(&self, headers: &mut HeaderMap) {
        let date = self.0.clock.now().format("%a, %d %b %Y %H:%M:%S GMT").to_string();
        let id = self.trouble().request_id();
        for (name, value) in [(header::DATE.as_str(), date), (REQUEST_ID, id)] {
            headers.insert(name, HeaderValue::try_from(value).expect("both are ASCII"));
        }
    }
}

/// Where the call came in; `None` if this path is no operation of this host.
fn place(parameters: &RawPathParams, service: Service) -> Option<Place> {
    let Some((_, host)) = parameters.iter().find(|(name, _)| *name == "host") else {
        return Some(Place::Anywhere);
    };
    Endpoint::at_host(host).filter(|endpoint| endpoint.service == service).map(Place::At)
}

/// A page on any origin but AWS's own can't call either service, FACTS "Browsers and AWS".
fn browser_refused(service: Service, request: &Request) -> Option<Response> {
    let origin = request.headers().get(header::ORIGIN)?;
    match service {
        Service::Oidc => (request.method() == Method::OPTIONS).then(preflight_refused),
        Service::Portal => {
            let origin = String::from_utf8_lossy(origin.as_bytes()).into_owned();
            Some(PortalError::OriginNotAllowed(origin).into_response())
        }
    }
}

fn internal_error(service: Service) -> Response {
    match service {
        Service::Oidc => OidcError::ServerError.into_response(),
        Service::Portal => PortalError::InternalServer.into_response(),
    }
}

/// An answer whose body fails before its first byte. The server gives the connection up then, with nothing sent: the
/// head is still in its buffer.
fn lost_connection() -> Response {
    let lost = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
    Body::from_stream(stream::iter([Err::<Bytes, _>(lost)])).into_response()
}

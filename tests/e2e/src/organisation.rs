//! The simulated organisation behind a demo, as its administrator sees it.

use crate::page::Page;
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

/// The simulated Identity Center that a demo's relay leads to.
pub struct Organisation {
    origin: String,
}

impl Organisation {
    /// The one behind this page, whose settings name it.
    ///
    /// # Panics
    /// When the page is not a demo's.
    pub async fn behind(page: &Page) -> Organisation {
        let (_, settings) = send(Method::GET, &page.address_of("onramp.json"), None, "").await;
        let settings: Value = serde_json::from_str(&settings).expect("a demo serves its settings");
        let origin = settings["demo"]["approval_origin"].as_str().expect("it names its origin");
        Organisation { origin: origin.trim_end_matches('/').to_owned() }
    }

    /// Where real clients reach it: for `AWS_ENDPOINT_URL_SSO` and its like.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// From here on this goes wrong, in the words of `--faults`; nothing at all where it is empty.
    pub async fn go_wrong(&self, faults: &str) {
        let (status, said) = self.send(Method::PUT, "/fake/faults", None, faults).await;
        assert_eq!(status, StatusCode::OK, "{said}");
    }

    /// Ends every session, as an administrator does.
    pub async fn end_sessions(&self) {
        let (status, said) = self.send(Method::POST, "/fake/revoke", None, "").await;
        assert_eq!(status, StatusCode::NO_CONTENT, "{said}");
    }

    /// Whether the portal still answers somebody with this access token.
    pub async fn knows_token(&self, token: &str) -> bool {
        let accounts = "/assignment/accounts?max_result=1";
        let (status, said) = self.send(Method::GET, accounts, Some(token), "").await;
        match status {
            StatusCode::OK => true,
            StatusCode::UNAUTHORIZED => false,
            other => panic!("{other}: {said}"),
        }
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: &str,
    ) -> (StatusCode, String) {
        send(method, &format!("{}{path}", self.origin), token, body).await
    }
}

async fn send(
    method: Method,
    address: &str,
    token: Option<&str>,
    body: &str,
) -> (StatusCode, String) {
    let client: Client<_, String> = Client::builder(TokioExecutor::new()).build_http();
    let mut request = Request::builder().method(method).uri(address);
    if let Some(token) = token {
        request = request.header("x-amz-sso_bearer_token", token);
    }
    let request = request.body(body.to_owned()).expect("it is well formed");
    let answer = client.request(request).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    let status = answer.status();
    let body = answer.into_body().collect().await.expect("the answer is whole").to_bytes();
    (status, String::from_utf8_lossy(&body).into_owned())
}

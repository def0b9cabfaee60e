//! What every answer tells the browser to refuse.
//!
//! Not here: the headers of the page's files, which every way of hosting shares (`onramp-page-files`); and cross-origin
//! permissions, of which none is ever given.

use crate::allowed_hosts::AllowedHosts;
use crate::relay::is_relay_path;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use onramp_page_files::{PAGE_HEADERS, TRANSPORT_SECURITY};
use std::sync::Arc;

/// A relayed answer is data. Opened as a document it may do nothing at all.
const RELAY_HEADERS: [(&str, &str); 2] = [
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox"),
    ("cache-control", "no-store"),
];

/// Adds them to every answer, refusals included.
pub(crate) async fn add_security_headers(
    State(hosts): State<Arc<AllowedHosts>>,
    request: Request,
    next: Next,
) -> Response {
    let is_relay = is_relay_path(request.uri().path());
    let mut response = next.run(request).await;
    let mut add = |(name, value)| {
        let (name, value) = (HeaderName::from_static(name), HeaderValue::from_static(value));
        response.headers_mut().insert(name, value);
    };
    PAGE_HEADERS.into_iter().for_each(&mut add);
    if hosts.is_https_only() {
        add(("strict-transport-security", TRANSPORT_SECURITY));
    }
    if is_relay {
        RELAY_HEADERS.into_iter().for_each(&mut add);
    }
    response
}

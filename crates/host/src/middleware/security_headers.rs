//! What every answer tells the browser to refuse.
//!
//! Not here: the headers of the page's files, which every way of hosting shares (`onramp-page-files`); and cross-origin
//! permissions, of which none is ever given.

use crate::allowed_hosts::AllowedHosts;
use crate::relay::is_relay_path;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use onramp_page_files::{PAGE_HEADERS, TRANSPORT_SECURITY};
use std::sync::Arc;

/// A relayed answer is data. Opened as a document it may do nothing at all.
const RELAY_POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// The headers of a page's answers and of the relay's, the same for the host's whole life.
#[derive(Debug)]
pub(crate) struct SecurityHeaders {
    page: HeaderMap,
    relay: HeaderMap,
}

impl SecurityHeaders {
    /// The headers of a host reached by these names.
    pub(crate) fn new(hosts: &AllowedHosts) -> SecurityHeaders {
        let mut page = fixed(&PAGE_HEADERS);
        if hosts.is_https_only() {
            page.extend(fixed(&[("strict-transport-security", TRANSPORT_SECURITY)]));
        }
        let mut relay = page.clone();
        relay.extend(fixed(&[
            ("content-security-policy", RELAY_POLICY),
            ("cache-control", "no-store"),
        ]));
        SecurityHeaders { page, relay }
    }
}

/// Adds them to every answer, refusals included.
pub(crate) async fn add_security_headers(
    State(headers): State<Arc<SecurityHeaders>>,
    request: Request,
    next: Next,
) -> Response {
    let added = if is_relay_path(request.uri().path()) { &headers.relay } else { &headers.page };
    let mut response = next.run(request).await;
    for (name, value) in added {
        response.headers_mut().insert(name, value.clone());
    }
    response
}

fn fixed(headers: &[(&'static str, &'static str)]) -> HeaderMap {
    headers
        .iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
        .collect()
}

//! What every answer tells the browser to refuse.
//!
//! Not here: cross-origin permissions; none is ever given.

use crate::allowed_hosts::AllowedHosts;
use crate::relay::is_relay_path;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// The page loads its own files and calls its own host, and writes no markup from text (Trusted Types).
const PAGE_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; \
    img-src 'self' data:; \
    font-src 'self'; \
    connect-src 'self'; \
    base-uri 'none'; \
    form-action 'none'; \
    frame-ancestors 'none'; \
    require-trusted-types-for 'script'; \
    trusted-types 'none'";

/// A relayed answer is data. Opened as a document it may do nothing at all.
const RELAY_POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// Nothing of the machine but writing to the clipboard.
const PERMISSIONS: &str = "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), \
    publickey-credentials-get=(), serial=(), usb=(), clipboard-read=(), clipboard-write=(self)";

/// Two years, as browsers' own lists ask.
pub const TRANSPORT_SECURITY: &str = "max-age=63072000";

/// What goes with every file of the page, whoever serves it.
pub const PAGE_HEADERS: [(&str, &str); 6] = [
    ("content-security-policy", PAGE_POLICY),
    ("permissions-policy", PERMISSIONS),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

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

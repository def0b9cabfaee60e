//! Refuses requests for other hosts: the answer to DNS rebinding.
//!
//! Not here: which those are ([`AllowedHosts`]).

use crate::allowed_hosts::AllowedHosts;
use crate::relay::{RelayError, is_relay_path};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Lets a request through whose `Host` is allowed.
pub(crate) async fn require_allowed_host(
    State(hosts): State<Arc<AllowedHosts>>,
    request: Request,
    next: Next,
) -> Response {
    match authority(request.uri(), request.headers()) {
        Some(authority) if hosts.allows(authority) => next.run(request).await,
        _ if is_relay_path(request.uri().path()) => RelayError::ForeignHost.into_response(),
        _ => (StatusCode::FORBIDDEN, "this address is not served here\n").into_response(),
    }
}

/// What a request is for: its one `Host` header, or the authority of its request line (RFC 9112 3.2.2, and all that
/// HTTP/2 has); both, where they agree.
pub(super) fn authority<'a>(uri: &'a Uri, headers: &'a HeaderMap) -> Option<&'a str> {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next(), uri.authority()) {
        (Some(host), None, None) => host.to_str().ok(),
        (Some(host), None, Some(authority)) if host == authority.as_str() => host.to_str().ok(),
        (None, _, Some(authority)) => Some(authority.as_str()),
        _ => None,
    }
}

//! Refuses requests for other hosts: the answer to DNS rebinding.
//!
//! Not here: which names are its own ([`OwnNames`]).

use crate::own_names::OwnNames;
use crate::relay::{Refusal, is_relay_path};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Lets a request through whose `Host` is one of the host's own names.
pub(crate) async fn require_own_host(
    State(names): State<Arc<OwnNames>>,
    request: Request,
    next: Next,
) -> Response {
    match authority(request.uri(), request.headers()) {
        Some(authority) if names.answers_to(authority) => next.run(request).await,
        _ if is_relay_path(request.uri().path()) => Refusal::ForeignHost.into_response(),
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

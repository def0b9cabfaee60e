//! Refuses relayed calls that do not come from the page this host serves.
//!
//! Not here: cross-origin headers. The relay never sends one, so another origin's script could not read an answer;
//! this keeps it, and every program that is no browser, from having calls made at all.
//!
//! Browsers say where a request comes from in `Sec-Fetch-Site` (to https and loopback addresses), which scripts can't
//! set. Older ones say `Origin` with a POST.

use super::host_check::authority;
use crate::own_names::OwnNames;
use crate::relay::Refusal;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Lets a request through that is `same-origin`, or where that is not said, has the host's own `Origin`.
pub(crate) async fn require_own_page(
    State(names): State<Arc<OwnNames>>,
    request: Request,
    next: Next,
) -> Response {
    if is_own_page(&names, request.uri(), request.headers()) {
        next.run(request).await
    } else {
        Refusal::ForeignOrigin.into_response()
    }
}

fn is_own_page(names: &OwnNames, uri: &Uri, headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin";
    }
    let origin = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok());
    match (origin, authority(uri, headers)) {
        (Some(origin), Some(authority)) => names.is_own_origin(origin, authority),
        _ => false,
    }
}

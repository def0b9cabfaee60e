//! Refuses relayed calls that do not come from the page this host serves.
//!
//! Not here: cross-origin headers. The relay never sends one, so another origin's script could not read an answer;
//! this keeps it, and every program that is no browser, from having calls made at all.
//!
//! Browsers say where a request comes from and what it is for in `Sec-Fetch-Site` and `Sec-Fetch-Dest` (to https and
//! loopback addresses), which scripts can't set. Older ones say `Origin` with a POST.

use super::allowed_hosts::authority;
use crate::allowed_hosts::AllowedHosts;
use crate::relay::RelayError;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Lets a request through that is `same-origin`, or where that is not said, has the host's own `Origin`.
pub(crate) async fn require_same_origin(
    State(hosts): State<Arc<AllowedHosts>>,
    request: Request,
    next: Next,
) -> Response {
    if is_same_origin(&hosts, request.uri(), request.headers()) {
        next.run(request).await
    } else {
        RelayError::ForeignOrigin.into_response()
    }
}

fn is_same_origin(hosts: &AllowedHosts, uri: &Uri, headers: &HeaderMap) -> bool {
    let read = |name| at_most_one(headers, name);
    let (Ok(site), Ok(dest), Ok(origin)) =
        (read("sec-fetch-site"), read("sec-fetch-dest"), read("origin"))
    else {
        return false;
    };
    // A script's request; not a page, a frame, a picture.
    if dest.is_some_and(|dest| dest != "empty") {
        return false;
    }
    match (site, origin, authority(uri, headers)) {
        (Some(site), None, _) => site == "same-origin",
        (Some(site), Some(origin), _) => site == "same-origin" && hosts.is_known_origin(origin),
        (None, Some(origin), Some(authority)) => hosts.is_same_origin(origin, authority),
        (None, _, _) => false,
    }
}

/// A header's value, where it is there; an error where it is there twice or is not text.
fn at_most_one<'a>(headers: &'a HeaderMap, name: &str) -> Result<Option<&'a str>, ()> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => value.to_str().map(Some).map_err(|_| ()),
        (Some(_), Some(_)) => Err(()),
    }
}

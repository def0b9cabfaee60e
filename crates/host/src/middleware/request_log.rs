//! One line a request on stderr: method, what was asked for, region, status, milliseconds.
//!
//! Not here: the query, headers and bodies, in which tokens and account ids stand, and the path, in which anything
//! may stand. Each word of the line comes from a fixed list or from the table of regions.

use crate::relay::{KnownRegions, Target, is_relay_path};
use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use onramp_domain::Region;
use std::sync::Arc;
use tokio::time::Instant;

/// What the log needs to tell requests apart.
#[derive(Debug)]
pub(crate) struct RequestLog {
    regions: KnownRegions,
}

impl RequestLog {
    /// A log that knows these regions.
    pub(crate) fn new(regions: KnownRegions) -> RequestLog {
        RequestLog { regions }
    }
}

/// Logs a request when its answer begins.
pub(crate) async fn log_request(
    State(log): State<Arc<RequestLog>>,
    request: Request,
    next: Next,
) -> Response {
    let method = method_word(request.method());
    let (what, region) = subject(request.uri().path(), &log.regions);
    let begun = Instant::now();
    let response = next.run(request).await;
    let region = region.as_ref().map_or("-", Region::id);
    let status = response.status().as_u16();
    tracing::info!("{method} {what} {region} {status} {}ms", begun.elapsed().as_millis());
    response
}

/// The relayed call's name, or a word for the rest; and the region of a call.
fn subject(path: &str, regions: &KnownRegions) -> (&'static str, Option<Region>) {
    if let Some(target) = Target::parse(path, regions) {
        return (target.call.name(), Some(target.region));
    }
    let word = match path {
        "/healthz" => "healthz",
        "/onramp.json" => "config",
        "/aws/region" => "region",
        _ if is_relay_path(path) => "relay",
        _ => "page",
    };
    (word, None)
}

/// A method's name, where it is one of HTTP's own.
fn method_word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        Method::PATCH => "PATCH",
        _ => "OTHER",
    }
}

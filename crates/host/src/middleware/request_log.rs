//! One line a request on stderr: method, what was asked for, region, status, milliseconds, the request's id and the
//! client's address.
//!
//! Not here: the query, headers and bodies, in which tokens and account ids stand, and the path, in which anything
//! may stand. Each word of the line comes from a fixed list or from the table of regions.

use super::client::Client;
use crate::logging::LogFormat;
use crate::metrics::Metrics;
use crate::relay::{KnownRegions, Refused, Target, is_relay_path};
use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use onramp_domain::Region;
use std::sync::Arc;
use tokio::time::Instant;
use tower_http::request_id::RequestId;

/// What the log needs to tell requests apart.
#[derive(Debug)]
pub(crate) struct RequestLog {
    pub(crate) regions: KnownRegions,
    pub(crate) format: LogFormat,
    pub(crate) metrics: Metrics,
}

/// Logs and counts a request when its answer begins, or when nobody waits for one any more.
pub(crate) async fn log_request(
    State(log): State<Arc<RequestLog>>,
    request: Request,
    next: Next,
) -> Response {
    let (call, region) = subject(request.uri().path(), &log.regions);
    let extensions = request.extensions();
    let mut line = Line {
        method: method_word(request.method()),
        call,
        region,
        client: extensions.get::<Client>().copied().unwrap_or(Client(None)),
        id: extensions.get::<RequestId>().cloned(),
        begun: Instant::now(),
        status: HUNG_UP,
        reason: None,
        log,
    };
    let response = next.run(request).await;
    line.status = response.status().as_u16();
    line.reason = response.extensions().get::<Refused>().map(|refused| refused.0);
    response
}

/// What stands in place of a status where the client hung up, or was hung up on, before there was an answer.
const HUNG_UP: u16 = 499;

/// One request's line, written when it is dropped.
struct Line {
    method: &'static str,
    call: &'static str,
    region: Option<Region>,
    client: Client,
    id: Option<RequestId>,
    begun: Instant,
    status: u16,
    reason: Option<&'static str>,
    log: Arc<RequestLog>,
}

impl Drop for Line {
    fn drop(&mut self) {
        let Line { method, call, client, status, reason, .. } = *self;
        let region = self.region.as_ref().map_or("-", Region::id);
        let id = self.id.as_ref().and_then(|id| id.header_value().to_str().ok()).unwrap_or("-");
        let ms = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        let shown = reason.map(tracing::field::display);
        self.log.metrics.count_request(call, status);
        if let Some(reason) = reason {
            self.log.metrics.count_refusal(reason);
        }
        match self.log.format {
            LogFormat::Text => {
                tracing::info!(%id, %client, reason = shown, "{method} {call} {region} {status} {ms}ms");
            }
            LogFormat::Json => {
                tracing::info!(method, call, region, status, ms, id, %client, reason, "request");
            }
        }
    }
}

/// The relayed call's name, or a word for the rest; and the region of a call.
fn subject(path: &str, regions: &KnownRegions) -> (&'static str, Option<Region>) {
    if let Some(target) = Target::parse(path, regions) {
        return (target.operation.name(), Some(target.region));
    }
    let word = match path {
        "/onramp.json" => "config",
        "/aws/region" => "region",
        _ if is_relay_path(path) => "relay",
        _ => "page",
    };
    (word, None)
}

/// A method's name, where it is one of HTTP's own.
fn method_word(method: &Method) -> &'static str {
    let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];
    known.into_iter().find(|known| *known == method.as_str()).unwrap_or("OTHER")
}

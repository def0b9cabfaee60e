//! The relay: seven calls from the page to AWS, because AWS answers no other origin's preflight.
//!
//! Not here: a general proxy. The host called follows from a region of a closed list, the path from the domain's
//! table of calls; methods, query parameters and headers are allow-listed in both directions, bodies are bounded, and
//! no redirect is followed. The access token passes through and is neither kept nor logged.

mod error;
mod headers;
mod policy;
mod region_lookup;
mod target;
mod upstream;

pub(crate) use error::Refused;
pub use error::RelayError;
pub use policy::RelayPolicy;
pub use region_lookup::look_up_region;
pub use target::{KnownRegions, Target, is_relay_path};
pub use upstream::{BadUpstream, Clients, RemoteUpstream, Upstream};

use crate::error_chain::error_chain;
use crate::metrics::{Counted, Metrics};
use crate::relay::region_lookup::RegionCache;
use axum::body::{Body, Bytes};
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onramp_domain::aws::Method;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::Instant;
use url::Url;

/// The longest request body, in bytes. Real ones are 1 to 2 KB; the client secret is most of that.
pub const MAX_REQUEST_BODY: usize = 16 * 1024;
/// The longest answer, in bytes. A page of 100 accounts is about 15 KB.
const MAX_ANSWER_BODY: usize = 1024 * 1024;
/// How many calls may be on their way at once, over all clients.
const MAX_IN_FLIGHT: usize = 256;
/// From the request's arrival to the answer's last byte.
const TOTAL_TIMEOUT: Duration = Duration::from_secs(25);
/// From the request's arrival to its body's last byte.
const BODY_TIMEOUT: Duration = Duration::from_secs(15);

/// Sends calls on. Cheap to share behind an [`Arc`].
#[derive(Debug)]
pub struct Relay {
    clients: Clients,
    upstream: Upstream,
    regions: KnownRegions,
    policy: RelayPolicy,
    slots: Semaphore,
    cache: RegionCache,
    metrics: Metrics,
}

impl Relay {
    /// A relay to this upstream, by its own clients, for these regions and within this policy; with at most so many calls
    /// on their way at once as the machine has room for.
    pub fn new(
        clients: Clients,
        upstream: Upstream,
        room: usize,
        regions: KnownRegions,
        policy: RelayPolicy,
        metrics: Metrics,
    ) -> Relay {
        let slots = Semaphore::new(room.min(MAX_IN_FLIGHT));
        Relay { clients, upstream, regions, policy, slots, cache: RegionCache::new(), metrics }
    }

    /// The regions it has hosts for.
    pub fn regions(&self) -> &KnownRegions {
        &self.regions
    }

    async fn forward(&self, request: Request) -> Result<Response, RelayError> {
        let uri = request.uri();
        let target = Target::parse(uri.path(), &self.regions).ok_or(RelayError::UnknownPath)?;
        let method = target.operation.method();
        if request.method().as_str() != method.as_str() {
            return Err(RelayError::WrongMethod { allowed: method });
        }
        let query = uri.query().unwrap_or_default();
        target.check_query(query)?;
        self.policy.check_target(&target)?;
        let url = self.upstream.url(&target.host(), target.operation.aws_path(), query);
        let url = url.map_err(|_| RelayError::UnknownPath)?;
        let headers = request.headers().clone();
        headers::check_token(target.operation, &headers)?;
        let body = read_body(request, method, &headers).await?;
        self.policy.check_body(target.operation, &body)?;

        let _slot = self.slots.try_acquire().map_err(|_| RelayError::Busy)?;
        let _counted = Counted::one(&self.metrics.in_flight);
        let begun = Instant::now();
        let sent = self.send(method, url, headers::to_aws(&headers), body).await;
        self.metrics.observe_upstream(target.operation.name(), begun.elapsed().as_secs_f64());
        sent.inspect_err(|error| note(target.operation.name(), target.region.id(), error))
    }

    async fn send(
        &self,
        method: Method,
        url: Url,
        headers: HeaderMap,
        body: Bytes,
    ) -> Result<Response, RelayError> {
        let request = match method {
            Method::Get => self.clients.calls.get(url),
            // The client leaves the length of nothing out, and some servers insist on it.
            Method::Post if body.is_empty() => {
                self.clients.calls.post(url).header(header::CONTENT_LENGTH, 0)
            }
            Method::Post => self.clients.calls.post(url).body(body),
        };
        let mut answer = request.headers(headers).send().await?;
        let mut text = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            if text.len() + chunk.len() > MAX_ANSWER_BODY {
                return Err(RelayError::AnswerTooLarge);
            }
            text.extend_from_slice(&chunk);
        }
        let body = Body::from(text);
        Ok((answer.status(), headers::to_page(answer.headers()), body).into_response())
    }
}

/// The handler of every path below `/aws/` and `/aws-dualstack/`.
pub async fn forward(State(relay): State<Arc<Relay>>, request: Request) -> Response {
    within_total(relay.forward(request)).await.into_response()
}

/// Runs one relayed request against the clock, the reading of its body included.
async fn within_total<T, E: From<RelayError>>(
    work: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    let timed_out = |_| Err(RelayError::TimedOut.into());
    tokio::time::timeout(TOTAL_TIMEOUT, work).await.unwrap_or_else(timed_out)
}

/// The whole body, bounded; a GET has none, a POST that has one says that it is JSON.
async fn read_body(
    request: Request,
    method: Method,
    headers: &HeaderMap,
) -> Result<Bytes, RelayError> {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if length
        .and_then(|text| text.parse().ok())
        .is_some_and(|length: usize| length > MAX_REQUEST_BODY)
    {
        return Err(RelayError::BodyTooLarge);
    }
    let reading = tokio::time::timeout(BODY_TIMEOUT, Bytes::from_request(request, &()));
    let read = reading.await.map_err(|_| RelayError::TimedOut)?;
    let body = read.map_err(|rejection| match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => {
            RelayError::BodyTooLarge
        }
        _ => RelayError::BrokenBody,
    })?;
    match method {
        _ if body.is_empty() => Ok(body),
        Method::Get => Err(RelayError::BodyOnGet),
        Method::Post if headers::is_json(headers.get(header::CONTENT_TYPE)) => Ok(body),
        Method::Post => Err(RelayError::NotJson),
    }
}

/// Says why AWS could not be reached; the address, which may hold a query, is left out.
fn note(call: &str, region: &str, error: &RelayError) {
    if error.status() == StatusCode::BAD_GATEWAY {
        tracing::warn!("{call} {region}: {}", error_chain(error));
    }
}

//! The relay: seven calls from the page to AWS, because AWS answers no other origin's preflight (FACTS "Browsers and
//! AWS").
//!
//! Not here: a general proxy. The host called follows from a region of a closed list, the path from the domain's
//! table of calls; methods, query parameters and headers are allow-listed in both directions, bodies are bounded, and
//! no redirect is followed. The access token passes through and is neither kept nor logged.

mod headers;
mod refusal;
mod region_lookup;
mod target;
mod upstream;

pub use refusal::Refusal;
pub use region_lookup::look_up_region;
pub use target::{KnownRegions, Target, is_relay_path};
pub use upstream::{BadUpstream, RemoteUpstream, Upstream};

use crate::causes::with_causes;
use crate::relay::region_lookup::Memory;
use axum::body::{Body, Bytes};
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onramp_domain::call::Method;
use reqwest::Client;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use url::Url;

/// The longest request body, in bytes. Real ones are 1 to 2 KB; the client secret is most of that.
pub const MAX_REQUEST_BODY: usize = 16 * 1024;
/// The longest answer, in bytes. A page of 100 accounts is about 15 KB.
const MAX_ANSWER_BODY: usize = 1024 * 1024;
/// How many calls may be on their way at once, over all clients. There is no bound a client: behind a proxy all of
/// them have its address, and AWS throttles each person by their token.
const MAX_IN_FLIGHT: usize = 256;
/// From the request's arrival to the answer's last byte.
const TOTAL_TIMEOUT: Duration = Duration::from_secs(25);

/// Sends calls on. Cheap to share behind an [`Arc`].
#[derive(Debug)]
pub struct Relay {
    client: Client,
    upstream: Upstream,
    regions: KnownRegions,
    slots: Semaphore,
    memory: Memory,
}

impl Relay {
    /// A relay to this upstream for these regions.
    ///
    /// # Errors
    /// When the system's certificates can't be read; a mirror over plain http needs none.
    pub fn new(upstream: Upstream, regions: KnownRegions) -> Result<Relay, reqwest::Error> {
        Ok(Relay {
            client: upstream.client()?,
            upstream,
            regions,
            slots: Semaphore::new(MAX_IN_FLIGHT),
            memory: Memory::new(),
        })
    }

    /// The regions it has hosts for.
    pub fn regions(&self) -> &KnownRegions {
        &self.regions
    }

    async fn forward(&self, request: Request) -> Result<Response, Refusal> {
        let uri = request.uri();
        let target = Target::parse(uri.path(), &self.regions).ok_or(Refusal::UnknownPath)?;
        let method = target.call.method();
        if request.method().as_str() != method.as_str() {
            return Err(Refusal::WrongMethod { allowed: method });
        }
        let query = uri.query().unwrap_or_default();
        target.check_query(query)?;
        let url = self.upstream.url(&target.host(), target.call.aws_path(), query);
        let headers = request.headers().clone();
        let body = read_body(request, method, &headers).await?;

        let _slot = self.slots.try_acquire().map_err(|_| Refusal::Busy)?;
        let sent = self.send(method, url, headers::to_aws(&headers), body).await;
        sent.inspect_err(|refusal| note(target.call.name(), target.region.id(), refusal))
    }

    async fn send(
        &self,
        method: Method,
        url: Url,
        headers: HeaderMap,
        body: Bytes,
    ) -> Result<Response, Refusal> {
        let request = match method {
            Method::Get => self.client.get(url),
            // The client leaves the length of nothing out, and some servers insist on it.
            Method::Post if body.is_empty() => {
                self.client.post(url).header(header::CONTENT_LENGTH, 0)
            }
            Method::Post => self.client.post(url).body(body),
        };
        let mut answer = request.headers(headers).send().await?;
        let mut text = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            if text.len() + chunk.len() > MAX_ANSWER_BODY {
                return Err(Refusal::AnswerTooLarge);
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
async fn within_total<T>(work: impl Future<Output = Result<T, Refusal>>) -> Result<T, Refusal> {
    tokio::time::timeout(TOTAL_TIMEOUT, work).await.unwrap_or(Err(Refusal::TimedOut))
}

/// The whole body, bounded; a GET has none, a POST that has one says that it is JSON.
async fn read_body(
    request: Request,
    method: Method,
    headers: &HeaderMap,
) -> Result<Bytes, Refusal> {
    let body = Bytes::from_request(request, &()).await.map_err(|rejection| match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => {
            Refusal::BodyTooLarge
        }
        _ => Refusal::BrokenBody,
    })?;
    match method {
        _ if body.is_empty() => Ok(body),
        Method::Get => Err(Refusal::BodyOnGet),
        Method::Post if headers::is_json(headers.get(header::CONTENT_TYPE)) => Ok(body),
        Method::Post => Err(Refusal::NotJson),
    }
}

/// Says why AWS could not be reached; the address, which may hold a query, is left out.
fn note(call: &str, region: &str, refusal: &Refusal) {
    if refusal.status() == StatusCode::BAD_GATEWAY {
        tracing::warn!("{call} {region}: {}", with_causes(refusal));
    }
}

//! Calls to the page's own origin: the relay, and the company's settings.
//!
//! Not here: what an answer means ([`onramp_domain::answer`]). The browser parses and writes JSON; nothing of a
//! request or an answer is logged or kept.

use crate::app::event::RegionNotOffered;
use gloo_net::http::{Request, RequestBuilder, Response};
use js_sys::JSON;
use onramp_domain::answer::{Answer, CallError, Reply, ReplyBody, classify};
use onramp_domain::call::{Call, Method, TOKEN_HEADER};
use onramp_domain::wire::ErrorBody;
use onramp_domain::{Region, Secret};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use web_sys::{AbortSignal, RequestCache, RequestCredentials, RequestRedirect};

/// So long a call may take, in milliseconds: a little more than a relay gives AWS.
const TIMEOUT_MS: u32 = 30_000;

/// One call through the relay.
pub(super) struct Outgoing<'a> {
    /// Which call.
    pub(super) call: Call,
    /// Its path at the relay.
    pub(super) path: String,
    /// Its query, in order.
    pub(super) query: Vec<(&'static str, &'a str)>,
    /// The access token, where it needs one.
    pub(super) token: Option<&'a Secret>,
}

impl Outgoing<'_> {
    /// Sends it with a JSON body and reads the answer.
    pub(super) async fn send<B: Serialize, T: DeserializeOwned>(self, body: &B) -> Answer<T> {
        let text = to_json(body).ok_or_else(|| CallError::unreachable(self.call))?;
        self.exchange(Some(text)).await?.answer()
    }

    /// Sends it without a body and reads the answer.
    pub(super) async fn fetch<T: DeserializeOwned>(self) -> Answer<T> {
        self.exchange(None).await?.answer()
    }

    /// Sends it without a body; what a success says doesn't matter.
    pub(super) async fn post(self) -> Answer<()> {
        let arrived = self.exchange(None).await?;
        if arrived.is_success() { Ok(()) } else { Err(arrived.error()) }
    }

    async fn exchange(self, body: Option<String>) -> Answer<Arrived> {
        let call = self.call;
        self.try_exchange(body).await.map_err(|_| CallError::unreachable(call))
    }

    async fn try_exchange(self, body: Option<String>) -> Result<Arrived, gloo_net::Error> {
        let builder = match self.call.method() {
            Method::Get => Request::get(&self.path),
            Method::Post => Request::post(&self.path),
        };
        let mut builder = own_origin(builder).query(self.query.iter().copied());
        if let Some(token) = self.token {
            builder = builder.header(TOKEN_HEADER, token.expose());
        }
        let request = match body {
            Some(text) => builder.header("content-type", "application/json").body(text)?,
            None => builder.build()?,
        };
        let response = request.send().await?;
        let text = response.text().await?;
        Ok(Arrived { call: self.call, response, text })
    }
}

/// Fetches a JSON file that lies beside the page. `Ok(None)` where there is none.
pub(super) async fn fetch_beside<T: DeserializeOwned>(path: &str) -> Result<Option<T>, ()> {
    let response = own_origin(Request::get(path)).send().await.map_err(|_| ())?;
    if response.status() == 404 {
        return Ok(None);
    }
    let text = response.text().await.map_err(|_| ())?;
    // A static host may answer any path with the page itself.
    if text.trim_start().starts_with('<') {
        return Ok(None);
    }
    from_json(&text).map(Some).ok_or(())
}

/// Asks the relay which region a portal lives in (INTERFACE `GET /aws/region`).
pub(super) async fn fetch_region(portal: &str) -> Result<Option<Region>, RegionNotOffered> {
    let request = own_origin(Request::get("/aws/region")).query([("portal", portal)]);
    let response = request.send().await.map_err(|_| RegionNotOffered)?;
    let text = response.text().await.map_err(|_| RegionNotOffered)?;
    let answer: RegionAnswer =
        from_json(&text).filter(|_| response.ok()).ok_or(RegionNotOffered)?;
    Ok(answer.region.and_then(|id| Region::parse(&id).ok()))
}

/// What the relay says of a portal.
#[derive(Deserialize)]
struct RegionAnswer {
    region: Option<String>,
}

/// An answer, read to its end.
struct Arrived {
    call: Call,
    response: Response,
    text: String,
}

impl Arrived {
    fn is_success(&self) -> bool {
        self.response.ok()
    }

    fn answer<T: DeserializeOwned>(&self) -> Answer<T> {
        let answer = if self.is_success() { from_json(&self.text) } else { None };
        answer.ok_or_else(|| self.error())
    }

    fn error(&self) -> CallError {
        let header = |name: &str| self.response.headers().get(name);
        let (content_type, error_type) = (header("content-type"), header("x-amzn-errortype"));
        let (request_id, retry_after) = (header("x-amzn-requestid"), header("retry-after"));
        let body: Option<ErrorBody> = from_json(&self.text);
        let reply = Reply {
            status: self.response.status(),
            content_type: content_type.as_deref(),
            error_type: error_type.as_deref(),
            request_id: request_id.as_deref(),
            retry_after: retry_after.as_deref(),
            body: body.as_ref().map_or(ReplyBody::Text(&self.text), ReplyBody::Json),
        };
        classify(self.call, reply)
    }
}

fn own_origin(builder: RequestBuilder) -> RequestBuilder {
    builder
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::Omit)
        .redirect(RequestRedirect::Error)
        .abort_signal(Some(&AbortSignal::timeout_with_u32(TIMEOUT_MS)))
}

fn to_json<B: Serialize>(body: &B) -> Option<String> {
    let value = serde_wasm_bindgen::to_value(body).ok()?;
    JSON::stringify(&value).ok().map(String::from)
}

fn from_json<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(JSON::parse(text).ok()?).ok()
}

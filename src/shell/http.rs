//! Calls to the page's own origin: the relay, and the company's settings.
//!
//! Not here: what an answer means ([`onramp_domain::answer`]). The browser parses JSON; nothing of a
//! request or an answer is logged or kept.
//!
//! A request is plain data and an answer is read after it has come, so that there is one future for all calls: a
//! future of its own for each would be most of this module's weight in the page.

use super::browser::window;
use super::json;
use js_sys::encode_uri_component;
use onramp_domain::Secret;
use onramp_domain::answer::{Answer, CallError, Reply, ReplyBody, classify};
use onramp_domain::call::{Call, Method, TOKEN_HEADER};
use onramp_domain::device_flow::{CALL_TIMEOUT_SECONDS, Endpoint};
use onramp_domain::json::{Fields, FromFields};
use onramp_domain::wire::ErrorBody;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Headers, RequestCache, RequestCredentials, RequestInit, RequestRedirect, Response,
};

/// One request to the page's own origin.
pub(super) struct Outgoing {
    method: Method,
    address: String,
    token: Option<Secret>,
    body: Option<Secret>,
}

impl Outgoing {
    /// A file or a question beside the page; the query's values not yet encoded.
    pub(super) fn get(path: &str, query: &[(&'static str, &str)]) -> Outgoing {
        let address = address(path, query);
        Outgoing { method: Method::Get, address, token: None, body: None }
    }

    /// A relayed call whose body is JSON.
    pub(super) fn posted(call: Call, endpoint: &Endpoint, body: Secret) -> Outgoing {
        let address = endpoint.relay_path(call);
        Outgoing { method: call.method(), address, token: None, body: Some(body) }
    }

    /// A relayed call with an access token.
    pub(super) fn with_token(
        call: Call,
        endpoint: &Endpoint,
        token: &Secret,
        query: &[(&'static str, &str)],
    ) -> Outgoing {
        let address = address(&endpoint.relay_path(call), query);
        Outgoing { method: call.method(), address, token: Some(token.clone()), body: None }
    }

    /// Sends it and waits for the whole answer; `None` where there is none.
    pub(super) async fn send(self) -> Option<Arrived> {
        let answer = window().fetch_with_str_and_init(&self.address, &self.init().ok()?);
        let response: Response = JsFuture::from(answer).await.ok()?.unchecked_into();
        let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
        Some(Arrived { response, text })
    }

    fn init(&self) -> Result<RequestInit, JsValue> {
        let headers = Headers::new()?;
        if let Some(token) = &self.token {
            headers.set(TOKEN_HEADER, token.expose())?;
        }
        let init = RequestInit::new();
        if let Some(body) = &self.body {
            headers.set("content-type", "application/json")?;
            init.set_body(&body.expose().into());
        }
        init.set_method(match self.method {
            Method::Get => "GET",
            Method::Post => "POST",
        });
        init.set_headers(&headers);
        init.set_cache(RequestCache::NoStore);
        init.set_credentials(RequestCredentials::Omit);
        init.set_redirect(RequestRedirect::Error);
        init.set_signal(Some(&AbortSignal::timeout_with_u32(CALL_TIMEOUT_SECONDS * 1000)));
        Ok(init)
    }
}

/// An answer, read to its end.
pub(super) struct Arrived {
    response: Response,
    text: String,
}

impl Arrived {
    /// The HTTP status.
    pub(super) fn status(&self) -> u16 {
        self.response.status()
    }

    /// Whether the status is a success.
    pub(super) fn is_success(&self) -> bool {
        self.response.ok()
    }

    /// Whether it is a page and no data: what some static hosts answer to any path.
    pub(super) fn is_markup(&self) -> bool {
        self.text.trim_start().starts_with('<')
    }

    /// The body, where it is JSON of this kind.
    pub(super) fn json<T: FromFields>(&self) -> Option<T> {
        T::from_fields(self.fields()?).ok()
    }

    /// The body's fields, where it is a JSON object.
    pub(super) fn fields(&self) -> Option<Fields> {
        json::parse(&self.text)?.into_fields()
    }

    /// What a call that did not succeed means.
    fn error(&self, call: Call) -> CallError {
        let header = |name: &str| self.response.headers().get(name).ok().flatten();
        let (content_type, error_type) = (header("content-type"), header("x-amzn-errortype"));
        let (request_id, retry_after) = (header("x-amzn-requestid"), header("retry-after"));
        let body: Option<ErrorBody> = self.json();
        let reply = Reply {
            status: self.status(),
            content_type: content_type.as_deref(),
            error_type: error_type.as_deref(),
            request_id: request_id.as_deref(),
            retry_after: retry_after.as_deref(),
            body: body.as_ref().map_or(ReplyBody::Text(&self.text), ReplyBody::Json),
        };
        classify(call, reply)
    }
}

fn address(path: &str, query: &[(&'static str, &str)]) -> String {
    let mut address = path.to_owned();
    let mut separator = "?";
    for (key, value) in query {
        let value = String::from(encode_uri_component(value));
        address.extend([separator, *key, "=", &value]);
        separator = "&";
    }
    address
}

/// A call's answer, read from what arrived.
pub(super) fn answer<T: FromFields>(call: Call, arrived: Option<&Arrived>) -> Answer<T> {
    let arrived = there(call, arrived)?;
    let body = if arrived.is_success() { arrived.json() } else { None };
    body.ok_or_else(|| arrived.error(call))
}

/// Whether a call succeeded whose answer says nothing.
pub(super) fn done(call: Call, arrived: Option<&Arrived>) -> Answer<()> {
    let arrived = there(call, arrived)?;
    if arrived.is_success() { Ok(()) } else { Err(arrived.error(call)) }
}

fn there(call: Call, arrived: Option<&Arrived>) -> Result<&Arrived, CallError> {
    arrived.ok_or_else(|| CallError::unreachable(call))
}

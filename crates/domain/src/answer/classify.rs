//! From the pieces of a refused exchange to its meaning.
//!
//! Not here: reading the pieces off the network. The text of a body that is no JSON never gets into the result: it
//! may be anything, even an answer with a token in it that only lacks its last brace.
//!
//! Source: FACTS "Errors" and "Browsers and AWS".

use super::{CallError, CallFailure, Denial, RelayRefusal};
use crate::call::Call;
use crate::region::Service;
use crate::wire::{ErrorBody, error_name};

/// What a relay's own refusals say in `error`.
const RELAY_ERROR: &str = "onramp_relay";

/// The pieces of an HTTP answer that did not bring what was asked for: any status but 2xx, or a 2xx whose body is not
/// the call's answer.
#[derive(Clone, Copy, Debug)]
pub struct Reply<'a> {
    /// The HTTP status.
    pub status: u16,
    /// `content-type`.
    pub content_type: Option<&'a str>,
    /// `x-amzn-errortype`.
    pub error_type: Option<&'a str>,
    /// `x-amzn-requestid`.
    pub request_id: Option<&'a str>,
    /// `retry-after`.
    pub retry_after: Option<&'a str>,
    /// The body.
    pub body: ReplyBody<'a>,
}

/// A refused exchange's body.
#[derive(Clone, Copy, Debug)]
pub enum ReplyBody<'a> {
    /// A JSON object.
    Json(&'a ErrorBody),
    /// Anything else: HTML, `<AccessDeniedException/>`, nothing.
    Text(&'a str),
}

/// What a refused exchange means for this call.
pub fn classify(call: Call, reply: Reply<'_>) -> CallError {
    let nothing = ErrorBody::default();
    let body = match reply.body {
        ReplyBody::Json(body) => body,
        ReplyBody::Text(_) => &nothing,
    };
    let name = error_name(reply.error_type, body).or_else(|| element_name(reply));
    let code = body.error.as_deref().or(name);
    CallError {
        call,
        kind: kind(call, reply, body, code),
        status: Some(reply.status),
        code: code.map(str::to_owned),
        text: sentence(body).map(str::to_owned),
        reason: body.reason.clone().filter(|_| !is_relays(body)),
        request_id: reply.request_id.map(str::to_owned),
        retry_after: reply.retry_after.and_then(|value| value.trim().parse().ok()),
    }
}

fn kind(call: Call, reply: Reply<'_>, body: &ErrorBody, code: Option<&str>) -> CallFailure {
    if is_relays(body) {
        return CallFailure::Relay(relay_refusal(reply.status));
    }
    if is_nobodys(reply, body) {
        return CallFailure::NoRelay;
    }
    match (reply.status, call.service()) {
        (200..=299, _) => CallFailure::Malformed,
        (429, _) => CallFailure::Throttled,
        (403, _) => CallFailure::Forbidden,
        (408 | 425 | 500.., _) => CallFailure::ServerError,
        (_, Service::Oidc) => oidc_kind(call, reply.status, body, code),
        (401, Service::Portal) => CallFailure::Unauthorized,
        (404, Service::Portal) => CallFailure::NotFound,
        (_, Service::Portal) => match code {
            Some("TooManyRequestsException") => CallFailure::Throttled,
            Some("UnauthorizedException") => CallFailure::Unauthorized,
            _ => CallFailure::BadRequest,
        },
    }
}

/// OIDC says it in `error`, or in the exception's name only.
fn oidc_kind(call: Call, status: u16, body: &ErrorBody, code: Option<&str>) -> CallFailure {
    if body.reason.as_deref().is_some_and(|reason| reason.starts_with("KMS_")) {
        return CallFailure::AccessDenied(Denial::EncryptionKey);
    }
    match code {
        Some("authorization_pending" | "AuthorizationPendingException") => {
            CallFailure::AuthorizationPending
        }
        Some("slow_down" | "SlowDownException") => CallFailure::SlowDown,
        Some("expired_token" | "ExpiredTokenException") => CallFailure::ExpiredToken,
        Some("access_denied" | "AccessDeniedException") => {
            CallFailure::AccessDenied(Denial::Person)
        }
        Some("invalid_grant" | "InvalidGrantException") => CallFailure::InvalidGrant,
        Some(
            "invalid_client"
            | "InvalidClientException"
            | "unauthorized_client"
            | "UnauthorizedClientException",
        ) => CallFailure::InvalidClient,
        Some("invalid_scope" | "InvalidScopeException") => CallFailure::InvalidScope,
        Some("invalid_client_metadata" | "InvalidClientMetadataException") => {
            CallFailure::InvalidClientMetadata
        }
        Some("server_error" | "InternalServerException") => CallFailure::ServerError,
        _ => match (status, call) {
            (401, _) => CallFailure::InvalidClient,
            (400, Call::StartDeviceAuthorization) => CallFailure::InvalidRequest,
            (404, _) => CallFailure::NotFound,
            _ => CallFailure::BadRequest,
        },
    }
}

fn is_relays(body: &ErrorBody) -> bool {
    body.error.as_deref() == Some(RELAY_ERROR)
}

fn relay_refusal(status: u16) -> RelayRefusal {
    match status {
        400 | 405 | 413 | 415 => RelayRefusal::Request,
        403 => RelayRefusal::Forbidden,
        404 => RelayRefusal::NotOffered,
        429 => RelayRefusal::Throttled,
        502 | 504 => RelayRefusal::Upstream,
        _ => RelayRefusal::Other,
    }
}

/// Whether neither AWS nor a relay can have said this: a static host's 404, the page itself in place of an answer, a
/// network's own sign-in page.
fn is_nobodys(reply: Reply<'_>, body: &ErrorBody) -> bool {
    let from_aws = reply.error_type.is_some()
        || reply.request_id.is_some()
        || body.kind.is_some()
        || body.error.is_some()
        || element_name(reply).is_some();
    let is_html = reply.content_type.is_some_and(|value| {
        value.trim_start().get(..9).is_some_and(|start| start.eq_ignore_ascii_case("text/html"))
    });
    match reply.status {
        _ if from_aws => false,
        300..=399 | 404 | 405 | 407 | 410 | 501 => true,
        status => is_html && status < 500,
    }
}

fn sentence(body: &ErrorBody) -> Option<&str> {
    let text = if is_relays(body) {
        body.reason.as_deref()
    } else {
        body.error_description.as_deref().or(body.message.as_deref())
    };
    text.filter(|text| !text.is_empty())
}

/// The name in a body that is one XML element, `<AccessDeniedException/>`.
fn element_name(reply: Reply<'_>) -> Option<&str> {
    let ReplyBody::Text(text) = reply.body else { return None };
    let name = text.trim().strip_prefix('<')?.split(['/', '>', ' ']).next()?;
    (name.ends_with("Exception") && name.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(name)
}

#[cfg(test)]
mod tests;

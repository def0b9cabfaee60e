//! From the pieces of a refused exchange to its meaning.
//!
//! The text of a body that is no JSON never gets into the result: it
//! may be anything, even an answer with a token in it that only lacks its last brace.
//!
//! Source: AWS's service models for `sso-oidc` and `sso`; aws-sdk-js 3651 for refused origins.

use super::{CallError, Denial, ErrorKind, RelayRefusal};
use crate::aws::Operation;
use crate::aws::Service;
use crate::aws::model::ErrorBody;

/// What a relay's own refusals say in `error`.
const RELAY_ERROR: &str = "onramp_relay";

/// What throttling is called, by any of AWS's services (botocore's list, without other services' own).
const THROTTLING: [&str; 6] = [
    "LimitExceededException",
    "RequestLimitExceeded",
    "RequestThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
];

/// The pieces of an HTTP answer that did not bring what was asked for: any status but 2xx, or a 2xx whose body is not
/// the call's answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// `content-type`.
    pub content_type: Option<String>,
    /// `x-amzn-errortype`.
    pub error_type: Option<String>,
    /// `x-amzn-requestid`.
    pub request_id: Option<String>,
    /// `retry-after`.
    pub retry_after: Option<String>,
    /// The body.
    pub body: ReplyBody,
}

/// A refused exchange's body.
#[derive(Clone, Debug)]
pub enum ReplyBody {
    /// A JSON object.
    Json(ErrorBody),
    /// Anything else: HTML, `<AccessDeniedException/>`, nothing.
    Text(String),
}

/// What a refused exchange means for this call.
pub fn classify(operation: Operation, reply: Reply) -> CallError {
    let nothing = ErrorBody::default();
    let body = match &reply.body {
        ReplyBody::Json(body) => body,
        ReplyBody::Text(_) => &nothing,
    };
    let name = error_name(&reply, body).or_else(|| element_name(&reply));
    let code = body.error.as_deref().or(name);
    let is_throttling = [code, name].into_iter().flatten().any(|name| THROTTLING.contains(&name));
    CallError {
        operation,
        kind: match kind(operation, &reply, body, code) {
            ErrorKind::BadRequest | ErrorKind::InvalidRequest if is_throttling => {
                ErrorKind::Throttled
            }
            kind => kind,
        },
        status: Some(reply.status),
        code: code.map(str::to_owned),
        text: sentence(body).map(str::to_owned),
        reason: body.reason.clone().filter(|_| !is_relays(body)),
        request_id: reply.request_id.clone(),
        retry_after: reply.retry_after.as_ref().and_then(|value| value.trim().parse().ok()),
    }
}

/// The name in `x-amzn-errortype` up to its first `:`, else in `__type` after `#`.
fn error_name<'r>(reply: &'r Reply, body: &'r ErrorBody) -> Option<&'r str> {
    let from_header = reply.error_type.as_deref().and_then(|value| value.split(':').next());
    let name = from_header.or(body.kind.as_deref())?;
    let name = name.rsplit('#').next().unwrap_or(name).trim();
    (!name.is_empty()).then_some(name)
}

fn kind(operation: Operation, reply: &Reply, body: &ErrorBody, code: Option<&str>) -> ErrorKind {
    if is_relays(body) {
        return ErrorKind::Relay(relay_refusal(reply.status, body.reason.as_deref()));
    }
    if is_nobodys(reply, body) {
        return ErrorKind::NoRelay;
    }
    match (reply.status, operation.service()) {
        (200..=299, _) => ErrorKind::Malformed,
        (429, _) => ErrorKind::Throttled,
        (403, _) => ErrorKind::Forbidden,
        (408 | 425 | 500.., _) => ErrorKind::ServerError,
        (_, Service::Oidc) => oidc_kind(operation, reply.status, body, code),
        (401, Service::Portal) => ErrorKind::Unauthorized,
        (404, Service::Portal) => ErrorKind::NotFound,
        (_, Service::Portal) => match code {
            Some("UnauthorizedException") => ErrorKind::Unauthorized,
            _ => ErrorKind::BadRequest,
        },
    }
}

/// OIDC says it in `error`, or in the exception's name only.
fn oidc_kind(operation: Operation, status: u16, body: &ErrorBody, code: Option<&str>) -> ErrorKind {
    if body.reason.as_deref().is_some_and(|reason| reason.starts_with("KMS_")) {
        return ErrorKind::AccessDenied(Denial::EncryptionKey);
    }
    match code {
        Some("authorization_pending" | "AuthorizationPendingException") => {
            ErrorKind::AuthorizationPending
        }
        Some("slow_down" | "SlowDownException") => ErrorKind::SlowDown,
        Some("expired_token" | "ExpiredTokenException") => ErrorKind::ExpiredToken,
        Some("access_denied" | "AccessDeniedException") => ErrorKind::AccessDenied(Denial::Person),
        Some("invalid_grant" | "InvalidGrantException") => ErrorKind::InvalidGrant,
        Some(
            "invalid_client"
            | "InvalidClientException"
            | "unauthorized_client"
            | "UnauthorizedClientException",
        ) => ErrorKind::InvalidClient,
        Some("invalid_scope" | "InvalidScopeException") => ErrorKind::InvalidScope,
        Some("invalid_client_metadata" | "InvalidClientMetadataException") => {
            ErrorKind::InvalidClientMetadata
        }
        Some("server_error" | "InternalServerException") => ErrorKind::ServerError,
        _ => match (status, operation) {
            (401, _) => ErrorKind::InvalidClient,
            (400, Operation::StartDeviceAuthorization) => ErrorKind::InvalidRequest,
            (404, _) => ErrorKind::NotFound,
            _ => ErrorKind::BadRequest,
        },
    }
}

fn is_relays(body: &ErrorBody) -> bool {
    body.error.as_deref() == Some(RELAY_ERROR)
}

fn relay_refusal(status: u16, reason: Option<&str>) -> RelayRefusal {
    match status {
        400 | 405 | 413 | 415 => RelayRefusal::Request,
        403 => match reason {
            Some("region_not_allowed") => RelayRefusal::RegionNotAllowed,
            Some("start_url_not_allowed") => RelayRefusal::StartUrlNotAllowed,
            Some("call_not_allowed") => RelayRefusal::CallNotAllowed,
            Some(_) | None => RelayRefusal::Forbidden,
        },
        404 => RelayRefusal::NotOffered,
        429 => RelayRefusal::Throttled,
        502 | 504 => RelayRefusal::Upstream,
        _ => RelayRefusal::Other,
    }
}

/// Whether neither AWS nor a relay can have said this: a static host's 404, the page itself in place of an answer, a
/// network's own sign-in page.
fn is_nobodys(reply: &Reply, body: &ErrorBody) -> bool {
    let from_aws = reply.error_type.is_some()
        || reply.request_id.is_some()
        || body.kind.is_some()
        || body.error.is_some()
        || element_name(reply).is_some();
    let is_html = reply.content_type.as_deref().is_some_and(|value| {
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
fn element_name(reply: &Reply) -> Option<&str> {
    let ReplyBody::Text(text) = &reply.body else { return None };
    let name = text.trim().strip_prefix('<')?.split(['/', '>', ' ']).next()?;
    (name.ends_with("Exception") && name.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(name)
}

#[cfg(test)]
mod tests;

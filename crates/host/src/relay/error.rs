//! Everything the relay says no to, in its own name.
//!
//! Not here: AWS's errors, which pass through as they are. The body is always
//! `{"error":"onramp_relay","reason":"…"}`, so that the page can tell the two apart; the reasons are words for a
//! program, stable, and listed in [`RelayError::reason`].

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onramp_domain::aws::Method;
use std::sync::Arc;

/// Why a request was not sent on, or its answer not sent back. No text of it holds an address, a query, a header or a
/// body.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}", self.reason())]
pub enum RelayError {
    /// The request is for a `Host` this program does not answer to.
    ForeignHost,
    /// The request does not come from the page this host serves.
    ForeignOrigin,
    /// No call, region or family is at this path.
    UnknownPath,
    /// The operator does not have this call relayed.
    CallNotAllowed,
    /// The operator does not have calls to this region relayed.
    RegionNotAllowed,
    /// The operator does not have sign-ins at this start URL relayed.
    StartUrlNotAllowed,
    /// The call there has another method.
    WrongMethod {
        /// The one it has.
        allowed: Method,
    },
    /// The query names a parameter that the call does not have, or one twice.
    UnknownQuery,
    /// A region look-up for what is not one of AWS's portal hosts.
    NotAPortal,
    /// A header that decides something stands there twice.
    DuplicateHeader,
    /// A portal call without an access token.
    NoToken,
    /// A GET with a body.
    BodyOnGet,
    /// The body ended early.
    BrokenBody,
    /// Over [`super::MAX_REQUEST_BODY`].
    BodyTooLarge,
    /// A body that does not say it is JSON.
    NotJson,
    /// This client asks more often than it may.
    RateLimited {
        /// When it may again.
        seconds: u64,
    },
    /// Too many calls are on their way.
    Busy,
    /// AWS could not be reached, or broke off.
    #[error("AWS could not be reached")]
    Unreachable(#[source] Arc<reqwest::Error>),
    /// AWS's answer is longer than any of these calls gives.
    AnswerTooLarge,
    /// No whole answer in time.
    TimedOut,
}

impl RelayError {
    /// The status it is answered with.
    pub fn status(&self) -> StatusCode {
        self.row().0
    }

    /// The word the page reads.
    pub fn reason(&self) -> &'static str {
        self.row().1
    }

    #[rustfmt::skip]
    fn row(&self) -> (StatusCode, &'static str) {
        match self {
            RelayError::ForeignHost => (StatusCode::FORBIDDEN, "foreign_host"),
            RelayError::ForeignOrigin => (StatusCode::FORBIDDEN, "foreign_origin"),
            RelayError::UnknownPath => (StatusCode::NOT_FOUND, "unknown_path"),
            RelayError::CallNotAllowed => (StatusCode::FORBIDDEN, "call_not_allowed"),
            RelayError::RegionNotAllowed => (StatusCode::FORBIDDEN, "region_not_allowed"),
            RelayError::StartUrlNotAllowed => (StatusCode::FORBIDDEN, "start_url_not_allowed"),
            RelayError::WrongMethod { .. } => (StatusCode::METHOD_NOT_ALLOWED, "wrong_method"),
            RelayError::UnknownQuery => (StatusCode::BAD_REQUEST, "unknown_query"),
            RelayError::NotAPortal => (StatusCode::BAD_REQUEST, "not_a_portal"),
            RelayError::DuplicateHeader => (StatusCode::BAD_REQUEST, "duplicate_header"),
            RelayError::NoToken => (StatusCode::BAD_REQUEST, "no_token"),
            RelayError::BodyOnGet => (StatusCode::BAD_REQUEST, "body_on_get"),
            RelayError::BrokenBody => (StatusCode::BAD_REQUEST, "broken_body"),
            RelayError::BodyTooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "body_too_large"),
            RelayError::NotJson => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json"),
            RelayError::RateLimited { .. } => (StatusCode::TOO_MANY_REQUESTS, "rate_limited"),
            RelayError::Busy => (StatusCode::TOO_MANY_REQUESTS, "busy"),
            RelayError::Unreachable(_) => (StatusCode::BAD_GATEWAY, "unreachable"),
            RelayError::AnswerTooLarge => (StatusCode::BAD_GATEWAY, "answer_too_large"),
            RelayError::TimedOut => (StatusCode::GATEWAY_TIMEOUT, "timed_out"),
        }
    }
}

impl From<reqwest::Error> for RelayError {
    fn from(error: reqwest::Error) -> RelayError {
        // The address holds account ids and page tokens.
        let error = error.without_url();
        match error.is_timeout() {
            true => RelayError::TimedOut,
            false => RelayError::Unreachable(Arc::new(error)),
        }
    }
}

impl IntoResponse for RelayError {
    fn into_response(self) -> Response {
        let body = format!(r#"{{"error":"onramp_relay","reason":"{}"}}"#, self.reason());
        let json = [(header::CONTENT_TYPE, "application/json")];
        let mut response = (self.status(), json, body).into_response();
        let headers = response.headers_mut();
        if let RelayError::WrongMethod { allowed } = self {
            headers.insert(header::ALLOW, HeaderValue::from_static(allowed.as_str()));
        }
        if let RelayError::RateLimited { seconds } = self {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(Refused(self.reason()));
        response
    }
}

/// Stands in a refusal's extensions, for the log and the metrics.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refused(pub(crate) &'static str);

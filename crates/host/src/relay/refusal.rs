//! Everything the relay says no to, in its own name.
//!
//! Not here: AWS's errors, which pass through as they are. The body is always
//! `{"error":"onramp_relay","reason":"…"}`, so that the page can tell the two apart; the reasons are words for a
//! program, stable, and listed in [`Refusal::reason`].

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use onramp_domain::call::Method;

/// Why a request was not sent on, or its answer not sent back. No text of it holds an address, a query, a header or a
/// body.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The request is for a `Host` this program does not answer to.
    #[error("the request is for another host")]
    ForeignHost,
    /// The request does not come from the page this host serves.
    #[error("the request is not the host's own page's")]
    ForeignOrigin,
    /// No call, region or family is at this path.
    #[error("no relayed call is at this path")]
    UnknownPath,
    /// The call there has another method.
    #[error("the call has another method")]
    WrongMethod {
        /// The one it has.
        allowed: Method,
    },
    /// The query names a parameter that the call does not have, or one twice.
    #[error("the call does not have such a query")]
    UnknownQuery,
    /// A region look-up for what is not one of AWS's portal hosts.
    #[error("not a portal host of AWS's")]
    NotAPortal,
    /// A GET with a body.
    #[error("a GET has no body")]
    BodyOnGet,
    /// The body ended early.
    #[error("the body could not be read")]
    BrokenBody,
    /// Over [`super::MAX_REQUEST_BODY`].
    #[error("the body is too large")]
    BodyTooLarge,
    /// A body that does not say it is JSON.
    #[error("the body is not said to be JSON")]
    NotJson,
    /// Too many calls are on their way.
    #[error("too many calls at once")]
    Busy,
    /// AWS could not be reached, or broke off.
    #[error("AWS could not be reached")]
    Unreachable(#[source] reqwest::Error),
    /// AWS's answer is longer than any of these calls gives.
    #[error("the answer is too large")]
    AnswerTooLarge,
    /// No whole answer in time.
    #[error("no answer in time")]
    TimedOut,
}

impl Refusal {
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
            Refusal::ForeignHost => (StatusCode::FORBIDDEN, "foreign_host"),
            Refusal::ForeignOrigin => (StatusCode::FORBIDDEN, "foreign_origin"),
            Refusal::UnknownPath => (StatusCode::NOT_FOUND, "unknown_path"),
            Refusal::WrongMethod { .. } => (StatusCode::METHOD_NOT_ALLOWED, "wrong_method"),
            Refusal::UnknownQuery => (StatusCode::BAD_REQUEST, "unknown_query"),
            Refusal::NotAPortal => (StatusCode::BAD_REQUEST, "not_a_portal"),
            Refusal::BodyOnGet => (StatusCode::BAD_REQUEST, "body_on_get"),
            Refusal::BrokenBody => (StatusCode::BAD_REQUEST, "broken_body"),
            Refusal::BodyTooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "body_too_large"),
            Refusal::NotJson => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json"),
            Refusal::Busy => (StatusCode::TOO_MANY_REQUESTS, "busy"),
            Refusal::Unreachable(_) => (StatusCode::BAD_GATEWAY, "unreachable"),
            Refusal::AnswerTooLarge => (StatusCode::BAD_GATEWAY, "answer_too_large"),
            Refusal::TimedOut => (StatusCode::GATEWAY_TIMEOUT, "timed_out"),
        }
    }
}

impl From<reqwest::Error> for Refusal {
    fn from(error: reqwest::Error) -> Refusal {
        // The address holds account ids and page tokens.
        let error = error.without_url();
        if error.is_timeout() { Refusal::TimedOut } else { Refusal::Unreachable(error) }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = format!(r#"{{"error":"onramp_relay","reason":"{}"}}"#, self.reason());
        let mut response =
            (self.status(), [(header::CONTENT_TYPE, "application/json")], body).into_response();
        if let Refusal::WrongMethod { allowed } = self {
            let allowed = header::HeaderValue::from_static(allowed.as_str());
            response.headers_mut().insert(header::ALLOW, allowed);
        }
        response
    }
}

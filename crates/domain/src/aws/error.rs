//! What a call ended in, as a value: the answer, or one of the ways in which it can fail.
//!
//! Whoever makes the call hands the pieces of a refused exchange to [`classify()`], or says [`CallError::unreachable`]
//! where there was no exchange. Nothing in a [`CallError`] is secret: it can be shown.
//!
//! Source: AWS's service models for `sso-oidc` and `sso`; RFC 8628 3.5; RFC 6749 5.2.

mod classify;

use crate::aws::Operation;
pub use classify::{Reply, ReplyBody, classify};

/// A call's answer, or why there is none.
pub type Answer<T> = Result<T, CallError>;

/// A call that did not end in an answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {kind}", name = .operation.name())]
pub struct CallError {
    /// What was called.
    pub operation: Operation,
    /// What it means.
    #[source]
    pub kind: ErrorKind,
    /// The HTTP status, where there was an answer at all.
    pub status: Option<u16>,
    /// AWS's name for it: OIDC's code (`slow_down`), or the error's type (`UnauthorizedException`).
    pub code: Option<String>,
    /// The sentence that came with it: AWS's, or a relay's reason.
    pub text: Option<String>,
    /// OIDC's finer reason, such as `KMS_AccessDeniedException`.
    pub reason: Option<String>,
    /// `x-amzn-requestid`: what AWS's support asks for.
    pub request_id: Option<String>,
    /// `Retry-After` in whole seconds. AWS has not been seen to send it; a relay or a proxy may.
    pub retry_after: Option<u32>,
}

impl CallError {
    /// There was no answer: no network, a closed connection, or none within the time the caller gives a call.
    pub fn unreachable(operation: Operation) -> CallError {
        CallError {
            operation,
            kind: ErrorKind::Unreachable,
            status: None,
            code: None,
            text: None,
            reason: None,
            request_id: None,
            retry_after: None,
        }
    }

    /// An answer that reads well and yet can't be, such as a list that goes in circles.
    pub(crate) fn malformed(operation: Operation) -> CallError {
        CallError { kind: ErrorKind::Malformed, ..CallError::unreachable(operation) }
    }
}

/// The ways a call fails, by what is to be done about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum ErrorKind {
    /// CreateToken: the person has not decided yet. Ask again.
    #[error("the sign-in is not approved yet")]
    AuthorizationPending,
    /// CreateToken: asked too often; five seconds more between two polls, for good (RFC 8628 3.5).
    #[error("polled too often")]
    SlowDown,
    /// CreateToken: the device code ran out.
    #[error("the code has run out")]
    ExpiredToken,
    /// CreateToken: the person, or the organisation's key, refused.
    #[error("the sign-in was denied")]
    AccessDenied(Denial),
    /// CreateToken: the code is used or unknown; on a refresh: the session ended or was revoked.
    #[error("the code or refresh token is not valid any more")]
    InvalidGrant,
    /// The registration ended, or belongs to another region.
    #[error("the client registration is not valid any more")]
    InvalidClient,
    /// StartDeviceAuthorization: the region or the start URL is wrong.
    #[error("the region or the start URL is wrong")]
    InvalidRequest,
    /// RegisterClient: a scope that AWS doesn't know.
    #[error("a registration scope is not valid")]
    InvalidScope,
    /// RegisterClient: something else about the client.
    #[error("the client's registration is not valid")]
    InvalidClientMetadata,
    /// AWS or something before it broke; the same call may work in a moment.
    #[error("the service had an internal error")]
    ServerError,
    /// Too many calls.
    #[error("too many calls")]
    Throttled,
    /// Portal: the session ended, was revoked, or belongs to another region.
    #[error("the access token is not valid")]
    Unauthorized,
    /// Signed in, but this isn't theirs; the token is still good. From OIDC: the network is refused.
    #[error("no access")]
    Forbidden,
    /// AWS can't read the request: our fault.
    #[error("the request was not understood")]
    BadRequest,
    /// AWS doesn't know what was asked for: our fault, or it has just gone.
    #[error("not found")]
    NotFound,
    /// The relay itself refused. Its reason is the error's `text`.
    #[error("the relay refused the request")]
    Relay(RelayRefusal),
    /// Something answered that is no relay, such as a static host's own 404 page.
    #[error("there is no relay at this address")]
    NoRelay,
    /// Nothing answered.
    #[error("no answer")]
    Unreachable,
    /// An answer that can't be read.
    #[error("the answer could not be read")]
    Malformed,
}

/// Who said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Denial {
    /// The person pressed Deny.
    Person,
    /// The key with which the organisation encrypts Identity Center (`reason` begins with `KMS_`).
    EncryptionKey,
}

/// Why a relay refused, by its status and its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RelayRefusal {
    /// 400, 405, 413 or 415: it does not take such a request.
    Request,
    /// 403: not from here.
    Forbidden,
    /// 403: its host allows other regions only.
    RegionNotAllowed,
    /// 403: its host allows other start URLs only.
    StartUrlNotAllowed,
    /// 403: its host allows other calls only.
    CallNotAllowed,
    /// 404: not a call, or not a region, that it forwards.
    NotOffered,
    /// 429: its own limit.
    Throttled,
    /// 502 or 504: it could not reach AWS.
    Upstream,
    /// Any other status.
    Other,
}

/// Whether the same call may be made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Yes, and all calls more slowly from now on.
    Slower,
    /// Yes, a little later.
    Later,
    /// No: it would end the same.
    Never,
}

impl ErrorKind {
    /// Whether making the same call again makes sense, and how.
    pub fn retry(self) -> Retry {
        match self {
            ErrorKind::Throttled | ErrorKind::Relay(RelayRefusal::Throttled) => Retry::Slower,
            ErrorKind::ServerError
            | ErrorKind::Unreachable
            | ErrorKind::Malformed
            | ErrorKind::Relay(RelayRefusal::Upstream) => Retry::Later,
            _ => Retry::Never,
        }
    }
}

//! The ways out of a sign-in.
//!
//! Each variant is one thing to tell the person and one next step.

use crate::attempt::Attempt;
use crate::aws::model::LogoutResponse;
use crate::aws::{Answer, CallError, Denial, ErrorKind, RelayRefusal};

/// Why nobody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignedOutReason {
    /// Nothing happened yet.
    Fresh,
    /// The person gave the sign-in up.
    Cancelled,
    /// The person ended the session.
    SignedOut(LogoutState),
    /// AWS ended it: refused the token or the refresh, with this answer where there was one to a refresh.
    SessionEnded(Option<CallError>),
    /// The access token's time is over, and there is no way to a new one; with the last error where a refresh was
    /// tried in vain.
    Expired(Option<CallError>),
}

/// Whether AWS knows that the person signed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogoutState {
    /// Logout is on its way.
    Asked(Attempt),
    /// AWS ended the session, or it was over already.
    Confirmed,
    /// AWS could not be told. The token is forgotten here and runs out there by itself.
    Unconfirmed(CallError),
}

/// Why a sign-in failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlowFailure {
    /// The code ran out before anybody approved; with AWS's word for it, or the error that stood in the way of
    /// asking.
    Expired(Option<CallError>),
    /// Denied: ask before another try.
    Denied(Denial, CallError),
    /// The region or the start URL is wrong.
    WrongPlace(CallError),
    /// The code is used or unknown. After errors in polling: it was approved, and the answer got lost.
    CodeNotValid(CallError),
    /// AWS does not take the registration: a scope or the client's description is wrong, or a registration made
    /// anew is refused too.
    ClientRefused(CallError),
    /// There is no relay here.
    NoRelay(CallError),
    /// The relay, or a network rule of the organisation, said no.
    Refused(CallError),
    /// Asked several times, and no answer or an internal error each time.
    NoAnswer(CallError),
    /// Something else: a fault of ours or a change at AWS.
    Unexpected(CallError),
}

impl FlowFailure {
    /// The failure that a call's error is when it stands alone.
    pub(super) fn of(error: CallError) -> FlowFailure {
        match error.kind {
            ErrorKind::ExpiredToken => FlowFailure::Expired(Some(error)),
            ErrorKind::AccessDenied(denial) => FlowFailure::Denied(denial, error),
            ErrorKind::InvalidRequest => FlowFailure::WrongPlace(error),
            ErrorKind::InvalidGrant => FlowFailure::CodeNotValid(error),
            ErrorKind::InvalidClient
            | ErrorKind::InvalidScope
            | ErrorKind::InvalidClientMetadata => FlowFailure::ClientRefused(error),
            ErrorKind::NoRelay => FlowFailure::NoRelay(error),
            ErrorKind::Relay(RelayRefusal::Throttled | RelayRefusal::Upstream)
            | ErrorKind::ServerError
            | ErrorKind::Throttled
            | ErrorKind::Unreachable
            | ErrorKind::Malformed => FlowFailure::NoAnswer(error),
            ErrorKind::Forbidden | ErrorKind::Relay(_) => FlowFailure::Refused(error),
            _ => FlowFailure::Unexpected(error),
        }
    }

    /// The call's error behind it, for the details.
    pub fn error(&self) -> Option<&CallError> {
        match self {
            FlowFailure::Expired(error) => error.as_ref(),
            FlowFailure::Denied(_, error)
            | FlowFailure::WrongPlace(error)
            | FlowFailure::CodeNotValid(error)
            | FlowFailure::ClientRefused(error)
            | FlowFailure::NoRelay(error)
            | FlowFailure::Refused(error)
            | FlowFailure::NoAnswer(error)
            | FlowFailure::Unexpected(error) => Some(error),
        }
    }
}

impl LogoutState {
    /// AWS's answer to Logout. A session that is over already is as good as ended.
    pub(super) fn answered(self, attempt: Attempt, answer: Answer<LogoutResponse>) -> LogoutState {
        match (self, answer) {
            (LogoutState::Asked(asked), Ok(LogoutResponse)) if asked == attempt => {
                LogoutState::Confirmed
            }
            (LogoutState::Asked(asked), Err(error)) if asked == attempt => match error.kind {
                ErrorKind::Unauthorized => LogoutState::Confirmed,
                _ => LogoutState::Unconfirmed(error),
            },
            (logout, Ok(LogoutResponse) | Err(_)) => logout,
        }
    }
}

//! What becomes of a session's token at its end, or when it is refused: it is refreshed, or it ends.
//!
//! Not here: the token itself ([`super::session`]).
//!
//! Source: RFC 6749 6; FACTS "The seven calls", "Errors".

use super::Memory;
use super::command::{Command, RefreshRequest};
use super::exits::SignedOutReason;
use super::registration::Registration;
use super::turn::{Trouble, Turn};
use crate::Secret;
use crate::answer::{CallError, CallFailure};
use chrono::{DateTime, TimeDelta, Utc};
use std::rc::Rc;

/// So long before a token's end it is refreshed; a short-lived one in its last quarter.
const MARGIN: TimeDelta = TimeDelta::minutes(5);
/// So long a refresh is tried at least, when the page slept through the token's end.
const PATIENCE: TimeDelta = TimeDelta::minutes(2);
/// The first back-off is twice this.
const BACK_OFF: TimeDelta = TimeDelta::seconds(1);
const MOST_BACK_OFF: TimeDelta = TimeDelta::seconds(30);

/// What becomes of the token.
#[derive(Debug)]
pub(super) enum Renewal {
    /// It ends at the alarm.
    Impossible { alarm: Turn },
    /// It is refreshed at the alarm.
    Planned { with: Secret, alarm: Turn },
    /// It is being refreshed.
    Running(Running),
}

/// A refresh under way, or waiting for its next try.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) with: Secret,
    pub(super) turn: Turn,
    pub(super) cause: Cause,
    pub(super) give_up_at: DateTime<Utc>,
    pub(super) trouble: Option<Trouble>,
}

/// Why a token is refreshed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// The token is about to end, or has ended.
    Expiry,
    /// The portal refused the token.
    Refusal,
}

/// Why a token was fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// A sign-in, or a refresh in good time.
    Regular,
    /// The one refresh that a refused token is allowed.
    AfterRefusal,
}

impl Renewal {
    /// Sets the alarm for the refresh, or for the end where there is no means to one.
    pub(super) fn plan(
        with: Option<Secret>,
        expires_at: DateTime<Utc>,
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> (Renewal, Command) {
        match with {
            Some(with) => {
                let margin = MARGIN.min((expires_at - now) / 4);
                let (alarm, command) = memory.wait_until(expires_at - margin);
                (Renewal::Planned { with, alarm }, command)
            }
            None => {
                let (alarm, command) = memory.wait_until(expires_at);
                (Renewal::Impossible { alarm }, command)
            }
        }
    }
}

impl Running {
    /// The first try.
    pub(super) fn begin(
        with: Secret,
        cause: Cause,
        expires_at: DateTime<Utc>,
        registration: &Rc<Registration>,
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> (Renewal, Command) {
        let (turn, command) = ask(&with, registration, memory, now);
        let give_up_at = expires_at.max(now + PATIENCE);
        (Renewal::Running(Running { with, turn, cause, give_up_at, trouble: None }), command)
    }

    /// Another try.
    pub(super) fn ask_again(
        self,
        registration: &Rc<Registration>,
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> (Renewal, Command) {
        let (turn, command) = ask(&self.with, registration, memory, now);
        (Renewal::Running(Running { turn, ..self }), command)
    }

    /// Waits for the next try.
    pub(super) fn back_off(
        self,
        error: CallError,
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> (Renewal, Command) {
        let trouble = Trouble::after(self.trouble, error, now);
        let at = now + trouble.back_off(BACK_OFF, MOST_BACK_OFF);
        let (turn, command) = memory.wait_until(at.min(self.give_up_at));
        (Renewal::Running(Running { turn, trouble: Some(trouble), ..self }), command)
    }

    /// How the session ends with this answer to a refresh; `None` where the token still holds until its own end.
    pub(super) fn exit(
        &self,
        error: CallError,
        expires_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Option<SignedOutReason> {
        let is_over = matches!(
            error.kind,
            CallFailure::InvalidGrant | CallFailure::ExpiredToken | CallFailure::Unauthorized
        );
        match self.cause {
            _ if is_over => Some(SignedOutReason::SessionEnded(Some(error))),
            Cause::Refusal => Some(SignedOutReason::SessionEnded(Some(error))),
            Cause::Expiry if now >= expires_at => Some(SignedOutReason::Expired(Some(error))),
            Cause::Expiry => None,
        }
    }
}

impl Cause {
    pub(super) fn origin(self) -> Origin {
        match self {
            Cause::Expiry => Origin::Regular,
            Cause::Refusal => Origin::AfterRefusal,
        }
    }
}

fn ask(
    with: &Secret,
    registration: &Rc<Registration>,
    memory: &mut Memory,
    now: DateTime<Utc>,
) -> (Turn, Command) {
    memory.ask(now, |attempt| Command::Refresh {
        attempt,
        request: RefreshRequest::new(registration, with),
    })
}

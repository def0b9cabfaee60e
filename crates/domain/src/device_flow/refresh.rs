//! What becomes of a session's token at its end, or when it is refused: it is refreshed, or it ends.
//!
//! Source: RFC 6749 6; AWS's service model for `sso-oidc`, CreateToken.

use super::FlowContext;
use super::command::Command;
use super::failure::SignedOutReason;
use super::registration::Registration;
use super::retry::{Pending, Retrying};
use crate::Secret;
use crate::aws::{CallError, ErrorKind};
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
pub(super) enum Refresh {
    /// It ends at the alarm.
    Impossible { alarm: Pending },
    /// It is refreshed at the alarm.
    Planned { with: Secret, alarm: Pending },
    /// It is being refreshed.
    Running(Running),
}

/// A refresh under way, or waiting for its next try.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) with: Secret,
    pub(super) pending: Pending,
    pub(super) cause: Cause,
    pub(super) give_up_at: DateTime<Utc>,
    pub(super) retrying: Option<Retrying>,
}

/// Why a token is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// There is none, or it is about to end or has ended.
    Expiry,
    /// The portal refused the one before, which it may do once.
    Refusal,
}

impl Refresh {
    /// Sets the alarm for the refresh, or for the end where there is no means to one.
    pub(super) fn plan(
        with: Option<Secret>,
        expires_at: DateTime<Utc>,
        context: &mut FlowContext,
        now: DateTime<Utc>,
    ) -> (Refresh, Command) {
        match with {
            Some(with) => {
                let margin = MARGIN.min((expires_at - now) / 4);
                let (alarm, command) = context.wait_until(expires_at - margin, now);
                (Refresh::Planned { with, alarm }, command)
            }
            None => {
                let (alarm, command) = context.wait_until(expires_at, now);
                (Refresh::Impossible { alarm }, command)
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
        context: &mut FlowContext,
        now: DateTime<Utc>,
    ) -> (Refresh, Command) {
        let request = registration.refresh(&with);
        let (pending, command) = context.ask(Command::Refresh, request, now);
        let give_up_at = expires_at.max(now + PATIENCE);
        (Refresh::Running(Running { with, pending, cause, give_up_at, retrying: None }), command)
    }

    /// Another try.
    pub(super) fn ask_again(
        self,
        registration: &Rc<Registration>,
        context: &mut FlowContext,
        now: DateTime<Utc>,
    ) -> (Refresh, Command) {
        let request = registration.refresh(&self.with);
        let (pending, command) = context.ask(Command::Refresh, request, now);
        (Refresh::Running(Running { pending, ..self }), command)
    }

    /// Waits for the next try.
    pub(super) fn back_off(
        self,
        error: CallError,
        context: &mut FlowContext,
        now: DateTime<Utc>,
    ) -> (Refresh, Command) {
        let retrying = Retrying::after(self.retrying, error, now);
        let at = now + retrying.back_off(BACK_OFF, MOST_BACK_OFF);
        let (pending, command) = context.wait_until(at.min(self.give_up_at), now);
        (Refresh::Running(Running { pending, retrying: Some(retrying), ..self }), command)
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
            ErrorKind::InvalidGrant | ErrorKind::ExpiredToken | ErrorKind::Unauthorized
        );
        match self.cause {
            _ if is_over => Some(SignedOutReason::SessionEnded(Some(error))),
            Cause::Refusal => Some(SignedOutReason::SessionEnded(Some(error))),
            Cause::Expiry if now >= expires_at => Some(SignedOutReason::Expired(Some(error))),
            Cause::Expiry => None,
        }
    }
}

//! Whose turn it is in a conversation with AWS, and what goes wrong in it.
//!
//! Not here: what is asked. Registering, authorizing, polling and refreshing all wait either for an answer or for an
//! alarm, never for both and never for two answers; so nothing is ever sent twice at once.

use crate::answer::{Again, CallError};
use crate::attempt::Attempt;
use chrono::{DateTime, TimeDelta, Utc};

/// Where a repeated request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// AWS's: a request is under way.
    Asking {
        /// The request's number.
        attempt: Attempt,
        /// When it was sent.
        since: DateTime<Utc>,
    },
    /// Ours, later: an alarm is set.
    Waiting {
        /// The alarm's number.
        attempt: Attempt,
        /// When it rings.
        at: DateTime<Utc>,
    },
}

impl Turn {
    /// When the request with this number was sent, if it is the one under way.
    pub(super) fn asked(self, answered: Attempt) -> Option<DateTime<Utc>> {
        match self {
            Turn::Asking { attempt, since } if attempt == answered => Some(since),
            Turn::Asking { .. } | Turn::Waiting { .. } => None,
        }
    }

    /// When the alarm with this number was to ring, if it is the one that is set.
    pub(super) fn alarm(self, rung: Attempt) -> Option<DateTime<Utc>> {
        match self {
            Turn::Waiting { attempt, at } if attempt == rung => Some(at),
            Turn::Waiting { .. } | Turn::Asking { .. } => None,
        }
    }
}

/// What stands in the way at the moment, for the person to see: lost network, a broken service, too many calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    error: CallError,
    since: DateTime<Utc>,
    failures: u32,
}

impl Trouble {
    /// One failure more in a row.
    pub(super) fn after(before: Option<Trouble>, error: CallError, now: DateTime<Utc>) -> Trouble {
        match before {
            Some(before) => Trouble { error, failures: before.failures + 1, ..before },
            None => Trouble { error, since: now, failures: 1 },
        }
    }

    /// The last failure.
    pub fn error(&self) -> &CallError {
        &self.error
    }

    /// When the row of failures began.
    pub fn since(&self) -> DateTime<Utc> {
        self.since
    }

    /// How many there were in a row.
    pub fn failures(&self) -> u32 {
        self.failures
    }

    pub(super) fn into_error(self) -> CallError {
        self.error
    }

    /// The wait before the next request: `base` doubled with every failure (RFC 8628 3.5), up to `most`, and never
    /// less than what the answer asked for.
    pub(super) fn back_off(&self, base: TimeDelta, most: TimeDelta) -> TimeDelta {
        let doubled = base * (1 << self.failures.min(10));
        let asked = TimeDelta::seconds(self.error.retry_after.unwrap_or(0).min(600).into());
        doubled.min(most).max(asked)
    }
}

/// Whether the same call may work in a moment.
pub(super) fn may_pass(error: &CallError) -> bool {
    match error.kind.again() {
        Again::Slower | Again::Later => true,
        Again::Never => false,
    }
}

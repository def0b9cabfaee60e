//! What a state waits for, and what goes wrong in it.
//!
//! Registering, authorizing, polling and refreshing all wait either for an answer or for a timer, never for both and
//! never for two answers; so nothing is ever sent twice at once.

use crate::attempt::Attempt;
use crate::aws::{CALL_TIMEOUT_SECONDS, CallError, Retry};
use chrono::{DateTime, TimeDelta, Utc};

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pending {
    /// The answer to a request.
    Answer { attempt: Attempt, since: DateTime<Utc> },
    /// A timer.
    Timer { attempt: Attempt, since: DateTime<Utc>, at: DateTime<Utc> },
}

impl Pending {
    /// When the request with this number was sent, if it is the one under way.
    pub(super) fn asked(self, answered: Attempt) -> Option<DateTime<Utc>> {
        match self {
            Pending::Answer { attempt, since } if attempt == answered => Some(since),
            Pending::Answer { .. } | Pending::Timer { .. } => None,
        }
    }

    /// Whether a timer's time has come: by the clock, or because the clock was set back behind its beginning.
    pub(super) fn is_due(self, now: DateTime<Utc>) -> bool {
        match self {
            Pending::Timer { since, at, .. } => !(since..at).contains(&now),
            Pending::Answer { .. } => false,
        }
    }

    /// How much time has passed in it. Where the clock says what can't be, it was set (or the computer slept): then
    /// it is what was planned.
    pub(super) fn elapsed(self, now: DateTime<Utc>) -> TimeDelta {
        let (since, planned) = match self {
            Pending::Answer { since, .. } => (since, TimeDelta::zero()),
            Pending::Timer { since, at, .. } => (since, at - since),
        };
        let passed = now - since;
        let late = TimeDelta::seconds(CALL_TIMEOUT_SECONDS.into());
        if (TimeDelta::zero()..=planned + late).contains(&passed) { passed } else { planned }
    }
}

/// What stands in the way at the moment, for the person to see: lost network, a broken service, too many calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retrying {
    /// The last failure.
    pub error: CallError,
    /// How many there were in a row.
    pub failures: u32,
}

impl Retrying {
    /// One failure more in a row.
    pub(super) fn after(before: Option<Retrying>, error: CallError) -> Retrying {
        Retrying { error, failures: before.map_or(0, |before| before.failures) + 1 }
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
    match error.kind.retry() {
        Retry::Slower | Retry::Later => true,
        Retry::Never => false,
    }
}

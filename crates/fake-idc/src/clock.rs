//! The organisation's time: the system's, or one that a test turns forward.
//!
//! Not here: waiting. Nothing in this crate waits for an instant to come; what has run out is found out when it is
//! asked for.

use chrono::{DateTime, TimeDelta, Utc};
use std::sync::{Arc, Mutex, PoisonError};

/// Where the time is read.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// At the system.
    #[default]
    System,
    /// At a test's own clock.
    Manual(ManualClock),
}

impl Clock {
    /// The time now.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Clock::System => system_now(),
            Clock::Manual(clock) => clock.now(),
        }
    }
}

/// A clock that stands still until it is turned. Clones are the same clock.
#[derive(Clone, Debug)]
pub struct ManualClock(Arc<Mutex<DateTime<Utc>>>);

impl ManualClock {
    /// A clock that shows this time.
    pub fn new(start: DateTime<Utc>) -> ManualClock {
        ManualClock(Arc::new(Mutex::new(start)))
    }

    /// Turns it forward.
    pub fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }

    /// What it shows.
    pub fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[expect(clippy::disallowed_methods, reason = "a server's own clock is read here and nowhere else")]
fn system_now() -> DateTime<Utc> {
    std::time::SystemTime::now().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manual_clock_moves_only_when_turned() {
        let hand = ManualClock::new(DateTime::UNIX_EPOCH);
        let clock = Clock::Manual(hand.clone());
        assert_eq!(clock.now(), DateTime::UNIX_EPOCH);
        hand.advance(TimeDelta::seconds(90));
        assert_eq!(clock.now(), DateTime::UNIX_EPOCH + TimeDelta::seconds(90));
    }

    #[test]
    fn the_system_clock_is_past_the_day_this_was_written() {
        assert!(Clock::System.now().timestamp() > 1_767_225_600);
    }
}

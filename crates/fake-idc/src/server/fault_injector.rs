//! The faults at work: which call goes wrong, and which is one too many.
//!
//! Not here: what a call that goes wrong is answered.

use crate::Faults;
use crate::random::Random;
use chrono::{DateTime, Utc};

/// The faults of the moment. Chance and request ids are its own, so that codes and tokens stay the same for a seed
/// however often a client polls.
pub(super) struct FaultInjector {
    faults: Faults,
    /// The throttle, a token bucket with one second's worth of calls: its level at a time. Full until it is first asked.
    bucket: Option<(DateTime<Utc>, f64)>,
    random: Random,
}

impl FaultInjector {
    pub(super) fn new(faults: Faults, seed: u64) -> FaultInjector {
        FaultInjector { faults, bucket: None, random: Random::seeded(!seed) }
    }

    pub(super) fn faults(&self) -> Faults {
        self.faults
    }

    /// Other faults from now on, and a full bucket.
    pub(super) fn change(&mut self, faults: Faults) {
        (self.faults, self.bucket) = (faults, None);
    }

    /// Whether this call's connection is closed.
    pub(super) fn drops(&mut self) -> bool {
        self.random.share() < self.faults.drop
    }

    /// Whether this call gets a 500.
    pub(super) fn fails(&mut self) -> bool {
        self.random.share() < self.faults.error
    }

    /// Whether this call is one too many. One that is takes nothing.
    pub(super) fn throttles(&mut self, now: DateTime<Utc>) -> bool {
        let Some(rate) = self.faults.throttle else { return false };
        let rate = f64::from(rate.get());
        let (since, level) = self.bucket.unwrap_or((now, rate));
        let seconds = (now - since).as_seconds_f64().max(0.0);
        let level = (level + seconds * rate).min(rate);
        let fits = level >= 1.0;
        self.bucket = Some((now, if fits { level - 1.0 } else { level }));
        !fits
    }

    pub(super) fn request_id(&mut self) -> String {
        self.random.request_id()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_second_of_calls_fits_and_then_the_rate() {
        let mut injector = FaultInjector::new(Faults::parse("throttle=4/s").unwrap(), 1);
        let mut now = DateTime::UNIX_EPOCH;
        let mut fitting = |now, calls| (0..calls).filter(|_| !injector.throttles(now)).count();
        assert_eq!(fitting(now, 10), 4);
        now += TimeDelta::milliseconds(500);
        assert_eq!(fitting(now, 10), 2);
        now += TimeDelta::seconds(60);
        assert_eq!(fitting(now, 10), 4);
    }
}

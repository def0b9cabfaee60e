//! The faults at work: which call goes wrong, and which is one too many.
//!
//! Not here: what a call that goes wrong is answered.

use super::bucket::Bucket;
use crate::Faults;
use crate::random::Random;
use chrono::{DateTime, Utc};

/// The faults of the moment. Chance and request ids are its own, so that codes and tokens stay the same for a seed
/// however often a client polls.
pub(super) struct FaultInjector {
    faults: Faults,
    bucket: Bucket,
    random: Random,
}

impl FaultInjector {
    pub(super) fn new(faults: Faults, seed: u64) -> FaultInjector {
        FaultInjector { faults, bucket: Bucket::default(), random: Random::seeded(!seed) }
    }

    pub(super) fn faults(&self) -> Faults {
        self.faults
    }

    /// Other faults from now on, and a full bucket.
    pub(super) fn change(&mut self, faults: Faults) {
        self.faults = faults;
        self.bucket = Bucket::default();
    }

    /// Whether this call's connection is closed.
    pub(super) fn drops(&mut self) -> bool {
        self.random.share() < self.faults.drop
    }

    /// Whether this call gets a 500.
    pub(super) fn fails(&mut self) -> bool {
        self.random.share() < self.faults.error
    }

    /// Whether this call is one too many.
    pub(super) fn throttles(&mut self, now: DateTime<Utc>) -> bool {
        self.faults.throttle.is_some_and(|rate| !self.bucket.take(rate, now))
    }

    pub(super) fn request_id(&mut self) -> String {
        self.random.request_id()
    }
}

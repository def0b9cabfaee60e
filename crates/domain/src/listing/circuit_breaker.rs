//! Tells one bad page from a service, or a network, that is not there at all.

use super::rng::Rng;
use chrono::{DateTime, Utc};

/// So many pages in a row fail at their first try before it counts as an outage. A page that has failed before is
/// no evidence: it may be the page.
const SIGNS: u32 = 6;
/// So many single calls, ever further apart, find nothing before the person is asked.
const PROBES: u32 = 6;
const MOST_HOLD: f64 = 30.0;

/// Whether calls get through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CircuitBreaker {
    /// They do, but for the last few.
    Closed { failures: u32 },
    /// They don't; one at a time tries.
    Open { since: DateTime<Utc>, probes: u32 },
}

/// What to do about a failure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Decision {
    /// Go on with other pages.
    GoOn,
    /// Hold everything back for so many seconds.
    Hold(f64),
    /// Ask the person.
    GiveUp,
}

impl CircuitBreaker {
    /// A page failed, sent at this time, for the n-th time.
    pub(super) fn failure(
        &mut self,
        sent_at: DateTime<Utc>,
        times: u32,
        rng: &mut Rng,
        now: DateTime<Utc>,
    ) -> Decision {
        match *self {
            CircuitBreaker::Closed { failures } => {
                let failures = failures + u32::from(times == 1);
                *self = CircuitBreaker::Closed { failures };
                if failures < SIGNS {
                    return Decision::GoOn;
                }
                *self = CircuitBreaker::Open { since: now, probes: 0 };
                Decision::Hold(rng.between(0.75, 1.0))
            }
            CircuitBreaker::Open { since, .. } if sent_at < since => Decision::GoOn,
            CircuitBreaker::Open { since, probes } => {
                let probes = probes + 1;
                *self = CircuitBreaker::Open { since, probes };
                if probes >= PROBES {
                    return Decision::GiveUp;
                }
                let doubled = 2f64.powi(probes as i32).min(MOST_HOLD);
                Decision::Hold(doubled * rng.between(0.75, 1.0))
            }
        }
    }

    pub(super) fn is_open(self) -> bool {
        matches!(self, CircuitBreaker::Open { .. })
    }

    /// Something got through.
    pub(super) fn over(&mut self) {
        *self = CircuitBreaker::default();
    }
}

impl Default for CircuitBreaker {
    fn default() -> CircuitBreaker {
        CircuitBreaker::Closed { failures: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_that_fail_at_their_first_try_count_as_an_outage() {
        let (mut breaker, mut rng) = (CircuitBreaker::default(), Rng::new(1));
        let now = DateTime::UNIX_EPOCH;
        for times in [1, 2, 1, 3, 1, 2, 1, 2, 1, 2] {
            assert_eq!(breaker.failure(now, times, &mut rng, now), Decision::GoOn);
        }
        assert!(!breaker.is_open());
        assert!(matches!(breaker.failure(now, 1, &mut rng, now), Decision::Hold(_)));
        assert!(breaker.is_open());
    }

    #[test]
    fn single_calls_are_ever_further_apart_and_never_more_than_half_a_minute() {
        let (mut rng, now) = (Rng::new(1), DateTime::UNIX_EPOCH);
        let mut breaker = CircuitBreaker::Open { since: now, probes: 0 };
        for most in [2.0, 4.0, 8.0, 16.0, 30.0] {
            let decision = breaker.failure(now, 1, &mut rng, now);
            let Decision::Hold(seconds) = decision else { panic!("{decision:?}") };
            assert!((most * 0.75..=most).contains(&seconds), "{seconds} of {most}");
        }
        assert_eq!(breaker.failure(now, 1, &mut rng, now), Decision::GiveUp);
    }
}

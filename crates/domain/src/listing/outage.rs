//! Tells one bad page from a service, or a network, that is not there at all.
//!
//! Not here: "too many calls" ([`super::pace`]): a service that says so is there.

use super::dice::Dice;
use super::progress::Reach;
use chrono::{DateTime, Utc};

/// So many pages in a row fail at their first try before it counts as an outage. A page that has failed before is
/// no evidence: it may be the page.
const SIGNS: u32 = 6;
/// So many single calls, ever further apart, find nothing before the person is asked.
const PROBES: u32 = 6;
const MOST_HOLD: f64 = 30.0;

/// Whether calls get through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outage {
    /// They do, but for the last few.
    Fair { failures: u32 },
    /// They don't; one at a time tries.
    Out { since: DateTime<Utc>, probes: u32 },
}

/// What to do about a failure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Verdict {
    /// Go on with other pages.
    GoOn,
    /// Hold everything back for so many seconds.
    Hold(f64),
    /// Ask the person.
    GiveUp,
}

impl Outage {
    /// A page failed, sent at this time, for the so-manieth time.
    pub(super) fn failure(
        &mut self,
        sent_at: DateTime<Utc>,
        times: u32,
        dice: &mut Dice,
        now: DateTime<Utc>,
    ) -> Verdict {
        match *self {
            Outage::Fair { failures } => {
                let failures = failures + u32::from(times == 1);
                *self = Outage::Fair { failures };
                if failures < SIGNS {
                    return Verdict::GoOn;
                }
                *self = Outage::Out { since: now, probes: 0 };
                Verdict::Hold(dice.between(0.75, 1.0))
            }
            Outage::Out { since, .. } if sent_at < since => Verdict::GoOn,
            Outage::Out { since, probes } => {
                let probes = probes + 1;
                *self = Outage::Out { since, probes };
                if probes >= PROBES {
                    return Verdict::GiveUp;
                }
                let doubled = 2f64.powi(probes as i32).min(MOST_HOLD);
                Verdict::Hold(doubled * dice.between(0.75, 1.0))
            }
        }
    }

    /// The same for the person to see.
    pub(super) fn reach(self) -> Reach {
        match self {
            Outage::Fair { .. } => Reach::Fair,
            Outage::Out { .. } => Reach::Trying,
        }
    }

    /// Something got through.
    pub(super) fn over(&mut self) {
        *self = Outage::default();
    }
}

impl Default for Outage {
    fn default() -> Outage {
        Outage::Fair { failures: 0 }
    }
}

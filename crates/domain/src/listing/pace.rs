//! How fast to ask: finds the rate that the service allows, and stays just at it.
//!
//! Not here: which call is next. Calls are spaced evenly at the present rate. Every answer that is not "too many"
//! raises the rate a little: until the first refusal fast, then up to just below the rate that was refused last, and
//! beyond it slowly. A refusal lowers the rate by a share, once for all calls that were under way; refusals in a row
//! also hold all calls back, ever longer. What has passed in the last seconds is known to be allowed, so no cut goes
//! far below it: a service that refuses the rest of a second is no reason to crawl through the next.
//!
//! Source: FACTS "The seven calls", Rates: no figures are published, and a 429 says nothing about how long to wait.

use super::dice::Dice;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::VecDeque;

/// Calls a second at the beginning, from …
const GENTLE: f64 = 8.0;
/// … to.
const LESS_GENTLE: f64 = 10.0;
const LEAST_RATE: f64 = 0.5;
const MOST_RATE: f64 = 100.0;
/// Calls under way at once: at the beginning, and at most.
const AT_ONCE: usize = 4;
const MOST_AT_ONCE: usize = 24;
/// Until an answer's time is known.
const GUESSED_LATENCY: f64 = 0.2;

/// Before the first refusal an answer adds this to the rate, which so about doubles in a second, whatever it is.
const SEARCH: f64 = 0.8;
/// After it an answer adds a share of the rate that was refused: this up to `NEAR` of it …
const RECOVER: f64 = 0.004;
/// … and this beyond.
const PROBE: f64 = 0.001;
const NEAR: f64 = 0.98;
/// What a refusal leaves of the rate: the first, a later one, and one directly after another.
const CUT_FIRST: f64 = 0.7;
const CUT: f64 = 0.95;
const CUT_AGAIN: f64 = 0.8;
/// The share of what has passed in the last `SIGHT` seconds that stays in any case.
const KEEP: f64 = 0.93;
const SIGHT: f64 = 2.0;
/// Seconds that refusals in a row hold all calls back at most.
const MOST_HOLD: f64 = 30.0;
/// What `Retry-After` can ask for at most.
const MOST_ASKED: u32 = 300;

/// The present rate, and how it came about.
#[derive(Debug)]
pub(super) struct Pace {
    rate: f64,
    /// The rate that was refused last.
    refused_at: Option<f64>,
    /// When the last answers came: those of `SIGHT` seconds.
    passes: VecDeque<DateTime<Utc>>,
    /// When the rate was cut last. Calls that were sent before say nothing about the rate since.
    cut_at: DateTime<Utc>,
    in_a_row: u32,
    refusals: u32,
    /// Seconds that an answer takes, smoothed.
    latency: f64,
    /// When the next call is due by the rate alone.
    next: DateTime<Utc>,
    held_until: Option<DateTime<Utc>>,
}

impl Pace {
    pub(super) fn new(dice: &mut Dice) -> Pace {
        Pace {
            rate: dice.between(GENTLE, LESS_GENTLE),
            refused_at: None,
            passes: VecDeque::new(),
            cut_at: DateTime::UNIX_EPOCH,
            in_a_row: 0,
            refusals: 0,
            latency: GUESSED_LATENCY,
            next: DateTime::UNIX_EPOCH,
            held_until: None,
        }
    }

    /// Calls a second.
    pub(super) fn rate(&self) -> f64 {
        self.rate
    }

    /// Times that a call was refused.
    pub(super) fn refusals(&self) -> u32 {
        self.refusals
    }

    /// Until when all calls are held back.
    pub(super) fn held_until(&self) -> Option<DateTime<Utc>> {
        self.held_until
    }

    /// How many calls may be under way at once: as many as the rate needs at the time an answer takes.
    pub(super) fn at_once(&self) -> usize {
        let needed = (self.rate * self.latency * 1.5).ceil() as usize + 1;
        needed.clamp(AT_ONCE, MOST_AT_ONCE)
    }

    /// When the next call may be sent.
    pub(super) fn next(&self) -> DateTime<Utc> {
        self.held_until.map_or(self.next, |held| self.next.max(held))
    }

    /// A call goes out. An alarm that rang late is made up for, by one call.
    pub(super) fn sent(&mut self, now: DateTime<Utc>) {
        if self.held_until.is_some_and(|held| held <= now) {
            self.held_until = None;
        }
        let spacing = seconds(1.0 / self.rate);
        self.next = self.next.max(now - spacing) + spacing;
    }

    /// A call was answered by anything but a refusal.
    pub(super) fn passed(&mut self, sent_at: DateTime<Utc>, now: DateTime<Utc>) {
        let took = (now - sent_at).as_seconds_f64().clamp(0.0, 30.0);
        self.latency += (took - self.latency) / 8.0;
        self.passes.push_back(now);
        self.goodput(now);
        if sent_at < self.cut_at {
            return;
        }
        self.in_a_row = 0;
        let step = match self.refused_at {
            None => SEARCH,
            Some(refused) if self.rate < NEAR * refused => RECOVER * refused,
            Some(refused) => PROBE * refused,
        };
        // A rate that cannot be reached with the calls allowed at once is not worth raising.
        let reachable = 1.25 * MOST_AT_ONCE as f64 / self.latency.max(0.001);
        if self.rate < reachable {
            self.rate = (self.rate + step).min(MOST_RATE);
        }
    }

    /// A call was refused as one too many.
    pub(super) fn refused(
        &mut self,
        sent_at: DateTime<Utc>,
        retry_after: Option<u32>,
        dice: &mut Dice,
        now: DateTime<Utc>,
    ) {
        self.refusals += 1;
        self.asked_to_wait(retry_after, now);
        if sent_at < self.cut_at {
            return;
        }
        self.in_a_row += 1;
        let left = match (self.refused_at, self.in_a_row) {
            (None, _) => CUT_FIRST,
            (Some(_), 1) => CUT,
            (Some(_), _) => CUT_AGAIN,
        };
        let floor = (KEEP * self.goodput(now)).min(self.rate * CUT).max(LEAST_RATE);
        self.refused_at = Some(self.rate);
        self.rate = (self.rate * left).max(floor);
        self.cut_at = now;
        if self.in_a_row >= 2 {
            let doubled = 2f64.powi(self.in_a_row.min(10) as i32) / self.rate;
            self.hold(dice.between(0.75, 1.25) * doubled.min(MOST_HOLD), now);
        }
    }

    /// `Retry-After`, where an answer has it.
    pub(super) fn asked_to_wait(&mut self, retry_after: Option<u32>, now: DateTime<Utc>) {
        if let Some(asked) = retry_after {
            self.hold(f64::from(asked.min(MOST_ASKED)), now);
        }
    }

    /// Calls a second that passed of late; forgets the earlier ones.
    fn goodput(&mut self, now: DateTime<Utc>) -> f64 {
        let from = now - seconds(SIGHT);
        while self.passes.front().is_some_and(|at| *at < from) {
            self.passes.pop_front();
        }
        self.passes.len() as f64 / SIGHT
    }

    /// Lets calls go again: the person wants it now.
    pub(super) fn release(&mut self) {
        self.held_until = None;
        self.in_a_row = 0;
    }

    /// Holds all calls back for so many seconds.
    pub(super) fn hold(&mut self, length: f64, now: DateTime<Utc>) {
        let until = now + seconds(length);
        self.held_until = Some(self.held_until.map_or(until, |held| held.max(until)));
    }
}

/// Seconds as a time span; the callers' are small and positive.
pub(super) fn seconds(length: f64) -> TimeDelta {
    TimeDelta::nanoseconds((length * 1e9) as i64)
}

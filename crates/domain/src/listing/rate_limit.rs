//! How fast to ask: finds the rate that the service allows, and stays just below it.
//!
//! Calls are spaced evenly. Each rate is tried for as long as it takes to see what becomes of the calls sent at it;
//! only their answers count, and at a slow service the first of them comes seconds later. Then:
//!
//! - hardly any was refused: the rate is good, and the next one a step higher. The first step doubles it.
//! - too many were refused: back to the last good rate, and the next step is a quarter of this one. When steps are
//!   small, the limit is found; from then on one is tried rarely enough to cost nothing.
//! - too many were refused at the good rate itself, as a service allows more after a rest: down to what has passed.
//! - none passed: all calls are held back, longer every time.
//!
//! In a long list this costs at most a twentieth more time than the allowed rate does, for services that allow 1 to 100
//! calls at once and answer after 20 ms to 2.5 s (`tests::throttles`). Two things no pace can help against: a service
//! that allows one call at once and is reached after uneven times refuses calls at any rate; and a list of accounts
//! gives no more than a page for each answer, however much is allowed.
//!
//! Source: granted 811, oktaws 512, aws-sso-cli 448 and 520, leapp 281: no figures are published, and a 429 says nothing about how long to wait.

use super::rng::Rng;
use chrono::{DateTime, TimeDelta, Utc};

/// Calls a second at the beginning, from …
const GENTLE: f64 = 8.0;
/// … to.
const LESS_GENTLE: f64 = 10.0;
const LEAST_RATE: f64 = 0.5;
const MOST_RATE: f64 = 100.0;
/// Calls under way at once: at the beginning, and at most.
const AT_ONCE: usize = 4;
const MOST_AT_ONCE: usize = 200;

/// A step up is this share of the rate: the first, …
const FIRST_STEP: f64 = 1.0;
/// … later ones at least, while the limit is looked for, …
const STEP: f64 = 0.025;
/// … and at the end, when the limit counts as found.
const LEAST_STEP: f64 = 0.01;
/// What a step that was refused leaves of the next.
const SMALLER: f64 = 0.25;
/// A rate is kept for so many seconds after its first answer, and so many answers.
const TRIAL: f64 = 0.5;
const TRIAL_ANSWERS: u32 = 6;
/// When the limit is found, it is tried again after so many times the time that such a try may spoil.
const RARELY: f64 = 40.0;
/// Too many are refused: this share of the calls, of late.
const TOO_MANY: f64 = 0.03;
/// "Of late" is about so many answers.
const OF_LATE: f64 = 64.0;
/// What a step down leaves of the rate at least: until there was one, and later.
const FIRST_CUT: f64 = 0.35;
const CUT: f64 = 0.8;
/// So many refusals without a pass are a service that lets nothing through.
const NONE: u32 = 4;
/// What passes is measured over so many answers at least.
const MEASURED: u32 = 16;
/// How far below what passed the next rate is.
const KEEP: f64 = 0.98;

/// Seconds that refusals without a pass hold all calls back: half of the first time, and at most.
const REST: f64 = 0.4;
const MOST_HOLD: f64 = 30.0;
/// What `Retry-After` can ask for at most.
const MOST_ASKED: u32 = 300;

/// The present rate, and how it came about.
#[derive(Clone, Debug)]
pub(super) struct RateLimit {
    /// Calls a second.
    pub(super) rate: f64,
    trial: Trial,
    /// The rate before the present one, if nothing was wrong with it.
    good: Option<f64>,
    step: f64,
    /// What a step down leaves of the rate at least.
    most_cut: f64,
    /// Trials in a row in which nothing passed.
    dry: u32,
    /// Seconds that an answer takes when it need not queue: the shortest, and slowly longer.
    latency: Option<f64>,
    /// When the next call is due by the rate alone.
    next: DateTime<Utc>,
    /// Until when all calls are held back.
    pub(super) held_until: Option<DateTime<Utc>>,
}

/// What became of the calls sent at the present rate.
#[derive(Clone, Debug)]
struct Trial {
    since: DateTime<Utc>,
    first_answer: Option<DateTime<Utc>>,
    passed: u32,
    refused: u32,
    /// The share of refusals, of late.
    share: f64,
}

impl Trial {
    fn new(since: DateTime<Utc>) -> Trial {
        Trial { since, first_answer: None, passed: 0, refused: 0, share: 0.0 }
    }

    fn refused_share(&self) -> f64 {
        f64::from(self.refused) / f64::from((self.passed + self.refused).max(1))
    }

    fn seconds(&self, now: DateTime<Utc>) -> f64 {
        self.first_answer.map_or(0.0, |first| (now - first).as_seconds_f64())
    }
}

impl RateLimit {
    pub(super) fn new(rng: &mut Rng) -> RateLimit {
        RateLimit {
            rate: rng.between(GENTLE, LESS_GENTLE),
            trial: Trial::new(DateTime::UNIX_EPOCH),
            good: None,
            step: FIRST_STEP,
            most_cut: FIRST_CUT,
            dry: 0,
            latency: None,
            next: DateTime::UNIX_EPOCH,
            held_until: None,
        }
    }

    /// How many calls may be under way at once: as many as the rate needs at the time an answer takes, and some more.
    /// While nothing passes, one.
    pub(super) fn at_once(&self) -> usize {
        if self.dry >= 2 {
            return 1;
        }
        let needed = (self.rate * self.latency.unwrap_or(0.0) * 3.0).ceil() as usize + 1;
        needed.clamp(AT_ONCE, MOST_AT_ONCE)
    }

    /// When the next call may be sent.
    pub(super) fn next(&self) -> DateTime<Utc> {
        self.held_until.map_or(self.next, |held| self.next.max(held))
    }

    /// A call goes out. A timer that rang much too late is made up for, by one call.
    pub(super) fn sent(&mut self, now: DateTime<Utc>) {
        if self.held_until.is_some_and(|held| held <= now) {
            self.held_until = None;
        }
        let spacing = seconds(1.0 / self.rate);
        let late = now - self.next;
        let from = if late < spacing / 2 { now } else { self.next.max(now - spacing) };
        self.next = from + spacing;
    }

    /// A call was answered by anything but a refusal, while so many others are under way. No rate is worth raising
    /// at which the answers do not come.
    pub(super) fn passed(&mut self, sent_at: DateTime<Utc>, busy: usize, now: DateTime<Utc>) {
        let took = (now - sent_at).as_seconds_f64().clamp(0.0, 30.0);
        match self.latency {
            Some(least) => self.latency = Some(took.min(least + (took - least) / 256.0)),
            None => {
                // The first answer: only now is there enough to ask.
                self.latency = Some(took);
                self.trial = Trial::new(now);
                self.next = now;
            }
        }
        if sent_at < self.trial.since {
            return;
        }
        self.dry = 0;
        self.trial.first_answer.get_or_insert(now);
        self.trial.passed += 1;
        self.trial.share -= self.trial.share / OF_LATE;
        if busy < self.at_once() {
            self.step_up(now);
        }
    }

    /// The next rate, where the present one has been tried for long enough.
    fn step_up(&mut self, now: DateTime<Utc>) {
        let is_found = self.step <= LEAST_STEP;
        let long_enough = if is_found { TRIAL + RARELY * self.cost() } else { TRIAL };
        if self.trial.passed < TRIAL_ANSWERS
            || self.trial.seconds(now) < long_enough
            || self.trial.refused_share() > TOO_MANY
            || self.rate >= MOST_RATE
        {
            return;
        }
        self.good = Some(self.rate);
        self.rate = (self.rate * (1.0 + self.step)).min(MOST_RATE);
        if self.step < FIRST_STEP {
            self.most_cut = CUT;
        }
        if is_found {
            self.step *= 2.0;
        }
        self.trial = Trial::new(now);
    }

    /// Seconds until it is known that a step was too large.
    fn cost(&self) -> f64 {
        self.latency.unwrap_or(0.0) + 4.0 / self.rate
    }

    /// A call was refused as one too many.
    pub(super) fn refused(
        &mut self,
        sent_at: DateTime<Utc>,
        retry_after: Option<u32>,
        rng: &mut Rng,
        now: DateTime<Utc>,
    ) {
        self.asked_to_wait(retry_after, now);
        if sent_at < self.trial.since {
            return;
        }
        self.trial.first_answer.get_or_insert(now);
        self.trial.refused += 1;
        self.trial.share += (1.0 - self.trial.share) / OF_LATE;
        let none_pass = self.dry > 0 && self.trial.passed == 0;
        if none_pass || self.trial.share > TOO_MANY {
            self.step_down(rng, now);
        }
    }

    fn step_down(&mut self, rng: &mut Rng, now: DateTime<Utc>) {
        match self.good {
            Some(good) if good < self.rate => {
                self.rate = good;
                self.step = (self.step * SMALLER).max(LEAST_STEP);
            }
            Some(_) | None if self.trial.passed == 0 => {
                if self.dry == 0 {
                    if self.trial.refused < NONE {
                        return;
                    }
                    self.rate = (self.rate * self.most_cut.max(0.5)).max(LEAST_RATE);
                }
                self.dry += 1;
                self.good = None;
                self.step = STEP;
                let doubled = REST * 2f64.powi(self.dry.min(10) as i32);
                self.hold(rng.between(0.75, 1.25) * doubled.min(MOST_HOLD), now);
            }
            Some(_) | None => {
                if self.trial.passed + self.trial.refused < MEASURED {
                    return;
                }
                let refused = self.trial.refused_share();
                let left = (KEEP * (1.0 - refused)).max(self.most_cut);
                self.rate = (self.rate * left).max(LEAST_RATE);
                self.step = (SMALLER * (1.0 / left - 1.0)).max(STEP);
                self.good = None;
            }
        }
        self.trial = Trial::new(now);
    }

    /// `Retry-After`, where an answer has it.
    pub(super) fn asked_to_wait(&mut self, retry_after: Option<u32>, now: DateTime<Utc>) {
        if let Some(asked) = retry_after {
            self.hold(f64::from(asked.min(MOST_ASKED)), now);
        }
    }

    /// Lets calls go again: the person wants it now.
    pub(super) fn release(&mut self) {
        self.held_until = None;
        self.dry = 0;
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

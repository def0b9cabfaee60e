//! All accounts and all their roles, many thousands, from a service that allows few calls and tells nobody how few.
//!
//! Not here: HTTP, timers, a clock, the access token. [`Listing::step`] takes what happened and what time it is, and
//! gives the next state and what to do. Each step touches one account and its page, never the whole list.
//!
//! What can go wrong, and what becomes of it:
//!
//! - too many calls: all go slower, the page is asked for again, for as long as it takes;
//! - lost network, broken service: the page is asked for again, a few times; then its account is listed as failed;
//! - nothing gets through at all, or there is no relay: the listing is interrupted, keeping everything;
//! - the token is refused: everything waits for another token, and goes on;
//! - no access to one account: that account says so;
//! - an account id or role name that can't be one: it is left out ([`Account::has_invalid_role`]).
//!
//! Source: AWS's service model for `sso`; granted 811 for what a throttle looks like.

mod input;

mod accounts;

mod progress;

mod results;

mod send;

mod answers;

mod queue;

mod rate_limit;

mod circuit_breaker;

mod rng;

mod clock;

use crate::AccountId;
use crate::attempt::Attempt;
use answers::Items;
use chrono::{DateTime, Utc};
use circuit_breaker::CircuitBreaker;
use clock::SteadyClock;
use queue::{Job, Queue, Work};
use rate_limit::RateLimit;
use results::Results;
use rng::Rng;
use std::rc::Rc;

pub use accounts::{Account, Accounts, Roles};
pub use input::{Command, Input};
pub use progress::{AccountList, Phase, Progress};

/// A listing of everything that is assigned to the person.
#[derive(Clone, Debug)]
pub struct Listing {
    attempts: Attempt,
    phase: Phase,
    token: Attempt,
    results: Results,
    queue: Queue,
    rate_limit: RateLimit,
    circuit_breaker: CircuitBreaker,
    rng: Rng,
    clock: SteadyClock,
    /// By the steady clock.
    alarm: Option<(Attempt, DateTime<Utc>)>,
}

/// Nothing listed. One for the life of the page: it counts attempts, so that a late answer to an earlier listing is
/// known as such.
impl Default for Listing {
    fn default() -> Listing {
        Listing::begin(Attempt::default(), Attempt::default(), 0, SteadyClock::default())
    }
}

impl Listing {
    fn begin(attempts: Attempt, token: Attempt, seed: u32, clock: SteadyClock) -> Listing {
        let mut rng = Rng::new(seed);
        let rate_limit = RateLimit::new(&mut rng);
        Listing {
            attempts,
            phase: Phase::Idle,
            token,
            results: Results::default(),
            queue: Queue::default(),
            rate_limit,
            circuit_breaker: CircuitBreaker::default(),
            rng,
            clock,
            alarm: None,
        }
    }

    /// The next state, and what to do now.
    #[must_use]
    pub fn step(mut self, input: Input, now: DateTime<Utc>) -> (Listing, Vec<Command>) {
        use Phase::{AwaitingToken, Finished, Interrupted, Running, Stopped};
        let has_rung = |(set, _): &_| matches!(&input, Input::Woke(rung) if rung == set);
        let rung = self.alarm.take_if(|alarm| has_rung(alarm));
        let now = self.clock.read(now, rung.map(|(_, at)| at));
        let had_no_token = self.phase == AwaitingToken;
        match input {
            Input::Start { seed, token } => {
                self = Listing::begin(self.attempts, token, seed, self.clock);
                self.queue.ready.push_back(Job::new(Work::Accounts));
                self.phase = Running;
            }
            Input::AccountsPage(attempt, answer) => {
                let answer =
                    answer.map(|page| (Items::Accounts(page.account_list), page.next_token));
                self.answered(attempt, answer, now);
            }
            Input::RolesPage(attempt, answer) => {
                let answer = answer.map(|page| (Items::Roles(page.role_list), page.next_token));
                self.answered(attempt, answer, now);
            }
            Input::Stop => {
                if matches!(self.phase, Running | Interrupted(_) | AwaitingToken) {
                    self.phase = Stopped;
                }
            }
            Input::Resume { token } => {
                if matches!(self.phase, Stopped | Interrupted(_) | AwaitingToken) {
                    self.token = token;
                    self.circuit_breaker.over();
                    self.rate_limit.release();
                    self.phase = Running;
                }
            }
            Input::RetryFailed => {
                self.retry_failed();
                if self.phase == Finished {
                    self.phase = Running;
                }
            }
            Input::Woke(_) | Input::CameBack => {}
        }
        let mut commands = self.go_on(now);
        if self.phase == AwaitingToken && !had_no_token {
            commands.push(Command::TokenRefused { token: self.token });
        }
        (self, commands)
    }

    fn retry_failed(&mut self) {
        self.circuit_breaker.over();
        for place in 0..self.results.accounts.len() {
            let account = self.results.accounts.get(place);
            if account.is_some_and(|account| matches!(account.roles, Roles::Failed(_))) {
                self.results.set_roles(place, Roles::Arriving);
                self.ask_for_roles(place);
            }
        }
        if let AccountList::Failed(_) = self.results.account_list {
            self.results.account_list = AccountList::Arriving;
            self.queue.ready.push_front(Job::new(Work::Accounts));
        }
    }

    /// What it is doing.
    pub fn phase(&self) -> &Phase {
        &self.phase
    }

    /// The accounts found so far. Keep a clone to compare with: it is one pointer.
    pub fn accounts(&self) -> &Accounts {
        &self.results.accounts
    }

    /// One of them.
    pub fn account(&self, id: AccountId) -> Option<&Rc<Account>> {
        self.results.get(id)
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress {
            accounts: self.results.accounts.len(),
            account_list: self.results.account_list.clone(),
            done: 0,
            failed: 0,
            roles: 0,
            rate: self.rate_limit.rate,
            is_cut_off: self.circuit_breaker.is_open(),
            held_until: self.rate_limit.held_until.map(|at| self.clock.shown(at)),
        };
        for account in self.results.accounts.iter() {
            progress.roles += account.role_names.len();
            match account.roles {
                Roles::Complete | Roles::NoAccess(_) => progress.done += 1,
                Roles::Failed(_) => progress.failed += 1,
                Roles::Pending | Roles::Arriving => {}
            }
        }
        progress
    }
}

#[cfg(test)]
mod tests;

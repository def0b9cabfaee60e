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
//! - an account id or role name that can't be one: a [`Remark`].
//!
//! Source: FACTS "The seven calls", "Errors".

mod input;

mod accounts;

mod progress;

mod remarks;

mod harvest;

mod sending;

mod answers;

mod queue;

mod pace;

mod outage;

mod dice;

use crate::AccountId;
use crate::attempt::Attempt;
use chrono::{DateTime, Utc};
use dice::Dice;
use harvest::Harvest;
use outage::Outage;
use pace::Pace;
use queue::{Job, Queue, Work};
use std::rc::Rc;

pub use accounts::{Account, Accounts, Roles};
pub use input::{AccountsRequest, Command, Input, RolesRequest};
pub use progress::{AccountList, Phase, Progress, Reach};
pub use remarks::{Remark, Remarks};

/// A listing of everything that is assigned to the person.
#[derive(Debug)]
pub struct Listing {
    attempts: Attempt,
    phase: Phase,
    token: Attempt,
    harvest: Harvest,
    queue: Queue,
    pace: Pace,
    outage: Outage,
    dice: Dice,
    alarm: Option<(Attempt, DateTime<Utc>)>,
}

impl Default for Listing {
    fn default() -> Listing {
        Listing::new()
    }
}

impl Listing {
    /// Nothing listed. One for the life of the page: it counts attempts, so that a late answer to an earlier listing
    /// is known as such.
    pub fn new() -> Listing {
        Listing::begin(Attempt::default(), Attempt::default(), 0)
    }

    fn begin(attempts: Attempt, token: Attempt, seed: u32) -> Listing {
        let mut dice = Dice::new(seed);
        let pace = Pace::new(&mut dice);
        Listing {
            attempts,
            phase: Phase::Idle,
            token,
            harvest: Harvest::default(),
            queue: Queue::default(),
            pace,
            outage: Outage::default(),
            dice,
            alarm: None,
        }
    }

    /// The next state, and what to do now.
    #[must_use]
    pub fn step(mut self, input: Input, now: DateTime<Utc>) -> (Listing, Vec<Command>) {
        use Phase::{AwaitingToken, Finished, Idle, Interrupted, Running, Stopped};
        let phase = std::mem::replace(&mut self.phase, Idle);
        let had_no_token = phase == AwaitingToken;
        self.phase = match (phase, input) {
            (_, Input::Start { seed, token }) => {
                self = Listing::begin(self.attempts, token, seed);
                self.queue.append(Job::new(Work::Accounts { next_token: None }));
                Running
            }
            (phase, Input::AccountsPage(attempt, answer)) => {
                self.accounts_page(phase, attempt, answer, now)
            }
            (phase, Input::RolesPage(attempt, answer)) => {
                self.roles_page(phase, attempt, answer, now)
            }
            (Running, Input::Woke(attempt)) => {
                self.alarm.take_if(|(set, _)| *set == attempt);
                Running
            }
            (Running | Interrupted(_) | AwaitingToken, Input::Stop) => Stopped,
            (Stopped | Interrupted(_) | AwaitingToken, Input::Resume { token }) => {
                self.token = token;
                self.outage.over();
                self.pace.release();
                Running
            }
            (Finished, Input::RetryFailed) => {
                self.retry_failed();
                Running
            }
            (phase @ (Running | Stopped | Interrupted(_) | AwaitingToken), Input::RetryFailed) => {
                self.retry_failed();
                phase
            }
            // By name, so that a new input must be given its place.
            (
                phase,
                Input::Woke(_)
                | Input::CameBack
                | Input::Stop
                | Input::Resume { .. }
                | Input::RetryFailed,
            ) => phase,
        };
        let mut commands = self.go_on(now);
        if self.phase == AwaitingToken && !had_no_token {
            commands.push(Command::TokenRefused { token: self.token });
        }
        (self, commands)
    }

    fn retry_failed(&mut self) {
        self.outage.over();
        for place in self.harvest.reopen_failed() {
            self.ask_for_roles(place);
        }
        if let AccountList::Failed(_) = self.harvest.account_list {
            self.harvest.account_list = AccountList::Arriving;
            self.queue.prepend(Job::new(Work::Accounts { next_token: None }));
        }
    }

    /// What it is doing.
    pub fn phase(&self) -> &Phase {
        &self.phase
    }

    /// The accounts found so far. Keep a clone to compare with: it is one pointer.
    pub fn accounts(&self) -> &Accounts {
        &self.harvest.accounts
    }

    /// One of them.
    pub fn account(&self, id: AccountId) -> Option<&Rc<Account>> {
        self.harvest.get(id)
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        Progress {
            accounts: self.harvest.accounts.len(),
            account_list: self.harvest.account_list.clone(),
            done: self.harvest.done,
            no_access: self.harvest.no_access,
            failed: self.harvest.failed.len(),
            roles: self.harvest.roles,
            rate: self.pace.rate(),
            refusals: self.pace.refusals(),
            reach: self.outage.reach(),
            held_until: self.pace.held_until(),
        }
    }

    /// What was wrong in the lists.
    pub fn remarks(&self) -> &Remarks {
        &self.harvest.remarks
    }
}

#[cfg(test)]
mod tests;

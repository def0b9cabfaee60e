//! How far a listing is, in numbers.

use crate::aws::CallError;
use chrono::{DateTime, Utc};
use std::rc::Rc;

/// What a listing is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not begun.
    Idle,
    /// Asking.
    Running,
    /// The access token was refused: waits for another.
    AwaitingToken,
    /// Nothing gets through any more, for this reason: waits for the person.
    Interrupted(Rc<CallError>),
    /// The person stopped it.
    Stopped,
    /// Nothing is left to ask. Whether everything is there says [`Progress::is_complete`].
    Finished,
}

/// Whether all accounts are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountList {
    /// More pages may come.
    Arriving,
    /// All are known.
    Complete,
    /// The rest could not be had; `RetryFailed` asks again.
    Failed(Rc<CallError>),
}

/// How far a listing is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Accounts known.
    pub accounts: usize,
    /// Whether there may be more.
    pub account_list: AccountList,
    /// Accounts of which nothing more is to be asked: all roles known, or no access.
    pub done: usize,
    /// Accounts whose roles could not be had.
    pub failed: usize,
    /// Roles found.
    pub roles: usize,
    /// Calls a second at present.
    pub rate: f64,
    /// Whether several calls in a row did not get through: one at a time tries, ever further apart, before the listing
    /// is interrupted.
    pub is_cut_off: bool,
    /// No call before this, where the last answers ask for a longer wait.
    pub held_until: Option<DateTime<Utc>>,
}

impl Progress {
    /// Whether every account and every role that AWS gives is here.
    pub fn is_complete(&self) -> bool {
        self.account_list == AccountList::Complete && self.done == self.accounts
    }

    /// Accounts whose roles are still to come.
    pub fn remaining(&self) -> usize {
        self.accounts - self.done - self.failed
    }
}

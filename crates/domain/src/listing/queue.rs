//! What is still to be asked: at once, later, and under way.

use crate::AccountId;
use crate::attempt::Attempt;
use crate::aws::Operation;
use chrono::{DateTime, Utc};
use std::collections::VecDeque;

/// A page to ask for.
#[derive(Clone, Debug)]
pub(super) struct Job {
    pub(super) work: Work,
    /// Of the list's pages so far; the last is the page to ask for, none is the first page.
    pub(super) tokens: Vec<String>,
    /// How often it has failed in a row.
    pub(super) failures: u32,
}

impl Job {
    /// Its first page.
    pub(super) fn new(work: Work) -> Job {
        Job { work, tokens: Vec::new(), failures: 0 }
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Work {
    /// A page of accounts.
    Accounts,
    /// A page of the roles of the account at this place.
    Roles { place: usize, account_id: AccountId },
}

impl Work {
    pub(super) fn operation(self) -> Operation {
        match self {
            Work::Accounts => Operation::ListAccounts,
            Work::Roles { .. } => Operation::ListAccountRoles,
        }
    }
}

/// A job whose answer is awaited.
#[derive(Clone, Debug)]
pub(super) struct UnderWay {
    pub(super) attempt: Attempt,
    pub(super) job: Job,
    pub(super) sent_at: DateTime<Utc>,
    /// The number of the access token it went out with.
    pub(super) token: Attempt,
}

/// All jobs, each in one of three places.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue {
    /// From the front.
    pub(super) ready: VecDeque<Job>,
    /// The next one last.
    pub(super) later: Vec<(DateTime<Utc>, Job)>,
    /// A handful at most.
    pub(super) under_way: Vec<UnderWay>,
}

impl Queue {
    /// To be asked at this time.
    pub(super) fn put_off(&mut self, job: Job, at: DateTime<Utc>) {
        let place = self.later.partition_point(|(due, _)| *due > at);
        self.later.insert(place, (at, job));
    }

    /// Moves what has become due to the front.
    pub(super) fn release(&mut self, now: DateTime<Utc>) {
        while let Some((_, job)) = self.later.pop_if(|(due, _)| *due <= now) {
            self.ready.push_front(job);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ready.is_empty() && self.later.is_empty() && self.under_way.is_empty()
    }

    /// The job that this answer is to; `None` for one that is not awaited.
    pub(super) fn answered(&mut self, attempt: Attempt) -> Option<UnderWay> {
        let found = self.under_way.iter().position(|under_way| under_way.attempt == attempt)?;
        Some(self.under_way.swap_remove(found))
    }
}

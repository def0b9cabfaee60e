//! What is still to be asked: at once, later, and under way.

use crate::AccountId;
use crate::attempt::Attempt;
use chrono::{DateTime, Utc};
use std::collections::VecDeque;

/// A page to ask for.
#[derive(Clone, Debug)]
pub(super) struct Job {
    pub(super) work: Work,
    pub(super) tokens: PageTokens,
    /// How often it has failed in a row.
    pub(super) failures: u32,
}

impl Job {
    /// Its first page.
    pub(super) fn new(work: Work) -> Job {
        Job { work, tokens: PageTokens::default(), failures: 0 }
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Work {
    /// A page of accounts.
    Accounts,
    /// A page of the roles of the account at this place.
    Roles { place: usize, account_id: AccountId },
}

/// The tokens of a list's pages so far; the last is the page to ask for, none is the first page.
#[derive(Clone, Debug, Default)]
pub(super) struct PageTokens(Vec<String>);

impl PageTokens {
    /// The page to ask for.
    pub(super) fn current(&self) -> Option<&str> {
        self.0.last().map(String::as_str)
    }

    /// Goes on to the page that the present one names.
    pub(super) fn next(mut self, token: Option<String>) -> NextPage {
        match token.filter(|token| !token.is_empty()) {
            None => NextPage::End,
            Some(token) if self.0.contains(&token) => NextPage::Circle,
            Some(token) => {
                self.0.push(token);
                NextPage::Page(self)
            }
        }
    }
}

/// Where a list goes on.
pub(super) enum NextPage {
    Page(PageTokens),
    End,
    /// The page names one that was there before.
    Circle,
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
    ready: VecDeque<Job>,
    /// The next one last.
    later: Vec<(DateTime<Utc>, Job)>,
    /// A handful at most.
    under_way: Vec<UnderWay>,
}

impl Queue {
    /// To be asked after all others.
    pub(super) fn append(&mut self, job: Job) {
        self.ready.push_back(job);
    }

    /// To be asked before all others.
    pub(super) fn prepend(&mut self, job: Job) {
        self.ready.push_front(job);
    }

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

    /// The next job to be asked now.
    pub(super) fn next(&mut self) -> Option<Job> {
        self.ready.pop_front()
    }

    /// Whether there is one.
    pub(super) fn has_ready(&self) -> bool {
        !self.ready.is_empty()
    }

    /// When the next job that was put off is due.
    pub(super) fn next_due(&self) -> Option<DateTime<Utc>> {
        self.later.last().map(|(due, _)| *due)
    }

    /// How many answers are awaited.
    pub(super) fn busy(&self) -> usize {
        self.under_way.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ready.is_empty() && self.later.is_empty() && self.under_way.is_empty()
    }

    pub(super) fn sent(&mut self, under_way: UnderWay) {
        self.under_way.push(under_way);
    }

    /// The job that this answer is to; `None` for one that is not awaited.
    pub(super) fn answered(&mut self, attempt: Attempt) -> Option<UnderWay> {
        let found = self.under_way.iter().position(|under_way| under_way.attempt == attempt)?;
        Some(self.under_way.swap_remove(found))
    }
}

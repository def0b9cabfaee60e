//! Taking answers in: what each means for its page, for the pace, and for the whole.
//!
//! Not here: sending ([`super::sending`]), and the moves that a person or a token causes ([`super::Listing::step`]).

use super::Listing;
use super::harvest::Page;
use super::outage::Verdict;
use super::pace::seconds;
use super::progress::{AccountList, Phase};
use super::queue::{Job, UnderWay, Work};
use crate::answer::{Again, Answer, CallError, CallFailure};
use crate::attempt::Attempt;
use crate::call::Call;
use crate::wire::{ListAccountRolesResponse, ListAccountsResponse};
use chrono::{DateTime, Utc};
use std::rc::Rc;

/// After so many failures in a row a page is given up.
const MOST_FAILURES: u32 = 6;
/// Seconds before a failed page is asked for again, the first time; doubled every time.
const BACK_OFF: f64 = 0.5;

impl Listing {
    pub(super) fn accounts_page(
        &mut self,
        phase: Phase,
        attempt: Attempt,
        answer: Answer<ListAccountsResponse>,
        now: DateTime<Utc>,
    ) -> Phase {
        let Some(under_way) = self.queue.answered(attempt) else { return phase };
        let page = match answer {
            Ok(page) => page,
            Err(error) => return self.failed(phase, under_way, error, now),
        };
        self.passed(&under_way, now);
        match under_way.job.work {
            Work::Accounts { next_token: asked } => {
                let places = self.harvest.take_accounts(page.account_list);
                for place in places {
                    self.ask_for_roles(place);
                }
                match next_page(asked.as_deref(), page.next_token) {
                    Next::Page(token) => {
                        let work = Work::Accounts { next_token: Some(token) };
                        self.queue.prepend(Job::new(work));
                    }
                    Next::End => self.harvest.account_list = AccountList::Complete,
                    Next::Circle => {
                        let error = CallError::malformed(Call::ListAccounts);
                        self.harvest.account_list = AccountList::Failed(Rc::new(error));
                    }
                }
            }
            work @ Work::Roles { .. } => self.queue.prepend(Job::new(work)),
        }
        phase
    }

    pub(super) fn roles_page(
        &mut self,
        phase: Phase,
        attempt: Attempt,
        answer: Answer<ListAccountRolesResponse>,
        now: DateTime<Utc>,
    ) -> Phase {
        let Some(under_way) = self.queue.answered(attempt) else { return phase };
        let page = match answer {
            Ok(page) => page,
            Err(error) => return self.failed(phase, under_way, error, now),
        };
        self.passed(&under_way, now);
        match under_way.job.work {
            Work::Roles { place, account_id, next_token: asked } => {
                match next_page(asked.as_deref(), page.next_token) {
                    Next::Page(token) => {
                        self.harvest.take_roles(place, page.role_list, Page::NotLast);
                        let work = Work::Roles { place, account_id, next_token: Some(token) };
                        self.queue.prepend(Job::new(work));
                    }
                    Next::End => self.harvest.take_roles(place, page.role_list, Page::Last),
                    Next::Circle => {
                        self.harvest.take_roles(place, page.role_list, Page::NotLast);
                        self.harvest.fail(place, CallError::malformed(Call::ListAccountRoles));
                    }
                }
            }
            work @ Work::Accounts { .. } => self.queue.prepend(Job::new(work)),
        }
        phase
    }

    /// Asks for an account's roles from the beginning, after everything else.
    pub(super) fn ask_for_roles(&mut self, place: usize) {
        if let Some(account) = self.harvest.accounts.get(place) {
            let work = Work::Roles { place, account_id: account.id, next_token: None };
            self.queue.append(Job::new(work));
        }
    }

    fn passed(&mut self, under_way: &UnderWay, now: DateTime<Utc>) {
        self.pace.passed(under_way.sent_at, now);
        self.outage.over();
    }

    fn failed(
        &mut self,
        phase: Phase,
        under_way: UnderWay,
        error: CallError,
        now: DateTime<Utc>,
    ) -> Phase {
        let UnderWay { job, sent_at, token, .. } = under_way;
        match (error.kind, error.kind.again()) {
            (CallFailure::Unauthorized, _) => {
                self.queue.prepend(job);
                match phase {
                    Phase::Running if token == self.token => Phase::AwaitingToken,
                    phase => phase,
                }
            }
            (CallFailure::Forbidden, _) if let Work::Roles { place, .. } = job.work => {
                self.harvest.no_access(place, error);
                self.outage.over();
                phase
            }
            (CallFailure::NoRelay, _) | (CallFailure::Relay(_), Again::Never) => {
                self.queue.prepend(job);
                interrupt(phase, error)
            }
            (_, Again::Slower) => {
                self.queue.prepend(job);
                self.pace.refused(sent_at, error.retry_after, &mut self.dice, now);
                self.outage.over();
                phase
            }
            (_, Again::Later) => self.later(phase, job, sent_at, error, now),
            (_, Again::Never) => {
                self.give_up(job, error);
                self.outage.over();
                phase
            }
        }
    }

    /// No network, or a broken service: this page later, or not at all; or nothing at all for a while.
    fn later(
        &mut self,
        phase: Phase,
        job: Job,
        sent_at: DateTime<Utc>,
        error: CallError,
        now: DateTime<Utc>,
    ) -> Phase {
        let failures = job.failures + 1;
        let job = Job { failures, ..job };
        self.pace.asked_to_wait(error.retry_after, now);
        let verdict = self.outage.failure(sent_at, failures, &mut self.dice, now);
        if failures >= MOST_FAILURES {
            self.give_up(job, error.clone());
        } else {
            let doubled = BACK_OFF * f64::from(1 << failures);
            let wait = seconds(doubled * self.dice.between(0.5, 1.0));
            self.queue.put_off(job, now + wait);
        }
        match verdict {
            Verdict::GoOn => phase,
            Verdict::Hold(length) => {
                self.pace.hold(length, now);
                phase
            }
            Verdict::GiveUp => interrupt(phase, error),
        }
    }

    fn give_up(&mut self, job: Job, error: CallError) {
        match job.work {
            Work::Accounts { .. } => {
                self.harvest.account_list = AccountList::Failed(Rc::new(error));
            }
            Work::Roles { place, .. } => self.harvest.fail(place, error),
        }
    }
}

fn interrupt(phase: Phase, error: CallError) -> Phase {
    match phase {
        Phase::Running => Phase::Interrupted(Rc::new(error)),
        phase @ (Phase::Idle
        | Phase::AwaitingToken
        | Phase::Interrupted(_)
        | Phase::Stopped
        | Phase::Finished) => phase,
    }
}

/// Where a list goes on.
enum Next {
    Page(String),
    End,
    /// The page names itself as the next.
    Circle,
}

fn next_page(asked: Option<&str>, next: Option<String>) -> Next {
    match next.filter(|token| !token.is_empty()) {
        None => Next::End,
        Some(token) if Some(token.as_str()) == asked => Next::Circle,
        Some(token) => Next::Page(token),
    }
}

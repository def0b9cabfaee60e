//! Taking answers in: what each means for its page, for the rate, and for the whole.

use super::Listing;
use super::circuit_breaker::Decision;
use super::progress::{AccountList, Phase};
use super::queue::{Job, NextPage, PageTokens, UnderWay, Work};
use super::rate_limit::seconds;
use super::results::Page;
use crate::attempt::Attempt;
use crate::aws::Operation;
use crate::aws::model::{ListAccountRolesResponse, ListAccountsResponse};
use crate::aws::{Answer, CallError, ErrorKind, Retry};
use chrono::{DateTime, Utc};
use std::rc::Rc;

/// After so many failures in a row a page is given up.
const MOST_FAILURES: u32 = 4;
/// Seconds before a failed page is asked for again, the first time; doubled every time.
const BACK_OFF: f64 = 0.25;

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
            Work::Accounts { tokens } => {
                let places = self.results.take_accounts(page.account_list);
                for place in places {
                    self.ask_for_roles(place);
                }
                match tokens.next(page.next_token) {
                    NextPage::Page(tokens) => {
                        self.queue.prepend(Job::new(Work::Accounts { tokens }));
                    }
                    NextPage::End => self.results.account_list = AccountList::Complete,
                    NextPage::Circle => {
                        let error = CallError::malformed(Operation::ListAccounts);
                        self.results.account_list = AccountList::Failed(Rc::new(error));
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
            Work::Roles { place, account_id, tokens } => match tokens.next(page.next_token) {
                NextPage::Page(tokens) => {
                    self.results.take_roles(place, page.role_list, Page::NotLast);
                    let work = Work::Roles { place, account_id, tokens };
                    self.queue.prepend(Job::new(work));
                }
                NextPage::End => self.results.take_roles(place, page.role_list, Page::Last),
                NextPage::Circle => {
                    self.results.take_roles(place, page.role_list, Page::NotLast);
                    self.results.fail(place, CallError::malformed(Operation::ListAccountRoles));
                }
            },
            work @ Work::Accounts { .. } => self.queue.prepend(Job::new(work)),
        }
        phase
    }

    /// Asks for an account's roles from the beginning, after everything else.
    pub(super) fn ask_for_roles(&mut self, place: usize) {
        if let Some(account) = self.results.accounts.get(place) {
            let work = Work::Roles { place, account_id: account.id, tokens: PageTokens::default() };
            self.queue.append(Job::new(work));
        }
    }

    fn passed(&mut self, under_way: &UnderWay, now: DateTime<Utc>) {
        self.rate_limit.passed(under_way.sent_at, self.queue.busy(), now);
        self.circuit_breaker.over();
    }

    fn failed(
        &mut self,
        phase: Phase,
        under_way: UnderWay,
        error: CallError,
        now: DateTime<Utc>,
    ) -> Phase {
        let UnderWay { job, sent_at, token, .. } = under_way;
        match (error.kind, error.kind.retry()) {
            (ErrorKind::Unauthorized, _) => {
                self.queue.prepend(job);
                match phase {
                    Phase::Running if token == self.token => Phase::AwaitingToken,
                    phase => phase,
                }
            }
            (ErrorKind::Forbidden, _) if let Work::Roles { place, .. } = job.work => {
                self.results.no_access(place, error);
                self.circuit_breaker.over();
                phase
            }
            (ErrorKind::NoRelay, _) | (ErrorKind::Relay(_), Retry::Never) => {
                self.queue.prepend(job);
                interrupt(phase, error)
            }
            (_, Retry::Slower) => {
                self.queue.prepend(job);
                self.rate_limit.refused(sent_at, error.retry_after, &mut self.rng, now);
                self.circuit_breaker.over();
                phase
            }
            (_, Retry::Later) => self.later(phase, job, sent_at, error, now),
            (_, Retry::Never) => {
                self.give_up(job, error);
                self.circuit_breaker.over();
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
        // During an outage it is not the page's fault.
        let is_its_own = !self.circuit_breaker.is_open() || error.kind != ErrorKind::Unreachable;
        let failures = job.failures + u32::from(is_its_own);
        let job = Job { failures, ..job };
        self.rate_limit.asked_to_wait(error.retry_after, now);
        let decision = self.circuit_breaker.failure(sent_at, failures, &mut self.rng, now);
        if failures >= MOST_FAILURES {
            self.give_up(job, error.clone());
        } else {
            let doubled = BACK_OFF * f64::from(1 << failures);
            let wait = seconds(doubled * self.rng.between(0.5, 1.0));
            self.queue.put_off(job, now + wait);
        }
        match decision {
            Decision::GoOn => phase,
            Decision::Hold(length) => {
                self.rate_limit.hold(length, now);
                phase
            }
            Decision::GiveUp => interrupt(phase, error),
        }
    }

    fn give_up(&mut self, job: Job, error: CallError) {
        match job.work {
            Work::Accounts { .. } => {
                self.results.account_list = AccountList::Failed(Rc::new(error));
            }
            Work::Roles { place, .. } => self.results.fail(place, error),
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

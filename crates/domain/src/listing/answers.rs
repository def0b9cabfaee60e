//! Taking answers in: what each means for its page, for the rate, and for the whole.

use super::Listing;
use super::accounts::Roles;
use super::circuit_breaker::Decision;
use super::progress::{AccountList, Phase};
use super::queue::{Job, UnderWay, Work};
use super::rate_limit::seconds;
use crate::attempt::Attempt;
use crate::aws::model::{AccountInfo, RoleInfo};
use crate::aws::{Answer, CallError, ErrorKind, Retry};
use chrono::{DateTime, Utc};
use std::rc::Rc;

/// After so many failures in a row a page is given up.
const MOST_FAILURES: u32 = 4;
/// Seconds before a failed page is asked for again, the first time; doubled every time.
const BACK_OFF: f64 = 0.25;

/// What a page lists.
pub(super) enum Items {
    Accounts(Vec<AccountInfo>),
    Roles(Vec<RoleInfo>),
}

impl Listing {
    /// A call was answered by a page, and the token of the one after it.
    pub(super) fn answered(
        &mut self,
        attempt: Attempt,
        answer: Answer<(Items, Option<String>)>,
        now: DateTime<Utc>,
    ) {
        let Some(under_way) = self.queue.answered(attempt) else { return };
        let (items, next_token) = match answer {
            Ok(page) => page,
            Err(error) => return self.failed(under_way, error, now),
        };
        self.rate_limit.passed(under_way.sent_at, self.queue.under_way.len(), now);
        self.circuit_breaker.over();
        let Job { work, mut tokens, .. } = under_way.job;
        match (work, items) {
            (Work::Accounts, Items::Accounts(page)) => {
                for place in self.results.take_accounts(page) {
                    self.ask_for_roles(place);
                }
            }
            (Work::Roles { place, .. }, Items::Roles(page)) => self.results.take_roles(place, page),
            // Not what was asked for, and so not taken in.
            (Work::Accounts, Items::Roles(_)) | (Work::Roles { .. }, Items::Accounts(_)) => {}
        }
        match (next_token.filter(|token| !token.is_empty()), work) {
            // A list that goes in a circle.
            (Some(token), _) if tokens.contains(&token) => {
                self.give_up(work, CallError::malformed(work.operation()));
            }
            (Some(token), _) => {
                tokens.push(token);
                self.queue.ready.push_front(Job { work, tokens, failures: 0 });
            }
            (None, Work::Accounts) => self.results.account_list = AccountList::Complete,
            (None, Work::Roles { place, .. }) => self.results.set_roles(place, Roles::Complete),
        }
    }

    /// Asks for an account's roles from the beginning, after everything else.
    pub(super) fn ask_for_roles(&mut self, place: usize) {
        if let Some(account) = self.results.accounts.get(place) {
            self.queue.ready.push_back(Job::new(Work::Roles { place, account_id: account.id }));
        }
    }

    fn failed(&mut self, under_way: UnderWay, error: CallError, now: DateTime<Utc>) {
        let UnderWay { job, sent_at, token, .. } = under_way;
        match (error.kind, error.kind.retry()) {
            (ErrorKind::Unauthorized, _) => {
                self.queue.ready.push_front(job);
                if self.phase == Phase::Running && token == self.token {
                    self.phase = Phase::AwaitingToken;
                }
            }
            (ErrorKind::Forbidden, _) if let Work::Roles { place, .. } = job.work => {
                self.results.no_access(place, error);
                self.circuit_breaker.over();
            }
            (ErrorKind::NoRelay, _) | (ErrorKind::Relay(_), Retry::Never) => {
                self.queue.ready.push_front(job);
                self.interrupt(error);
            }
            (_, Retry::Slower) => {
                self.queue.ready.push_front(job);
                self.rate_limit.refused(sent_at, error.retry_after, &mut self.rng, now);
                self.circuit_breaker.over();
            }
            (_, Retry::Later) => self.later(job, sent_at, error, now),
            (_, Retry::Never) => {
                self.give_up(job.work, error);
                self.circuit_breaker.over();
            }
        }
    }

    /// No network, or a broken service: this page later, or not at all; or nothing at all for a while.
    fn later(&mut self, job: Job, sent_at: DateTime<Utc>, error: CallError, now: DateTime<Utc>) {
        // During an outage it is not the page's fault.
        let is_its_own = !self.circuit_breaker.is_open() || error.kind != ErrorKind::Unreachable;
        let failures = job.failures + u32::from(is_its_own);
        let job = Job { failures, ..job };
        self.rate_limit.asked_to_wait(error.retry_after, now);
        let decision = self.circuit_breaker.failure(sent_at, failures, &mut self.rng, now);
        if failures >= MOST_FAILURES {
            self.give_up(job.work, error.clone());
        } else {
            let doubled = BACK_OFF * f64::from(1 << failures);
            let wait = seconds(doubled * self.rng.between(0.5, 1.0));
            self.queue.put_off(job, now + wait);
        }
        match decision {
            Decision::GoOn => {}
            Decision::Hold(length) => self.rate_limit.hold(length, now),
            Decision::GiveUp => self.interrupt(error),
        }
    }

    fn interrupt(&mut self, error: CallError) {
        if self.phase == Phase::Running {
            self.phase = Phase::Interrupted(Rc::new(error));
        }
    }

    fn give_up(&mut self, work: Work, error: CallError) {
        match work {
            Work::Accounts => self.results.account_list = AccountList::Failed(Rc::new(error)),
            Work::Roles { place, .. } => {
                self.results.set_roles(place, Roles::Failed(Rc::new(error)));
            }
        }
    }
}

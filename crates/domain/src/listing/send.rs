//! Sending the next calls, as the rate allows, and the alarm for the ones after.

use super::Listing;
use super::input::Command;
use super::progress::Phase;
use super::queue::{Job, UnderWay, Work};
use chrono::{DateTime, Utc};

impl Listing {
    /// Sends what may be sent now, sets the alarm for what may not, and sees when nothing is left.
    pub(super) fn go_on(&mut self, now: DateTime<Utc>) -> Vec<Command> {
        let mut commands = Vec::new();
        if self.phase != Phase::Running {
            self.alarm = None;
            return commands;
        }
        // While the breaker is open, a page that has not failed yet tells more.
        if !self.circuit_breaker.is_open() || self.queue.ready.is_empty() {
            self.queue.release(now);
        }
        while self.has_room()
            && self.rate_limit.next() <= now
            && let Some(job) = self.queue.ready.pop_front()
        {
            commands.push(self.send(job, now));
        }
        if self.queue.is_empty() {
            self.phase = Phase::Finished;
            self.alarm = None;
        } else if let Some(at) = self.next_call() {
            let attempt = self.attempts.bump();
            self.alarm = Some((attempt, at));
            commands.push(Command::WakeAt { attempt, at: self.clock.shown(at) });
        }
        commands
    }

    fn send(&mut self, job: Job, now: DateTime<Utc>) -> Command {
        let attempt = self.attempts.bump();
        let next_token = job.tokens.last().cloned();
        let command = match job.work {
            Work::Accounts => Command::ListAccounts { attempt, next_token },
            Work::Roles { account_id, .. } => {
                Command::ListRoles { attempt, account_id, next_token }
            }
        };
        self.rate_limit.sent(now);
        self.queue.under_way.push(UnderWay { attempt, job, sent_at: now, token: self.token });
        command
    }

    fn has_room(&self) -> bool {
        let most = if self.circuit_breaker.is_open() { 1 } else { self.rate_limit.at_once() };
        self.queue.under_way.len() < most
    }

    /// When the next call can go out; `None` where an answer must come first.
    fn next_call(&self) -> Option<DateTime<Utc>> {
        if !self.has_room() {
            None
        } else if !self.queue.ready.is_empty() {
            Some(self.rate_limit.next())
        } else {
            self.queue.later.last().map(|(due, _)| self.rate_limit.next().max(*due))
        }
    }
}

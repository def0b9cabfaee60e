//! Sending the next calls, as the pace allows, and the alarm for the ones after.
//!
//! Not here: what the answers mean ([`super::answers`]).

use super::Listing;
use super::input::{AccountsRequest, Command, RolesRequest};
use super::outage::Outage;
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
        match self.outage {
            // In an outage a page that has not failed yet tells more.
            Outage::Out { .. } if self.queue.has_ready() => {}
            Outage::Out { .. } | Outage::Fair { .. } => self.queue.release(now),
        }
        while self.has_room()
            && self.pace.next() <= now
            && let Some(job) = self.queue.next()
        {
            commands.push(self.send(job, now));
        }
        if self.queue.is_empty() {
            self.phase = Phase::Finished;
            self.alarm = None;
        } else if let Some(at) = self.next_call()
            && self.alarm.is_none_or(|(_, set)| at < set || set <= now)
        {
            let attempt = self.attempts.bump();
            self.alarm = Some((attempt, at));
            commands.push(Command::WakeAt { attempt, at });
        }
        commands
    }

    fn send(&mut self, job: Job, now: DateTime<Utc>) -> Command {
        let attempt = self.attempts.bump();
        let command = match &job.work {
            Work::Accounts { next_token } => {
                let request = AccountsRequest { next_token: next_token.clone() };
                Command::ListAccounts { attempt, request }
            }
            Work::Roles { account_id, next_token, .. } => {
                let request =
                    RolesRequest { account_id: *account_id, next_token: next_token.clone() };
                Command::ListRoles { attempt, request }
            }
        };
        self.pace.sent(now);
        self.queue.sent(UnderWay { attempt, job, sent_at: now, token: self.token });
        command
    }

    fn has_room(&self) -> bool {
        let most = match self.outage {
            Outage::Fair { .. } => self.pace.at_once(),
            Outage::Out { .. } => 1,
        };
        self.queue.busy() < most
    }

    /// When the next call can go out; `None` where an answer must come first.
    fn next_call(&self) -> Option<DateTime<Utc>> {
        if !self.has_room() {
            None
        } else if self.queue.has_ready() {
            Some(self.pace.next())
        } else {
            self.queue.next_due().map(|due| due.max(self.pace.next()))
        }
    }
}

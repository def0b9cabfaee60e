//! What to run next: for one answer, and for all of them together.

use super::state::{Answer, KnownOwners, Outcome, Ownership, State};
use super::text::{self, NextCommand};
use crate::commands::CommandShell;
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::ConfigNames;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// In a word; a message has its own title.
    pub title: Option<&'static str>,
    pub why: &'static str,
    command: NextCommand,
    /// Whose sign-in it is about.
    ownership: Ownership,
}

/// For an answer that is of these.
pub fn for_answer(
    answer: &Answer,
    ownership: Ownership,
    config: Option<&ConfigNames>,
    now: DateTime<Utc>,
) -> Option<Advice> {
    let (title, why, command) = match &answer.outcome {
        Outcome::File(report) => {
            let (title, why, command) = text::next(report, now);
            (Some(title), why, command)
        }
        Outcome::Message(message) => {
            let said = text::message(message.cause_with(config));
            (None, said.why, said.command)
        }
        Outcome::Time(_) | Outcome::NotCache(..) | Outcome::Unreadable(_) => return None,
    };
    Some(Advice { title, why, command, ownership })
}

/// What to run, going by all answers together: for the sign-in that is worth most.
pub fn for_all(state: &State, owners: &KnownOwners<'_>, now: DateTime<Utc>) -> Option<Advice> {
    let best = state.best(now);
    let status = best.and_then(Answer::report).map(|report| report.status(now));
    let (why, command) = text::next_for_all(status)?;
    let ownership = best.map_or_else(Ownership::default, |answer| owners.ownership(answer));
    Some(Advice { title: None, why, command, ownership })
}

impl Advice {
    /// The line, for this shell.
    pub fn command(&self, owners: &KnownOwners<'_>, shell: CommandShell) -> String {
        match self.command {
            NextCommand::LogIn => owners.log_in(&self.ownership, shell),
            NextCommand::LogInWithCode => {
                owners.log_in(&self.ownership, shell) + " --use-device-code"
            }
            NextCommand::Test => owners.test(&self.ownership, shell),
            NextCommand::ForgetKeys => shell.forget_keys(),
            NextCommand::Other(command) => command.to_owned(),
        }
    }
}

//! Error messages about a sign-in, of the AWS CLI and of the programs that use its sign-ins.
//!
//! All that is known stands in one table (`table`), a row a message. What the message names, such as a profile, a
//! file or a host, comes out beside its cause, so that it can be looked up in the person's own config.

mod cause;
mod mentions;
mod pattern;
mod speaker;
mod table;

pub use cause::Cause;
pub use mentions::{Mentions, RunAs};
pub use speaker::Speaker;

use crate::cache_file::{ConfigNames, Owner};
use pattern::MessageText;

/// A message, and what it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CliMessage {
    /// What is wrong.
    pub cause: Cause,
    /// Who says it.
    pub speaker: Speaker,
    /// What it names.
    pub mentions: Mentions,
}

/// No message is longer, in bytes; of a longer text its end is searched.
const LONGEST: usize = 100_000;

/// Finds a message in what was copied out of a terminal, which may have broken its lines. Of several commands the last
/// with a message counts. A text that only looks like an error is [`Cause::Unrecognised`].
pub fn find(text: &str) -> Option<CliMessage> {
    let text = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST))..];
    let all = Mentions::in_text(text);
    let unknown = || CliMessage {
        cause: Cause::Unrecognised,
        speaker: Speaker::guess(text),
        mentions: all.clone(),
    };
    let known = commands(text).into_iter().rev().find_map(known_in);
    let mut message =
        known.or_else(|| MessageText::new(text).looks_like_an_error().then(unknown))?;
    // What was set or named before is still meant.
    let mentions = &mut message.mentions;
    mentions.profile = mentions.profile.take().or(all.profile);
    mentions.session = mentions.session.take().or(all.session);
    Some(message)
}

/// The text, and each command in it with what it printed. A login that worked is done with.
fn commands(text: &str) -> Vec<&str> {
    let (mut found, mut start, mut at) = (vec![text], 0, 0);
    for line in text.split_inclusive('\n') {
        if at > start && mentions::prompted(line).is_some() {
            found.push(&text[start..at]);
            start = at;
        }
        at += line.len();
        if line.contains(" logged into Start URL") {
            found.push(&text[start..at]);
            start = at;
        }
    }
    found.push(&text[start..]);
    found
}

/// The first row that fits.
fn known_in(text: &str) -> Option<CliMessage> {
    let message = MessageText::new(text);
    let unbroken = MessageText::new(&unbroken(text));
    // Where the metadata of a machine at AWS does not answer, this is none, and no network is to blame.
    let asks_machine = message.contains("169.254.169.254");
    let mut mentions = Mentions::in_text(text);
    let (parts, cause, speaker) = table::rows()
        .filter(|(_, cause, _)| !(asks_machine && *cause == Cause::Unreachable))
        .find_map(|(pattern, cause, speaker)| {
            let parts = message.matches(pattern).or_else(|| unbroken.matches(pattern))?;
            Some((parts, cause, speaker))
        })?;
    parts.into_iter().for_each(|part| mentions.add(part));
    let speaker = if speaker == Speaker::Unknown { Speaker::guess(text) } else { speaker };
    Some(CliMessage { cause: cause_of(cause, &mentions), speaker, mentions })
}

impl CliMessage {
    /// What is wrong as the config at hand tells it: a profile or a session that is there is not missing.
    pub fn cause_with(&self, config: Option<&ConfigNames>) -> Cause {
        let Some(config) = config else { return self.cause };
        let (profile, session) =
            (self.mentions.profile.as_deref(), self.mentions.session.as_deref());
        let is_bare = profile.is_some_and(|name| config.has_bare_header(name));
        let has_profile = profile.is_some_and(|name| config.has_profile(name));
        let has_session = |name: &str| config.get(&Owner::Session(name.to_owned())).is_some();
        match self.cause {
            Cause::ProfileMissing | Cause::ProfileTwice if is_bare && !has_profile => {
                Cause::ProfileHeaderWrong
            }
            Cause::ProfileMissing if has_profile => Cause::ProfileElsewhere,
            Cause::ProgramTooOld
                if profile.is_some_and(|it| has_profile && config.sign_in_of(it).is_none()) =>
            {
                Cause::SettingsMissing
            }
            Cause::SettingsMissing
                if profile.or(session).is_none() && !config.has_profile("default") =>
            {
                Cause::ProfileNotNamed
            }
            Cause::SessionMissing if session.is_some_and(has_session) => Cause::SessionElsewhere,
            cause => cause,
        }
    }
}

/// Without the breaks that a terminal put inside words: those behind the longest lines, which fill its width.
fn unbroken(text: &str) -> String {
    let length = |line: &str| line.chars().count();
    let width = text.lines().map(length).max().unwrap_or_default();
    let mut unbroken = String::with_capacity(text.len());
    for line in text.lines() {
        unbroken.push_str(line);
        if length(line) < width {
            unbroken.push('\n');
        }
    }
    unbroken
}

/// An address that does not answer tells of a wrong region, where it has one that does not exist.
fn cause_of(cause: Cause, mentions: &Mentions) -> Cause {
    let is_wrong = mentions.region.is_some() && !mentions.is_region_known();
    match cause {
        Cause::Unreachable if is_wrong && mentions.is_sign_in_host() => Cause::SsoRegionWrong,
        Cause::Unreachable if is_wrong => Cause::RegionWrong,
        cause => cause,
    }
}

#[cfg(test)]
mod tests;

//! What a pasted text consists of: cache files one after another, a config among them, bare times, a message.

use super::config_part::{config_in, looks_like_config};
use super::error::CacheError;
use super::parts::{Cut, loose_object, objects, plain_text, times};
use super::{CacheReport, read};
use crate::cli_message::{self, Cause, CliMessage};
use crate::redact::redact;
use crate::secret::Secret;
use chrono::{DateTime, Utc};
use std::ops::Range;

/// So many answers are given to one text. A cache folder holds some ten files.
pub const MOST_PARTS: usize = 500;

/// A part of a text, and what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// What it is.
    pub outcome: Result<Finding, CacheError>,
    /// Where a file breaks off, if it does.
    pub cut: Option<Cut>,
    /// The part without its secrets, to be mended; `None` where it was read.
    pub unread: Option<String>,
}

/// What was found in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A cache file.
    File(CacheReport),
    /// A time alone in its line, as `jq … .expiresAt` prints it.
    Time(DateTime<Utc>),
    /// An error message.
    Message(Box<CliMessage>),
    /// A config file, which tells whose the files are. It may hold keys.
    Config(Secret),
}

/// Takes a text apart and reads it; at least one answer, and no more than [`MOST_PARTS`].
///
/// What stands around the objects is passed over: a prompt, a command, quotes, a byte order mark.
pub fn check(text: &str) -> Vec<Checked> {
    let text = &plain_text(text);
    let mut checked = match config_in(text) {
        None => check_without_config(text),
        Some(Range { start, end }) => {
            let mut checked = check_without_config(&text[..start]);
            checked.extend(check_without_config(&text[end..]));
            checked.truncate(MOST_PARTS - 1);
            checked.push(Checked::found(Finding::Config(Secret::new(&text[start..end]))));
            checked
        }
    };
    if checked.is_empty() {
        checked.push(Checked::of_file(text, None));
    }
    checked.truncate(MOST_PARTS);
    checked
}

/// The same for a text that may have changed on its way out of a file: one that is read of a token that no program
/// could read.
pub fn check_pasted(text: &str) -> Vec<Checked> {
    let checked = check(text);
    let is_unread = |part: &Checked| {
        matches!(
            part.outcome,
            Ok(Finding::Time(_)) | Err(CacheError::NotJson | CacheError::LooksLikeConfig)
        )
    };
    let loose = checked.iter().all(is_unread).then(|| loose_object(&plain_text(text))).flatten();
    let loose = loose.map(|object| check(&object)).unwrap_or_default();
    if loose.iter().any(|part| part.outcome.is_ok()) { loose } else { checked }
}

/// What stands in a cache file, and in no message.
const FILE_FIELDS: [&str; 5] =
    ["\"expiresAt\"", "\"expires_at\"", "\"Expiration\"", "\"accessToken\"", "\"access_token\""];

fn check_without_config(text: &str) -> Vec<Checked> {
    let mut message = cli_message::find(text);
    let mut files = objects(text);
    if message.is_some() {
        // Its own JSON is no file, nor is an answer in a log.
        let is_file = |text: &str| FILE_FIELDS.iter().any(|name| text.contains(name));
        files.retain(|(text, _)| is_file(text) && !text.contains("\"expiresIn\""));
    }
    if !files.is_empty() || looks_like_config(text) {
        // A message that nobody knows is the last guess.
        message = message.filter(|message| message.cause != Cause::Unrecognised);
    }
    if files.is_empty() && message.as_ref().is_none_or(|it| it.cause == Cause::Unrecognised) {
        let times: Vec<Checked> = times(text).map(|at| Checked::found(Finding::Time(at))).collect();
        if !times.is_empty() {
            return times;
        }
    }
    let message = message.map(|message| Checked::found(Finding::Message(Box::new(message))));
    let files = files.into_iter().map(|(text, cut)| Checked::of_file(&text, cut));
    message.into_iter().chain(files).collect()
}

impl Checked {
    fn found(finding: Finding) -> Checked {
        Checked { outcome: Ok(finding), cut: None, unread: None }
    }

    fn of_file(text: &str, cut: Option<Cut>) -> Checked {
        let outcome = read(text).map(Finding::File);
        let is_to_be_mended = matches!(
            outcome,
            Err(CacheError::Empty
                | CacheError::LooksLikeConfig
                | CacheError::NotJson
                | CacheError::NotAnObject)
        );
        let unread = is_to_be_mended.then(|| redact(text));
        Checked { outcome, cut, unread }
    }
}

#[cfg(test)]
mod tests;

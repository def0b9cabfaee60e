//! Messages about a sign-in, of the AWS CLI and of the programs that use its sign-ins, known by their words.
//!
//! Not here: what to do about them, which is the page's to say.

mod words;

use super::file_name::is_token_file;
use words::{AND, WORDS};

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CliMessage {
    /// A session's token has ended, and AWS gave no new one for it.
    RefreshFailed,
    /// A token has ended, or AWS takes it no more, and nothing can refresh it.
    SignInEnded,
    /// There is no file for this session or start URL.
    TokenMissing {
        /// Its name as it stands in the message.
        of: String,
    },
    /// This file is not there: the AWS SDK for Go, and Terraform with it, name the file and not whose it is.
    FileMissing {
        /// Its name, without folders.
        file: String,
    },
    /// There is no file, and the message does not say whose.
    NotSignedIn,
    /// The file is there, and lacks its token or its end, or has an end that this program can't read.
    TokenUnreadable,
    /// AWS knows the token no more: the session was ended.
    SessionEnded,
    /// AWS takes the code or the refresh token no more.
    GrantRefused,
    /// AWS knows the client's registration no more.
    RegistrationEnded,
    /// The code was not approved in time.
    CodeEnded,
    /// AWS did not begin a sign-in: the start URL or the region is not right.
    WrongPlace,
    /// The address that was called does not exist, or the network does not reach it.
    Unreachable,
    /// The sign-in holds, but the role is not given to this person.
    RoleRefused,
    /// The profile is in no file.
    ProfileMissing,
    /// The profile names a session that is in no file.
    SessionMissing,
    /// The profile lacks keys that a sign-in needs.
    SettingsMissing,
    /// A profile and its session say different things.
    SettingsDiffer,
    /// The config file can't be read.
    ConfigUnreadable,
    /// No profile was named, or one without a sign-in.
    NoCredentials,
    /// Keys, not a sign-in, have ended or are no more; often old ones in the environment.
    KeysEnded,
    /// A sign-in by `aws login`, which is not Identity Center's, has ended.
    LoginEnded,
    /// The program that ran is version 1 of the AWS CLI, which can't sign in.
    OldCli,
    /// The AWS CLI works, but lacks its Session Manager plugin.
    PluginMissing,
}

/// No name in a config file is longer.
const LONGEST_NAME: usize = 300;

impl CliMessage {
    /// Finds a message in what was copied out of a terminal, which may have broken its lines.
    pub fn find(text: &str) -> Option<CliMessage> {
        let text = one_line(text);
        // Only ASCII changes its case, so that places stay the same.
        let lower = text.to_ascii_lowercase();
        if let Some(of) = between(&text, &lower, "token for ", " does not exist") {
            return Some(CliMessage::TokenMissing { of: of.to_owned() });
        }
        if between(&text, &lower, "the config profile (", ") could not be found").is_some() {
            return Some(CliMessage::ProfileMissing);
        }
        let has = |row: &&(&str, CliMessage)| row.0.split(AND).all(|words| lower.contains(words));
        let (_, message) = WORDS.iter().find(has)?;
        let file = token_file(&text).filter(|_| *message == CliMessage::NotSignedIn);
        Some(match file {
            Some(file) => CliMessage::FileMissing { file: file.to_owned() },
            None => message.clone(),
        })
    }
}

/// The profile that a command in a terminal's text was run with, or that a message names.
pub(super) fn profile_in(text: &str) -> Option<&str> {
    let mark = ["--profile ", "--profile=", "AWS_PROFILE=", "AWS_PROFILE = ", "with profile="];
    let rest = mark.into_iter().find_map(|mark| text.split_once(mark))?.1.trim_start();
    let quote = rest.chars().next().filter(|c| ['\'', '"'].contains(c));
    let name = match quote {
        Some(quote) => rest[1..].split(quote).next()?,
        None => {
            rest.split(|c: char| c.is_whitespace() || [';', '&', '|', ','].contains(&c)).next()?
        }
    };
    Some(name).filter(|name| {
        !name.is_empty() && name.len() <= LONGEST_NAME && !name.contains(['$', '`', '\n'])
    })
}

/// Without line breaks, and without the lines that Terraform draws beside its messages.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || ['│', '╷', '╵'].contains(&c))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The name of a token's file in a path.
fn token_file(text: &str) -> Option<&str> {
    let words = text.split(|c: char| c.is_whitespace() || ['/', '\\', '"', '\'', ':'].contains(&c));
    words.into_iter().find(|word| is_token_file(word))
}

/// What stands between two words, where that can be a name.
fn between<'a>(text: &'a str, lower: &str, before: &str, after: &str) -> Option<&'a str> {
    let start = lower.find(before)? + before.len();
    let end = start + lower[start..].find(after)?;
    Some(&text[start..end]).filter(|name| !name.is_empty() && name.len() <= LONGEST_NAME)
}

#[cfg(test)]
mod tests;

//! What "Check a token" says.

mod duration;
mod file;
mod mentions;
mod messages;
mod ownership;
mod problems;

pub use duration::duration;
pub use file::*;
pub use mentions::mentions;
pub use messages::{NextCommand, message};
pub use ownership::*;
pub use problems::{ProblemText, cache_error, cut, file_error};

use super::state::Outcome;
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::ConfigNames;

pub const TITLE: &str = "Check a token";
pub const LEAD: &str =
    "See how long your AWS sign-in lasts and what to run next, or what an error message means.";
pub const PRIVACY: &str = "Tokens are never shown, and nothing leaves this page.";

pub const RESULT: &str = "Result";
pub const CHECK: &str = "Check";
pub const CHECK_ANOTHER: &str = "Check another";
pub const CACHE_FILE: &str = "Cache file or error message";
pub const CACHE_FILE_PLACEHOLDER: &str = "Paste here, or drop files anywhere on this page";
pub const CACHE_FILE_HINT: &str =
    "Several at once are fine. Add your config to see which profiles they belong to.";
pub const READ_AND_REMOVED: &str =
    "Read, and removed from this box, since such texts hold secrets.";
pub const CHOOSE_FILES: &str = "Choose files";
pub const CLEAR: &str = "Clear";
pub const WHERE_FILES_ARE: &str = "Where are they?";
pub const WHERE_FILES_ARE_ON: &[(&str, &str)] = &[
    (
        "macOS",
        "In the file window press Cmd+Shift+G and enter ~/.aws/sso/cache. In a terminal: cat ~/.aws/sso/cache/*.json",
    ),
    (
        "Linux",
        "In the file window press Ctrl+H to show hidden folders, then open .aws, sso, cache. In a terminal: cat ~/.aws/sso/cache/*.json",
    ),
    ("Windows", "Enter %USERPROFILE%\\.aws\\sso\\cache as the file name."),
];
pub const SEARCH: &str = "Session name or start URL (optional)";
pub const SEARCH_HINT: &str = "The CLI names its files after it, so we can tell which file is yours and fill in the commands.";
pub const PASTED: &str = "Pasted text";
pub const DETAILS: &str = "Details";
pub const ALL_FILES: &str = "All files";
pub const WHAT_TO_RUN: &str = "What to run";
pub const PROFILE_PLACEHOLDER: &str =
    "PROFILE stands for your profile's name. To list yours: aws configure list-profiles";
pub const CLOCK_BEHIND: &str = "Your device's clock is behind: one of these files was written later than it is now. Set the clock first. The CLI relies on it, and so do the times shown here.";

pub const IN_A_TERMINAL: &str = "Check in a terminal instead";
pub const IN_A_TERMINAL_NEEDS: &str =
    "Enter your session name or start URL above, and the lines for your file appear here.";
pub const IN_A_TERMINAL_HINT: &str =
    "Each line says when your sign-in ends. None of them prints a token.";
pub const TERMINALS: [&str; 3] =
    ["macOS, Linux, with jq", "PowerShell", "macOS, Linux, with Python"];

pub const REMINDER: &str = "Remind me before it ends";
pub const NOTIFY: &str = "Tell me when it ends";
pub const NOTIFY_NO_MORE: &str = "Don't tell me any more";
pub const STILL_WATCHED: &str = "We'll still tell you when this ends:";

/// Titles of the browser's notifications.
pub const ENDS_SOON: &str = "Your AWS sign-in ends soon";
pub const HAS_ENDED: &str = "Your AWS sign-in has ended";

pub const ASKING: &str = "Your browser is asking whether this page may tell you.";
pub const ON: &str = "Your browser tells you for as long as this page is open in a tab, also while you look at something else. It names the session, nothing more.";
pub const ON_BUT_RENEWS: &str = "The CLI renews this one by itself, so there is nothing to tell. Your browser tells you when one ends for good, for as long as this page is open in a tab.";
pub const DENIED: &str = "Your browser doesn't let this page tell you. Allow notifications for this site in its settings, or use the calendar reminder.";
pub const UNSUPPORTED: &str =
    "This browser doesn't let pages tell you anything. Use the calendar reminder.";

/// What an answer is, in a word.
pub fn title(outcome: &Outcome, config: Option<&ConfigNames>, now: DateTime<Utc>) -> &'static str {
    match outcome {
        Outcome::File(report) => state(report, now),
        Outcome::Time(_) => TIME,
        Outcome::Message(it) => message(it.cause_with(config)).title,
        Outcome::NotCache(error, _) => cache_error(error).title,
        Outcome::Unreadable(error) => file_error(error).title,
    }
}

/// What a screen reader is told: no time, since that would be told every second.
pub fn announcement(answers: usize, first: &str) -> String {
    match answers {
        1 => format!("{first}."),
        _ => format!("{answers} answers. First: {first}."),
    }
}

/// Of so many answers; for the tab's title.
pub fn answers(number: usize) -> String {
    format!("{number} files")
}

/// A part of a text with several.
pub fn part(name: &str, part: usize) -> String {
    format!("{name}, part {part}")
}

/// A calendar entry, with the command that helps then.
pub fn reminder(command: &str) -> String {
    format!("AWS sign-in ends: {command}")
}

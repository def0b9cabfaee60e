//! The sentences of "Check a token".

mod faults;
mod messages;
mod names;
mod watch;

pub(in crate::ui) use faults::{cache_error, cut};
pub(in crate::ui) use messages::message;
pub(in crate::ui) use names::*;
pub(in crate::ui) use watch::*;

use chrono::{DateTime, Utc};
use onramp_domain::cache::{CacheKind, CacheReport, CacheState, Origin, Refreshable, Standing};

pub(in crate::ui) const TOKEN_TITLE: &str = "Check a token";
pub(in crate::ui) const TOKEN_LEAD: &str = "See what a file of the AWS CLI's cache is, until when it holds, and what to run next. Nothing you paste or drop here leaves this page, and tokens are never shown.";
pub(in crate::ui) const CACHE_FILE: &str = "Cache file";
pub(in crate::ui) const CACHE_FILE_HINT: &str = "Paste a file from ~/.aws/sso/cache, several at once, or an error message. Or drop files anywhere on this page; with your config among them, their profiles are named.";
pub(in crate::ui) const CACHE_PLACEHOLDER: &str =
    "{\"startUrl\": \"https://…\", \"expiresAt\": \"…\", …}";
pub(in crate::ui) const CHOOSE_FILES: &str = "Choose files";
pub(in crate::ui) const WHERE_FILES_ARE: &str = "Where are these files?";
pub(in crate::ui) const WHERE_FILES_ARE_TEXT: [(&str, &str); 3] = [
    (
        "macOS",
        "In the file window press Cmd+Shift+G and enter ~/.aws/sso/cache. In a terminal: cat ~/.aws/sso/cache/*.json",
    ),
    (
        "Linux",
        "In the file window press Ctrl+H to see hidden folders, then .aws, sso, cache. In a terminal: cat ~/.aws/sso/cache/*.json",
    ),
    ("Windows", "Enter %USERPROFILE%\\.aws\\sso\\cache as the file's name."),
];
pub(in crate::ui) const RESULT: &str = "Result";
pub(in crate::ui) const RESULT_EMPTY: &str = "The answer appears here as soon as there is a file.";
pub(in crate::ui) const PASTED: &str = "Pasted text";
pub(in crate::ui) const READ_AND_FORGOTTEN: &str =
    "Read. The text is no longer in the box, since such texts hold secrets.";

pub(in crate::ui) const MORE: &str = "More about it";
pub(in crate::ui) const SOUGHT: &str = "Session name or start URL (optional)";
pub(in crate::ui) const SOUGHT_HINT: &str = "The CLI names its files after it. With it, this page can say which file is yours, and write the commands out.";
pub(in crate::ui) const LATE_CLOCK: &str = "By these files your device's clock is behind: one was written later than it is now. Set the clock right first; the CLI trusts it too, and so does the time shown here.";

/// What a screen reader is told.
pub(in crate::ui) fn token_status(answers: usize, first: &str) -> String {
    format!("{}: {first}.", super::count(answers, "answer", "answers"))
}

pub(in crate::ui) fn part(name: &str, part: usize) -> String {
    format!("{name}, part {part}")
}

pub(in crate::ui) fn kind(report: &CacheReport) -> &'static str {
    match (report.kind(), report.origin()) {
        (CacheKind::SsoToken(_), Origin::OtherTool) => "Another tool's sign-in token",
        (CacheKind::SsoToken(_), _) => "A sign-in's token",
        (CacheKind::ClientRegistration, Origin::OtherTool) => {
            "Another tool's registration, not a token"
        }
        (CacheKind::ClientRegistration, _) => "The CLI's own registration, not a token",
        (CacheKind::RoleCredentials, Origin::AssumedRole | Origin::WebIdentity) => {
            "An assumed role's credentials"
        }
        (CacheKind::RoleCredentials, _) => "A role's credentials",
    }
}

pub(in crate::ui) fn kind_hint(report: &CacheReport) -> &'static str {
    match (report.kind(), report.origin()) {
        (CacheKind::SsoToken(_), Origin::OtherTool) => {
            "An editor's extension or another tool of AWS signed in with it. The CLI does not use it: it has a file of its own."
        }
        (CacheKind::SsoToken(_), _) => {
            "This is what “aws sso login” leaves: while it holds, commands work without a new sign-in."
        }
        (CacheKind::ClientRegistration, _) => {
            "Its date, about 90 days off, says nothing about your sign-in. The token is another file in the same folder: the one with an accessToken in it."
        }
        (CacheKind::RoleCredentials, Origin::AssumedRole) => {
            "Short-lived keys of a role that a profile assumes through another one (source_profile). When they end, the CLI makes new ones as long as that other profile works."
        }
        (CacheKind::RoleCredentials, Origin::WebIdentity) => {
            "Short-lived keys of a role that a web identity's token gave, without Identity Center. When they end, the CLI makes new ones from that token."
        }
        (CacheKind::RoleCredentials, Origin::OtherProvider) => {
            "Short-lived keys that the CLI did not get through Identity Center."
        }
        (CacheKind::RoleCredentials, _) => {
            "Short-lived keys that the CLI made from your sign-in. When they end, the CLI makes new ones as long as the sign-in holds."
        }
    }
}

/// The badge's look and its words.
pub(in crate::ui) fn state(
    report: &CacheReport,
    now: DateTime<Utc>,
) -> (&'static str, &'static str) {
    match (report.standing(now), report.state(now)) {
        (Standing::NotASignIn, _) => ("badge", "Not a sign-in"),
        (Standing::Valid, CacheState::ExpiresSoon) => {
            ("badge good", "Valid, about to be refreshed")
        }
        (Standing::Valid, _) => ("badge good", "Valid"),
        (Standing::EndsSoon, _) => ("badge warn", "Ends soon"),
        (Standing::Refreshable, _) => ("badge warn", "Expired, but can be refreshed"),
        (Standing::Ended, _) => ("badge bad", "Expired"),
    }
}

pub(in crate::ui) const ALL_FILES: &str = "All files";

/// What all files come to, by the best token's standing and what is left of it, and by how many hold: a look, a
/// sentence, what to run.
pub(in crate::ui) fn sum(
    best: Option<(Standing, i64)>,
    holding: usize,
) -> (&'static str, String, Option<(&'static str, Next)>) {
    let Some((standing, seconds)) = best else {
        return (
            "note warn",
            "There is no sign-in's token among these.".to_owned(),
            Some(("If that is all of ~/.aws/sso/cache, log in:", Next::LogIn)),
        );
    };
    match standing {
        Standing::Valid if holding > 1 => (
            "note good",
            format!("{holding} sign-ins hold, the longest with {}.", remaining(seconds)),
            None,
        ),
        Standing::Valid => {
            ("note good", format!("You are signed in: {}.", remaining(seconds)), None)
        }
        Standing::EndsSoon => (
            "note warn",
            format!("You are signed in, but not for long: {}.", remaining(seconds)),
            Some(("To have the full time again:", Next::LogIn)),
        ),
        Standing::Refreshable => (
            "note warn",
            "Your sign-in's token has ended, but the CLI refreshes it by itself.".to_owned(),
            Some(("Any command does it:", Next::Test)),
        ),
        Standing::Ended | Standing::NotASignIn => (
            "note bad",
            "No sign-in among these holds any more.".to_owned(),
            Some(("Log in again:", Next::LogIn)),
        ),
    }
}

pub(in crate::ui) fn remaining(seconds: i64) -> String {
    if seconds > 0 {
        format!("{} left", super::duration(seconds))
    } else {
        format!("ended {} ago", super::duration(-seconds))
    }
}

pub(in crate::ui) fn refreshable(refreshable: Refreshable) -> String {
    match refreshable {
        Refreshable::Yes { until } => format!(
            "Yes, by itself, until {} at the latest. If your session at AWS ended earlier, the CLI asks you to log in.",
            until
        ),
        Refreshable::NotAToken => "Does not apply: only tokens are refreshed.".to_owned(),
        Refreshable::NoRefreshToken => "No: there is no refresh token in it, as with profiles of the older format. When it ends, log in again.".to_owned(),
        Refreshable::NoClient | Refreshable::NoRegistrationEnd => "No: parts that a refresh needs are missing. When it ends, log in again.".to_owned(),
        Refreshable::RegistrationEnded { .. } => "No: the CLI's registration has ended. When the token ends, log in again.".to_owned(),
    }
}

/// A command to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Next {
    /// The one that signs in.
    LogIn,
    /// The one that shows who one is.
    Test,
    /// The one that takes old keys away.
    ForgetKeys,
    /// This one.
    Other(&'static str),
}

/// What to run next, with the reason.
pub(in crate::ui) fn next(report: &CacheReport, now: DateTime<Utc>) -> (&'static str, Next) {
    match (report.kind(), report.origin(), report.standing(now)) {
        (CacheKind::ClientRegistration, _, _) => {
            ("Drop the other files of the folder here, or ask AWS who you are:", Next::Test)
        }
        (CacheKind::SsoToken(_), Origin::OtherTool, _) => {
            ("Sign in again in that tool when it asks. For the CLI:", Next::LogIn)
        }
        (CacheKind::SsoToken(_), _, Standing::Refreshable) => (
            "Any command refreshes it. If it asks you to log in, your session at AWS has ended:",
            Next::Test,
        ),
        (CacheKind::SsoToken(_), _, Standing::Ended | Standing::NotASignIn) => {
            ("Log in again:", Next::LogIn)
        }
        (CacheKind::SsoToken(_), _, Standing::Valid) => {
            ("Nothing to do. To see that it works:", Next::Test)
        }
        (CacheKind::SsoToken(_), _, Standing::EndsSoon) => {
            ("Nothing refreshes it. To have the full time again, log in now:", Next::LogIn)
        }
        (CacheKind::RoleCredentials, _, Standing::Valid | Standing::EndsSoon) => {
            ("Nothing to do. To see that they work:", Next::Test)
        }
        (CacheKind::RoleCredentials, _, _) => {
            ("The CLI makes new ones by itself while your sign-in holds:", Next::Test)
        }
    }
}

pub(in crate::ui) const PROFILE_PLACEHOLDER: &str =
    "PROFILE stands for your profile's name; “aws configure list-profiles” shows them.";
pub(in crate::ui) const NEXT: &str = "What to run";
pub(in crate::ui) const TIME: &str = "A time, without its file";
pub(in crate::ui) const TIME_HINT: &str = "A time alone does not say what ends then. In this folder both tokens and the CLI's registrations have one, and a registration's, some 90 days off, says nothing about your sign-in. Drop the files themselves to know which is which.";
pub(in crate::ui) const LABEL_OWNER: &str = "Belongs to";
pub(in crate::ui) const LABEL_USED_BY: &str = "Used by";
pub(in crate::ui) const LABEL_UNTIL: &str = "Ends";
pub(in crate::ui) const LABEL_START_URL: &str = "For";
pub(in crate::ui) const LABEL_REGION: &str = "SSO region";
pub(in crate::ui) const LABEL_REFRESH: &str = "Refreshed by the CLI";
pub(in crate::ui) const UTC_LABEL: &str = "UTC";
pub(in crate::ui) const EARLY_END: &str = "A session can end before the time in the file: when an administrator ends it, or when your company's sign-in does.";

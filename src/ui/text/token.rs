//! The sentences of "Check a token".

use onramp_domain::cache::{CacheError, CacheKind, CacheState, Refreshable, Stranger};

pub(in crate::ui) const TOKEN_TITLE: &str = "Check a token";
pub(in crate::ui) const TOKEN_LEAD: &str = "See what a file of the AWS CLI's cache is, until when it holds, and what to run next. Nothing you paste or drop here leaves this page, and tokens are never shown.";
pub(in crate::ui) const CACHE_FILE: &str = "Cache file";
pub(in crate::ui) const CACHE_FILE_HINT: &str =
    "Paste a file from ~/.aws/sso/cache, or drop files anywhere on this page.";
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
    "Read. The text has been removed from the box, because it holds secrets.";

pub(in crate::ui) fn kind(kind: &CacheKind) -> &'static str {
    match kind {
        CacheKind::SsoToken(_) => "A sign-in's token",
        CacheKind::ClientRegistration => "The CLI's own registration, not a token",
        CacheKind::RoleCredentials => "A role's credentials",
    }
}

pub(in crate::ui) fn kind_hint(kind: &CacheKind) -> &'static str {
    match kind {
        CacheKind::SsoToken(_) => {
            "This is what “aws sso login” leaves: while it holds, commands work without a new sign-in."
        }
        CacheKind::ClientRegistration => {
            "Its date, about 90 days off, says nothing about your sign-in. The token is another file in the same folder: the one with an accessToken in it."
        }
        CacheKind::RoleCredentials => {
            "Short-lived keys that the CLI made from your sign-in. When they end, the CLI makes new ones as long as the sign-in holds."
        }
    }
}

/// The badge's look and its words.
pub(in crate::ui) fn state(
    kind: &CacheKind,
    state: CacheState,
    refreshable: Refreshable,
) -> (&'static str, &'static str) {
    match (kind, state, refreshable) {
        (CacheKind::ClientRegistration, _, _) => ("badge", "Not a sign-in"),
        (_, CacheState::Valid, _) => ("badge good", "Valid"),
        (_, CacheState::ExpiresSoon, Refreshable::Yes { .. }) => {
            ("badge good", "Valid, about to be refreshed")
        }
        (_, CacheState::ExpiresSoon, _) => ("badge warn", "Ends soon"),
        (_, CacheState::Expired, Refreshable::Yes { .. }) => {
            ("badge warn", "Expired, but can be refreshed")
        }
        (_, CacheState::Expired, _) => ("badge bad", "Expired"),
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

/// What to run next, with the reason.
pub(in crate::ui) fn next(
    kind: &CacheKind,
    state: CacheState,
    refreshable: Refreshable,
) -> (&'static str, &'static str) {
    match (kind, state, refreshable) {
        (CacheKind::ClientRegistration, _, _) => {
            ("Drop the other files of the folder here, or ask AWS who you are:", IDENTITY)
        }
        (CacheKind::SsoToken(_), CacheState::Expired, Refreshable::Yes { .. }) => (
            "Any command refreshes it. If it asks you to log in, your session at AWS has ended:",
            IDENTITY,
        ),
        (CacheKind::SsoToken(_), CacheState::Expired, _) => ("Log in again:", LOG_IN),
        (CacheKind::SsoToken(_), CacheState::Valid | CacheState::ExpiresSoon, _) => {
            ("Nothing to do. To see that it works:", IDENTITY)
        }
        (CacheKind::RoleCredentials, CacheState::Expired, _) => {
            ("The CLI makes new ones by itself while your sign-in holds:", IDENTITY)
        }
        (CacheKind::RoleCredentials, CacheState::Valid | CacheState::ExpiresSoon, _) => {
            ("Nothing to do. To see that they work:", IDENTITY)
        }
    }
}

const IDENTITY: &str = "aws sts get-caller-identity --profile PROFILE";
const LOG_IN: &str = "aws sso login --profile PROFILE";
pub(in crate::ui) const PROFILE_PLACEHOLDER: &str =
    "PROFILE stands for your profile's name; “aws configure list-profiles” shows them.";
pub(in crate::ui) const NEXT: &str = "What to run";
pub(in crate::ui) const LABEL_UNTIL: &str = "Ends";
pub(in crate::ui) const LABEL_START_URL: &str = "For";
pub(in crate::ui) const LABEL_REGION: &str = "SSO region";
pub(in crate::ui) const LABEL_REFRESH: &str = "Refreshed by the CLI";
pub(in crate::ui) const UTC_LABEL: &str = "UTC";
pub(in crate::ui) const EARLY_END: &str = "A session can end before the time in the file: when an administrator ends it, or when your company's sign-in does.";

/// What is wrong with a text, and what to do about it.
pub(in crate::ui) fn cache_error(error: &CacheError) -> (&'static str, String) {
    let (title, text) = match error {
        CacheError::Empty => (
            "There is nothing in it",
            "The file is empty. Log in again, and the CLI writes it anew: aws sso login --profile PROFILE.",
        ),
        CacheError::LooksLikeConfig => (
            "That is a config file",
            "It looks like ~/.aws/config, not like a cache file. Cache files are in ~/.aws/sso/cache and end in .json.",
        ),
        CacheError::NotJson { .. } => (
            "That is not a whole cache file",
            "Cache files are one line of JSON, from { to }. Perhaps a part is missing, or something stands around it: copy the whole file.",
        ),
        CacheError::NotAnObject => (
            "That is JSON, but no cache file",
            "A cache file begins with { and ends with }. Copy one file, whole.",
        ),
        CacheError::UnknownKind(Stranger::AwsLogin) => (
            "That belongs to “aws login”",
            "It is a file of ~/.aws/login/cache, which signs in without Identity Center. For Identity Center, look into ~/.aws/sso/cache.",
        ),
        CacheError::UnknownKind(Stranger::Other) => (
            "That is not one of the AWS CLI's cache files",
            "It has neither a token, nor a registration, nor credentials in it. The files are in ~/.aws/sso/cache.",
        ),
        CacheError::MissingExpiry => (
            "It does not say when it ends",
            "The field expiresAt is missing, so the CLI can't use the file either. Log in again: aws sso login --profile PROFILE.",
        ),
        CacheError::BadTimestamp => (
            "Its end is not a time",
            "The field expiresAt can't be read as a time, so the CLI can't use the file either. Log in again: aws sso login --profile PROFILE.",
        ),
        CacheError::TimestampWithoutZone => (
            "Its end has no time zone",
            "The CLI fails on such a file. Log in again, and it writes a right one: aws sso login --profile PROFILE.",
        ),
    };
    (title, text.to_owned())
}

//! What is wrong with a file, or with a text that is no cache file, and what to do about it.

use crate::file_text::FileError;
use chrono::{DateTime, Timelike, Utc};
use onramp_domain::cache_file::{CacheError, Cut, OtherJson};

/// A title, and what happened, why and what next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemText {
    pub title: &'static str,
    pub text: String,
}

/// Where a text breaks off.
pub fn cut(cut: Cut) -> String {
    let inside = match cut.field {
        Some(field) => format!(", in or after “{field}”"),
        None => String::new(),
    };
    format!("It breaks off after {} characters{inside}, before its last }}.", cut.characters)
}

pub fn cache_error(error: &CacheError) -> ProblemText {
    let (title, text) = match error {
        CacheError::Empty => (
            "There's nothing in it",
            "If it's from ~/.aws/sso/cache, log in again and the CLI writes a new one: aws sso login --profile PROFILE",
        ),
        CacheError::LooksLikeConfig => (
            "That's part of a config file",
            "It looks like ~/.aws/config or ~/.aws/credentials, but has no profile that tells whose sign-in a file is. “Tidy my config” shows what's wrong with it. Cache files are in ~/.aws/sso/cache and end in .json.",
        ),
        CacheError::Database => (
            "That's a database, not a cache file",
            "The CLI keeps it for itself, beside its cached credentials. There's no sign-in in it; leave it where it is.",
        ),
        CacheError::BareSecret => (
            "That's a token or a key by itself",
            "It doesn't say when it ends. Treat it like a password, and drop the file that it's from. The CLI's are in ~/.aws/sso/cache.",
        ),
        CacheError::NotJson => (
            "That's not a whole cache file",
            "A cache file is one line of JSON, from { to }. A part may be missing: copy the whole file. If it's an error message, we don't know it yet: copy everything that the command printed.",
        ),
        CacheError::NotAnObject => (
            "That's JSON, but not a cache file",
            "A cache file begins with { and ends with }. Copy one whole file.",
        ),
        CacheError::UnknownKind(OtherJson::AwsLogin) => (
            "That belongs to “aws login”",
            "It's from ~/.aws/login/cache, and signs in without Identity Center. For Identity Center, look in ~/.aws/sso/cache.",
        ),
        CacheError::UnknownKind(OtherJson::RegisterClient { .. }) => (
            "That's a registration, not a sign-in",
            "“aws sso-oidc register-client” prints it{until}. It isn't broken, and its date says nothing about your sign-in. The token is in ~/.aws/sso/cache, after “aws sso login”.",
        ),
        CacheError::UnknownKind(OtherJson::GetRoleCredentials { .. }) => (
            "Those are a role's keys, not a sign-in",
            "“aws sso get-role-credentials” prints them{until}. Treat them like a password. The sign-in they came from is in ~/.aws/sso/cache.",
        ),
        CacheError::UnknownKind(OtherJson::ProcessCredentials { .. }) => (
            "Those are keys, not a sign-in",
            "A credential_process or “aws configure export-credentials” prints them{until}; programs run it again for new ones. Treat them like a password. Sign-ins are in ~/.aws/sso/cache.",
        ),
        CacheError::UnknownKind(OtherJson::CreateToken) => (
            "That's a token without its start",
            "“aws sso-oidc create-token” prints it, which says how long it lasts but not from when on. Treat it like a password. The CLI's own are in ~/.aws/sso/cache.",
        ),
        CacheError::UnknownKind(OtherJson::CallerIdentity) => (
            "That worked",
            "“aws sts get-caller-identity” prints this when the profile's credentials work. Arn names their role; if it's the wrong one, use another profile.",
        ),
        CacheError::UnknownKind(OtherJson::Unknown) => (
            "That's not one of the CLI's cache files",
            "It isn't a sign-in, a registration or a role's credentials. The files are in ~/.aws/sso/cache.",
        ),
        CacheError::MissingExpiry => (
            "It doesn't say when it ends",
            "The field expiresAt is missing, so the CLI can't use the file either. Log in again: aws sso login --profile PROFILE",
        ),
        CacheError::BadTimestamp => (
            "Its end isn't a time",
            "The field expiresAt can't be read as a time, so the CLI can't use the file either. Log in again: aws sso login --profile PROFILE",
        ),
        CacheError::TimestampWithoutZone => (
            "Its end has no time zone",
            "The CLI fails on such a file. Log in again and it writes a new one: aws sso login --profile PROFILE",
        ),
    };
    let expires_at = match error {
        CacheError::UnknownKind(
            OtherJson::RegisterClient { expires_at }
            | OtherJson::GetRoleCredentials { expires_at }
            | OtherJson::ProcessCredentials { expires_at },
        ) => *expires_at,
        _ => None,
    };
    ProblemText { title, text: text.replace("{until}", &until(expires_at)) }
}

fn until(expires_at: Option<DateTime<Utc>>) -> String {
    let at = expires_at.and_then(|at| at.with_nanosecond(0));
    at.map(|at| format!(", good until {at}")).unwrap_or_default()
}

pub fn file_error(error: &FileError) -> ProblemText {
    let (title, text) = match error {
        FileError::Unreadable => (
            "Your browser couldn't read this file",
            "It may have been moved or deleted, or you aren't allowed to read it. Choose it again.".to_owned(),
        ),
        FileError::NotText | FileError::Utf16(_) => (
            "This isn't a text file",
            "Cache files are JSON and end in .json. They are in ~/.aws/sso/cache.".to_owned(),
        ),
        FileError::TooLarge { bytes } => (
            "This file is too large",
            format!(
                "It has {} MB, and was not read. A cache file has a few kilobytes.",
                bytes.div_ceil(1_000_000)
            ),
        ),
        FileError::NothingThere => (
            "There's no cache file in this folder",
            "They are in ~/.aws/sso/cache and end in .json. If that is where you looked, log in first: aws sso login --profile PROFILE".to_owned(),
        ),
    };
    ProblemText { title, text }
}

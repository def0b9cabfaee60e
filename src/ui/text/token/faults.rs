//! What is wrong with a text that is no readable cache file.

use onramp_domain::cache::{CacheError, Cut, Stranger};

/// Where a text breaks off.
pub(in crate::ui) fn cut(cut: Cut) -> String {
    let inside = match cut.field {
        Some(field) => format!(", in or after “{field}”"),
        None => String::new(),
    };
    format!("It breaks off after {} characters{inside}, before its last }}.", cut.characters)
}

/// What is wrong with a text, and what to do about it.
pub(in crate::ui) fn cache_error(error: &CacheError) -> (&'static str, String) {
    let (title, text) = match error {
        CacheError::Empty => (
            "There is nothing in it",
            "The file is empty, or the folder has no cache file in it: they are in ~/.aws/sso/cache. If that is where it comes from, log in again, and the CLI writes it anew: aws sso login --profile PROFILE.",
        ),
        CacheError::LooksLikeConfig => (
            "That is a config file",
            "It looks like ~/.aws/config or ~/.aws/credentials, and has no profile in it that tells whose a file is. Cache files are in ~/.aws/sso/cache and end in .json.",
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

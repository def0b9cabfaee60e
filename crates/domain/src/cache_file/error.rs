//! Why a pasted text is no cache file that can be read.

use super::timestamp::parse_timestamp;
use chrono::{DateTime, Utc};

/// What a pasted text is instead of a readable cache file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CacheError {
    /// Nothing there, or only blanks.
    #[error("nothing there")]
    Empty,
    /// A config file: it belongs in the other tool.
    #[error("a config file, not a cache file")]
    LooksLikeConfig,
    /// A SQLite file: the AWS CLI keeps its own `session.db` beside its cached credentials.
    #[error("a database, not a cache file")]
    Database,
    /// A token or a key alone, without the file that says whose it is and when it expires.
    #[error("a secret without its file")]
    BareSecret,
    /// Not JSON, or only a part of some.
    #[error("not JSON")]
    NotJson,
    /// JSON, but a list or a single value.
    #[error("JSON, but not an object")]
    NotAnObject,
    /// An object of none of the known kinds.
    #[error("not a cache file of IAM Identity Center")]
    UnknownKind(OtherJson),
    /// The expiry is not there.
    #[error("the file doesn't say when it expires")]
    MissingExpiry,
    /// The expiry is no time.
    #[error("the expiry is not a time")]
    BadTimestamp,
    /// The expiry has no zone; the AWS CLI fails on it.
    #[error("the expiry has no time zone")]
    TimestampWithoutZone,
}

/// What an object of no known kind is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherJson {
    /// A file of `aws login`, from `~/.aws/login/cache`: another way to sign in, without Identity Center.
    AwsLogin,
    /// What `aws sso-oidc register-client` prints.
    RegisterClient {
        /// When the registration does.
        expires_at: Option<DateTime<Utc>>,
    },
    /// What `aws sso get-role-credentials` prints.
    GetRoleCredentials {
        /// When the keys do.
        expires_at: Option<DateTime<Utc>>,
    },
    /// What a `credential_process` or `aws configure export-credentials` prints, as JSON or for a shell.
    ProcessCredentials {
        /// When the keys do; long-lived ones don't.
        expires_at: Option<DateTime<Utc>>,
    },
    /// What `aws sso-oidc create-token` prints. It says how long the token lasts, but not from when on.
    CreateToken,
    /// What `aws sts get-caller-identity` prints.
    CallerIdentity,
    /// Anything else.
    Unknown,
}

/// The variables of a shell, as `aws configure export-credentials --format env` and the portal's own page write them.
pub(super) fn keys_of_a_shell(text: &str) -> Option<OtherJson> {
    let end =
        text.split_once("AWS_CREDENTIAL_EXPIRATION").and_then(|(_, rest)| rest.lines().next());
    let expires_at =
        end.and_then(|end| parse_timestamp(end.trim_matches([' ', '=', '"', '\''])).ok());
    let is_set =
        ["AWS_SECRET_ACCESS_KEY=", "AWS_SECRET_ACCESS_KEY =", "set -gx AWS_SECRET_ACCESS_KEY "];
    let has_keys = is_set.iter().any(|words| text.contains(words));
    has_keys.then_some(OtherJson::ProcessCredentials { expires_at })
}

/// Whether a text is a token alone, as `jq -r .accessToken` prints it, or a key: one long word of base64, which a
/// terminal may have broken into lines. File names and hashes have no capitals.
pub(super) fn is_bare_secret(text: &str) -> bool {
    let word = text.trim_matches(['"', '=']).replace(['\r', '\n'], "");
    let has = |class: fn(&u8) -> bool| word.as_bytes().iter().any(class);
    word.len() >= 40
        && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/_-.".contains(&b))
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_digit)
}

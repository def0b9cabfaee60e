//! Why a pasted text is no cache file that can be read.
//!
//! Not here: the sentences for the person.

use super::timestamp::BadTimestamp;

/// What a pasted text is instead of a readable cache file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CacheError {
    /// Nothing there, or only blanks.
    #[error("nothing there")]
    Empty,
    /// A config file: it belongs in the other tool.
    #[error("a config file, not a cache file")]
    LooksLikeConfig,
    /// Not JSON, or only a part of some.
    #[error("not JSON")]
    NotJson {
        /// The byte at which the parser gave up, where it tells.
        at: Option<usize>,
    },
    /// JSON, but a list or a single value.
    #[error("JSON, but not an object")]
    NotAnObject,
    /// An object of none of the known kinds.
    #[error("not a cache file of IAM Identity Center")]
    UnknownKind(Stranger),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stranger {
    /// A file of `aws login`, from `~/.aws/login/cache`: another way to sign in, without Identity Center.
    AwsLogin,
    /// Anything else.
    Other,
}

/// What a JSON parser says of a text that has no fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonFault {
    /// Not JSON.
    NotJson {
        /// The byte at which it gave up, where it tells.
        at: Option<usize>,
    },
    /// A list or a single value.
    NotAnObject,
}

impl From<JsonFault> for CacheError {
    fn from(fault: JsonFault) -> CacheError {
        match fault {
            JsonFault::NotJson { at } => CacheError::NotJson { at },
            JsonFault::NotAnObject => CacheError::NotAnObject,
        }
    }
}

impl From<BadTimestamp> for CacheError {
    fn from(fault: BadTimestamp) -> CacheError {
        match fault {
            BadTimestamp::NotATime => CacheError::BadTimestamp,
            BadTimestamp::WithoutZone => CacheError::TimestampWithoutZone,
        }
    }
}

//! The AWS CLI's cache files: what a pasted text is, and when it expires.
//!
//! [`check`] takes whatever a person pastes or drops. Nothing secret of a file is kept: of tokens and client secrets
//! the reader notes only that they are there.

mod check;
mod config_names;
mod config_part;
mod error;
mod fields;
mod kind;
mod name;
mod owner;
mod parts;
mod reminder;
mod report;
mod terminal;
mod timestamp;
mod token_file;

pub use check::{Checked, Finding, MOST_PARTS, check};
pub use config_names::{ConfigNames, ConfigSignIn};
pub use error::{CacheError, OtherJson};
pub use kind::{CacheKind, CacheSource};
pub use owner::{KnownNames, Owner, registration_region, token_hash};
pub use parts::Cut;
pub use reminder::reminder;
pub use report::{CacheReport, CacheState, REFRESH_WINDOW, Refreshable, SignInStatus};
pub use terminal::terminal_lines;
pub use timestamp::{BadTimestamp, parse_timestamp};
pub(crate) use token_file::TokenFile;

use fields::CacheFields;
use serde_json::Value;

/// Reads a text that is one file.
///
/// # Errors
/// What the text is instead, or what is wrong with its expiry.
pub fn read(text: &str) -> Result<CacheReport, CacheError> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.is_empty() {
        return Err(CacheError::Empty);
    }
    if text.starts_with("SQLite format 3") {
        return Err(CacheError::Database);
    }
    if config_part::looks_like_config(text) {
        return Err(CacheError::LooksLikeConfig);
    }
    if let Some(keys) = error::keys_of_a_shell(text) {
        return Err(CacheError::UnknownKind(keys));
    }
    match serde_json::from_str(text) {
        Ok(Value::Object(object)) => CacheReport::of_fields(&CacheFields::of_object(object)),
        Ok(_) => Err(CacheError::NotAnObject),
        // Also an object of more than 128 levels, which would be no cache file.
        Err(_) => Err(CacheError::NotJson),
    }
}

#[cfg(test)]
mod tests;

//! The AWS CLI's cache files: what a pasted text is, and when it expires.
//!
//! [`check`] takes whatever a person pastes or drops. Nothing secret of a file is kept: of tokens and client secrets
//! the report notes only that they are there.

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

pub use check::{Checked, Finding, MOST_PARTS, check, check_pasted};
pub use config_names::{ConfigNames, ConfigSignIn};
pub use error::{CacheError, OtherJson};
pub use kind::{CacheKind, CacheSource};
pub use owner::{KnownNames, Owner, registration_region, token_hash};
pub use parts::{Cut, plain_text};
pub use reminder::reminder;
pub use report::{CacheReport, CacheState, REFRESH_WINDOW, Refreshable, SignInStatus};
pub use terminal::terminal_lines;
pub use timestamp::parse_timestamp;
pub(crate) use token_file::TokenFile;

use fields::CacheFields;
use serde_json::value::RawValue;

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
    if error::is_bare_secret(text) {
        return Err(CacheError::BareSecret);
    }
    if config_part::looks_like_config(text) {
        return Err(CacheError::LooksLikeConfig);
    }
    if let Some(keys) = error::keys_of_a_shell(text) {
        return Err(CacheError::UnknownKind(keys));
    }
    let json: &RawValue = serde_json::from_str(text).map_err(|_| CacheError::NotJson)?;
    if !json.get().starts_with('{') {
        return Err(CacheError::NotAnObject);
    }
    let fields = CacheFields::of_object(json.get()).map_err(|_| CacheError::NotJson)?;
    CacheReport::of_fields(&fields)
}

#[cfg(test)]
mod tests;

//! Names people and AWS give to things, each parsed once at the edge and right ever after.
//!
//! Not here: start URLs and profile names made from a template; both are more than a check.

mod config;

pub use config::{
    BadConfigName, BadScopes, ConfigValue, DEFAULT_SCOPE, ProfileName, Scopes, SessionName,
};

pub(crate) use config::is_portable;

use std::fmt;

/// An AWS account's id: exactly twelve digits. A text, not a number: leading zeros count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountId([u8; 12]);

impl AccountId {
    /// Reads twelve digits.
    ///
    /// # Errors
    /// When there are not exactly twelve ASCII digits.
    pub fn parse(text: &str) -> Result<AccountId, BadAccountId> {
        let digits: [u8; 12] = text
            .as_bytes()
            .try_into()
            .map_err(|_| BadAccountId { length: text.chars().count() })?;
        if digits.iter().all(u8::is_ascii_digit) {
            Ok(AccountId(digits))
        } else {
            Err(BadAccountId { length: 12 })
        }
    }

    /// The twelve digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Not twelve digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "an account id has twelve digits, this has {length} characters that are not all digits or not twelve"
)]
pub struct BadAccountId {
    /// How many characters there were.
    pub length: usize,
}

/// A permission set's name as Identity Center shows it: 1 to 64 of letters, digits and `+ = , . @ - _`
/// (AWS API `RoleNameType` of IAM; the portal lists no others).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoleName(Box<str>);

impl RoleName {
    /// Reads a role name.
    ///
    /// # Errors
    /// When it is empty, longer than 64, or has a character outside IAM's set.
    pub fn parse(text: &str) -> Result<RoleName, BadRoleName> {
        if text.is_empty() {
            return Err(BadRoleName::Empty);
        }
        if text.len() > 64 {
            return Err(BadRoleName::TooLong);
        }
        match text.chars().find(|c| !(c.is_ascii_alphanumeric() || "+=,.@-_".contains(*c))) {
            Some(character) => Err(BadRoleName::Character(character)),
            None => Ok(RoleName(text.into())),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RoleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Not a role name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadRoleName {
    /// Nothing there.
    #[error("a role name can't be empty")]
    Empty,
    /// Over 64 characters.
    #[error("a role name has at most 64 characters")]
    TooLong,
    /// A character that IAM doesn't allow.
    #[error("a role name can't hold `{0}`")]
    Character(char),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_id_keeps_its_leading_zeros() {
        assert_eq!(AccountId::parse("000000000042").unwrap().to_string(), "000000000042");
        for text in ["", "42", "0000000000422", "00000000004x", "００００００００００４２"]
        {
            assert!(AccountId::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_role_name_has_iams_characters_only() {
        assert!(RoleName::parse("data.eng+role@x").is_ok());
        assert_eq!(RoleName::parse("a b"), Err(BadRoleName::Character(' ')));
        assert_eq!(RoleName::parse("a\n[x]"), Err(BadRoleName::Character('\n')));
        assert_eq!(RoleName::parse(&"x".repeat(65)), Err(BadRoleName::TooLong));
    }
}

//! Names people and AWS give to things, each parsed once at the edge and right ever after.
//!
//! Not here: start URLs and profile names made from a template; both are more than a check.

mod config;

pub use config::{
    BadConfigName, BadScopes, ConfigValue, DEFAULT_SCOPE, ProfileName, Scopes, SessionName,
};

pub(crate) use config::is_portable;

use std::fmt;
use std::sync::Arc;

/// An AWS account's id: exactly twelve digits. A text, not a number: leading zeros count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountId([u8; 12]);

impl AccountId {
    /// Reads twelve digits.
    ///
    /// # Errors
    /// When there are not exactly twelve ASCII digits.
    pub fn parse(text: &str) -> Result<AccountId, BadAccountId> {
        match text.as_bytes().try_into() {
            Ok(digits) if text.bytes().all(|b| b.is_ascii_digit()) => Ok(AccountId(digits)),
            _ => Err(BadAccountId),
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
#[error("an account id has twelve digits")]
pub struct BadAccountId;

/// A permission set's name as Identity Center shows it: 1 to 64 of letters, digits and `+ = , . @ - _`
/// (AWS API `RoleNameType` of IAM; the portal lists no others).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoleName(Arc<str>);

impl RoleName {
    /// Reads a role name.
    ///
    /// # Errors
    /// When it is empty, longer than 64, or has a character outside IAM's set.
    pub fn parse(text: &str) -> Result<RoleName, BadRoleName> {
        let is_allowed = |b: u8| b.is_ascii_alphanumeric() || b"+=,.@-_".contains(&b);
        match (1..=64).contains(&text.len()) && text.bytes().all(is_allowed) {
            true => Ok(RoleName(text.into())),
            false => Err(BadRoleName),
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
#[error("a role name is 1 to 64 letters, digits and `+ = , . @ - _`")]
pub struct BadRoleName;

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
        assert!(RoleName::parse(&"x".repeat(64)).is_ok());
        for text in ["", "a b", "a\n[x]", "ü", &"x".repeat(65)] {
            assert_eq!(RoleName::parse(text), Err(BadRoleName), "{text}");
        }
    }
}

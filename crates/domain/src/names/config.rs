//! What people choose for their config file: profile names, session names, scopes, and any other value.
//!
//! Not here: names made from a template, and what a file does with them.
//!
//! Source: the AWS CLI's `configure` writer and botocore's config loader, run with such names.

use std::fmt;
use std::sync::Arc;

/// The scope that lists accounts and roles, and what the AWS CLI proposes.
pub const DEFAULT_SCOPE: &str = "sso:account:access";

/// A profile's name. Blanks inside and quotes are allowed; what would end or split the header's line is not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProfileName(Arc<str>);

impl ProfileName {
    /// Reads a name; blanks at its ends go.
    ///
    /// # Errors
    /// When it is empty, or has a character that no header can hold.
    pub fn parse(text: &str) -> Result<ProfileName, BadConfigName> {
        header_text(text).map(|name| ProfileName(name.into()))
    }

    /// A name of portable characters only, and at least one.
    pub(crate) fn of_portable(name: &str) -> ProfileName {
        debug_assert!(!name.is_empty() && name.chars().all(is_portable));
        ProfileName(name.into())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands between the header's brackets: `profile dev`, `profile 'my dev'`, `default`.
    pub fn header(&self) -> String {
        if &*self.0 == "default" { "default".to_owned() } else { header("profile", &self.0) }
    }
}

/// An sso-session's name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionName(Box<str>);

impl SessionName {
    /// Reads a name; blanks at its ends go, as every reader of `sso_session` drops them.
    ///
    /// # Errors
    /// When it is empty, or has a character that no header can hold.
    pub fn parse(text: &str) -> Result<SessionName, BadConfigName> {
        header_text(text).map(|name| SessionName(name.into()))
    }

    /// The name, as in `sso_session = NAME`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands between the header's brackets: `sso-session corp`; a session named default has no other form.
    pub fn header(&self) -> String {
        header("sso-session", &self.0)
    }

    /// The first character that breaks a reader other than the AWS CLI: a blank breaks the SDKs for JavaScript and
    /// Java (aws-cli 10116). `None` for a name that works everywhere.
    pub fn unportable(&self) -> Option<char> {
        self.0.chars().find(|c| !is_portable(*c))
    }
}

/// Registration scopes, divided by commas, as they were given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scopes(Box<str>);

impl Scopes {
    /// Reads a list such as `sso:account:access, codewhisperer:completions`.
    ///
    /// # Errors
    /// When it is empty, a part of it is, or a part has a character outside RFC 6749 3.3's `scope-token`.
    pub fn parse(text: &str) -> Result<Scopes, BadScopes> {
        let text = text.trim();
        let is_allowed = |b: u8| b.is_ascii_graphic() && b != b'"' && b != b'\\';
        let is_scope = |scope: &str| !scope.is_empty() && scope.bytes().all(is_allowed);
        match text.split(',').map(str::trim).all(is_scope) {
            true => Ok(Scopes(text.into())),
            false => Err(BadScopes),
        }
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.split(',').map(str::trim)
    }
}

impl Default for Scopes {
    fn default() -> Scopes {
        Scopes(DEFAULT_SCOPE.into())
    }
}

/// Any value that a line `key = value` can hold and every reader gives back as it is: of one line, not empty, no
/// blanks at its ends. It promises nothing about what the value means.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConfigValue(Arc<str>);

impl ConfigValue {
    /// Reads a value; blanks at its ends go.
    ///
    /// # Errors
    /// When it is empty, or has a line break or another control character.
    pub fn parse(text: &str) -> Result<ConfigValue, BadConfigName> {
        line_text(text).map(|value| ConfigValue(value.into()))
    }

    /// The value.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&crate::StartUrl> for ConfigValue {
    fn from(url: &crate::StartUrl) -> ConfigValue {
        ConfigValue(url.as_str().into())
    }
}

impl From<&crate::Region> for ConfigValue {
    fn from(region: &crate::Region) -> ConfigValue {
        ConfigValue(region.id().into())
    }
}

/// Not a name or a value that a config file can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadConfigName {
    /// Nothing there, or only blanks.
    #[error("nothing there")]
    Empty,
    /// A line break or another control character, or in a name `]`, which ends a header for the AWS CLI's writer.
    #[error("a config file can't hold {0:?} here")]
    Character(char),
}

/// Not a list of scopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("scopes are visible characters, and commas between them")]
pub struct BadScopes;

macro_rules! display {
    ($($name:ident)*) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}
display!(ProfileName SessionName Scopes ConfigValue);

/// Whether every SDK takes this character in a section's name.
pub(crate) fn is_portable(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_-/.%@:+".contains(c)
}

fn header_text(text: &str) -> Result<&str, BadConfigName> {
    let text = line_text(text)?;
    if text.contains(']') { Err(BadConfigName::Character(']')) } else { Ok(text) }
}

fn line_text(text: &str) -> Result<&str, BadConfigName> {
    let text = text.trim();
    if text.is_empty() {
        return Err(BadConfigName::Empty);
    }
    let breaks = |c: &char| (c.is_control() && *c != '\t') || matches!(c, '\u{2028}' | '\u{2029}');
    text.chars().find(breaks).map_or(Ok(text), |c| Err(BadConfigName::Character(c)))
}

/// As the CLI writes it: in single quotes where there is a blank. We quote for quotes and backslashes too, since the
/// CLI itself does not find such a profile otherwise.
fn header(kind: &str, name: &str) -> String {
    if name.contains([' ', '\t', '\'', '"', '\\']) {
        format!("{kind} '{}'", name.replace('\'', r#"'"'"'"#))
    } else {
        format!("{kind} {name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(name: &str, expect: Expect) {
        let got = match ProfileName::parse(name) {
            Ok(name) => {
                let unportable = name.as_str().chars().find(|c| !is_portable(*c));
                format!("[{}] {unportable:?}", name.header())
            }
            Err(error) => error.to_string(),
        };
        expect.assert_eq(&got);
    }

    #[test]
    fn a_header_is_quoted_where_readers_would_split_it() {
        check("dev", expect!["[profile dev] None"]);
        check("default", expect!["[default] None"]);
        check(" my dev ", expect!["[profile 'my dev'] Some(' ')"]);
        check("o'brien", expect![[r#"[profile 'o'"'"'brien'] Some('\'')"#]]);
        check("a#b;c[d", expect!["[profile a#b;c[d] Some('#')"]);
        assert_eq!(SessionName::parse("default").unwrap().header(), "sso-session default");
    }

    #[test]
    fn what_would_break_the_file_is_refused() {
        check(" ", expect!["nothing there"]);
        check("a]b", expect!["a config file can't hold ']' here"]);
        check("a\n[x", expect![[r"a config file can't hold '\n' here"]]);
        check("a\u{85}b", expect![[r"a config file can't hold '\u{85}' here"]]);
        assert_eq!(ConfigValue::parse("x\r\ny"), Err(BadConfigName::Character('\r')));
        assert!(ConfigValue::parse("https://a/start/#/?x=[y]").is_ok());
    }

    #[test]
    fn scopes_are_a_list() {
        let scopes = Scopes::parse("sso:account:access, a:b").unwrap();
        assert_eq!(scopes.iter().collect::<Vec<_>>(), ["sso:account:access", "a:b"]);
        for text in ["", "a,,b", "a b", "a\"", "a\\b"] {
            assert_eq!(Scopes::parse(text), Err(BadScopes), "{text}");
        }
        assert_eq!(Scopes::default().as_str(), DEFAULT_SCOPE);
    }
}

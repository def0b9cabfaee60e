//! The credentials file, `~/.aws/credentials`: of the same form, but a header is the profile's name and nothing else.
//!
//! A profile that is in both files has the settings of both; the credentials file's count.
//!
//! Source: botocore's `Session.full_config`, which takes that file's sections as profiles and lays them over the
//! config file's.

use super::{Document, Header, Section};

/// The key that every long-lived key pair begins with.
const KEY_ID: &str = "aws_access_key_id";

/// Keys that `aws configure` and other programs write into a credentials file. In a `[default]` with nothing else,
/// they tell the two files apart.
const OWN_KEYS: [&str; 5] =
    [KEY_ID, "aws_secret_access_key", "aws_session_token", "aws_security_token", "aws_account_id"];

/// The names of all profiles in a credentials file: `[dev]`, as it stands. `[profile dev]` is one named `profile dev`.
pub fn names(document: &Document) -> impl Iterator<Item = &str> {
    document.sections().map(Section::header_text)
}

/// Whether a text of unknown origin is a credentials file: it has keys under a header that makes no profile in a
/// config file, and nothing that only a config file has. Keys alone under `[default]` are one too.
pub fn is_one(document: &Document) -> bool {
    let is_configs = |section: Section<'_>| match section.header() {
        Header::Profile(_) => section.header_text() != "default",
        Header::SsoSession(_) | Header::Services(_) | Header::Nameless => true,
        Header::Defaults | Header::Other => false,
    };
    let is_bare = |section: &Section<'_>| {
        section.header_text() != "default"
            || section.properties().all(|row| OWN_KEYS.iter().any(|key| row.has_key(key)))
    };
    let has_keys = |section: &Section<'_>| section.property(KEY_ID).is_some();
    let mut sections = document.sections();
    sections.any(|it| has_keys(&it) && is_bare(&it)) && !document.sections().any(is_configs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, is_credentials: bool) {
        assert_eq!(is_one(&Document::parse(text)), is_credentials);
    }

    #[test]
    fn keys_under_bare_names_are_a_credentials_file() {
        check("[dev]\naws_access_key_id = x\naws_secret_access_key = x\n", true);
        check("[default]\naws_access_key_id = x\n[dev]\nregion = y\naws_access_key_id = x\n", true);
        check("[default]\nregion = y\naws_access_key_id = x\n[dev]\naws_access_key_id = x\n", true);
        check("[dev]\nregion = y\n[ops]\naws_access_key_id = x\n", true);
    }

    #[test]
    fn what_only_a_config_has_makes_it_one() {
        check("", false);
        check("[dev]\nregion = x\n", false);
        check("[default]\nregion = x\naws_access_key_id = x\n", false);
        check("[dev]\naws_access_key_id = x\n[profile ops]\nregion = x\n", false);
        check("[dev]\naws_access_key_id = x\n[sso-session corp]\nsso_region = x\n", false);
    }
}

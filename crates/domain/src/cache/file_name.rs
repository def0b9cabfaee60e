//! The names under which the AWS CLI keeps its cache files.
//!
//! Not here: a client registration's name, which depends on the client's own strings.
//!
//! Source: FACTS "Cache files"; botocore's `SSOTokenLoader` and `SSOCredentialFetcher`.

use crate::names::{AccountId, RoleName};
use sha1::{Digest, Sha1};
use std::fmt::Write;

/// What a profile signs in through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignIn<'a> {
    /// A session, by its name.
    Session(&'a str),
    /// A legacy profile's start URL, in the very spelling of the file: `…/start` and `…/start/` differ.
    StartUrl(&'a str),
}

/// The token's file in `~/.aws/sso/cache`.
pub fn token_file_name(sign_in: SignIn<'_>) -> String {
    let (SignIn::Session(text) | SignIn::StartUrl(text)) = sign_in;
    hashed(text)
}

/// The file of a role's credentials in `~/.aws/cli/cache`.
pub fn role_credentials_file_name(
    account_id: AccountId,
    role_name: &RoleName,
    sign_in: SignIn<'_>,
) -> String {
    let (key, value) = match sign_in {
        SignIn::Session(name) => ("sessionName", name),
        SignIn::StartUrl(url) => ("startUrl", url),
    };
    let value = escaped(value);
    hashed(&format!(r#"{{"accountId":"{account_id}","roleName":"{role_name}","{key}":"{value}"}}"#))
}

/// Whether a word is a token's file, or another file of the cache that is named by a hash.
pub(super) fn is_token_file(name: &str) -> bool {
    let hash = name.strip_suffix(".json");
    hash.is_some_and(|hash| hash.len() == 40 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn hashed(text: &str) -> String {
    let mut name = String::with_capacity(45);
    for byte in Sha1::digest(text.as_bytes()) {
        // Writing to a string can't fail.
        let _ = write!(name, "{byte:02x}");
    }
    name + ".json"
}

/// As Python's `json.dumps` writes the inside of a string: ASCII only, UTF-16 units in lower-case hex.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(c),
            _ => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(sign_in: SignIn<'_>, expect: Expect) {
        let account_id = AccountId::parse("000000000042").unwrap();
        let role_name = RoleName::parse("data.eng+role@x").unwrap();
        expect.assert_eq(&role_credentials_file_name(account_id, &role_name, sign_in));
    }

    #[test]
    fn role_credentials_are_named_as_botocore_names_them() {
        check(SignIn::Session("corp"), expect!["432d4c48b7f6cfd9bd2b9e17a091eee5bf0bf609.json"]);
        check(
            SignIn::Session("prä \"x\" \u{1f600}\u{7f}"),
            expect!["387acdad31f796b382f255fdadfa50830b8f520b.json"],
        );
        check(
            SignIn::StartUrl("https://d-1234567890.awsapps.com/start/#/"),
            expect!["204d581ebe3c7491712edfdd8c3a4bef9cca4dbd.json"],
        );
    }
}

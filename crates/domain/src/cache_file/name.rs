//! The names under which the AWS CLI keeps its cache files.
//!
//! Source: botocore's `SSOTokenLoader` and `SSOCredentialFetcher`.

use super::owner::Owner;
use crate::names::{AccountId, RoleName};
use sha1::{Digest, Sha1};
use std::fmt::Write;

impl Owner {
    /// The file in `~/.aws/sso/cache` where the AWS CLI looks for its token.
    pub fn file_name(&self) -> String {
        hashed(self.as_str())
    }

    /// The file in `~/.aws/cli/cache` with the credentials of a role that it signs in to.
    pub fn role_credentials_file_name(
        &self,
        account_id: AccountId,
        role_name: &RoleName,
    ) -> String {
        let key = match self {
            Owner::Session(_) => "sessionName",
            Owner::StartUrl(_) => "startUrl",
        };
        let value = escaped(self.as_str());
        hashed(&format!(
            r#"{{"accountId":"{account_id}","roleName":"{role_name}","{key}":"{value}"}}"#
        ))
    }
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
pub(super) fn escaped(text: &str) -> String {
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
    fn check(owner: Owner, expect: Expect) {
        let account_id = AccountId::parse("000000000042").unwrap();
        let role_name = RoleName::parse("data.eng+role@x").unwrap();
        expect.assert_eq(&owner.role_credentials_file_name(account_id, &role_name));
    }

    #[test]
    fn a_text_is_escaped_as_python_escapes_it() {
        let all = "\"\\\n\r\t\u{8}\u{c}\u{1} ~\u{7f}é\u{1f600}";
        assert_eq!(escaped(all), r#"\"\\\n\r\t\b\f\u0001 ~\u007f\u00e9\ud83d\ude00"#);
    }

    #[test]
    fn role_credentials_are_named_as_botocore_names_them() {
        check(
            Owner::Session("corp".to_owned()),
            expect!["432d4c48b7f6cfd9bd2b9e17a091eee5bf0bf609.json"],
        );
        check(
            Owner::Session("prä \"x\" \u{1f600}\u{7f}".to_owned()),
            expect!["387acdad31f796b382f255fdadfa50830b8f520b.json"],
        );
        check(
            Owner::StartUrl("https://d-1234567890.awsapps.com/start/#/".to_owned()),
            expect!["204d581ebe3c7491712edfdd8c3a4bef9cca4dbd.json"],
        );
    }
}

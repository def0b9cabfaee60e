//! What a profile gets its credentials from.
//!
//! Source: botocore's `credentials.create_credential_resolver` and `ProfileProviderBuilder.providers`: of several ways
//! in one profile the CLI takes the first of this order. Other SDKs have orders of their own.

use super::{Excerpt, Settings};
use std::borrow::Cow;

/// The way that the AWS CLI takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileUse {
    /// `role_arn`: another profile's credentials, or the machine's, are exchanged for this role's.
    AssumedRole { role_arn: Excerpt },
    /// `role_arn` with `web_identity_token_file`.
    WebIdentity,
    /// IAM Identity Center: `sso_account_id` or `sso_role_name` is there.
    SignIn {
        /// The account's id as it stands; empty where it is missing.
        account_id: Excerpt,
        /// The role's name; empty where it is missing.
        role_name: Excerpt,
    },
    /// `login_session`, of `aws login`.
    Login,
    /// `credential_process`: a program prints them.
    Process,
    /// Long-lived keys in the file itself.
    AccessKeys,
    /// Nothing of its own: settings only.
    Settings,
}

impl ProfileUse {
    /// What this profile of a config file is for.
    pub fn of(profile: &Settings<'_>) -> ProfileUse {
        ProfileUse::having(|key| profile.get(key).is_some(), |key| profile.text(key))
    }

    /// What a profile with these keys is for.
    pub(crate) fn having<'t>(
        has: impl Fn(&str) -> bool,
        text: impl Fn(&str) -> Option<Cow<'t, str>>,
    ) -> ProfileUse {
        let text = |key| text(key).unwrap_or_default().into();
        match (has("role_arn"), has("web_identity_token_file")) {
            (true, false) => ProfileUse::AssumedRole { role_arn: text("role_arn") },
            (true, true) => ProfileUse::WebIdentity,
            _ if has("sso_account_id") || has("sso_role_name") => ProfileUse::SignIn {
                account_id: text("sso_account_id"),
                role_name: text("sso_role_name"),
            },
            _ if has("login_session") => ProfileUse::Login,
            _ if has("credential_process") => ProfileUse::Process,
            _ if has("aws_access_key_id") => ProfileUse::AccessKeys,
            _ => ProfileUse::Settings,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ProfileUse;
    use crate::config::{Document, read};
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(keys: &[&str], expect: Expect) {
        let keys: String = keys.iter().map(|key| format!("{key} = x\n")).collect();
        let document = Document::parse(format!("[profile a]\n{keys}"));
        let profile_use = ProfileUse::of(read(&document).profile("a").unwrap());
        expect.assert_eq(&format!("{profile_use:?}"));
    }

    #[test]
    fn of_several_ways_the_first_counts() {
        let all = [
            "web_identity_token_file",
            "role_arn",
            "sso_role_name",
            "login_session",
            "credential_process",
            "aws_access_key_id",
            "region",
        ];
        check(&all, expect!["WebIdentity"]);
        check(&all[1..], expect!["AssumedRole { role_arn: … }"]);
        check(&all[2..], expect!["SignIn { account_id: …, role_name: … }"]);
        check(&all[3..], expect!["Login"]);
        check(&all[4..], expect!["Process"]);
        check(&all[5..], expect!["AccessKeys"]);
        check(&all[6..], expect!["Settings"]);
        check(&[all[0], "sso_account_id"], expect!["SignIn { account_id: …, role_name: … }"]);
    }
}

//! The text for a new config file, as the AWS CLI would have written it: what a merge writes into nothing.
//!
//! Several entries become what the CLI leaves when they are configured one after another: a profile's section, then its
//! session's where it has none yet; `key = value`, no blank lines.
//!
//! Source: the AWS CLI's `customizations/configure/sso.py` and `writer.py`, run.

use crate::config::{Document, LineEnding, Sessions, merged};
use crate::entry::Entry;

/// The whole text, with its last line break; empty for no entries. Linear in the number of entries.
pub fn write(entries: &[Entry]) -> String {
    let nothing = Document::parse("");
    merged(&nothing, entries, Sessions::Written).write(&nothing, LineEnding::Lf).text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{Format, OutputFormat, SsoSession};
    use crate::names::{ConfigValue, ProfileName, RoleName, Scopes, SessionName};
    use crate::{AccountId, Region, StartUrl};
    use expect_test::{Expect, expect};
    use std::rc::Rc;

    fn session(name: &str) -> Rc<SsoSession> {
        let start_url = StartUrl::parse("d-1234567890").unwrap();
        Rc::new(SsoSession {
            name: SessionName::parse(name).unwrap(),
            start_url: ConfigValue::from(&start_url),
            region: ConfigValue::from(&Region::parse("eu-west-1").unwrap()),
            scopes: Scopes::default(),
        })
    }

    fn entry(format: Format, profile: &str, session: &Rc<SsoSession>, role: &str) -> Entry {
        Entry {
            format,
            profile: ProfileName::parse(profile).unwrap(),
            session: Rc::clone(session),
            account_id: AccountId::parse("000000000042").unwrap(),
            role_name: RoleName::parse(role).unwrap(),
            region: None,
            output: None,
            extra: Default::default(),
        }
    }

    #[track_caller]
    fn check(entries: &[Entry], expect: Expect) {
        expect.assert_eq(&write(entries));
    }

    #[test]
    fn no_entries_are_no_text() {
        check(&[], expect![""]);
    }

    #[test]
    fn a_shared_session_follows_the_first_profile() {
        let [corp, lab] = [session("corp"), session("lab")];
        let entries = [
            entry(Format::SsoSession, "a", &corp, "Dev"),
            entry(Format::SsoSession, "b", &corp, "Ops"),
            entry(Format::SsoSession, "c", &lab, "Dev"),
            entry(Format::SsoSession, "default", &session("corp"), "Dev"),
        ];
        check(
            &entries,
            expect![[r#"
                [profile a]
                sso_session = corp
                sso_account_id = 000000000042
                sso_role_name = Dev
                [sso-session corp]
                sso_start_url = https://d-1234567890.awsapps.com/start
                sso_region = eu-west-1
                sso_registration_scopes = sso:account:access
                [profile b]
                sso_session = corp
                sso_account_id = 000000000042
                sso_role_name = Ops
                [profile c]
                sso_session = lab
                sso_account_id = 000000000042
                sso_role_name = Dev
                [sso-session lab]
                sso_start_url = https://d-1234567890.awsapps.com/start
                sso_region = eu-west-1
                sso_registration_scopes = sso:account:access
                [default]
                sso_session = corp
                sso_account_id = 000000000042
                sso_role_name = Dev
            "#]],
        );
    }

    #[test]
    fn a_companys_own_keys_come_last() {
        let mut dev = entry(Format::SsoSession, "dev", &session("corp"), "Dev");
        dev.extra = Rc::new([("cli_pager", ""), ("retry_mode", "adaptive")]);
        expect![[r#"
            [profile dev]
            sso_session = corp
            sso_account_id = 000000000042
            sso_role_name = Dev
            cli_pager = 
            retry_mode = adaptive
            [sso-session corp]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access
        "#]]
        .assert_eq(&write(std::slice::from_ref(&dev)));
    }

    #[test]
    fn a_profile_named_twice_has_one_section_and_one_form() {
        let corp = session("corp");
        let mut first = entry(Format::SsoSession, "a", &corp, "Dev");
        first.output = Some(OutputFormat::Yaml);
        check(
            &[first, entry(Format::Legacy, "a", &corp, "Ops")],
            expect![[r#"
                [profile a]
                sso_account_id = 000000000042
                sso_role_name = Ops
                output = yaml
                sso_start_url = https://d-1234567890.awsapps.com/start
                sso_region = eu-west-1
                [sso-session corp]
                sso_start_url = https://d-1234567890.awsapps.com/start
                sso_region = eu-west-1
                sso_registration_scopes = sso:account:access
            "#]],
        );
    }
}

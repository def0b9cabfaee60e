//! Entries in the spelling that a file has already, before they are merged into it.
//!
//! A start URL has many spellings, and three things hang on the very letters: a legacy profile's cached token is found
//! by them, so that another spelling is another sign-in; a profile with both kinds of keys must have its session's; and
//! a session that is spelled anew contradicts every such profile of its own. So what a file has stays, its scopes too.
//!
//! Source: botocore's `SSOTokenLoader` (the raw string is hashed) and `SSOProvider._resolve_sso_session_reference`.

use super::{Document, Reading, Settings, read};
use crate::entry::{Entry, Format, SsoSession};
use crate::names::{ConfigValue, Scopes};
use crate::portal::same_portal;
use std::rc::Rc;

/// Gives entries for a portal that a file signs in to already that file's spelling: a session of the same name keeps
/// its start URL and its scopes; legacy profiles are spelled like the first one that is there. Linear.
pub fn adopt(document: &Document, entries: &mut [Entry]) {
    let reading = read(document);
    // Entries mostly follow each other with the very same session: it is looked for once.
    let is_same = |one: &Entry, other: &Entry| {
        Rc::ptr_eq(&one.session, &other.session) && one.format == other.format
    };
    for entries in entries.chunk_by_mut(is_same) {
        let session = adopted(&reading, &entries[0]);
        entries.iter_mut().for_each(|entry| entry.session = Rc::clone(&session));
    }
}

fn adopted(reading: &Reading<'_>, entry: &Entry) -> Rc<SsoSession> {
    let there = match entry.format {
        Format::SsoSession | Format::Both => reading.sso_session(entry.session.name.as_str()),
        Format::Legacy => reading
            .profiles()
            .find(|it| it.get("sso_session").is_none() && is_for(it, &entry.session)),
    };
    let Some(there) = there.filter(|there| is_for(there, &entry.session)) else {
        return Rc::clone(&entry.session);
    };
    let text = |key| there.text(key).filter(|text| !text.is_empty());
    let start_url = text("sso_start_url").and_then(|text| ConfigValue::parse(&text).ok());
    let scopes = text("sso_registration_scopes").and_then(|text| Scopes::parse(&text).ok());
    let session = SsoSession::clone(&entry.session);
    Rc::new(SsoSession {
        start_url: start_url.unwrap_or(session.start_url),
        scopes: scopes.unwrap_or(session.scopes),
        ..session
    })
}

/// Whether these settings lead to this session's portal in its region.
pub(crate) fn is_for(settings: &Settings<'_>, session: &SsoSession) -> bool {
    settings.text("sso_region").is_some_and(|region| region == session.region.as_str())
        && settings
            .text("sso_start_url")
            .is_some_and(|start_url| same_portal(&start_url, session.start_url.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::testing::{edited, entry};
    use expect_test::{Expect, expect};

    /// What merging a new profile in this format adds and changes.
    #[track_caller]
    fn check(text: &str, format: Format, expect: Expect) {
        let mut entries = [Entry { format, ..entry("new") }, Entry { format, ..entry("newer") }];
        entries[1].session = Rc::clone(&entries[0].session);
        let document = Document::parse(text);
        adopt(&document, &mut entries);
        assert!(Rc::ptr_eq(&entries[0].session, &entries[1].session));
        let merged = edited(&document, |editor| editor.merge(&entries[..1]));
        expect.assert_eq(&merged.to_patch("a", "b"));
    }

    const SESSION: &str = "[sso-session corp]\nsso_start_url = https://d-1234567890.awsapps.com/start/#/\nsso_region = eu-west-1\nsso_registration_scopes = sso:account:access, a:b\n";

    #[test]
    fn a_session_that_is_there_is_not_touched() {
        check(
            SESSION,
            Format::SsoSession,
            expect![[r#"
            --- a
            +++ b
            @@ -2,3 +2,7 @@
             sso_start_url = https://d-1234567890.awsapps.com/start/#/
             sso_region = eu-west-1
             sso_registration_scopes = sso:account:access, a:b
            +[profile new]
            +sso_session = corp
            +sso_account_id = 111122223333
            +sso_role_name = Dev
        "#]],
        );
    }

    #[test]
    fn a_profile_with_both_is_spelled_as_its_session() {
        check(
            SESSION,
            Format::Both,
            expect![[r#"
            --- a
            +++ b
            @@ -2,3 +2,9 @@
             sso_start_url = https://d-1234567890.awsapps.com/start/#/
             sso_region = eu-west-1
             sso_registration_scopes = sso:account:access, a:b
            +[profile new]
            +sso_session = corp
            +sso_start_url = https://d-1234567890.awsapps.com/start/#/
            +sso_region = eu-west-1
            +sso_account_id = 111122223333
            +sso_role_name = Dev
        "#]],
        );
    }

    #[test]
    fn legacy_profiles_go_on_sharing_one_sign_in() {
        check(
            "[profile a]\nsso_start_url = https://d-1234567890.awsapps.com/start#/\nsso_region = us-east-1\n[profile of-session]\nsso_session = corp\nsso_start_url = https://d-1234567890.awsapps.com/start#/\nsso_region = eu-west-1\n[profile b]\nsso_start_url = https://d-1234567890.awsapps.com/start/\nsso_region = eu-west-1\n",
            Format::Legacy,
            expect![[r#"
                --- a
                +++ b
                @@ -8,3 +8,8 @@
                 [profile b]
                 sso_start_url = https://d-1234567890.awsapps.com/start/
                 sso_region = eu-west-1
                +[profile new]
                +sso_start_url = https://d-1234567890.awsapps.com/start/
                +sso_region = eu-west-1
                +sso_account_id = 111122223333
                +sso_role_name = Dev
            "#]],
        );
    }

    #[test]
    fn another_portals_session_is_none_to_take_from() {
        let elsewhere = SESSION.replace("eu-west-1", "us-east-1");
        check(
            &elsewhere,
            Format::SsoSession,
            expect![[r#"
            --- a
            +++ b
            @@ -1,4 +1,8 @@
             [sso-session corp]
            -sso_start_url = https://d-1234567890.awsapps.com/start/#/
            -sso_region = us-east-1
            -sso_registration_scopes = sso:account:access, a:b
            +sso_start_url = https://d-1234567890.awsapps.com/start
            +sso_region = eu-west-1
            +sso_registration_scopes = sso:account:access
            +[profile new]
            +sso_session = corp
            +sso_account_id = 111122223333
            +sso_role_name = Dev
        "#]],
        );
    }
}

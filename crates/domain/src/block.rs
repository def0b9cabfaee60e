//! The text for a new config file, as the AWS CLI would have written it.
//!
//! Not here: changing a file that has something in it. Several entries become what the CLI leaves when they are
//! configured one after another: a profile's section, then its session's where it has none yet; `key = value`, no
//! blank lines. Where two entries name the same section, the later one's values stand in the earlier one's places.
//!
//! Source: FACTS "What `aws configure sso` writes".

use crate::entry::Entry;
use crate::names::{ProfileName, SessionName};
use std::collections::HashMap;
use std::rc::Rc;

/// The whole text, with its last line break; empty for no entries. Linear in the number of entries.
pub fn write<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> String {
    let mut file = File::default();
    let mut last_session = None;
    for entry in entries {
        let section = file.section(Header::Profile(&entry.profile));
        let foreign = entry.format.foreign_keys();
        section.retain(|(key, _)| !foreign.contains(key));
        set_all(section, entry.properties());
        // Profiles mostly follow each other with the very same session: it is written once.
        if let Some(session) = entry.session_section()
            && !last_session.is_some_and(|last| Rc::ptr_eq(last, session))
        {
            set_all(file.section(Header::Session(&session.name)), session.properties());
            last_session = Some(session);
        }
    }
    file.text()
}

type Property<'a> = (&'static str, &'a str);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Header<'a> {
    Profile(&'a ProfileName),
    Session(&'a SessionName),
}

/// Sections in the order in which they were first named.
#[derive(Default)]
struct File<'a> {
    sections: Vec<(Header<'a>, Vec<Property<'a>>)>,
    places: HashMap<Header<'a>, usize>,
}

impl<'a> File<'a> {
    fn section(&mut self, header: Header<'a>) -> &mut Vec<Property<'a>> {
        let place = *self.places.entry(header).or_insert_with(|| {
            self.sections.push((header, Vec::new()));
            self.sections.len() - 1
        });
        &mut self.sections[place].1
    }

    fn text(&self) -> String {
        // About what a profile of five short lines takes.
        let mut text = String::with_capacity(self.sections.len() * 160);
        for (header, properties) in &self.sections {
            let header = match header {
                Header::Profile(name) => name.header(),
                Header::Session(name) => name.header(),
            };
            text.extend(["[", &header, "]\n"]);
            for (key, value) in properties {
                text.extend([*key, " = ", value, "\n"]);
            }
        }
        text
    }
}

fn set_all<'a>(section: &mut Vec<Property<'a>>, properties: impl Iterator<Item = Property<'a>>) {
    for (key, value) in properties {
        match section.iter_mut().find(|(there, _)| *there == key) {
            Some(property) => property.1 = value,
            None => section.push((key, value)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{Format, OutputFormat, Session};
    use crate::names::{ConfigValue, RoleName, Scopes};
    use crate::{AccountId, Region, StartUrl};
    use expect_test::{Expect, expect};

    fn session(name: &str) -> Rc<Session> {
        let start_url = StartUrl::parse("d-1234567890").unwrap();
        Rc::new(Session {
            name: SessionName::parse(name).unwrap(),
            start_url: ConfigValue::from(&start_url),
            region: ConfigValue::from(&Region::parse("eu-west-1").unwrap()),
            scopes: Scopes::default(),
        })
    }

    fn entry(format: Format, profile: &str, session: &Rc<Session>, role: &str) -> Entry {
        Entry {
            format,
            profile: ProfileName::parse(profile).unwrap(),
            session: Rc::clone(session),
            account_id: AccountId::parse("000000000042").unwrap(),
            role_name: RoleName::parse(role).unwrap(),
            region: None,
            output: None,
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

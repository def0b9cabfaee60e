//! `sso_account_id` or `sso_role_name` in a session. The CLI takes it into the profile; the SDKs for Go, Java and
//! JavaScript look for it in the profile only. It moves into the profiles that have none of their own.
//!
//! Source: botocore's `SSOProvider._resolve_sso_session_reference`; pulumi/pulumi-aws 2272.

use super::parse_errors::is_followed_by_indented;
use super::{ChoiceLabel, Fix, ProblemKind, Problems, Subject, fix};
use crate::config::{Document, Property, Section, Settings};

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for session in subject.reading.sso_sessions() {
        for key in ["sso_account_id", "sso_role_name"] {
            let Some(property) = session.section().property(key) else { continue };
            let is_of = |profile: &&Settings<'_>| {
                subject.session_of(profile).is_some_and(|it| it.name() == session.name())
            };
            let users: Vec<Section<'_>> =
                subject.reading.profiles().filter(is_of).map(Settings::section).collect();
            let fix = moved(subject.document, property, key, &users);
            let fix = fix.filter(|_| subject.credentials.is_none());
            let kind = ProblemKind::RoleKeyInSession { session: session.name().into(), key };
            problems.push(kind, &[property.line().number()], fix);
        }
    }
}

/// Into each of these sections, where every setting stands at its line's start.
fn moved(
    document: &Document,
    property: Property<'_>,
    key: &str,
    users: &[Section<'_>],
) -> Option<Fix> {
    let is_plain = |section: &Section<'_>| {
        section.properties().all(|it| it.line().indentation().is_empty())
            && !is_followed_by_indented(document, section.end_of_properties())
    };
    let is_one_line = property.lines().len() == 1 && property.line().indentation().is_empty();
    if users.is_empty() || !is_one_line || !users.iter().all(is_plain) {
        return None;
    }
    let mut edits = fix::without(property);
    for section in users.iter().filter(|section| section.property(key).is_none()) {
        edits.insert(section.end_of_properties(), [property.line().text()]);
    }
    Some(Fix::suggestion(ChoiceLabel::Apply, edits))
}

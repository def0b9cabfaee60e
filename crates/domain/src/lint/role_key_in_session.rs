//! `sso_account_id` or `sso_role_name` in a session. The CLI takes it into the profile; the SDKs for Go, Java and
//! JavaScript look for it in the profile only. It moves into the profiles that have none of their own.
//!
//! Source: botocore's `SSOProvider._resolve_sso_session_reference`; pulumi/pulumi-aws 2272.

use super::parse_errors::is_followed_by_indented;
use super::{ChoiceLabel, Fix, ProblemKind, Problems, Subject, fix};
use crate::config::{Document, Property, Section};
use crate::sort::sort_by_key;

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    // Profiles' sections, each behind its session's.
    let mut users: Vec<(usize, Section<'_>)> = Vec::new();
    for profile in subject.reading.profiles() {
        let session = subject.reading.session_of(profile).map(|it| it.section().index());
        users.extend(session.map(|index| (index, profile.section())));
    }
    sort_by_key(&mut users, |(session, _)| *session);
    for session in subject.reading.sso_sessions() {
        let index = session.section().index();
        let start = users.partition_point(|(session, _)| *session < index);
        let end = users.partition_point(|(session, _)| *session <= index);
        for key in ["sso_account_id", "sso_role_name"] {
            let Some(property) = session.section().property(key) else { continue };
            let fix = moved(subject.document, property, key, &users[start..end]);
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
    users: &[(usize, Section<'_>)],
) -> Option<Fix> {
    let is_plain = |(_, section): &(usize, Section<'_>)| {
        section.properties().all(|it| it.line().indentation().is_empty())
            && !is_followed_by_indented(document, section.end_of_properties())
    };
    let is_one_line = property.lines().len() == 1 && property.line().indentation().is_empty();
    if users.is_empty() || !is_one_line || !users.iter().all(is_plain) {
        return None;
    }
    let mut edits = fix::without(property);
    for (_, section) in users.iter().filter(|(_, it)| it.property(key).is_none()) {
        edits.insert(section.end_of_properties(), &[property.line().text()]);
    }
    Some(Fix::suggestion(ChoiceLabel::Apply, edits))
}

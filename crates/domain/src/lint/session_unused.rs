//! A session that no profile names, in this file or the other. `aws sso login --sso-session` works with it all the same,
//! so it goes only if somebody says so, and a config's only session never.

use super::ProblemKind;
use super::fix::{Choice, ChoiceLabel, Fix};
use super::misspelt_key::near;
use super::subject::{Problems, Subject};
use crate::config::{Document, Section, Value, without_section};
use std::borrow::Cow;
use std::collections::HashSet;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    let mut named = HashSet::new();
    for document in
        std::iter::once(subject.document).chain(subject.credentials.map(|it| it.document))
    {
        named.extend(sessions_named(document, subject));
    }
    // A session that nobody names may be the one that somebody misspelt.
    let is_all_there = named.iter().all(|name| subject.reading.sso_session(name).is_some());
    let is_only_one = subject.reading.sso_sessions().len() == 1;
    for session in subject.reading.sso_sessions() {
        if named.contains(session.name()) {
            continue;
        }
        let section = session.section();
        let fix = (is_all_there && !is_only_one).then(|| {
            let edits = without_section(section);
            Fix::suggestion([Choice::new(ChoiceLabel::Remove(session.name().into()), edits)])
        });
        let kind = ProblemKind::SessionUnused { session: session.name().into() };
        problems.push(kind, [section.line().number()], fix);
    }
}

/// The sessions that any section names: one that counts for nothing too, since somebody may want it back, and with the
/// key misspelt.
fn sessions_named<'d>(document: &'d Document, subject: &Subject<'_, '_>) -> Vec<Cow<'d, str>> {
    let properties = document.sections().flat_map(Section::properties);
    let naming = properties.filter(|property| {
        let key = property.key();
        key == "sso_session" || near(&key).is_some_and(|(meant, _)| meant == "sso_session")
    });
    let name = |value| match value {
        Value::Text(Cow::Borrowed(text)) => {
            let meant = super::slip::meant("sso_session", text, subject.reading);
            Some(meant.map_or(Cow::Borrowed(text), |meant| meant.value))
        }
        Value::Text(text) => Some(text),
        Value::Nested(_) => None,
    };
    naming.filter_map(|property| name(property.value())).collect()
}

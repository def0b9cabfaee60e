//! A session that no profile names, in this file or the other. `aws sso login --sso-session` works with it all the same,
//! so it goes only if somebody says so, and a config's only session never.

use super::misspelt_key::near;
use super::{ChoiceLabel, Fix, ProblemKind, Problems, Subject, properties};
use crate::config::{Document, Value, without_section};
use std::borrow::Cow;
use std::collections::HashSet;

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let mut named = sessions_named(subject.document, subject);
    if let Some(credentials) = subject.credentials {
        named.extend(sessions_named(credentials.document, subject));
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
            Fix::suggestion(ChoiceLabel::Remove(session.name().into()), edits)
        });
        let kind = ProblemKind::SessionUnused(session.name().into());
        problems.push(kind, &[section.line().number()], fix);
    }
}

/// The sessions that any section names: one that counts for nothing too, since somebody may want it back, with the key
/// misspelt, and for a program of its own.
fn sessions_named<'d>(document: &'d Document, subject: &Subject<'_>) -> HashSet<Cow<'d, str>> {
    let mut named = HashSet::new();
    for property in properties(document) {
        let key = property.key();
        if key == "credential_process" {
            let words = property.first_line_value().split_whitespace();
            let is_session = |word: &&str| subject.reading.sso_session(word).is_some();
            named.extend(words.filter(is_session).map(Cow::Borrowed));
        }
        if key != "sso_session" && near(&key).is_none_or(|(meant, _)| meant != "sso_session") {
            continue;
        }
        let Value::Text(name) = property.value() else { continue };
        let line = property.first_line_value();
        let meant = super::slip::meant("sso_session", line, subject.reading);
        named.insert(meant.filter(|_| name == line).map_or(name, |meant| meant.value));
    }
    named
}

//! Sessions for one portal in one region, with the same scopes: one sign-in each where one would do.

use super::ProblemKind;
use super::start_url_spellings::PortalKeys;
use super::subject::{Problems, Subject};
use crate::config::{LineNumber, Settings};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    let mut portals = PortalKeys::default();
    let mut groups: BTreeMap<_, Vec<&Settings<'_>>> = BTreeMap::new();
    for session in subject.reading.sso_sessions() {
        if let Some(portal) = portals.of(subject, session) {
            let scopes = session.text("sso_registration_scopes").map(|scopes| {
                let scopes: BTreeSet<String> =
                    scopes.split(',').map(|scope| scope.trim().to_owned()).collect();
                scopes
            });
            groups.entry((portal, scopes)).or_default().push(session);
        }
    }
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let lines: Vec<LineNumber> =
            group.iter().map(|session| session.section().line().number()).collect();
        let sessions = group.iter().map(|session| session.name().into()).collect();
        problems.push(ProblemKind::SameSession { sessions }, lines, None);
    }
}

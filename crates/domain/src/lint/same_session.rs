//! Sessions for one portal in one region, with the same scopes: one sign-in each where one would do.

use super::ProblemKind;
use super::start_url_spellings::PortalKeys;
use super::subject::{Problems, Subject};
use crate::config::LineNumber;
use crate::sort::sort_by;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    let mut portals = PortalKeys::default();
    let mut sessions = Vec::new();
    for session in subject.reading.sso_sessions() {
        if let Some(portal) = portals.of(subject, session) {
            let scopes = session.text("sso_registration_scopes").map(|scopes| {
                let mut scopes: Vec<String> =
                    scopes.split(',').map(|scope| scope.trim().to_owned()).collect();
                sort_by(&mut scopes, Ord::cmp);
                scopes.dedup();
                scopes
            });
            sessions.push(((portal, scopes), session));
        }
    }
    sort_by(&mut sessions, |(one, _), (other, _)| one.cmp(other));
    for group in sessions.chunk_by(|(one, _), (other, _)| one == other).filter(|it| it.len() > 1) {
        let lines: Vec<LineNumber> =
            group.iter().map(|(_, session)| session.section().line().number()).collect();
        let sessions = group.iter().map(|(_, session)| session.name().into()).collect();
        problems.push(ProblemKind::SameSession { sessions }, lines, None);
    }
}

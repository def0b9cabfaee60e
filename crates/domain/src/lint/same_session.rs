//! Sessions for one portal in one region, with the same scopes: one sign-in each where one would do.

use super::start_url_spellings::portal;
use super::{Likeness, ProblemKind, Problems, Subject, alike, lines, names};
use crate::config::Settings;
use crate::sort::sort_by;

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let sessions = subject.reading.sso_sessions();
    for group in alike(sessions.filter_map(|it| Some((likeness(it)?, it))).collect()) {
        let kind = ProblemKind::SameSession(names(&group));
        problems.push(kind, &lines(&group), None);
    }
}

/// Portal, region and scopes.
fn likeness<'d>(session: &Settings<'d>) -> Option<Likeness<'d>> {
    let mut likeness = portal(session)?;
    let scopes = session.text("sso_registration_scopes");
    likeness.push(scopes.map(|scopes| {
        let mut scopes: Vec<&str> = scopes.split(',').map(str::trim).collect();
        sort_by(&mut scopes, Ord::cmp);
        scopes.dedup();
        scopes.join(",").into()
    }));
    Some(likeness)
}

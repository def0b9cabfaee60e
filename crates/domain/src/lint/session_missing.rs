//! `sso_session` names a session that isn't there. One with nearly that name may be meant, or be another portal.

use super::nearest::nearest;
use super::{ChoiceLabel, Fix, ProblemKind, Problems, Subject, fix, header, line_of};
use crate::config::Settings;
use crate::names::SessionName;

/// Of those that are there so many are named.
const MOST_NAMED: usize = 3;

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let reading = subject.reading;
    for profile in reading.profiles() {
        let Some(session) = profile.text("sso_session") else { continue };
        if session.is_empty() || reading.sso_session(&session).is_some() {
            continue;
        }
        let nearest = nearest(&session, reading.sso_sessions()).map(Settings::name);
        let section = profile.section();
        let fix = nearest.and_then(|name| fix::suggest_value(section, "sso_session", name));
        let fix = fix.or_else(|| session_of(reading.profile(&session)?));
        let there = reading.sso_sessions().take(MOST_NAMED).map(|it| it.name().into()).collect();
        let kind = ProblemKind::SessionMissing {
            profile: profile.name().into(),
            session: session.into(),
            nearest: nearest.map(Into::into),
            there,
        };
        problems.push(kind, line_of(section, "sso_session").as_slice(), fix);
    }
}

/// A profile that has a session's name and settings may be it, with the wrong word in its header.
fn session_of(profile: &Settings<'_>) -> Option<Fix> {
    let section = profile.section();
    let name = SessionName::parse(profile.name()).ok()?;
    let edits = fix::header(section, &name.header()).filter(|_| header::may_be_session(section))?;
    Some(Fix::suggestion(ChoiceLabel::Rename(name.header().into()), edits))
}

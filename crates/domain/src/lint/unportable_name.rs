//! A name with a character for which some SDKs skip the profile, or don't find the session. A session gets another name
//! in all its places, if somebody says so: its token's file is named after it, so a new login is needed.
//!
//! Source: `unportable` of the names; aws-cli 10116 for sessions.

use super::{ChoiceLabel, Fix, ProblemKind, Problems, Subject, fix, properties, slip};
use crate::config::Settings;
use crate::names::{SessionName, is_portable};

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let sessions = subject.reading.sso_sessions().map(|it| (it, renamed(subject, it)));
    let profiles = subject.reading.profiles().map(|it| (it, None));
    for (settings, fix) in profiles.chain(sessions) {
        if let Some(character) = settings.name().chars().find(|c| !is_portable(*c)) {
            let kind = ProblemKind::UnportableName { name: settings.name().into(), character };
            problems.push(kind, &[settings.section().line().number()], fix);
        }
    }
}

/// Where nobody in the other file can name it.
fn renamed(subject: &Subject<'_>, session: &Settings<'_>) -> Option<Fix> {
    if session.name().chars().all(is_portable) || subject.credentials.is_some() {
        return None;
    }
    let plain = |c: char| if is_portable(c) { c } else { '-' };
    let name = SessionName::parse(&session.name().chars().map(plain).collect::<String>()).ok()?;
    let is_free = subject.reading.sso_session(name.as_str()).is_none();
    let mut edits = fix::header(session.section(), &name.header()).filter(|_| is_free)?;
    for property in properties(subject.document).filter(|it| it.has_key("sso_session")) {
        let value = property.first_line_value();
        if value == session.name() && property.lines().len() == 1 {
            fix::put_value(property, name.as_str(), &mut edits);
            continue;
        }
        // Its slip comes first.
        let slip = slip::meant("sso_session", value, subject.reading);
        if slip.map_or(value.into(), |meant| meant.value) == session.name() {
            return None;
        }
    }
    Some(Fix::suggestion(ChoiceLabel::Rename(name.header().into()), edits))
}

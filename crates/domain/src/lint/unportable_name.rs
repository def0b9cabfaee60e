//! A name with a character for which some SDKs skip the profile, or don't find the session. A session gets another name
//! in all its places, if somebody says so: its token's file is named after it, so a new login is needed.
//!
//! Source: `unportable` of the names; aws-cli 10116 for sessions.

use super::ProblemKind;
use super::fix::{self, Choice, ChoiceLabel, Fix};
use super::subject::{Problems, Subject};
use crate::config::Settings;
use crate::names::{SessionName, is_portable};

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    let sessions = subject.reading.sso_sessions().map(|it| (it, renamed(subject, it)));
    let profiles = subject.reading.profiles().map(|it| (it, None));
    for (settings, fix) in profiles.chain(sessions) {
        if let Some(character) = settings.name().chars().find(|c| !is_portable(*c)) {
            let kind = ProblemKind::UnportableName { name: settings.name().into(), character };
            problems.push(kind, [settings.section().line().number()], fix);
        }
    }
}

/// Where nobody in the other file can name it.
fn renamed<'d>(subject: &Subject<'_, 'd>, session: &Settings<'d>) -> Option<Fix> {
    if session.name().chars().all(is_portable) || subject.credentials.is_some() {
        return None;
    }
    let plain = |c: char| if is_portable(c) { c } else { '-' };
    let name = SessionName::parse(&session.name().chars().map(plain).collect::<String>()).ok()?;
    let is_free = subject.reading.sso_session(name.as_str()).is_none();
    let mut edits = fix::header(session.section(), &name.header()).filter(|_| is_free)?;
    let naming = subject.document.sections().flat_map(crate::config::Section::properties);
    for property in naming.filter(|property| property.has_key("sso_session")) {
        match property.first_line_value() == session.name() {
            true if property.lines().len() == 1 => {
                fix::put_value(property, name.as_str(), &mut edits);
            }
            false if subject.value(property) != session.name() => {}
            // Its slip comes first.
            true | false => return None,
        }
    }
    Some(Fix::suggestion([Choice::new(ChoiceLabel::Rename(name.header().into()), edits)]))
}

//! A name with a character for which some SDKs skip it.

use super::ProblemKind;
use super::subject::{Problems, Subject};
use crate::names::is_portable;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    for settings in subject.reading.profiles().chain(subject.reading.sso_sessions()) {
        if let Some(character) = settings.name().chars().find(|c| !is_portable(*c)) {
            let kind = ProblemKind::UnportableName { name: settings.name().into(), character };
            problems.push(kind, [settings.section().line().number()], None);
        }
    }
}

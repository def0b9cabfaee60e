//! Profiles for the same role of the same account, that work alike in all that matters.

use super::ProblemKind;
use super::start_url_spellings::Portals;
use super::subject::{Problems, Subject};
use crate::config::{LineNumber, ProfileUse, Settings};
use std::collections::BTreeMap;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    let mut portals = Portals::default();
    let mut groups: BTreeMap<_, Vec<&Settings<'_>>> = BTreeMap::new();
    for profile in subject.reading.profiles() {
        if !matches!(ProfileUse::of(profile), ProfileUse::SignIn { .. }) {
            continue;
        }
        let role = ["sso_account_id", "sso_role_name"].map(|key| subject.text(profile, key));
        if role.iter().any(|value| value.as_ref().is_none_or(|value| value.is_empty())) {
            continue;
        }
        let settings = ["region", "output"].map(|key| subject.text(profile, key));
        let portal = match subject.text(profile, "sso_session") {
            Some(_) => subject.session_of(profile).and_then(|it| portals.of(subject, it)),
            None => portals.of(subject, profile),
        };
        groups.entry((role, settings, portal)).or_default().push(profile);
    }
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let lines: Vec<LineNumber> =
            group.iter().map(|profile| profile.section().line().number()).collect();
        let profiles = group.iter().map(|profile| profile.name().into()).collect();
        problems.push(ProblemKind::SameRole { profiles }, lines, None);
    }
}

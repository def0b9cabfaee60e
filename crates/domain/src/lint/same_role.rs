//! Profiles for the same role of the same account, that work alike in all that matters.

use super::ProblemKind;
use super::start_url_spellings::PortalKeys;
use super::subject::{Problems, Subject};
use crate::config::{LineNumber, ProfileUse, Settings, trim};
use crate::sort::sort_by;
use std::borrow::Cow;

/// What is compared as one portal, and what the CLI never comes to.
const OTHERS: [&str; 3] = ["sso_start_url", "sso_region", "credential_process"];

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    let mut portals = PortalKeys::default();
    let mut profiles = Vec::new();
    for profile in subject.reading.profiles() {
        if !matches!(ProfileUse::of(profile), ProfileUse::SignIn { .. }) {
            continue;
        }
        let role = ["sso_account_id", "sso_role_name"].map(|key| subject.text(profile, key));
        if role.iter().any(|value| value.as_ref().is_none_or(|value| value.is_empty())) {
            continue;
        }
        // A session is another sign-in than the same portal in the older format.
        let session = subject.text(profile, "sso_session");
        let portal = match session {
            Some(_) => None,
            None => portals.of(subject, profile),
        };
        let keys = profile.keys().filter(|key| !OTHERS.contains(&&**key));
        let mut settings: Vec<_> = keys.map(|key| (value(subject, profile, &key), key)).collect();
        sort_by(&mut settings, Ord::cmp);
        settings.dedup();
        profiles.push(((role, settings, portal), profile));
    }
    sort_by(&mut profiles, |(one, _), (other, _)| one.cmp(other));
    for group in profiles.chunk_by(|(one, _), (other, _)| one == other).filter(|it| it.len() > 1) {
        let lines: Vec<LineNumber> =
            group.iter().map(|(_, profile)| profile.section().line().number()).collect();
        let profiles = group.iter().map(|(_, profile)| profile.name().into()).collect();
        problems.push(ProblemKind::SameRole { profiles }, lines, None);
    }
}

/// A value as it is meant; of a nested one the lines that are settings.
fn value<'r, 'd: 'r>(
    subject: &Subject<'r, 'd>,
    profile: &Settings<'d>,
    key: &str,
) -> Option<Cow<'r, str>> {
    let property = profile.property(key)?;
    if property.lines().len() == 1 {
        return Some(subject.value(property));
    }
    let lines = property.continuations().map(|line| trim(line.text()));
    let lines =
        std::iter::once(property.first_line_value()).chain(lines.filter(|it| it.contains('=')));
    Some(lines.collect::<Vec<_>>().join("\n").into())
}

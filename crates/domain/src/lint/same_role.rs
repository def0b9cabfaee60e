//! Profiles for the same role of the same account, that work alike in all that matters.

use super::bad_nested::NESTED_KEYS;
use super::misspelt_key::near;
use super::start_url_spellings::portal;
use super::{Likeness, ProblemKind, Problems, Subject, alike, lines, names};
use crate::config::{ProfileUse, Property, Settings, Value};
use crate::sort::sort_by;
use std::borrow::Cow;

/// What is compared as one portal, and what the CLI never comes to.
const OTHERS: [&str; 3] = ["sso_start_url", "sso_region", "credential_process"];

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let profiles = subject.reading.profiles();
    for group in alike(profiles.filter_map(|it| Some((likeness(it)?, it))).collect()) {
        let kind = ProblemKind::SameRole(names(&group));
        problems.push(kind, &lines(&group), None);
    }
}

/// The portal of the older format, and all other settings; `None` for a profile that is for no role.
fn likeness<'d>(profile: &Settings<'d>) -> Option<Likeness<'d>> {
    if !matches!(ProfileUse::of(profile), ProfileUse::SignIn { .. }) {
        return None;
    }
    let has = |key: &str| profile.text(key).is_some_and(|value| !value.is_empty());
    if !has("sso_account_id") || !has("sso_role_name") {
        return None;
    }
    // A session is another sign-in than the same portal in the older format.
    let portal = if profile.text("sso_session").is_some() { None } else { portal(profile) };
    let mut likeness = portal.unwrap_or_else(|| vec![None]);
    // What `[DEFAULT]` gives, it gives to all.
    let is_own =
        |it: &Property<'_>| Some(it.value()) != profile.default(&it.key()).map(Property::value);
    // Nor does it matter that a key is there once more, misspelt.
    let is_again = |key: &str| near(key).is_some_and(|(meant, _)| profile.get(meant).is_some());
    let counts = |key: &str| !OTHERS.contains(&key) && !is_again(key);
    // Nor do settings that should be nested and aren't.
    let is_flat = |it: &Property<'_>| {
        NESTED_KEYS.iter().any(|key| it.has_key(key)) && matches!(it.value(), Value::Text(_))
    };
    let is_counted = |it: &Property<'_>| counts(&it.key()) && is_own(it) && !is_flat(it);
    let own = profile.own().into_iter().filter(is_counted);
    let mut settings: Vec<_> = own.map(|it| [Some(text(it.value())), Some(it.key())]).collect();
    sort_by(&mut settings, Ord::cmp);
    likeness.extend(settings.into_iter().flatten());
    Some(likeness)
}

/// A value; a nested one as its settings.
fn text(value: Value<'_>) -> Cow<'_, str> {
    match value {
        Value::Text(text) => text,
        Value::Nested(settings) => {
            let settings = settings.iter().map(|(name, value)| [*name, "=", *value].concat());
            settings.collect::<Vec<_>>().join("\n").into()
        }
    }
}

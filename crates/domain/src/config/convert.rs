//! Converting profiles between the forms of a sign-in: a session, start URL and region in each, or both.
//!
//! Not here: entries, which are written in one form from the start ([`super::plan_merge`]).
//!
//! Only the lines of a sign-in change, and in their places: comments and every other setting stay as they are.
//!
//! Source: FACTS "What `aws configure sso` writes" (both forms, and profiles with both kinds of keys); botocore's
//! `SSOProvider._resolve_sso_session_reference`, which wants a profile's own keys to be the session's to the letter.

use super::conflict::is_same_portal;
use super::document::Document;
use super::edit::{Edit, Side, Target};
use super::merge::Targets;
use super::plan::{Plan, PlanBuilder};
use super::read::{Reading, Settings, read};
use crate::names::{ConfigValue, DEFAULT_SCOPE, SessionName};
use std::borrow::Cow;

/// What profiles are converted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInForm<'a> {
    /// This session, which is written where it isn't there yet: tokens are then refreshed.
    Session(&'a SessionName),
    /// Start URL and region in each profile, for tools that know no sessions. The session's section stays.
    Legacy,
    /// This session, and its start URL and region in each profile besides.
    Both(&'a SessionName),
}

/// Why profiles can't be converted. Nothing is changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConversionError {
    /// No profile of this name.
    #[error("there is no profile `{0}`")]
    NoProfile(Box<str>),
    /// A profile without a start URL and a region, in itself or in its session.
    #[error("the profile `{0}` names no portal and region")]
    NoPortal(Box<str>),
    /// A profile that signs in elsewhere than the session, or than the first profile where that is new.
    #[error("the profile `{0}` signs in elsewhere")]
    Elsewhere(Box<str>),
    /// A key that would have to go comes from `[DEFAULT]`, which is every other section's too.
    #[error("the profile `{0}` has its sign-in from [DEFAULT]")]
    FromDefaults(Box<str>),
}

/// The keys with which a profile signs in without a session, in the order in which they are written.
const LEGACY_KEYS: [&str; 2] = ["sso_start_url", "sso_region"];
const SESSION_KEY: &str = "sso_session";
const SCOPES_KEY: &str = "sso_registration_scopes";

/// What converting these profiles of a config file changes. Linear in its length and in their number.
///
/// # Errors
/// For the first profile that can't be converted.
pub fn plan_convert<'a>(
    document: &Document,
    profiles: impl IntoIterator<Item = &'a str>,
    form: SignInForm<'_>,
) -> Result<Plan, ConversionError> {
    let reading = read(document);
    let (name, foreign): (_, &[&'static str]) = match form {
        SignInForm::Session(name) => (Some(name), &[LEGACY_KEYS[0], LEGACY_KEYS[1], SCOPES_KEY]),
        SignInForm::Both(name) => (Some(name), &[SCOPES_KEY]),
        SignInForm::Legacy => (None, &[SESSION_KEY]),
    };
    let there = name.and_then(|name| reading.sso_session(name.as_str()));
    let mut conversion = Conversion {
        targets: Targets::of(document),
        edit: Edit::new(document),
        session: there.map(Portal::of_session),
        scopes: None,
        reading: &reading,
        foreign,
    };
    for profile in profiles {
        conversion.profile(profile, name)?;
    }
    if let (Some(name), None) = (name, there) {
        conversion.new_session(name);
    }
    let mut plan = PlanBuilder::new(document);
    conversion.edit.write(&mut plan);
    Ok(plan.finish())
}

struct Conversion<'r, 'd> {
    reading: &'r Reading<'d>,
    targets: Targets<'d>,
    edit: Edit<'d>,
    /// The session's portal, where there is to be one: its own, or of a new one the first profile's. `None` inside
    /// where the session that is there names none.
    session: Option<Option<Portal<'d>>>,
    /// What a new session asks for.
    scopes: Option<Cow<'d, str>>,
    /// What converted profiles have not.
    foreign: &'static [&'static str],
}

impl<'d> Conversion<'_, 'd> {
    fn profile(
        &mut self,
        name: &str,
        session: Option<&SessionName>,
    ) -> Result<(), ConversionError> {
        let no_profile = || ConversionError::NoProfile(name.into());
        let profile = self.reading.profile(name).ok_or_else(no_profile)?;
        let target = self.targets.profiles.get(name).copied().ok_or_else(no_profile)?;
        let portal = Portal::of(self.reading, profile);
        let mut portal = portal.ok_or_else(|| ConversionError::NoPortal(name.into()))?;
        if self.foreign.iter().any(|key| profile.has_default(key)) {
            return Err(ConversionError::FromDefaults(name.into()));
        }
        if let Some(session) = session {
            match self.session.get_or_insert_with(|| Some(portal.clone())) {
                Some(to) if to.is_same(&portal) => portal = to.clone(),
                _ => return Err(ConversionError::Elsewhere(name.into())),
            }
            let scopes = profile.text(SCOPES_KEY).filter(|scopes| is_line(scopes));
            self.scopes = self.scopes.take().or(scopes);
            let session = session.as_str().to_owned();
            self.edit.set_beside(target, SESSION_KEY, session, (Side::Before, &LEGACY_KEYS));
        }
        for (key, value) in LEGACY_KEYS.into_iter().zip([portal.start_url, portal.region]) {
            if !self.foreign.contains(&key) {
                self.edit.set_beside(target, key, value, (Side::After, &[SESSION_KEY]));
            }
        }
        for key in self.foreign {
            self.edit.unset(target, key);
        }
        Ok(())
    }

    fn new_session(&mut self, name: &SessionName) {
        let Some(Some(portal)) = self.session.take() else { return };
        let target: Target = self.edit.append(name.header());
        self.edit.set(target, LEGACY_KEYS[0], portal.start_url);
        self.edit.set(target, LEGACY_KEYS[1], portal.region);
        let scopes = self.scopes.take().unwrap_or(Cow::Borrowed(DEFAULT_SCOPE));
        self.edit.set(target, SCOPES_KEY, scopes);
    }
}

/// Whether a value that a file has can be written again. One of several lines would become settings of its own.
fn is_line(text: &str) -> bool {
    ConfigValue::parse(text).is_ok_and(|value| value.as_str() == text)
}

/// Where somebody signs in.
#[derive(Clone)]
struct Portal<'d> {
    start_url: Cow<'d, str>,
    region: Cow<'d, str>,
}

impl<'d> Portal<'d> {
    /// A profile's: its session's, or where it names none, its own.
    fn of(reading: &Reading<'d>, profile: &Settings<'d>) -> Option<Portal<'d>> {
        match profile.text("sso_session") {
            Some(name) => Portal::of_session(reading.sso_session(&name)?),
            None => Portal::of_session(profile),
        }
    }

    fn of_session(settings: &Settings<'d>) -> Option<Portal<'d>> {
        let value = |key| settings.text(key).filter(|value| is_line(value));
        Some(Portal { start_url: value("sso_start_url")?, region: value("sso_region")? })
    }

    fn is_same(&self, other: &Portal<'_>) -> bool {
        self.region == other.region && is_same_portal(&self.start_url, &other.start_url)
    }
}

#[cfg(test)]
mod tests;

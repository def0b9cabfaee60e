//! Converting profiles between the forms of a sign-in: a session, start URL and region in each, or both.
//!
//! Only the lines of a sign-in change, and in their places: comments and every other setting stay as they are.
//!
//! Source: the AWS CLI's `customizations/configure/sso.py` (both forms); botocore's
//! `SSOProvider._resolve_sso_session_reference`, which wants a profile's own keys to be the session's to the letter.

use super::section_edits::SectionEdits;
use super::{
    Document, Editor, Excerpt, Header, LineEdits, Property, Reading, Section, Settings, read,
};
use crate::names::{ConfigValue, DEFAULT_SCOPE, SessionName};
use crate::portal::same_portal;
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
    #[error("there is no profile `{0}`")]
    NoProfile(Excerpt),
    /// A profile without a start URL and a region, in itself or in its session.
    #[error("the profile `{0}` names no portal and region")]
    NoPortal(Excerpt),
    /// A profile that signs in elsewhere than the session, or than the first profile where that is new.
    #[error("the profile `{0}` signs in elsewhere")]
    Elsewhere(Excerpt),
    /// A key that would have to go comes from `[DEFAULT]`, which is every other section's too.
    #[error("the profile `{0}` has its sign-in from [DEFAULT]")]
    FromDefaults(Excerpt),
}

/// The keys with which a profile signs in without a session, in the order in which they are written.
const LEGACY_KEYS: [&str; 2] = ["sso_start_url", "sso_region"];
const SESSION_KEY: &str = "sso_session";
const ORDER: [&str; 3] = [SESSION_KEY, LEGACY_KEYS[0], LEGACY_KEYS[1]];
const SCOPES_KEY: &str = "sso_registration_scopes";

impl Editor {
    /// Converts these profiles of a config file to a form. Linear in its length and in their number.
    ///
    /// # Errors
    /// For the first profile that can't be converted; nothing is changed then.
    pub fn convert<'a>(
        &mut self,
        profiles: impl IntoIterator<Item = &'a str>,
        form: SignInForm<'_>,
    ) -> Result<(), ConversionError> {
        let document = self.document().clone();
        let lines = converted(&document, profiles, form)?;
        self.apply(lines);
        Ok(())
    }
}

fn converted<'a>(
    document: &Document,
    profiles: impl IntoIterator<Item = &'a str>,
    form: SignInForm<'_>,
) -> Result<LineEdits, ConversionError> {
    let reading = read(document);
    let (name, foreign): (_, &[&'static str]) = match form {
        SignInForm::Session(name) => (Some(name), &[LEGACY_KEYS[0], LEGACY_KEYS[1], SCOPES_KEY]),
        SignInForm::Both(name) => (Some(name), &[SCOPES_KEY]),
        SignInForm::Legacy => (None, &[SESSION_KEY]),
    };
    let there = name.and_then(|name| reading.sso_session(name.as_str()));
    let mut conversion = Conversion {
        sections: SectionEdits::new(document),
        there,
        portal: there.map(SignInPortal::of_session),
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
    Ok(conversion.sections.into_lines())
}

struct Conversion<'r, 'd> {
    reading: &'r Reading<'d>,
    sections: SectionEdits<'d>,
    /// The session, where the file has it.
    there: Option<&'r Settings<'d>>,
    /// The session's portal, where there is to be one: its own, or of a new one the first profile's. `None` inside
    /// where the session that is there names none.
    portal: Option<Option<SignInPortal<'d>>>,
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
        let error = |error: fn(Excerpt) -> ConversionError| error(name.into());
        let profile = self.reading.profile(name).ok_or(error(ConversionError::NoProfile))?;
        let portal = SignInPortal::of(self.reading, profile);
        let mut portal = portal.ok_or(error(ConversionError::NoPortal))?;
        if self.foreign.iter().any(|key| profile.default(key).is_some()) {
            return Err(error(ConversionError::FromDefaults));
        }
        if let Some(name) = session {
            match self.portal.get_or_insert_with(|| Some(portal.clone())) {
                Some(to) if to.is_same(&portal) => portal = to.clone(),
                _ => return Err(error(ConversionError::Elsewhere)),
            }
            if contradicts(self.there, profile, name) {
                return Err(error(ConversionError::Elsewhere));
            }
            let scopes = profile.text(SCOPES_KEY).filter(|scopes| is_line(scopes));
            self.scopes = self.scopes.take().or(scopes);
        }
        let target = Header::Profile(Cow::Owned(name.to_owned()));
        let section = self.sections.section(target, || format!("profile {name}"));
        section.keep_order(&ORDER);
        if let Some(session) = session {
            section.set(SESSION_KEY, session.as_str().to_owned());
        }
        for (key, value) in LEGACY_KEYS.into_iter().zip([portal.start_url, portal.region]) {
            if !self.foreign.contains(&key) {
                section.set(key, value);
            }
        }
        self.foreign.iter().for_each(|key| section.unset(key));
        Ok(())
    }

    fn new_session(&mut self, name: &SessionName) {
        let Some(Some(portal)) = self.portal.take() else { return };
        let scopes = self.scopes.take().unwrap_or(Cow::Borrowed(DEFAULT_SCOPE));
        let target = Header::SsoSession(Cow::Owned(name.as_str().to_owned()));
        let section = self.sections.section(target, || name.header());
        section.set(LEGACY_KEYS[0], portal.start_url);
        section.set(LEGACY_KEYS[1], portal.region);
        section.set(SCOPES_KEY, scopes);
    }
}

/// Whether a profile would differ in a setting from its session of this name: botocore compares all keys. A new session
/// has what `[DEFAULT]` gives it.
fn contradicts(session: Option<&Settings<'_>>, profile: &Settings<'_>, name: &SessionName) -> bool {
    let theirs = |key: &str| match session {
        Some(session) => session.get(key),
        None => profile.default(key).map(Property::value),
    };
    if theirs(SESSION_KEY).is_some_and(|theirs| theirs.as_text() != Some(name.as_str())) {
        return true;
    }
    let sections = [Some(profile), session].into_iter().flatten().map(Settings::section);
    sections.flat_map(Section::properties).map(Property::key).any(|key| {
        let is_of_sign_in = ORDER.contains(&&*key) || key == SCOPES_KEY;
        let [own, theirs] = [profile.get(&key), theirs(&key)];
        !is_of_sign_in && own.zip(theirs).is_some_and(|(own, theirs)| own != theirs)
    })
}

/// Whether a value that a file has can be written again. One of several lines would become settings of its own.
fn is_line(text: &str) -> bool {
    ConfigValue::parse(text).is_ok_and(|value| value.as_str() == text)
}

/// Where somebody signs in.
#[derive(Clone)]
struct SignInPortal<'d> {
    start_url: Cow<'d, str>,
    region: Cow<'d, str>,
}

impl<'d> SignInPortal<'d> {
    /// A profile's: its session's, or where it names none, its own.
    fn of(reading: &Reading<'d>, profile: &Settings<'d>) -> Option<SignInPortal<'d>> {
        match profile.text("sso_session") {
            Some(name) => SignInPortal::of_session(reading.sso_session(&name)?),
            None => SignInPortal::of_session(profile),
        }
    }

    fn of_session(settings: &Settings<'d>) -> Option<SignInPortal<'d>> {
        let value = |key| settings.text(key).filter(|value| is_line(value));
        Some(SignInPortal { start_url: value("sso_start_url")?, region: value("sso_region")? })
    }

    fn is_same(&self, other: &SignInPortal<'_>) -> bool {
        self.region == other.region && same_portal(&self.start_url, &other.start_url)
    }
}

#[cfg(test)]
mod tests;

//! Converting profiles from the legacy form of a sign-in to a session, and back.
//!
//! Not here: entries, which are written in one form from the start ([`super::plan_merge`]).
//!
//! Source: FACTS "What `aws configure sso` writes" (both forms, and profiles with both kinds of keys).

use super::conflict::is_same_portal;
use super::document::Document;
use super::edit::{Edit, Target};
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
    /// The session that they have, and start URL and region besides.
    Both,
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
    /// A profile without a session, where it needs one.
    #[error("the profile `{0}` has no session")]
    NoSession(Box<str>),
    /// A profile that signs in elsewhere than the session, or than the first profile where that is new.
    #[error("the profile `{0}` signs in elsewhere")]
    Elsewhere(Box<str>),
}

/// What converting these profiles of a config file changes.
///
/// # Errors
/// For the first profile that can't be converted.
pub fn plan_convert<'a>(
    document: &Document,
    profiles: impl IntoIterator<Item = &'a str>,
    form: SignInForm<'_>,
) -> Result<Plan, ConversionError> {
    let reading = read(document);
    let targets = Targets::of(document);
    let mut edit = Edit::new(document);
    let mut session = match form {
        SignInForm::Session(name) => reading.sso_session(name.as_str()).map(Portal::of_session),
        SignInForm::Legacy | SignInForm::Both => None,
    };
    let is_new = session.is_none();
    for name in profiles {
        let profile =
            reading.profile(name).ok_or_else(|| ConversionError::NoProfile(name.into()))?;
        let target = targets.profiles.get(name).copied();
        let target = target.ok_or_else(|| ConversionError::NoProfile(name.into()))?;
        let portal = Portal::of(&reading, profile);
        let portal = portal.ok_or_else(|| ConversionError::NoPortal(name.into()))?;
        match form {
            SignInForm::Session(session_name) => {
                let to = session.get_or_insert_with(|| Some(portal.clone()));
                if !to.as_ref().is_some_and(|to| to.is_same(&portal)) {
                    return Err(ConversionError::Elsewhere(name.into()));
                }
                unset(
                    &mut edit,
                    target,
                    &["sso_start_url", "sso_region", "sso_registration_scopes"],
                );
                edit.set(target, "sso_session", session_name.as_str().to_owned());
            }
            SignInForm::Legacy | SignInForm::Both => {
                if form == SignInForm::Legacy {
                    unset(&mut edit, target, &["sso_session"]);
                } else if profile.text("sso_session").is_none() {
                    return Err(ConversionError::NoSession(name.into()));
                }
                edit.set(target, "sso_start_url", portal.start_url);
                edit.set(target, "sso_region", portal.region);
            }
        }
    }
    if let (SignInForm::Session(name), true, Some(Some(portal))) = (form, is_new, session) {
        let target = edit.append(name.header());
        edit.set(target, "sso_start_url", portal.start_url);
        edit.set(target, "sso_region", portal.region);
        edit.set(target, "sso_registration_scopes", DEFAULT_SCOPE);
    }
    let mut plan = PlanBuilder::new(document);
    edit.write(&mut plan);
    Ok(plan.finish())
}

fn unset(edit: &mut Edit<'_>, target: Target, keys: &[&str]) {
    keys.iter().for_each(|key| edit.unset(target, key));
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
        // One of several lines is no portal's, and would become settings of its own.
        let is_line =
            |text: &str| ConfigValue::parse(text).is_ok_and(|value| value.as_str() == text);
        let value = |key| settings.text(key).filter(|value| is_line(value));
        Some(Portal { start_url: value("sso_start_url")?, region: value("sso_region")? })
    }

    fn is_same(&self, other: &Portal<'_>) -> bool {
        self.region == other.region && is_same_portal(&self.start_url, &other.start_url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, profiles: &[&str], form: SignInForm<'_>, expect: Expect) {
        let document = Document::parse(text);
        let plan = plan_convert(&document, profiles.iter().copied(), form);
        let got =
            plan.map_or_else(|error| error.to_string(), |plan| plan.apply().as_str().to_owned());
        expect.assert_eq(&got);
    }

    const LEGACY: &str = "[profile a]\nsso_start_url = https://acme.awsapps.com/start/#/\nsso_region = eu-west-1\nregion = x\n[profile b]\nsso_region = eu-west-1\nsso_start_url = https://acme.awsapps.com/start\n[profile c]\nregion = x\n[profile d]\nsso_region = eu-west-2\nsso_start_url = https://acme.awsapps.com/start\n";

    #[test]
    fn legacy_profiles_come_to_share_a_session() {
        let corp = SessionName::parse("corp").unwrap();
        let form = SignInForm::Session(&corp);
        check(
            LEGACY,
            &["a", "b"],
            form,
            expect![[r#"
            [profile a]
            region = x
            sso_session = corp
            [profile b]
            sso_session = corp
            [profile c]
            region = x
            [profile d]
            sso_region = eu-west-2
            sso_start_url = https://acme.awsapps.com/start
            [sso-session corp]
            sso_start_url = https://acme.awsapps.com/start/#/
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access
        "#]],
        );
        check(LEGACY, &["a", "d"], form, expect!["the profile `d` signs in elsewhere"]);
        check(LEGACY, &["c"], form, expect!["the profile `c` names no portal and region"]);
        check(LEGACY, &["x"], form, expect!["there is no profile `x`"]);
        let there = "[sso-session corp]\nsso_start_url=https://acme.awsapps.com/start\nsso_region=eu-west-1\n";
        check(
            &format!("{there}{LEGACY}"),
            &["b"],
            form,
            expect![[r#"
            [sso-session corp]
            sso_start_url=https://acme.awsapps.com/start
            sso_region=eu-west-1
            [profile a]
            sso_start_url = https://acme.awsapps.com/start/#/
            sso_region = eu-west-1
            region = x
            [profile b]
            sso_session = corp
            [profile c]
            region = x
            [profile d]
            sso_region = eu-west-2
            sso_start_url = https://acme.awsapps.com/start
        "#]],
        );
        check(
            &format!("{there}{LEGACY}"),
            &["d"],
            form,
            expect!["the profile `d` signs in elsewhere"],
        );
        check(
            &format!("[sso-session corp]\n{LEGACY}"),
            &["a"],
            form,
            expect!["the profile `a` signs in elsewhere"],
        );
    }

    #[test]
    fn a_portal_of_several_lines_is_none() {
        let corp = SessionName::parse("corp").unwrap();
        for start_url in ["https://acme.awsapps.com/start\n  role_arn = x", "\n  role_arn"] {
            check(
                &format!("[profile a]\nsso_start_url = {start_url}\nsso_region = eu-west-1\n"),
                &["a"],
                SignInForm::Session(&corp),
                expect!["the profile `a` names no portal and region"],
            );
        }
    }

    #[test]
    fn a_session_goes_into_its_profiles() {
        let text = "[profile a]\nsso_session = corp\nregion = x\n[sso-session corp]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n";
        check(
            text,
            &["a"],
            SignInForm::Legacy,
            expect![[r#"
            [profile a]
            region = x
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
            [sso-session corp]
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
        "#]],
        );
        check(
            text,
            &["a"],
            SignInForm::Both,
            expect![[r#"
            [profile a]
            sso_session = corp
            region = x
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
            [sso-session corp]
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
        "#]],
        );
        check(LEGACY, &["a"], SignInForm::Both, expect!["the profile `a` has no session"]);
    }
}

//! Where each profile is meant to sign in, by botocore's rules.
//!
//! Source: `SSOProvider._load_sso_config` and `_resolve_sso_session_reference`.

use super::{Problems, header, slip};
use crate::config::{Document, Reading, Settings, read};
use std::borrow::Cow;

/// How a profile signs in by itself.
#[derive(Clone)]
pub(super) struct SignIn {
    /// Its session's section.
    pub(super) session: Option<usize>,
    /// Start URL, region, account, role.
    pub(super) values: [String; 4],
}

/// The sign-ins of a document's sections, by their indices.
pub(super) fn sign_ins(document: &Document) -> Vec<Option<SignIn>> {
    let elsewhere = &mut Problems::of(document);
    let document = header::put_right(document, elsewhere);
    let document = slip::put_right(&document, &read(&document), elsewhere);
    let reading = read(&document);
    let mut sign_ins = vec![None; document.sections().len()];
    for profile in reading.profiles() {
        sign_ins[profile.section().index()] = sign_in(&reading, profile);
    }
    sign_ins
}

fn sign_in(reading: &Reading<'_>, profile: &Settings<'_>) -> Option<SignIn> {
    if profile.get("role_arn").is_some() {
        return None;
    }
    let session = match profile.get("sso_session") {
        Some(_) => Some(reading.sso_session(&profile.text("sso_session")?)?),
        None => None,
    };
    let differs = |session: &Settings<'_>, key: &str| {
        profile.get(key).is_some_and(|own| Some(own) != session.get(key))
    };
    if session.is_some_and(|it| it.keys_with(profile).any(|key| differs(it, &key))) {
        return None;
    }
    let text = |key| {
        let theirs = session.and_then(|it| it.text(key));
        theirs.or_else(|| profile.text(key)).map(Cow::into_owned)
    };
    let role = ["sso_account_id", "sso_role_name"];
    role.iter().any(|key| profile.get(key).is_some()).then_some(())?;
    let values = [text("sso_start_url")?, text("sso_region")?, text(role[0])?, text(role[1])?];
    Some(SignIn { session: session.map(|it| it.section().index()), values })
}

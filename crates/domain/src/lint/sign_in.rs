//! Which profiles sign in, by botocore's rules.
//!
//! Source: `SSOProvider._load_sso_config` and `_resolve_sso_session_reference`.

use super::{Problems, header, slip};
use crate::config::{Document, Reading, Settings, read};

/// For each section whether it is a profile's that is meant to sign in by itself, and has all for it, or its session's.
pub(super) fn signing_in(document: &Document) -> Vec<bool> {
    let elsewhere = &mut Problems::of(document);
    let document = header::put_right(document, elsewhere);
    let document = slip::put_right(&document, &read(&document), elsewhere);
    let reading = read(&document);
    let mut signing_in = vec![false; document.sections().len()];
    for profile in reading.profiles().filter(|profile| signs_in(&reading, profile)) {
        for settings in [Some(profile), reading.session_of(profile)].into_iter().flatten() {
            signing_in[settings.section().index()] = true;
        }
    }
    signing_in
}

fn signs_in(reading: &Reading<'_>, profile: &Settings<'_>) -> bool {
    let session = reading.session_of(profile);
    let is_lost = session.is_none() && profile.get("sso_session").is_some();
    if is_lost || profile.get("role_arn").is_some() {
        return false;
    }
    let has = |key: &&str| session.and_then(|it| it.text(key)).or(profile.text(key)).is_some();
    let role = ["sso_account_id", "sso_role_name"];
    role.iter().any(|key| profile.get(key).is_some())
        && ["sso_start_url", "sso_region"].iter().chain(&role).all(has)
        && session.is_none_or(|session| agrees(session, profile))
}

/// Whether a profile has nothing that its session has otherwise.
pub(super) fn agrees<'d>(session: &Settings<'d>, profile: &Settings<'d>) -> bool {
    let is_same = |own, key: &str| session.get(key) == Some(own);
    let mut keys = session.keys_with(profile);
    keys.all(|key| profile.get(&key).is_none_or(|own| is_same(own, &key)))
}

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
    for profile in reading.profiles() {
        let all = sections(&reading, profile).into_iter().flatten().flatten();
        all.for_each(|settings| signing_in[settings.section().index()] = true);
    }
    signing_in
}

/// The profile, and its session; `None` where it doesn't sign in.
fn sections<'r, 'd>(
    reading: &'r Reading<'d>,
    profile: &'r Settings<'d>,
) -> Option<[Option<&'r Settings<'d>>; 2]> {
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
    let has = |key: &&str| session.and_then(|it| it.text(key)).or(profile.text(key)).is_some();
    let keys = ["sso_start_url", "sso_region", "sso_account_id", "sso_role_name"];
    let has_role = ["sso_account_id", "sso_role_name"].iter().any(|key| profile.get(key).is_some());
    (has_role && keys.iter().all(has)).then_some([Some(profile), session])
}

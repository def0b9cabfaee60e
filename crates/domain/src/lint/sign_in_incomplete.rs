//! A profile that signs in without one of the keys that it needs.

use super::ProblemKind;
use super::subject::{Problems, Subject};

const ROLE_KEYS: [&str; 2] = ["sso_account_id", "sso_role_name"];
const PORTAL_KEYS: [&str; 2] = ["sso_start_url", "sso_region"];

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    for profile in subject.reading.profiles() {
        let has = |key: &&str| profile.get(key).is_some();
        let has_session = profile.get("sso_session").is_some();
        if !has_session && !ROLE_KEYS.iter().chain(&PORTAL_KEYS).any(has) {
            continue;
        }
        let portal_keys = if has_session { &[][..] } else { &PORTAL_KEYS };
        let needed = portal_keys.iter().chain(&ROLE_KEYS);
        let missing: Vec<&str> = needed.copied().filter(|key| !has(key)).collect();
        // Of a profile that has nothing but the name of a session that isn't there, that is said already.
        let has_no_role = missing.len() == ROLE_KEYS.len();
        let is_lost = has_session && subject.session_of(profile).is_none();
        if missing.is_empty() || (has_no_role && is_lost) {
            continue;
        }
        let kind = ProblemKind::SignInIncomplete { profile: profile.name().into(), missing };
        problems.push(kind, [profile.section().line().number()], None);
    }
}

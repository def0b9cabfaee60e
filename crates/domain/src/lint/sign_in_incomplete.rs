//! A profile that signs in without one of the keys that it needs; and one whose sign-in works, but is for no role.
//!
//! Source: botocore's `SSOProvider._load_sso_config`: the account or the role makes a profile one for credentials, every
//! key of its session is taken into it, and `role_arn` comes before all that. `aws sso login` needs the portal only.

use super::builder_id::is_builder_id;
use super::{ProblemKind, Problems, Subject};
use crate::config::ProfileUse;

const ROLE_KEYS: [&str; 2] = ["sso_account_id", "sso_role_name"];
const PORTAL_KEYS: [&str; 2] = ["sso_start_url", "sso_region"];

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for profile in subject.reading.profiles() {
        let has = |key: &&str| subject.has(profile, key);
        let keys = ["sso_session"].iter().chain(&PORTAL_KEYS).chain(&ROLE_KEYS);
        if has(&"role_arn") || !keys.clone().any(has) {
            continue;
        }
        let session = subject.reading.session_of(profile);
        let in_session = |key: &str| session.is_some_and(|it| it.get(key).is_some());
        let is_empty = |key: &str| profile.text(key).is_some_and(|value| value.is_empty());
        let has_session = has(&"sso_session");
        let portal_keys = if has_session { &[][..] } else { &PORTAL_KEYS };
        let needed = portal_keys.iter().chain(&ROLE_KEYS).copied();
        let missing: Vec<&str> =
            needed.filter(|key| (!has(key) || is_empty(key)) && !in_session(key)).collect();
        let line = [profile.section().line().number()];
        let name = || profile.name().into();
        let is_for_a_role = ROLE_KEYS.iter().any(has);
        let has_portal = portal_keys.iter().all(has);
        if !is_for_a_role && has_portal {
            // Of the name of a session that isn't there, that is said already.
            let is_lost = has_session && session.is_none();
            let is_all = subject.profile_use(profile) == ProfileUse::Settings;
            let url = session.unwrap_or(profile).text("sso_start_url");
            let is_of_builder_id = url.is_some_and(|url| is_builder_id(&url));
            if is_all && !is_lost && !is_of_builder_id {
                problems.push(ProblemKind::NoRole(name()), &line, None);
            }
        } else if !missing.is_empty() {
            problems.push(ProblemKind::SignInIncomplete { profile: name(), missing }, &line, None);
        }
    }
}

//! A key of both the profile and its session, with different values: botocore compares all that it takes from the
//! session. `[DEFAULT]` in capitals gives its settings to both.
//!
//! Of a sign-in's keys the profile's own goes; without a question where it is the same start URL in another spelling. Of
//! others the session's, which nobody reads there.
//!
//! Source: botocore's `SSOProvider._resolve_sso_session_reference`.

use super::duplicate_key::keep;
use super::{Fix, GivenBy, ProblemKind, Problems, Subject, fix};
use crate::config::Value;
use crate::portal::same_portal;

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for profile in subject.reading.profiles() {
        let Some(session) = subject.reading.session_of(profile) else { continue };
        for key in session.keys_with(profile) {
            let [Some(own), Some(theirs)] = [profile, session].map(|it| it.property(&key)) else {
                continue;
            };
            // A session's region without an `sso_region` is that.
            let is_sign_ins = key == "region" && session.get("sso_region").is_none();
            if own.value() == theirs.value() || is_sign_ins {
                continue;
            }
            let is_own = profile.section().property(&key).is_some();
            let is_of_sign_in = key.starts_with("sso_");
            let (going, kept) = if is_of_sign_in { (own, theirs) } else { (theirs, own) };
            let fix = is_own.then(|| match (own.value(), theirs.value()) {
                (Value::Text(own), Value::Text(theirs))
                    if key == "sso_start_url" && same_portal(&own, &theirs) =>
                {
                    Fix::safe(fix::without(going))
                }
                _ => Fix::suggestion(keep(kept), fix::without(going)),
            });
            let fix = fix.filter(|_| profile.default(&key).is_none());
            let lines = [own, theirs].map(|property| property.line().number());
            let given_by = if is_own { GivenBy::Profile } else { GivenBy::Defaults };
            let (profile, key) = (profile.name().into(), key.into());
            problems.push(ProblemKind::Contradiction { profile, key, given_by }, &lines, fix);
        }
    }
}

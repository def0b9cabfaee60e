//! A key of both the profile and its session, with different values: botocore compares all that it takes from the
//! session. `[DEFAULT]` in capitals gives its settings to both.
//!
//! The profile's own goes without a question where it is the same start URL in another spelling.
//!
//! Source: botocore's `SSOProvider._resolve_sso_session_reference`.

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
            if own.value() == theirs.value() {
                continue;
            }
            let is_own = profile.section().property(&key).is_some();
            let fix = (is_own && key.starts_with("sso_")).then(|| {
                let edits = fix::without(own);
                match (own.value(), theirs.value()) {
                    (Value::Text(own), Value::Text(theirs))
                        if key == "sso_start_url" && same_portal(&own, &theirs) =>
                    {
                        Fix::safe(edits)
                    }
                    _ => Fix::suggestion(super::duplicate_key::keep(theirs), edits),
                }
            });
            let fix = fix.filter(|_| profile.default(&key).is_none());
            let lines = [own, theirs].map(|property| property.line().number());
            let given_by = if is_own { GivenBy::Profile } else { GivenBy::Defaults };
            let (profile, key) = (profile.name().into(), key.into());
            problems.push(ProblemKind::Contradiction { profile, key, given_by }, &lines, fix);
        }
    }
}

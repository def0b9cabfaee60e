//! A key of both the profile and its session, with different values: botocore compares all of the session's.
//!
//! The profile's own goes without a question where it is the same start URL in another spelling.

use super::ProblemKind;
use super::fix::{self, Choice, Fix};
use super::subject::{Problems, Subject};
use crate::config::Value;
use crate::portal::same_portal;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    for profile in subject.reading.profiles() {
        let Some(session) = subject.session_of(profile) else { continue };
        for theirs in session.section().properties() {
            let key = theirs.key();
            let Some(own) = profile.section().property(&key) else { continue };
            if own.value() == theirs.value() || is_meant_alike(subject, own, theirs) {
                continue;
            }
            let fix = key.starts_with("sso_").then(|| {
                let edits = fix::without(own);
                match (own.value(), theirs.value()) {
                    (Value::Text(own), Value::Text(theirs))
                        if key == "sso_start_url" && same_portal(&own, &theirs) =>
                    {
                        Fix::safe(edits)
                    }
                    _ => {
                        let label = super::duplicate_key::keep(theirs);
                        Fix::suggestion([Choice::new(label, edits)])
                    }
                }
            });
            let lines = [own, theirs].map(|property| property.line().number());
            let profile = profile.name().into();
            problems.push(ProblemKind::Contradiction { profile, key: key.into() }, lines, fix);
        }
    }
}

fn is_meant_alike<'d>(
    subject: &Subject<'_, 'd>,
    own: crate::config::Property<'d>,
    theirs: crate::config::Property<'d>,
) -> bool {
    [own, theirs].iter().all(|property| property.lines().len() == 1)
        && subject.value(own) == subject.value(theirs)
}

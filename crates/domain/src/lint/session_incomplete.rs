//! A session without one of the keys that it needs. One that it has misspelt is told by itself, also where it is left so.

use super::{ProblemKind, Problems, Subject, misspelt_key};
use crate::config::Settings;

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for session in subject.reading.sso_sessions() {
        let is_missing = |key: &&str| {
            session.text(key).is_none_or(|value| value.is_empty()) && !is_misspelt(session, key)
        };
        let missing: Vec<_> =
            ["sso_start_url", "sso_region"].into_iter().filter(is_missing).collect();
        if !missing.is_empty() {
            let kind = ProblemKind::SessionIncomplete { session: session.name().into(), missing };
            problems.push(kind, &[session.section().line().number()], None);
        }
    }
}

fn is_misspelt(session: &Settings<'_>, key: &str) -> bool {
    let near = |key: &str| misspelt_key::near(key).map(|(meant, _)| meant);
    session.section().properties().any(|property| near(&property.key()) == Some(key))
}

//! A session without one of the keys that it needs.

use super::{ProblemKind, Problems, Subject};
pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for session in subject.reading.sso_sessions() {
        let mut missing = vec!["sso_start_url", "sso_region"];
        missing.retain(|key| session.text(key).is_none_or(|value| value.is_empty()));
        if !missing.is_empty() {
            let kind = ProblemKind::SessionIncomplete { session: session.name().into(), missing };
            problems.push(kind, &[session.section().line().number()], None);
        }
    }
}

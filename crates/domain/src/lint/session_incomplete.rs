//! A session without one of the keys that it needs. One that it has misspelt is told by itself, also where it is left so.
//! A `region` in it is probably the one to sign in at.

use super::{ChoiceLabel, Fix, ProblemKind, Problems, Subject, fix, misspelt_key};
use crate::config::{Property, Settings};

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for session in subject.reading.sso_sessions() {
        let is_missing = |key: &&str| {
            session.text(key).is_none_or(|value| value.is_empty()) && !is_misspelt(session, key)
        };
        let missing: Vec<_> =
            ["sso_start_url", "sso_region"].into_iter().filter(is_missing).collect();
        if !missing.is_empty() {
            let region = session.section().property("region");
            let is_free = session.get("sso_region").is_none() && missing.contains(&"sso_region");
            let region = region.filter(|_| is_free);
            let mut lines = vec![session.section().line().number()];
            lines.extend(region.map(|it| it.line().number()));
            let renamed = |it: Property<'_>| {
                let label = ChoiceLabel::Use("sso_region".into());
                Fix::suggestion(label, fix::key(it, "sso_region"))
            };
            let kind = ProblemKind::SessionIncomplete { session: session.name().into(), missing };
            problems.push(kind, &lines, region.map(renamed));
        }
    }
}

fn is_misspelt(session: &Settings<'_>, key: &str) -> bool {
    let near = |key: &str| misspelt_key::near(key).map(|(meant, _)| meant);
    session.section().properties().any(|property| near(&property.key()) == Some(key))
}

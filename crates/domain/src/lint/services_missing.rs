//! `services` names a section that isn't there: the CLI refuses every command, "services configuration does not exist".
//!
//! Source: botocore's `ConfiguredEndpointProvider`.

use super::{ChoiceLabel, Fix, ProblemKind, Problems, Subject, fix};
use crate::config::{Header, Section};
use std::collections::HashSet;

const KEY: &str = "services";

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let headers: HashSet<Header<'_>> = subject.document.sections().map(Section::header).collect();
    for profile in subject.reading.profiles() {
        let Some(property) = profile.section().property(KEY) else { continue };
        let named = property.value();
        let Some(named) = named.as_text().filter(|it| !it.is_empty()) else { continue };
        if !headers.contains(&Header::Services(named.into())) {
            let (profile, services) = (profile.name().into(), named.into());
            let kind = ProblemKind::ServicesMissing { profile, services };
            let fix = Fix::suggestion(ChoiceLabel::RemoveSetting(KEY), fix::without(property));
            problems.push(kind, &[property.line().number()], Some(fix));
        }
    }
}

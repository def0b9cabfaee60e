//! `services` names a section that isn't there: the CLI refuses every command, "services configuration does not exist".
//!
//! Source: botocore's `ConfiguredEndpointProvider`.

use super::{ChoiceLabel, Fix, ProblemKind, Problems, Subject, fix};
use crate::config::Header;
use std::borrow::Cow;
use std::collections::HashSet;

const KEY: &str = "services";

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let names = subject.document.sections().filter_map(|section| match section.header() {
        Header::Services(name) => Some(name),
        Header::Profile(_) | Header::SsoSession(_) => None,
        Header::Defaults | Header::Nameless | Header::Other => None,
    });
    let there: HashSet<Cow<'_, str>> = names.collect();
    for profile in subject.reading.profiles() {
        let Some(property) = profile.section().property(KEY) else { continue };
        let named = property.value();
        let Some(named) = named.as_text().filter(|it| !it.is_empty()) else { continue };
        if !there.contains(named) {
            let (profile, services) = (profile.name().into(), named.into());
            let kind = ProblemKind::ServicesMissing { profile, services };
            let fix = Fix::suggestion(ChoiceLabel::RemoveSetting(KEY), fix::without(property));
            problems.push(kind, &[property.line().number()], Some(fix));
        }
    }
}

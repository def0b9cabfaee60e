//! `source_profile` names a profile that isn't there. One with nearly that name may be meant, if it isn't the profile
//! itself, nor one that gets its own credentials from this one.
//!
//! Source: botocore's `AssumeRoleProvider._validate_source_profile`.

use super::ProblemKind;
use super::nearest::nearest;
use super::source_count::is_assumed;
use super::subject::{Problems, Subject, line_of, suggest_value};
use crate::config::{Settings, credentials};
use std::collections::HashSet;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    let in_credentials: HashSet<&str> =
        subject.credentials.into_iter().flat_map(credentials::names).collect();
    for profile in subject.reading.profiles().filter(|profile| is_assumed(profile)) {
        let Some(source) = profile.text("source_profile") else { continue };
        if subject.reading.profile(&source).is_some() || in_credentials.contains(&*source) {
            continue;
        }
        let nearest = nearest(&source, subject.reading.profiles());
        let nearest = nearest.filter(|near| !needs(subject, near, profile)).map(Settings::name);
        let section = profile.section();
        let fix = nearest.and_then(|name| suggest_value(section, "source_profile", name));
        let kind = ProblemKind::SourceMissing {
            profile: profile.name().into(),
            source: source.into(),
            nearest: nearest.map(Into::into),
        };
        problems.push(kind, line_of(section, "source_profile"), fix);
    }
}

/// Whether a profile is this one, or has it among its sources.
fn needs(subject: &Subject<'_, '_>, profile: &Settings<'_>, this: &Settings<'_>) -> bool {
    let source = |profile: &Settings<'_>| subject.reading.profile(&profile.text("source_profile")?);
    let mut chain = std::iter::successors(subject.reading.profile(profile.name()), |it| source(it));
    // Longer chains there aren't, only circles.
    chain.by_ref().take(16).any(|it| it.name() == this.name()) || chain.next().is_some()
}

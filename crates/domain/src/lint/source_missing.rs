//! `source_profile` names a profile that isn't there, or one without credentials. One with nearly that name may be meant,
//! if it isn't the profile itself, nor one that gets its own credentials from this one.
//!
//! Source: botocore's `AssumeRoleProvider._validate_source_profile` and `_resolve_credentials_from_profile`.

use super::nearest::nearest;
use super::source_count::is_assumed;
use super::{ProblemKind, Problems, Subject, fix, line_of};
use crate::config::{ProfileUse, Settings};

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for profile in subject.reading.profiles().filter(|profile| is_assumed(profile)) {
        let source = profile.text("source_profile").filter(|source| !source.is_empty());
        let Some(source) = source else { continue };
        let line = line_of(profile.section(), "source_profile");
        let searched = subject.searched();
        let name = || profile.name().into();
        if let Some(there) = subject.reading.profile(&source) {
            if source != profile.name() && subject.profile_use(there) == ProfileUse::Settings {
                let source = source.into();
                let kind =
                    ProblemKind::SourceWithoutCredentials { profile: name(), source, searched };
                problems.push(kind, line.as_slice(), None);
            }
        } else if !subject.credentials.is_some_and(|it| it.has_profile(&source)) {
            let nearest = nearest(&source, subject.reading.profiles());
            let nearest = nearest.filter(|near| !needs(subject, near, profile)).map(Settings::name);
            let fix = nearest
                .and_then(|name| fix::suggest_value(profile.section(), "source_profile", name));
            let (source, nearest) = (source.into(), nearest.map(Into::into));
            let kind = ProblemKind::SourceMissing { profile: name(), source, nearest, searched };
            problems.push(kind, line.as_slice(), fix);
        }
    }
}

/// Whether a profile is this one, or has it among its sources.
fn needs(subject: &Subject<'_>, profile: &Settings<'_>, this: &Settings<'_>) -> bool {
    let source = |profile: &Settings<'_>| subject.reading.profile(&profile.text("source_profile")?);
    let mut chain = std::iter::successors(subject.reading.profile(profile.name()), |it| source(it));
    // Longer chains there aren't, only circles.
    chain.by_ref().take(16).any(|it| it.name() == this.name()) || chain.next().is_some()
}

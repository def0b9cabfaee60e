//! `role_arn` without `source_profile` and `credential_source`, or with both. With a token file it needs neither. And a
//! `source_profile` without `role_arn`, which only aws-vault takes anything from.
//!
//! Source: botocore's `AssumeRoleProvider._get_role_config`.

use super::{ProblemKind, Problems, Subject, line_of};
use crate::config::{ProfileUse, Settings};

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for profile in subject.reading.profiles() {
        let source = line_of(profile.section(), "source_profile");
        if source.is_some() && subject.profile_use(profile) == ProfileUse::Settings {
            let kind = ProblemKind::SourceWithoutRole(profile.name().into());
            problems.push(kind, source.as_slice(), None);
        }
        if !is_assumed(profile) {
            continue;
        }
        let has = |key| profile.get(key).is_some();
        if profile.text("source_profile").is_some() == has("credential_source") {
            let kind = ProblemKind::SourceCount(profile.name().into());
            problems.push(kind, line_of(profile.section(), "role_arn").as_slice(), None);
        }
    }
}

pub(super) fn is_assumed(profile: &Settings<'_>) -> bool {
    matches!(ProfileUse::of(profile), ProfileUse::AssumedRole { .. })
}

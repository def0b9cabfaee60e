//! Profiles that sign in, without a region: commands ask for one, since `sso_region` is only where people sign in, and
//! nothing comes from `[default]`.
//!
//! Source: botocore's `configprovider`, `region`: the profile's own key, or the environment's.

use super::ProblemKind;
use super::subject::{Problems, Subject};
use crate::config::{LineNumber, ProfileUse, Settings};

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    let lacks = |profile: &&Settings<'_>| {
        let signs_in = matches!(subject.profile_use(profile), ProfileUse::SignIn { .. });
        signs_in && !subject.has(profile, "region")
    };
    let lacking: Vec<&Settings<'_>> = subject.reading.profiles().filter(lacks).collect();
    if !lacking.is_empty() {
        let lines: Vec<LineNumber> =
            lacking.iter().map(|it| it.section().line().number()).collect();
        let profiles = lacking.iter().map(|it| it.name().into()).collect();
        problems.push(ProblemKind::NoRegion { profiles }, lines, None);
    }
}

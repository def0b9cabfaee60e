//! Profiles that sign in, without a region: commands ask for one, since `sso_region` is only where people sign in, and
//! nothing comes from `[default]`.
//!
//! Source: botocore's `configprovider`, `region`: the profile's own key, or the environment's.

use super::{ProblemKind, Problems, Subject, lines, names};
use crate::config::{ProfileUse, Settings};
use crate::sort::sort_by_key;

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let lacks = |profile: &&Settings<'_>| {
        let signs_in = matches!(subject.profile_use(profile), ProfileUse::SignIn { .. });
        signs_in && !subject.has(profile, "region")
    };
    let mut lacking: Vec<&Settings<'_>> = subject.reading.profiles().filter(lacks).collect();
    sort_by_key(&mut lacking, |profile| profile.section().index());
    if !lacking.is_empty() {
        let kind = ProblemKind::NoRegion(names(&lacking));
        problems.push(kind, &lines(&lacking), None);
    }
}

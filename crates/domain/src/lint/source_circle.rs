//! Profiles that are each other's `source_profile`. One with keys of its own ends the chain, whether in this file or the
//! other.
//!
//! Source: botocore's `AssumeRoleProvider._get_role_config` and `_validate_source_profile`.

use super::source_count::is_assumed;
use super::{ProblemKind, Problems, Subject, line_of, names};
use crate::config::{LineNumber, Settings};
use std::borrow::Cow;
use std::collections::HashMap;

/// Finds every circle once.
pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    let reading = subject.reading;
    // From which start a profile was reached: each is looked at once.
    let mut reached: HashMap<Cow<'_, str>, usize> = HashMap::new();
    for (start, profile) in reading.profiles().enumerate() {
        let mut chain: Vec<&Settings<'_>> = Vec::new();
        let mut next = Some(profile);
        while let Some(profile) = next.filter(|profile| is_assumed(profile)) {
            match reached.get(profile.name()) {
                Some(earlier) if *earlier == start => {
                    let first = chain.iter().position(|other| other.name() == profile.name());
                    circle(&chain[first.unwrap_or_default()..], problems);
                    break;
                }
                Some(_) => break,
                None => {}
            }
            reached.insert(Cow::Owned(profile.name().to_owned()), start);
            chain.push(profile);
            let source = profile.text("source_profile");
            // Keys end a chain that comes here; where it begins here, only for a role taken with the very same keys.
            let is_source = chain.len() > 1 || source.as_deref() == Some(profile.name());
            let source = source.filter(|_| !(is_source && has_keys(subject, profile)));
            next = source.and_then(|source| reading.profile(&source));
        }
    }
}

fn circle(chain: &[&Settings<'_>], problems: &mut Problems<'_>) {
    let lines = chain.iter().filter_map(|profile| line_of(profile.section(), "source_profile"));
    let lines: Vec<LineNumber> = lines.collect();
    problems.push(ProblemKind::SourceCircle(names(chain)), &lines, None);
}

fn has_keys(subject: &Subject<'_>, profile: &Settings<'_>) -> bool {
    ["aws_access_key_id", "aws_secret_access_key"].iter().any(|key| subject.has(profile, key))
}

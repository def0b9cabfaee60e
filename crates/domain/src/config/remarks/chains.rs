//! Profiles that take a role with another profile's credentials.
//!
//! Not here: whether that other profile gives any.
//!
//! Source: botocore's `AssumeRoleProvider._get_role_config` and `_validate_source_profile`.

use super::fix::Fix;
use super::{Found, Read, RemarkKind, line_of, names_to_compare, nearest};
use crate::config::credentials;
use crate::config::document::Document;
use crate::config::line::LineNumber;
use crate::config::read::Settings;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

pub(super) fn look(reading: Read<'_, '_>, credentials: Option<&Document>, found: &mut Found<'_>) {
    let in_credentials: HashSet<&str> =
        credentials.into_iter().flat_map(credentials::names).collect();
    for profile in reading.profiles().filter(|profile| is_assumed(profile)) {
        let source = profile.text("source_profile");
        let name = || Box::from(profile.name());
        if source.is_some() == profile.get("credential_source").is_some() {
            let line = line_of(profile.section(), "role_arn");
            found.push(RemarkKind::SourceCount { profile: name() }, line, None);
        }
        let Some(source) = source else { continue };
        if reading.profile(&source).is_none() && !in_credentials.contains(source.as_ref()) {
            let nearest = nearest(&source, names_to_compare(reading.profiles()));
            let property = profile.section().property("source_profile");
            let fix = nearest.clone().zip(property);
            let fix = fix.map(|(name, property)| Fix::SetValues(vec![(property.index(), name)]));
            let kind =
                RemarkKind::SourceMissing { profile: name(), source: source.into(), nearest };
            found.push(kind, line_of(profile.section(), "source_profile"), fix);
        }
    }
    let with_keys = credentials.into_iter().flat_map(credentials::with_access_keys).collect();
    circles(reading, &with_keys, found);
}

/// `role_arn` with a token file needs no source.
fn is_assumed(profile: &Settings<'_>) -> bool {
    profile.get("role_arn").is_some() && profile.get("web_identity_token_file").is_none()
}

fn has_keys(profile: &Settings<'_>, in_credentials: &HashSet<&str>) -> bool {
    let mut keys = ["aws_access_key_id", "aws_secret_access_key"].iter();
    keys.any(|key| profile.get(key).is_some()) || in_credentials.contains(profile.name())
}

/// Every circle once. A profile with keys of its own ends the chain, whether in this file or the other.
fn circles(reading: Read<'_, '_>, with_keys: &HashSet<&str>, found: &mut Found<'_>) {
    // From which start a profile was reached: each is looked at once.
    let mut reached: HashMap<Cow<'_, str>, usize> = HashMap::new();
    for (start, profile) in reading.profiles().enumerate() {
        let mut chain: Vec<&Settings<'_>> = Vec::new();
        let mut next = Some(profile);
        while let Some(profile) = next.filter(|profile| is_assumed(profile)) {
            match reached.get(profile.name()) {
                Some(earlier) if *earlier == start => {
                    let first = chain.iter().position(|other| other.name() == profile.name());
                    circle(&chain[first.unwrap_or_default()..], found);
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
            let source = source.filter(|_| !(is_source && has_keys(profile, with_keys)));
            next = source.and_then(|source| reading.profile(&source));
        }
    }
}

fn circle(chain: &[&Settings<'_>], found: &mut Found<'_>) {
    let lines: Vec<LineNumber> =
        chain.iter().filter_map(|profile| line_of(profile.section(), "source_profile")).collect();
    let profiles = chain.iter().map(|profile| profile.name().into()).collect();
    found.push(RemarkKind::SourceCircle { profiles }, lines, None);
}

//! Profiles that sign in: what they lack, what contradicts, what stands beside it.
//!
//! Not here: whether the session is there, and whether values are right.

use super::fix::Fix;
use super::{Found, Read, RemarkKind, line_of, lines_of};
use crate::config::conflict::is_same_portal;
use crate::config::line::LineNumber;
use crate::config::read::Settings;
use crate::config::section::Property;
use crate::config::usage::ProfileUse;
use crate::config::value::Value;
use std::collections::{BTreeMap, HashMap};

const ROLE_KEYS: [&str; 2] = ["sso_account_id", "sso_role_name"];
const PORTAL_KEYS: [&str; 2] = ["sso_start_url", "sso_region"];
const ACCESS_KEYS: [&str; 3] = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"];

pub(super) fn look(reading: Read<'_, '_>, found: &mut Found<'_>) {
    for profile in reading.profiles() {
        let has = |key: &&str| profile.get(key).is_some();
        let [signs_in, names_portal] = [ROLE_KEYS, PORTAL_KEYS].map(|keys| keys.iter().any(has));
        if !signs_in && !names_portal && profile.get("sso_session").is_none() {
            continue;
        }
        incomplete(reading, profile, found);
        contradictions(reading, profile, found);
        if signs_in {
            beside(profile, found);
        }
    }
    same_role(reading, found);
    spellings(reading, found);
}

fn incomplete(reading: Read<'_, '_>, profile: &Settings<'_>, found: &mut Found<'_>) {
    let session = profile.text("sso_session");
    let needed =
        if session.is_some() { ROLE_KEYS.to_vec() } else { [PORTAL_KEYS, ROLE_KEYS].concat() };
    let missing: Vec<&str> = needed.into_iter().filter(|key| profile.get(key).is_none()).collect();
    // Of a profile that has nothing but the name of a session that isn't there, that is said already.
    let has_no_role = missing.len() == ROLE_KEYS.len();
    let is_lost = session.is_some_and(|session| reading.sso_session(&session).is_none());
    if missing.is_empty() || (has_no_role && is_lost) {
        return;
    }
    let line = profile.section().line().number();
    let kind = RemarkKind::SignInIncomplete { profile: profile.name().into(), missing };
    found.push(kind, [line], None);
}

/// Any key at all: botocore compares all of the session's.
fn contradictions(reading: Read<'_, '_>, profile: &Settings<'_>, found: &mut Found<'_>) {
    let session = profile.text("sso_session").and_then(|name| reading.sso_session(&name));
    let Some(session) = session else { return };
    for theirs in session.section().properties() {
        let key = theirs.key();
        let Some(own) = profile.section().property(&key) else { continue };
        if own.value() != theirs.value() {
            let lines = [own, theirs].map(|property| property.line().number());
            let fix = key.starts_with("sso_").then(|| Fix::RemoveProperties(vec![own.index()]));
            let profile = profile.name().into();
            found.push(RemarkKind::Contradiction { profile, key: key.into() }, lines, fix);
        }
    }
}

/// What the CLI takes before the sign-in, or never because of it.
fn beside(profile: &Settings<'_>, found: &mut Found<'_>) {
    let section = profile.section();
    let name = || Box::from(profile.name());
    if profile.get("role_arn").is_some() {
        found.push(
            RemarkKind::RoleBesideSignIn { profile: name() },
            line_of(section, "role_arn"),
            None,
        );
    }
    if profile.get("credential_process").is_some() {
        let line = line_of(section, "credential_process");
        found.push(RemarkKind::ProcessBesideSignIn { profile: name() }, line, None);
    }
    let keys = lines_of(section, &ACCESS_KEYS);
    if !keys.is_empty() {
        found.push(RemarkKind::AccessKeysBesideSignIn { profile: name() }, keys, None);
    }
}

fn same_role(reading: Read<'_, '_>, found: &mut Found<'_>) {
    let mut groups: BTreeMap<_, Vec<(Box<str>, LineNumber)>> = BTreeMap::new();
    for profile in reading.profiles() {
        let ProfileUse::SignIn { account_id, role_name } = ProfileUse::of(profile) else {
            continue;
        };
        if account_id.is_empty() || role_name.is_empty() {
            continue;
        }
        let line = profile.section().line().number();
        groups.entry((account_id, role_name)).or_default().push((profile.name().into(), line));
    }
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let (profiles, lines): (_, Vec<LineNumber>) = group.into_iter().unzip();
        found.push(RemarkKind::SameRole { profiles }, lines, None);
    }
}

/// Legacy profiles whose start URLs are one portal, written in several ways.
fn spellings(reading: Read<'_, '_>, found: &mut Found<'_>) {
    let mut portals: HashMap<String, Vec<Property<'_>>> = HashMap::new();
    let legacy = reading.profiles().filter(|profile| profile.get("sso_session").is_none());
    for property in legacy.filter_map(|profile| profile.section().property("sso_start_url")) {
        if let Value::Text(url) = property.value() {
            let portal = url.trim_end_matches(['/', '#']).to_ascii_lowercase();
            portals.entry(portal).or_default().push(property);
        }
    }
    for properties in portals.into_values() {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for property in &properties {
            *counts.entry(property.first_line_value()).or_default() += 1;
        }
        let Some(commonest) = counts.iter().max_by_key(|row| row.1).map(|row| *row.0) else {
            continue;
        };
        let is_same = |url: &&str| is_same_portal(url, commonest);
        if counts.len() < 2 || !counts.keys().all(is_same) {
            continue;
        }
        let others = counts.keys().filter(|url| **url != commonest).map(|url| Box::from(*url));
        let kind =
            RemarkKind::StartUrlSpellings { commonest: commonest.into(), others: others.collect() };
        let differing: Vec<&Property<'_>> =
            properties.iter().filter(|property| property.first_line_value() != commonest).collect();
        let fix = differing.iter().map(|property| (property.index(), commonest.into())).collect();
        let lines: Vec<LineNumber> =
            differing.iter().map(|property| property.line().number()).collect();
        found.push(kind, lines, Some(Fix::SetValues(fix)));
    }
}

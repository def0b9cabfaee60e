//! Sessions: missing, unused, incomplete, twice.
//!
//! Not here: what a profile lacks beside its session.

use super::fix::Fix;
use super::{Found, Read, RemarkKind, line_of, names_to_compare, nearest};
use crate::config::conflict::is_same_portal;
use crate::config::line::LineNumber;
use crate::config::section::Section;
use crate::config::value::Value;
use std::collections::{HashMap, HashSet};

pub(super) fn look(reading: Read<'_, '_>, found: &mut Found<'_>) {
    let mut named = HashSet::new();
    // Sections that count for nothing name sessions too: one wants them back, perhaps.
    for property in found.document.sections().flat_map(Section::properties) {
        if property.has_key("sso_session")
            && let Value::Text(name) = property.value()
        {
            named.insert(name);
        }
    }
    // A session that nobody names may be the one that somebody misspelt.
    let is_all_there = named.iter().all(|name| reading.sso_session(name).is_some());
    for session in reading.sso_sessions() {
        let line = session.section().line().number();
        let name = || Box::from(session.name());
        if !named.contains(session.name()) {
            let fix = is_all_there.then(|| Fix::RemoveSection(session.section().index()));
            found.push(RemarkKind::SessionUnused { session: name() }, [line], fix);
        }
        let mut missing = vec!["sso_start_url", "sso_region"];
        missing.retain(|key| session.text(key).is_none_or(|value| value.is_empty()));
        if !missing.is_empty() {
            found.push(RemarkKind::SessionIncomplete { session: name(), missing }, [line], None);
        }
    }
    for profile in reading.profiles() {
        let Some(session) = profile.text("sso_session") else { continue };
        if reading.sso_session(&session).is_none() {
            let nearest = nearest(&session, names_to_compare(reading.sso_sessions()));
            let property = profile.section().property("sso_session");
            let fix = nearest.clone().zip(property);
            let fix = fix.map(|(name, property)| Fix::SetValues(vec![(property.index(), name)]));
            let session = session.into();
            let kind =
                RemarkKind::SessionMissing { profile: profile.name().into(), session, nearest };
            found.push(kind, line_of(profile.section(), "sso_session"), fix);
        }
    }
    same(reading, found);
}

/// Sessions for one portal in one region.
fn same(reading: Read<'_, '_>, found: &mut Found<'_>) {
    let mut groups: HashMap<_, Vec<(Box<str>, LineNumber, String)>> = HashMap::new();
    for session in reading.sso_sessions() {
        let (Some(url), Some(region)) = (session.text("sso_start_url"), session.text("sso_region"))
        else {
            continue;
        };
        // All that stands before the path's end is the portal.
        let key = (url.trim_end_matches(['/', '#']).to_ascii_lowercase(), region.into_owned());
        let line = session.section().line().number();
        groups.entry(key).or_default().push((session.name().into(), line, url.into_owned()));
    }
    for group in groups.into_values().filter(|group| group.len() > 1) {
        if group.iter().all(|(_, _, url)| is_same_portal(url, &group[0].2)) {
            let lines: Vec<LineNumber> = group.iter().map(|row| row.1).collect();
            let sessions = group.into_iter().map(|row| row.0).collect();
            found.push(RemarkKind::SameSession { sessions }, lines, None);
        }
    }
}

//! Headers that mean something else than they seem to.
//!
//! Not here: headers that the CLI refuses the file for.

use super::fix::with_header;
use super::{Found, Read, RemarkKind};
use crate::config::header::Header;
use crate::config::section::Section;
use crate::config::text;
use crate::names::{ProfileName, SessionName, is_portable};
use std::collections::{HashMap, HashSet};

/// Keys that only a profile has.
const PROFILE_KEYS: [&str; 12] = [
    "region",
    "output",
    "sso_session",
    "sso_start_url",
    "sso_region",
    "sso_account_id",
    "sso_role_name",
    "role_arn",
    "source_profile",
    "credential_process",
    "aws_access_key_id",
    "cli_pager",
];

pub(super) fn look(reading: Read<'_, '_>, found: &mut Found<'_>) {
    let document = found.document;
    let mut profiles = HashMap::new();
    let mut sessions = HashMap::new();
    // Two that would get one new name: only the first is renamed.
    let mut renamed = HashSet::new();
    for section in document.sections() {
        match section.header() {
            Header::Profile(name) => repeated(&mut profiles, name, section, found),
            Header::SsoSession(name) => repeated(&mut sessions, name, section, found),
            Header::Nameless => nameless(reading, section, found),
            Header::Other => other(reading, section, &mut renamed, found),
            Header::Services(_) | Header::Defaults => {}
        }
    }
    for settings in reading.profiles().chain(reading.sso_sessions()) {
        if let Some(character) = settings.name().chars().find(|c| !is_portable(*c)) {
            let name = settings.name().into();
            let line = settings.section().line().number();
            found.push(RemarkKind::UnportableName { name, character }, [line], None);
        }
    }
}

/// The same name in another spelling; the same spelling is refused.
fn repeated<'d>(
    seen: &mut HashMap<std::borrow::Cow<'d, str>, Section<'d>>,
    name: std::borrow::Cow<'d, str>,
    section: Section<'d>,
    found: &mut Found<'_>,
) {
    if let Some(earlier) = seen.insert(name.clone(), section)
        && earlier.header_text() != section.header_text()
    {
        let lines = [earlier.line().number(), section.line().number()];
        found.push(RemarkKind::Hidden { name: name.into() }, lines, None);
    }
}

fn nameless(reading: Read<'_, '_>, section: Section<'_>, found: &mut Found<'_>) {
    let header = section.header_text();
    // `[profile my dev]`, `[profile o'brien]`: all behind the first word is the name.
    let (word, name) = header.split_once([' ', '\t', '\u{a0}']).unwrap_or((header, ""));
    let free = match word {
        "profile" => ProfileName::parse(name)
            .ok()
            .filter(|name| reading.profile(name.as_str()).is_none())
            .map(|name| name.header()),
        "sso-session" => SessionName::parse(name)
            .ok()
            .filter(|name| reading.sso_session(name.as_str()).is_none())
            .map(|name| name.header()),
        _ => None,
    };
    let fix = free.and_then(|new| with_header(section, &new));
    let kind = RemarkKind::Nameless { header: header.into() };
    found.push(kind, [section.line().number()], fix);
}

fn other(
    reading: Read<'_, '_>,
    section: Section<'_>,
    renamed: &mut HashSet<String>,
    found: &mut Found<'_>,
) {
    let header = section.header_text();
    let trimmed = text::trim(header);
    let meant = match Header::read(trimmed) {
        Header::Profile(name) => name.into_owned(),
        Header::Other
            if trimmed.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("profile ")) =>
        {
            trimmed[8..].trim().to_owned()
        }
        Header::Other => trimmed.to_owned(),
        _ => return,
    };
    let is_known = ["plugins", "preview"].contains(&trimmed);
    let has_profile_key = || PROFILE_KEYS.iter().any(|key| section.property(key).is_some());
    let Some(name) = ProfileName::parse(&meant).ok().filter(|_| !is_known && has_profile_key())
    else {
        return;
    };
    let is_free = reading.profile(name.as_str()).is_none() && renamed.insert(meant.clone());
    let fix = is_free.then(|| with_header(section, &name.header())).flatten();
    let kind = RemarkKind::NotAProfile { header: header.into(), name: meant.into() };
    found.push(kind, [section.line().number()], fix);
}

//! What there is to say about a credentials file.
//!
//! Not here: what its profiles do together with the config file's, but for keys beside a sign-in.

use super::fix::with_header;
use super::{Fixes, Found, Remark, RemarkKind, all, lines, no_config, refused};
use crate::config::credentials;
use crate::config::document::Document;
use crate::config::line::Line;
use crate::config::read::{Reading, read};
use crate::config::section::Section;
use crate::config::usage::ProfileUse;
use std::collections::HashSet;

/// Everything there is to say about a credentials file, by its lines; of the config file only what concerns both.
///
/// Linear in the documents' lengths.
pub fn remarks(document: &Document, config: &Document) -> Vec<Remark> {
    let mut found = Found { document, remarks: Vec::new() };
    if let Some(contents) = no_config::contents(document) {
        let first = document.lines().next().map(Line::number);
        found.push(RemarkKind::NotAConfig(contents), first, None);
        return found.remarks;
    }
    refused::look(&read(document), &mut found);
    lines::look(&mut found);
    let reading = read(config);
    let mut taken: HashSet<&str> = credentials::names(document).collect();
    for section in document.sections() {
        beside_sign_in(&reading, section, &mut found);
        prefixed(&reading, section, &mut taken, &mut found);
    }
    found.by_line()
}

/// All fixes of a credentials file together; see [`plan_fixes`](crate::config::plan_fixes).
pub fn fixes(document: &Document, config: &Document) -> Fixes {
    all::plan(document, &|document| remarks(document, config))
}

/// Long-lived keys of a profile that signs in, on their lines.
fn beside_sign_in(reading: &Reading<'_>, section: Section<'_>, found: &mut Found<'_>) {
    let name = section.header_text();
    let Some(profile) = reading.profile(name) else { return };
    let signs_in = matches!(ProfileUse::of(profile), ProfileUse::SignIn { .. });
    if let Some(key) = section.property("aws_access_key_id").filter(|_| signs_in) {
        let lines = [section.line().number(), key.line().number()];
        found.push(RemarkKind::AccessKeysInCredentials { profile: name.into() }, lines, None);
    }
}

/// `[profile dev]` where `[dev]` is meant: nothing else has that name here, or the config file knows it.
fn prefixed<'d>(
    reading: &Reading<'_>,
    section: Section<'d>,
    taken: &mut HashSet<&'d str>,
    found: &mut Found<'_>,
) {
    let header = section.header_text();
    let Some(name) = header.strip_prefix("profile ").map(str::trim) else { return };
    // Of two such headers only the first gets the name.
    let is_free = !name.is_empty() && taken.insert(name);
    if is_free || reading.profile(name).is_some() {
        let fix = is_free.then(|| with_header(section, name)).flatten();
        let kind = RemarkKind::PrefixInCredentials { header: header.into() };
        found.push(kind, [section.line().number()], fix);
    }
}

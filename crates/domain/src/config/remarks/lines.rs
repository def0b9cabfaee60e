//! Lines that look like something else than they are.
//!
//! Not here: what a value means.

use super::fix::Fix;
use super::{Found, Oddity, RemarkKind};
use crate::config::line::{Line, LineEnding, LineKind};
use crate::config::section::{Property, Section};
use crate::config::text;
use std::borrow::Cow;
use std::collections::HashSet;

pub(super) fn look(found: &mut Found<'_>) {
    let document = found.document;
    let endings = document.parts().endings;
    if [endings.lf, endings.cr_lf, endings.cr].into_iter().filter(|count| *count > 0).count() > 1 {
        let usual = document.line_ending();
        let is_odd = |line: &Line<'_>| ![usual, LineEnding::Missing].contains(&line.ending());
        let odd: Vec<usize> = document.lines().filter(is_odd).map(Line::index).collect();
        let first = odd.first().map(|line| document.line(*line).number());
        found.push(RemarkKind::MixedLineEndings, first, Some(Fix::EndAsUsual(odd)));
    }
    // What is there, and what a fix would make.
    let mut headers: HashSet<Cow<'_, str>> =
        document.sections().map(|section| Cow::Borrowed(section.header_text())).collect();
    for line in document.lines() {
        let is_read =
            matches!(line.kind(), LineKind::Header | LineKind::Setting | LineKind::Continuation);
        if is_read && !line.text().is_ascii() {
            odd(line, &mut headers, found);
        }
    }
    for section in document.sections() {
        let mut keys = HashSet::new();
        for property in section.properties() {
            swallowed(property, section, &mut headers, &mut keys, found);
        }
    }
}

/// The first odd character of a line, and all of them put right.
fn odd(line: Line<'_>, headers: &mut HashSet<Cow<'_, str>>, found: &mut Found<'_>) {
    let Some(oddity) = line.text().chars().find_map(oddity_of) else { return };
    let straight = line.text().chars().filter_map(|c| match oddity_of(c) {
        None => Some(c),
        Some(Oddity::Blank(_)) => Some(' '),
        Some(Oddity::Quote(c)) => {
            Some(if "\u{2018}\u{2019}\u{201a}\u{201b}".contains(c) { '\'' } else { '"' })
        }
        Some(Oddity::Invisible(_)) => None,
    });
    let straight: String = straight.collect();
    // Only where they can't be meant: in a value they may be a part of a name.
    let is_free = header(text::trim(&straight))
        .is_some_and(|header| headers.insert(Cow::Owned(header.to_owned())));
    let is_header = line.kind() == LineKind::Header;
    let fix = (is_header && is_free).then(|| Fix::replace(line.number(), straight));
    found.push(RemarkKind::Odd(oddity), [line.number()], fix);
}

fn oddity_of(c: char) -> Option<Oddity> {
    match c {
        '\u{2018}'..='\u{201f}' => Some(Oddity::Quote(c)),
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => Some(Oddity::Invisible(c)),
        c if !c.is_ascii() && text::is_blank(c) => Some(Oddity::Blank(c)),
        _ => None,
    }
}

/// Headers and settings in a value that isn't nested.
fn swallowed<'d>(
    property: Property<'d>,
    section: Section<'d>,
    headers: &mut HashSet<Cow<'d, str>>,
    keys: &mut HashSet<&'d str>,
    found: &mut Found<'_>,
) {
    let is_nested = property.first_line_value().is_empty();
    for line in property.continuations() {
        let content = text::trim(line.text());
        // Less deeply indented it is what it looks like; unless lines follow that would go on with it.
        let is_last = line.index() + 1 == property.lines().end;
        let (kind, meant) = if let Some(header) = header(content) {
            let free = is_last && headers.insert(Cow::Borrowed(header));
            (RemarkKind::HeaderInValue, free.then(|| content.to_owned()))
        } else if let Some(key) = known_key(content).filter(|_| !is_nested) {
            let free = is_last && section.property(key).is_none() && keys.insert(key);
            let meant = free.then(|| format!("{}{content}", property.line().indentation()));
            (RemarkKind::SettingInValue { key: key.into() }, meant)
        } else {
            continue;
        };
        let fix = meant.map(|meant| Fix::replace(line.number(), meant));
        found.push(kind, [line.number(), property.line().number()], fix);
    }
}

fn header(content: &str) -> Option<&str> {
    content.strip_prefix('[')?.strip_suffix(']').filter(|header| !header.is_empty())
}

/// The key of a setting that nobody would write inside of a value.
fn known_key(content: &str) -> Option<&str> {
    let key = text::trim(content.split_once(['=', ':'])?.0);
    let is_known = key.starts_with("sso_")
        || key.starts_with("aws_")
        || ["region", "output", "role_arn", "source_profile", "credential_process"].contains(&key);
    is_known.then_some(key)
}

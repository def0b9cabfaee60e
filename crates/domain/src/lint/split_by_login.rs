//! `[profile default]` with nothing but `sso_region`, below the `[default]` that signs in: `aws sso login` itself writes
//! that, when it finds another region for the portal, and so hides all of the profile. The region is meant for the
//! section above; the same for a name with blanks, which it writes without quotes.
//!
//! Source: the AWS CLI's `customizations/sso/login.py` and `configure/writer.py`, 2.36.7.

use super::{Fix, ProblemKind, Problems, again, fix};
use crate::aws::Region;
use crate::config::{
    Document, Header, LineEdits, Property, Reading, Section, Settings, without_section,
};
use crate::portal::StartUrl;
use std::borrow::Cow;

/// Tells the sections that were written beside those that they are meant for, gives their indices in order, and adds what puts
/// them right line by line.
pub(super) fn put_right(
    document: &Document,
    reading: &Reading<'_>,
    put_right: &mut LineEdits,
    problems: &mut Problems<'_>,
) -> Vec<usize> {
    let mut splits: Vec<(usize, Section<'_>)> = Vec::new();
    for [before, beside] in again(document, meant_header) {
        // What says the same once more is meant for the same section.
        let is_same = only_region(before) == only_region(beside);
        let place = splits.binary_search_by_key(&before.index(), |(split, _)| *split);
        let known = place.ok().filter(|_| is_same).map(|place| splits[place].1);
        let meant = known.unwrap_or(before);
        let Some((old, region)) = split(beside, meant, reading) else { continue };
        let Some(Header::Profile(name) | Header::SsoSession(name)) = meant_header(meant) else {
            continue;
        };
        splits.push((beside.index(), meant));
        if known.is_none() {
            fix::put_value(old, region, put_right);
        }
        for line in beside.lines() {
            put_right.replace(line, &["#"]);
        }
        let mut edits = without_section(beside);
        fix::put_value(old, region, &mut edits);
        let kind = ProblemKind::SplitByLogin { name: name.into(), region: region.into() };
        let lines = [beside.line(), old.line()].map(crate::config::Line::number);
        problems.push(kind, &lines, Some(Fix::safe(edits)));
    }
    splits.into_iter().map(|(split, _)| split).collect()
}

/// The setting in the section that is meant, and the region for it.
fn split<'d>(
    beside: Section<'d>,
    meant: Section<'d>,
    reading: &Reading<'_>,
) -> Option<(Property<'d>, &'d str)> {
    let region = only_region(beside)?;
    let is_there_twice = beside.header_text() == meant.header_text();
    if is_there_twice && beside.header() != Header::Nameless {
        return None;
    }
    let old = meant.property("sso_region").filter(|it| it.lines().len() == 1)?;
    let start_url = meant.property("sso_start_url")?;
    let start_url = StartUrl::parse(start_url.first_line_value()).ok()?;
    let is_its_region = start_url.region().is_none_or(|named| named.id() == region);
    let counts = match meant_header(meant)? {
        Header::Profile(name) => reading.profile(&name),
        Header::SsoSession(name) => reading.sso_session(&name),
        Header::Services(_) | Header::Defaults | Header::Nameless | Header::Other => None,
    };
    let is_last = counts
        .map(Settings::section)
        .is_none_or(|it| it.index() == meant.index() || only_region(it) == Some(region));
    let is_region = Region::all().any(|known| known.id() == region);
    (is_region && is_its_region && is_last).then_some((old, region))
}

/// The `sso_region` of a section that has nothing else.
fn only_region(section: Section<'_>) -> Option<&str> {
    let mut properties = section.properties();
    let only = properties.next().filter(|it| it.has_key("sso_region") && it.lines().len() == 1)?;
    properties.next().is_none().then(|| only.first_line_value())
}

/// A profile's or a session's header, also one that lacks quotes.
fn meant_header(section: Section<'_>) -> Option<Header<'_>> {
    match section.header() {
        Header::Nameless => unquoted(section.header_text()),
        header @ (Header::Profile(_) | Header::SsoSession(_)) => Some(header),
        Header::Services(_) | Header::Defaults | Header::Other => None,
    }
}

/// `profile my dev`, which the CLI's writer doesn't put into quotes here.
fn unquoted(text: &str) -> Option<Header<'_>> {
    let (kind, name) = text.split_once(' ')?;
    let name = Cow::Borrowed(name.trim());
    match kind {
        "profile" => Some(Header::Profile(name)),
        "sso-session" => Some(Header::SsoSession(name)),
        _ => None,
    }
}

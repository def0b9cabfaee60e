//! `[profile default]` with nothing but `sso_region`, below the `[default]` that signs in: `aws sso login` itself writes
//! that, when it finds another region for the portal, and so hides all of the profile. The region is meant for the
//! section above; the same for a name with blanks, which it writes without quotes.
//!
//! Source: the AWS CLI's `customizations/sso/login.py` and `configure/writer.py`, 2.36.7.

use super::{Fix, ProblemKind, Problems, again, fix};
use crate::aws::Region;
use crate::config::{Document, Header, LineEdits, Property, Reading, Section, without_section};
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
    let mut splits = Vec::new();
    for [meant, beside] in again(document, meant_header) {
        let Some((old, region)) = split(beside, meant, reading) else { continue };
        let Some(Header::Profile(name) | Header::SsoSession(name)) = meant_header(meant) else {
            continue;
        };
        splits.push(beside.index());
        fix::put_value(old, region, put_right);
        for line in beside.lines() {
            put_right.replace(line, &["#"]);
        }
        let mut edits = without_section(beside);
        fix::put_value(old, region, &mut edits);
        let kind = ProblemKind::SplitByLogin { name: name.into(), region: region.into() };
        let lines = [beside.line(), old.line()].map(crate::config::Line::number);
        problems.push(kind, &lines, Some(Fix::safe(edits)));
    }
    splits
}

/// The setting in the section that is meant, and the region for it.
fn split<'d>(
    beside: Section<'d>,
    meant: Section<'d>,
    reading: &Reading<'_>,
) -> Option<(Property<'d>, &'d str)> {
    let mut properties = beside.properties();
    let only = properties.next().filter(|it| it.has_key("sso_region") && it.lines().len() == 1)?;
    if properties.next().is_some() {
        return None;
    }
    let region = only.first_line_value();
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
    let counts = counts.map(|it| it.section().index());
    let is_last = counts.is_none_or(|it| [beside.index(), meant.index()].contains(&it));
    let is_region = Region::all().any(|known| known.id() == region);
    (is_region && is_its_region && is_last).then_some((old, region))
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

//! Why the CLI refuses the file, each reason a remark.
//!
//! Not here: judging that ([`crate::config::Refusal`]).

use super::fix::Fix;
use super::{Found, Read, RemarkKind};
use crate::config::document::Document;
use crate::config::line::{LineKind, LineNumber};
use crate::config::refusal::{Reason, Refusal};
use crate::config::section::Section;
use crate::config::text;
use std::collections::HashMap;

pub(super) fn look(reading: Read<'_, '_>, found: &mut Found<'_>) {
    let document = found.document;
    if reading.refusals().is_empty() {
        return;
    }
    let at_line: HashMap<LineNumber, Section<'_>> =
        document.sections().map(|section| (section.line().number(), section)).collect();
    let properties: HashMap<LineNumber, usize> = document
        .sections()
        .flat_map(Section::properties)
        .map(|property| (property.line().number(), property.index()))
        .collect();
    for Refusal { line, reason } in reading.refusals() {
        let (also, fix) = match reason {
            Reason::ByteOrderMark => (None, Some(Fix::RemoveMark)),
            Reason::BeforeFirstHeader { last } => {
                let lines = line.get() - 1..last.get();
                let stray = lines.filter(|index| document.line(*index).kind() == LineKind::Stray);
                (None, Some(Fix::CommentOut(stray.collect())))
            }
            Reason::BadNested => (None, Some(Fix::CommentOut(vec![line.get() - 1]))),
            Reason::NoDelimiter | Reason::NoKey => {
                let is_safe = !is_followed_by_indented(document, line.get());
                (None, is_safe.then(|| Fix::CommentOut(vec![line.get() - 1])))
            }
            Reason::DuplicateSection { first } => {
                let pair = at_line.get(first).zip(at_line.get(line));
                (Some(*first), pair.and_then(|(first, later)| join(*first, *later)))
            }
            Reason::DuplicateKey { first } => {
                let pair = properties.get(first).zip(properties.get(line));
                let fix = pair.filter(|(first, later)| is_same(document, **first, **later));
                (Some(*first), fix.map(|(_, later)| Fix::RemoveProperties(vec![*later])))
            }
        };
        found.push(RemarkKind::Refused(*reason), std::iter::once(*line).chain(also), fix);
    }
}

/// Whether the next line that counts, from this index on, is indented: without what is between, it could become a part
/// of the value above.
fn is_followed_by_indented(document: &Document, end: usize) -> bool {
    let mut following = document.lines().skip(end);
    let next = following.find(|line| line.is_significant());
    next.is_some_and(|next| text::depth(next.text()) > 0)
}

fn is_same(document: &Document, first: usize, later: usize) -> bool {
    document.property(first).value() == document.property(later).value()
}

/// Where all settings of both are indented alike, and no header below either is indented, so that nothing becomes
/// another's continuation; where nothing in either is refused besides; and where no blank line's break could run
/// together with a `\r` alone.
fn join(first: Section<'_>, later: Section<'_>) -> Option<Fix> {
    let document = first.document();
    let mut depths = first
        .properties()
        .chain(later.properties())
        .map(|property| text::depth(property.line().text()));
    let depth = depths.next().unwrap_or_default();
    let is_plain = |section: Section<'_>| {
        section.lines().all(|index| document.line(index).kind() != LineKind::NotASetting)
    };
    let has_lone_cr = document.parts().endings.cr > 0;
    let ends = [first.end_of_properties(), later.lines().end];
    let is_even = ends.iter().all(|end| !is_followed_by_indented(document, *end));
    let fits = depths.all(|other| other == depth)
        && is_even
        && is_plain(first)
        && is_plain(later)
        && !has_lone_cr;
    fits.then(|| Fix::Join { into: first.index(), from: later.index() })
}

//! A header that is there already: the CLI refuses the file, and nobody knows which one is meant.
//!
//! Where the later section has all that the earlier one says, they become one and nothing is lost. Where each has
//! something of its own, a person has to say so; where they contradict each other, which of them counts.

use super::parse_errors::is_followed_by_indented;
use super::{Choice, ChoiceLabel, Fix, again};
use crate::config::{
    Document, Header, LineEdits, LineKind, LineNumber, Property, Section, depth, trim,
};
use crate::sort::sort_by_key;
use std::borrow::Cow;

/// The sections that are there again, in their order, each behind the one before it of that name.
pub(super) struct Sections<'d> {
    again: Vec<[Section<'d>; 2]>,
    /// With which a blank line's break could run together.
    has_lone_cr: bool,
}

impl<'d> Sections<'d> {
    pub(super) fn of(document: &'d Document) -> Sections<'d> {
        let mut again = again(document, name_of);
        again.retain(|[before, section]| before.header_text() == section.header_text());
        Sections { again, has_lone_cr: document.has_lone_cr() }
    }

    /// The section joins the one before it, so that whichever is the last of that name stays the last.
    pub(super) fn fix(&self, line: LineNumber) -> Option<Fix> {
        let place =
            self.again.binary_search_by_key(&line, |[_, later]| later.line().number()).ok()?;
        let [first, later] = self.again[place];
        let both =
            keys_of_both(first, later).filter(|_| can_join(first, later) && !self.has_lone_cr)?;
        let choice = |label, winner| Choice::new(label, join(first, later, winner, &both));
        let differing: Vec<_> =
            both.iter().filter(|[one, other]| one.value() != other.value()).collect();
        let is_read = later.header().has_name();
        let is_all_in_later = differing.is_empty() && both.len() == first.properties().len();
        if is_read && is_all_in_later && has_bare_header(later) {
            return Some(Fix::safe(join(first, later, Winner::Later, &both)));
        }
        let keep = |section: Section<'_>| ChoiceLabel::Keep {
            value: "".into(),
            line: section.line().number(),
        };
        let [one, other] = match differing.as_slice() {
            [] => return Some(Fix::choices_of(vec![choice(ChoiceLabel::Join, Winner::Later)])),
            [settings] => settings.map(super::duplicate_key::keep),
            _ => [first, later].map(keep),
        };
        Some(Fix::choices_of(vec![choice(one, Winner::First), choice(other, Winner::Later)]))
    }
}

/// Whose values count where both have a key.
#[derive(Clone, Copy)]
enum Winner {
    First,
    Later,
}

/// What the CLI knows a section by: a profile or a session by its name, others by all that stands between the brackets.
fn name_of(section: Section<'_>) -> Option<Header<'_>> {
    let header = section.header();
    let text = Cow::Borrowed(section.header_text());
    Some(if header.has_name() { header } else { Header::Services(text) })
}

/// The keys that both sections have; `None` where one of them has a key twice.
fn keys_of_both<'d>(first: Section<'d>, later: Section<'d>) -> Option<Vec<[Property<'d>; 2]>> {
    let mut all: Vec<Property<'d>> = first.properties().chain(later.properties()).collect();
    sort_by_key(&mut all, |property| property.key());
    let is_in_first = |it: &Property<'_>| first.lines().contains(&it.line().index());
    let mut both = Vec::new();
    for group in all.chunk_by(|one, other| one.has_key(&other.key())) {
        match group {
            [_] => {}
            [one, other] if is_in_first(one) && !is_in_first(other) => {
                both.push([*one, *other]);
            }
            _ => return None,
        }
    }
    Some(both)
}

/// Whether nothing stands behind the bracket that would go with the header.
fn has_bare_header(section: Section<'_>) -> bool {
    section.line().text().trim_end().ends_with(']')
}

/// Where all settings of both are indented alike, and no header below either is indented, so that nothing becomes
/// another's continuation; and where nothing in either is refused besides.
fn can_join(first: Section<'_>, later: Section<'_>) -> bool {
    let document = first.document();
    let mut depths = first.properties().chain(later.properties()).map(|it| depth(it.line().text()));
    let common = depths.next().unwrap_or_default();
    let is_plain = |section: Section<'_>| {
        let mut lines = section.lines();
        lines.all(|index| document.line(index).kind() != LineKind::NotASetting)
    };
    let ends = [first.end_of_properties(), later.lines().end];
    depths.all(|other| other == common)
        && ends.iter().all(|end| !is_followed_by_indented(document, *end))
        && is_plain(first)
        && is_plain(later)
}

/// Moves the later section's lines behind the first one's last setting. A key that both have stays where it counts.
fn join(
    first: Section<'_>,
    later: Section<'_>,
    winner: Winner,
    both: &[[Property<'_>; 2]],
) -> LineEdits {
    let document = first.document();
    let mut edits = LineEdits::default();
    let mut left_out = vec![false; document.lines().len()];
    for [of_first, of_later] in both {
        match winner {
            Winner::Later => edits.remove(*of_first),
            Winner::First => {
                left_out[of_later.line().index()] = true;
                of_later.continuations().for_each(|line| left_out[line.index()] = true);
            }
        }
    }
    let lines = later.lines();
    let (at, end) = (first.end_of_properties(), later.end_of_properties());
    for index in (lines.start + 1..end).filter(|index| !left_out[*index]) {
        edits.insert(at, &[document.line(index).text()]);
    }
    (lines.start..end).for_each(|line| edits.delete(line));
    let is_blank = |index: &usize| trim(document.line(*index).text()).is_empty();
    (end..lines.end).take_while(is_blank).for_each(|line| edits.delete(line));
    edits
}

//! A header that is there already: the CLI refuses the file, and nobody knows which one is meant.
//!
//! Where the later section has all that the earlier one says, they become one and nothing is lost. Where each has
//! something of its own, a person has to say so; where they contradict each other, which of them counts.

use super::fix::{self, Choice, ChoiceLabel, Fix};
use super::parse_errors::is_followed_by_indented;
use crate::config::{
    Document, Header, Line, LineEdits, LineKind, LineNumber, Property, Section, depth, trim,
};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The sections that are there again, in their order, each behind the one before it of that name.
pub(super) struct Sections<'d>(Vec<[Section<'d>; 2]>);

impl<'d> Sections<'d> {
    pub(super) fn of(document: &'d Document) -> Sections<'d> {
        let mut last = HashMap::new();
        let again = document.sections().filter_map(|section| {
            let before: Section<'d> = last.insert(name_of(section), section)?;
            let is_letter_for_letter = before.header_text() == section.header_text();
            is_letter_for_letter.then_some([before, section])
        });
        Sections(again.collect())
    }

    /// The section joins the one before it, so that whichever is the last of that name stays the last.
    pub(super) fn fix(&self, line: LineNumber) -> Option<Fix> {
        let place = self.0.binary_search_by_key(&line, |[_, later]| later.line().number()).ok()?;
        let [first, later] = self.0[place];
        if !can_join(first, later) {
            return None;
        }
        let of_first: HashMap<Cow<'_, str>, Property<'_>> = by_key(first);
        let of_later: HashMap<Cow<'_, str>, Property<'_>> = by_key(later);
        let is_in_later = |(key, property): (&Cow<'_, str>, &Property<'_>)| {
            of_later.get(key).is_some_and(|later| later.value() == property.value())
        };
        let is_read = later.header().has_name();
        if is_read && of_first.iter().all(is_in_later) && has_bare_header(later) {
            return Some(Fix::safe(join(first, later, Winner::Later, &of_first, &of_later)));
        }
        let contradicting: Vec<_> = later
            .properties()
            .filter_map(|property| Some((*of_first.get(&property.key())?, property)))
            .filter(|(one, other)| one.value() != other.value())
            .collect();
        let choice =
            |label, winner| Choice::new(label, join(first, later, winner, &of_first, &of_later));
        Some(match contradicting.as_slice() {
            [] => Fix::suggestion([choice(ChoiceLabel::Join, Winner::Later)]),
            [(one, other)] => Fix::suggestion([
                choice(super::duplicate_key::keep(*one), Winner::First),
                choice(super::duplicate_key::keep(*other), Winner::Later),
            ]),
            _ => {
                let keep = |section: Section<'_>| ChoiceLabel::Keep {
                    value: "".into(),
                    line: section.line().number(),
                };
                Fix::suggestion([
                    choice(keep(first), Winner::First),
                    choice(keep(later), Winner::Later),
                ])
            }
        })
    }
}

/// Whose values count where both have a key.
#[derive(Clone, Copy)]
enum Winner {
    First,
    Later,
}

/// What the CLI knows a section by: a profile or a session by its name, others by all that stands between the brackets.
fn name_of(section: Section<'_>) -> (Header<'_>, &str) {
    let header = section.header();
    let text = if header.has_name() { "" } else { section.header_text() };
    (header, text)
}

fn by_key(section: Section<'_>) -> HashMap<Cow<'_, str>, Property<'_>> {
    section.properties().map(|property| (property.key(), property)).collect()
}

/// Whether nothing stands behind the bracket that would go with the header.
fn has_bare_header(section: Section<'_>) -> bool {
    section.line().text().trim_end().ends_with(']')
}

/// Where all settings of both are indented alike, and no header below either is indented, so that nothing becomes
/// another's continuation; where nothing in either is refused besides; and where no blank line's break could run
/// together with a `\r` alone.
fn can_join(first: Section<'_>, later: Section<'_>) -> bool {
    let document = first.document();
    let mut depths = first.properties().chain(later.properties()).map(|it| depth(it.line().text()));
    let common = depths.next().unwrap_or_default();
    let is_plain = |section: Section<'_>| {
        let mut lines = section.lines();
        lines.all(|index| document.line(index).kind() != LineKind::NotASetting)
            && by_key(section).len() == section.properties().len()
    };
    let ends = [first.end_of_properties(), later.lines().end];
    depths.all(|other| other == common)
        && ends.iter().all(|end| !is_followed_by_indented(document, *end))
        && is_plain(first)
        && is_plain(later)
        && !document.has_lone_cr()
}

/// Moves the later section's lines behind the first one's last setting. A key that both have stays where it counts.
fn join(
    first: Section<'_>,
    later: Section<'_>,
    winner: Winner,
    of_first: &HashMap<Cow<'_, str>, Property<'_>>,
    of_later: &HashMap<Cow<'_, str>, Property<'_>>,
) -> LineEdits {
    let document = first.document();
    let mut edits = LineEdits::default();
    let mut left_out = HashSet::new();
    match winner {
        Winner::Later => {
            let again = first.properties().filter(|it| of_later.contains_key(&it.key()));
            again.for_each(|property| fix::remove(property, &mut edits));
        }
        Winner::First => {
            for property in later.properties().filter(|it| of_first.contains_key(&it.key())) {
                left_out.insert(property.line().index());
                left_out.extend(property.continuations().map(Line::index));
            }
        }
    }
    let lines = later.lines();
    let (at, end) = (first.end_of_properties(), later.end_of_properties());
    for index in (lines.start + 1..end).filter(|index| !left_out.contains(index)) {
        edits.insert(at, [document.line(index).text()]);
    }
    (lines.start..end).for_each(|line| edits.delete(line));
    let is_blank = |index: &usize| trim(document.line(*index).text()).is_empty();
    (end..lines.end).take_while(is_blank).for_each(|line| edits.delete(line));
    edits
}

//! Changes to sections by keys and values, and the lines that they come to.
//!
//! A changed line is `key = value` behind the blanks it had. New ones are indented as the last setting of their section:
//! so no line becomes the continuation of another.

use super::text;
use super::{Document, Header, LineEdits, Property, Section};
use std::borrow::Cow;
use std::collections::HashMap;

/// Changes to the profiles and sessions of a document, and new ones of them.
pub(crate) struct SectionEdits<'a> {
    /// The document's own, and then new ones.
    drafts: Vec<SectionDraft<'a>>,
    /// Where among the drafts the CLI reads them: the last section of a name.
    places: HashMap<Header<'a>, usize>,
    end: usize,
}

/// One section to change, or to come.
pub(crate) struct SectionDraft<'a> {
    section: Option<Section<'a>>,
    /// What stands between a new section's brackets.
    header: String,
    wanted: Vec<Wanted<'a>>,
    /// New ones of these keys stand beside each other, in this order.
    ordered: &'static [&'static str],
}

/// What a key is to be.
struct Wanted<'a> {
    key: &'static str,
    /// `None` where it is to go.
    value: Option<Cow<'a, str>>,
    /// It had gone before, so that its line is a new one.
    is_new: bool,
}

impl<'a> SectionEdits<'a> {
    pub(crate) fn new(document: &'a Document) -> SectionEdits<'a> {
        let end = document.lines().len();
        let mut edits = SectionEdits { drafts: Vec::new(), places: HashMap::new(), end };
        for section in document.sections() {
            if section.header().has_name() {
                edits.places.insert(section.header(), edits.drafts.len());
                edits.drafts.push(SectionDraft::new(Some(section), String::new()));
            }
        }
        edits
    }

    /// Whether the document has it.
    pub(crate) fn has(&self, header: &Header<'a>) -> bool {
        self.places.get(header).is_some_and(|place| self.drafts[*place].section.is_some())
    }

    /// The section of this name; a new one at the end where there is none, with this between its brackets.
    pub(crate) fn section(
        &mut self,
        name: Header<'a>,
        header: impl FnOnce() -> String,
    ) -> &mut SectionDraft<'a> {
        let place = *self.places.entry(name).or_insert(self.drafts.len());
        if place == self.drafts.len() {
            self.drafts.push(SectionDraft::new(None, header()));
        }
        &mut self.drafts[place]
    }

    /// The changes as lines.
    pub(crate) fn into_lines(self) -> LineEdits {
        let mut lines = LineEdits::default();
        // What the last section gets stands before the new ones.
        for draft in &self.drafts {
            if let Some(section) = draft.section {
                draft.change(section, &mut lines);
            }
        }
        let new = self.drafts.iter().filter(|draft| draft.section.is_none());
        new.for_each(|draft| draft.append(self.end, &mut lines));
        lines
    }
}

impl<'a> SectionDraft<'a> {
    fn new(section: Option<Section<'a>>, header: String) -> SectionDraft<'a> {
        SectionDraft { section, header, wanted: Vec::new(), ordered: &[] }
    }

    /// Gives a key a value. A line that has it already is left alone; of a key that is there twice, one stays.
    pub(crate) fn set(&mut self, key: &'static str, value: impl Into<Cow<'a, str>>) {
        self.want(key, Some(value.into()));
    }

    /// New ones of these keys are to stand beside those of them that the section has, in this order.
    pub(crate) fn keep_order(&mut self, keys: &'static [&'static str]) {
        self.ordered = keys;
    }

    /// Removes a key, wherever its section has it.
    pub(crate) fn unset(&mut self, key: &'static str) {
        if self.section.is_none() {
            self.wanted.retain(|wanted| wanted.key != key);
        } else {
            self.want(key, None);
        }
    }

    fn want(&mut self, key: &'static str, value: Option<Cow<'a, str>>) {
        let place = self.wanted.iter().position(|wanted| wanted.key == key);
        let is_new = match place.map(|place| &mut self.wanted[place]) {
            Some(wanted) if wanted.value.is_some() || value.is_none() => {
                wanted.value = value;
                return;
            }
            there => there.is_some(),
        };
        if let Some(place) = place {
            self.wanted.remove(place);
        }
        self.wanted.push(Wanted { key, value, is_new });
    }

    fn append(&self, end: usize, lines: &mut LineEdits) {
        let mut text = vec!["[", &self.header, "]"];
        for Wanted { key, value, .. } in &self.wanted {
            text.extend(value.iter().flat_map(|value| ["\n", key, " = ", value]));
        }
        lines.insert(end, &text);
    }

    fn change(&self, section: Section<'a>, lines: &mut LineEdits) {
        for Wanted { key, value, is_new } in &self.wanted {
            let of_key = || section.properties().filter(|property| property.has_key(key));
            let stays = of_key().next().filter(|_| !is_new).zip(value.as_ref());
            if let Some((property, value)) = stays.filter(|(property, value)| !property.is(value)) {
                let line = property.line();
                lines.replace(line.index(), &[line.indentation(), key, " = ", value]);
                property.continuations().for_each(|line| lines.delete(line.index()));
            }
            let going = of_key().skip(usize::from(stays.is_some()));
            going.for_each(|property| lines.remove(property));
            if let (None, Some(value)) = (stays, value) {
                let (at, indentation) = beside(section, key, self.ordered)
                    .unwrap_or_else(|| (section.end_of_properties(), indentation_of_new(section)));
                lines.insert(at, &[indentation, key, " = ", value]);
            }
        }
    }
}

/// Before those of these keys that follow this one, or behind those that precede it.
fn beside<'d>(section: Section<'d>, key: &str, keys: &[&str]) -> Option<(usize, &'d str)> {
    let place = keys.iter().position(|it| *it == key)?;
    let is_one =
        |keys: &[&str], property: &Property<'_>| keys.iter().any(|key| property.has_key(key));
    let mut properties = section.properties();
    let following = properties.find(|it| is_one(&keys[place + 1..], it));
    let (at, neighbour) = match following {
        Some(first) => (first.lines().start, first),
        None => {
            let last = section.properties().rfind(|it| is_one(&keys[..place], it))?;
            (last.lines().end, last)
        }
    };
    Some((at, neighbour.line().indentation()))
}

/// In a section with settings, the last one's: the next line is no deeper. In one without, deep enough for the next
/// line that counts, whatever it is.
fn indentation_of_new(section: Section<'_>) -> &str {
    if let Some(last) = section.properties().next_back() {
        return last.line().indentation();
    }
    let mut following = section.document().lines_from(section.end_of_properties());
    let next = following.find(|line| line.is_significant());
    let own = section.line().indentation();
    match next.map(super::Line::indentation) {
        Some(next) if text::depth(next) > text::depth(own) => next,
        _ => own,
    }
}

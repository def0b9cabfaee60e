//! Changing sections by keys and values, and what lines that comes to.
//!
//! Not here: which sections and keys ([`super::plan_merge`] and its like).
//!
//! A changed line is `key = value` behind the blanks it had. New ones are indented as the last setting of their
//! section: so no line becomes the continuation of another.

use super::document::Document;
use super::plan::PlanBuilder;
use super::section::{Property, Section};
use super::text;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Changes to sections that are there, and sections to come.
pub(super) struct Edit<'a> {
    document: &'a Document,
    drafts: BTreeMap<usize, Draft<'a>>,
    new: Vec<NewSection<'a>>,
}

/// A section to change.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// By its index in the document.
    There(usize),
    /// By its index among the new ones.
    New(usize),
}

#[derive(Default)]
struct Draft<'a> {
    /// By the property's index.
    fates: BTreeMap<usize, Fate<'a>>,
    /// Beside a property, by its index.
    beside: Vec<(usize, Side, Row<'a>)>,
    added: Vec<Row<'a>>,
}

/// Where beside a setting a new one comes to stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Directly above it.
    Before,
    /// Directly below it.
    After,
}

enum Fate<'a> {
    Set(Row<'a>),
    Removed,
}

struct NewSection<'a> {
    header: String,
    rows: Vec<Row<'a>>,
}

type Row<'a> = (&'static str, Cow<'a, str>);

impl<'a> Edit<'a> {
    pub(super) fn new(document: &'a Document) -> Edit<'a> {
        Edit { document, drafts: BTreeMap::new(), new: Vec::new() }
    }

    /// Appends a section. Its header is what stands between the brackets.
    pub(super) fn append(&mut self, header: String) -> Target {
        self.new.push(NewSection { header, rows: Vec::new() });
        Target::New(self.new.len() - 1)
    }

    /// Gives a key a value. A line that has it already is left alone; of a key that is there twice, one stays.
    pub(super) fn set(
        &mut self,
        target: Target,
        key: &'static str,
        value: impl Into<Cow<'a, str>>,
    ) {
        let row = (key, value.into());
        match target {
            Target::New(index) => put(&mut self.new[index].rows, row),
            Target::There(index) => {
                let draft = self.drafts.entry(index).or_default();
                match *draft.remaining(self.document.section(index), key) {
                    [] => put(&mut draft.added, row),
                    [first, ref others @ ..] => {
                        draft.remove(others);
                        if first.is(&row.1) {
                            draft.fates.remove(&first.index());
                        } else {
                            draft.fates.insert(first.index(), Fate::Set(row));
                        }
                    }
                }
            }
        }
    }

    /// As [`Self::set`], but where the section lacks the key, it comes beside the first of these that it has, or had.
    pub(super) fn set_beside(
        &mut self,
        target: Target,
        key: &'static str,
        value: impl Into<Cow<'a, str>>,
        (side, neighbours): (Side, &[&str]),
    ) {
        if let Target::There(index) = target {
            let section = self.document.section(index);
            let draft = self.drafts.entry(index).or_default();
            let is_near =
                |property: &Property<'_>| neighbours.iter().any(|it| property.has_key(it));
            let neighbour = match side {
                Side::Before => section.properties().find(is_near),
                Side::After => section.properties().rfind(is_near),
            };
            if let Some(neighbour) = neighbour
                && draft.remaining(section, key).is_empty()
            {
                draft.beside.retain(|(_, _, row)| row.0 != key);
                draft.beside.push((neighbour.index(), side, (key, value.into())));
                return;
            }
        }
        self.set(target, key, value);
    }

    /// Removes a key, wherever its section has it.
    pub(super) fn unset(&mut self, target: Target, key: &str) {
        match target {
            Target::New(index) => self.new[index].rows.retain(|row| row.0 != key),
            Target::There(index) => {
                let draft = self.drafts.entry(index).or_default();
                let there = draft.remaining(self.document.section(index), key);
                draft.remove(&there);
                draft.added.retain(|row| row.0 != key);
                draft.beside.retain(|(_, _, row)| row.0 != key);
            }
        }
    }

    /// Writes the changes down as lines.
    pub(super) fn write(self, plan: &mut PlanBuilder) {
        for (index, draft) in self.drafts {
            draft.write(self.document.section(index), plan);
        }
        let end = self.document.lines().len();
        for section in &self.new {
            plan.insert(end, ["[", &section.header, "]"]);
            for (key, value) in &section.rows {
                plan.insert(end, [*key, " = ", value]);
            }
        }
    }
}

impl<'a> Draft<'a> {
    /// The section's settings of this key that aren't to be removed.
    fn remaining(&self, section: Section<'a>, key: &str) -> Vec<Property<'a>> {
        let is_removed = |index| matches!(self.fates.get(&index), Some(Fate::Removed));
        let of_key = section.properties().filter(|property| property.has_key(key));
        of_key.filter(|property| !is_removed(property.index())).collect()
    }

    fn remove(&mut self, properties: &[Property<'a>]) {
        let removed = properties.iter().map(|property| (property.index(), Fate::Removed));
        self.fates.extend(removed);
    }

    fn write(self, section: Section<'_>, plan: &mut PlanBuilder) {
        let document = section.document();
        for (index, fate) in &self.fates {
            let property = document.property(*index);
            let line = property.line();
            match fate {
                Fate::Set((key, value)) => {
                    plan.replace(line.index(), [line.indentation(), key, " = ", value]);
                }
                Fate::Removed => plan.delete(line.index()),
            }
            property.continuations().for_each(|line| plan.delete(line.index()));
        }
        for (index, side, (key, value)) in &self.beside {
            let property = document.property(*index);
            let at = match side {
                Side::Before => property.lines().start,
                Side::After => property.lines().end,
            };
            plan.insert(at, [property.line().indentation(), key, " = ", value]);
        }
        let (at, indentation) = (section.end_of_properties(), indentation_of_new(section));
        for (key, value) in &self.added {
            plan.insert(at, [indentation, key, " = ", value]);
        }
    }
}

/// In a section with settings, the last one's: the next line is no deeper. In one without, deep enough for the next
/// line that counts, whatever it is.
fn indentation_of_new(section: Section<'_>) -> &str {
    if let Some(last) = section.properties().next_back() {
        return last.line().indentation();
    }
    let following = section.document().lines().skip(section.end_of_properties());
    let next = following.into_iter().find(|line| line.is_significant());
    let own = section.line().indentation();
    match next.map(super::Line::indentation) {
        Some(next) if text::depth(next) > text::depth(own) => next,
        _ => own,
    }
}

fn put<'a>(rows: &mut Vec<Row<'a>>, row: Row<'a>) {
    match rows.iter_mut().find(|there| there.0 == row.0) {
        Some(there) => *there = row,
        None => rows.push(row),
    }
}

//! One section of a document, and one setting in it.

use super::document::{Parts, PropertyPart, SectionPart};
use super::text;
use super::{Document, Header, Line, LineKind};
use std::borrow::Cow;
use std::ops::Range;

/// One section of a document, from its header to the next one's.
#[derive(Clone, Copy)]
pub struct Section<'d> {
    document: &'d Document,
    index: usize,
}

impl<'d> Section<'d> {
    pub(crate) fn of(document: &'d Document, index: usize) -> Section<'d> {
        Section { document, index }
    }

    /// What stands between its header's brackets, quotes and blanks included.
    pub fn header_text(self) -> &'d str {
        &self.document.as_str()[self.part().header.clone()]
    }

    /// What that means in a config file.
    pub fn header(self) -> Header<'d> {
        Header::read(self.header_text())
    }

    pub fn line(self) -> Line<'d> {
        self.document.line(self.part().line)
    }

    /// Its settings, in order, with those that are there twice.
    pub fn properties(self) -> impl DoubleEndedIterator<Item = Property<'d>> + ExactSizeIterator {
        let document = self.document;
        self.part().properties.clone().map(move |index| Property::of(document, index))
    }

    /// The setting of a key, given in lower case; the last one where it is there twice.
    pub fn property(self, key: &str) -> Option<Property<'d>> {
        self.properties().rfind(|property| property.has_key(key))
    }

    pub(crate) fn document(self) -> &'d Document {
        self.document
    }

    pub(crate) fn index(self) -> usize {
        self.index
    }

    /// All of its lines, the header's first.
    pub(crate) fn lines(self) -> Range<usize> {
        let Parts { lines, sections, .. } = self.document.parts();
        let end = sections.get(self.index + 1).map_or(lines.len(), |next| next.line);
        self.part().line..end
    }

    /// The line behind its last setting; behind its header where it has none.
    pub(crate) fn end_of_properties(self) -> usize {
        self.properties().next_back().map_or(self.part().line + 1, |last| last.lines().end)
    }

    fn part(self) -> &'d SectionPart {
        &self.document.parts().sections[self.index]
    }
}

/// One setting, `key = value`, with the lines that continue it.
#[derive(Clone, Copy)]
pub struct Property<'d> {
    document: &'d Document,
    index: usize,
}

impl<'d> Property<'d> {
    pub(crate) fn of(document: &'d Document, index: usize) -> Property<'d> {
        Property { document, index }
    }

    /// Its key as every reader takes it: in lower case.
    pub fn key(self) -> Cow<'d, str> {
        text::lower(self.key_text())
    }

    /// Its key as it stands.
    pub fn key_text(self) -> &'d str {
        &self.document.as_str()[self.part().key.clone()]
    }

    pub(crate) fn has_key(self, key: &str) -> bool {
        text::lower(self.key_text()) == key
    }

    /// What stands behind `=` on the key's own line.
    pub fn first_line_value(self) -> &'d str {
        &self.document.as_str()[self.part().value.clone()]
    }

    pub fn line(self) -> Line<'d> {
        self.document.line(self.part().lines.start)
    }

    /// From the key's line to the last one that continues the value; with comments and blank lines between.
    pub(crate) fn lines(self) -> Range<usize> {
        self.part().lines.clone()
    }

    /// The lines that continue its value, without comments and blank lines.
    pub(crate) fn continuations(self) -> impl Iterator<Item = Line<'d>> {
        let lines = self.lines().skip(1).map(move |index| self.document.line(index));
        lines.filter(|line| line.kind() == LineKind::Continuation)
    }

    pub(crate) fn document(self) -> &'d Document {
        self.document
    }

    fn part(self) -> &'d PropertyPart {
        &self.document.parts().properties[self.index]
    }
}

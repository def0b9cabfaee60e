//! The document: a file's text, every byte of it, with lines, sections and settings that point into it.
//!
//! Not here: what it means ([`super::read()`]), and changing it ([`super::Plan`]). A document never changes, and costs
//! nothing to copy.

use super::{Header, parse, text};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Any text, taken apart line by line as the AWS CLI would; see the [module](super) for what is kept.
#[derive(Clone)]
pub struct Document(Arc<Parts>);

pub(super) struct Parts {
    pub(super) text: Box<str>,
    pub(super) lines: Vec<LinePart>,
    pub(super) sections: Vec<SectionPart>,
    pub(super) properties: Vec<PropertyPart>,
    pub(super) endings: Endings,
}

/// How many lines end in which way.
#[derive(Clone, Copy, Default)]
pub(super) struct Endings {
    pub(super) lf: usize,
    pub(super) cr_lf: usize,
    pub(super) cr: usize,
}

/// Without its line break, which reaches to the next line's start.
pub(super) struct LinePart {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: LineKind,
}

/// `header` is between the brackets. Its lines end where the next section's begin.
pub(super) struct SectionPart {
    pub(super) line: usize,
    pub(super) header: Range<usize>,
    pub(super) properties: Range<usize>,
}

/// `lines` goes from the key's line to the last one that continues the value.
pub(super) struct PropertyPart {
    pub(super) lines: Range<usize>,
    pub(super) key: Range<usize>,
    pub(super) value: Range<usize>,
}

/// What a line is, by the rules of Python's configparser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// Nothing, or blanks only.
    Blank,
    /// `#` or `;` first, indented or not.
    Comment,
    /// `[…]`, with whatever stands behind it.
    Header,
    /// `key = value` or `key: value`.
    Setting,
    /// Indented deeper than the setting above: a part of that one's value, whatever it looks like.
    Continuation,
    /// Before the first header. The CLI refuses such a file.
    Stray,
    /// Without `=` and `:`, or with no key before it. The CLI refuses such a file.
    NotASetting,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineEnding {
    /// `\n`.
    Lf,
    /// `\r\n`, as Windows has it.
    CrLf,
    /// `\r` alone. Python breaks lines there too.
    Cr,
    /// Not at all: the last line.
    Missing,
}

impl LineEnding {
    /// The characters.
    pub fn as_str(self) -> &'static str {
        match self {
            LineEnding::Lf => "\n",
            LineEnding::CrLf => "\r\n",
            LineEnding::Cr => "\r",
            LineEnding::Missing => "",
        }
    }
}

/// A line's number as editors count them, from 1.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineNumber(usize);

impl LineNumber {
    /// The number.
    pub fn get(self) -> usize {
        self.0
    }

    pub(super) fn of(index: usize) -> LineNumber {
        LineNumber(index + 1)
    }
}

impl fmt::Display for LineNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for LineNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Document {
    /// Takes any text apart. Never fails; linear in its length.
    pub fn parse(text: impl Into<Box<str>>) -> Document {
        Document(Arc::new(parse::parse(text.into())))
    }

    /// The text, byte for byte.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// Whether it begins with a byte order mark, U+FEFF, or with several. They are no part of the first line.
    pub fn has_byte_order_mark(&self) -> bool {
        self.0.text.starts_with(BYTE_ORDER_MARK)
    }

    /// Every line, in order. Their texts and endings, after the byte order mark, are the whole text.
    pub fn lines(&self) -> impl DoubleEndedIterator<Item = Line<'_>> + ExactSizeIterator {
        (0..self.0.lines.len()).map(|index| Line { document: self, index })
    }

    /// Every section, in order, with those that mean nothing and those that are there twice.
    pub fn sections(&self) -> impl DoubleEndedIterator<Item = Section<'_>> + ExactSizeIterator {
        (0..self.0.sections.len()).map(|index| Section { document: self, index })
    }

    /// How new lines are to end: as most of its lines do, with `\r` alone only where all do; `\n` where none ends.
    pub fn line_ending(&self) -> LineEnding {
        match self.0.endings {
            Endings { lf: 0, cr_lf: 0, cr: 1.. } => LineEnding::Cr,
            Endings { lf, cr_lf, .. } if cr_lf > lf => LineEnding::CrLf,
            Endings { .. } => LineEnding::Lf,
        }
    }

    pub(super) fn parts(&self) -> &Parts {
        &self.0
    }

    pub(super) fn line(&self, index: usize) -> Line<'_> {
        Line { document: self, index }
    }

    pub(super) fn section(&self, index: usize) -> Section<'_> {
        Section { document: self, index }
    }

    pub(super) fn property(&self, index: usize) -> Property<'_> {
        Property { document: self, index }
    }
}

pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// By the text: everything else follows from it.
impl PartialEq for Document {
    fn eq(&self, other: &Document) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.as_str() == other.as_str()
    }
}

impl Eq for Document {}

impl fmt::Debug for Document {
    /// Without its text, which can hold secret keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { lines, sections, .. } = self.parts();
        write!(f, "Document({} lines, {} sections)", lines.len(), sections.len())
    }
}

/// One line of a document.
#[derive(Clone, Copy)]
pub struct Line<'d> {
    document: &'d Document,
    index: usize,
}

impl<'d> Line<'d> {
    /// Its number.
    pub fn number(self) -> LineNumber {
        LineNumber::of(self.index)
    }

    /// Its text, blanks and all, without the line's end.
    pub fn text(self) -> &'d str {
        let part = self.part();
        &self.document.as_str()[part.start..part.end]
    }

    /// How it ends.
    pub fn ending(self) -> LineEnding {
        let Parts { text, lines, .. } = self.document.parts();
        let next = lines.get(self.index + 1).map_or(text.len(), |line| line.start);
        match &text.as_bytes()[self.part().end..next] {
            b"\n" => LineEnding::Lf,
            b"\r\n" => LineEnding::CrLf,
            b"\r" => LineEnding::Cr,
            _ => LineEnding::Missing,
        }
    }

    /// What it is.
    pub fn kind(self) -> LineKind {
        self.part().kind
    }

    pub(super) fn index(self) -> usize {
        self.index
    }

    /// Whether configparser counts its indentation: it is neither blank nor a comment.
    pub(super) fn is_significant(self) -> bool {
        !matches!(self.kind(), LineKind::Blank | LineKind::Comment)
    }

    pub(super) fn indentation(self) -> &'d str {
        text::indentation(self.text())
    }

    fn part(self) -> &'d LinePart {
        &self.document.parts().lines[self.index]
    }
}

impl fmt::Debug for Section<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}]", self.header_text())
    }
}

/// One section of a document, from its header to the next one's.
#[derive(Clone, Copy)]
pub struct Section<'d> {
    document: &'d Document,
    index: usize,
}

impl<'d> Section<'d> {
    /// What stands between its header's brackets, quotes and blanks included.
    pub fn header_text(self) -> &'d str {
        &self.document.as_str()[self.part().header.clone()]
    }

    /// What that means in a config file.
    pub fn header(self) -> Header<'d> {
        Header::read(self.header_text())
    }

    /// Its header's line.
    pub fn line(self) -> Line<'d> {
        self.document.line(self.part().line)
    }

    /// Its settings, in order, with those that are there twice.
    pub fn properties(self) -> impl DoubleEndedIterator<Item = Property<'d>> + ExactSizeIterator {
        let document = self.document;
        self.part().properties.clone().map(move |index| Property { document, index })
    }

    /// The setting of a key, given in lower case; the last one where it is there twice.
    pub fn property(self, key: &str) -> Option<Property<'d>> {
        self.properties().rfind(|property| property.has_key(key))
    }

    pub(super) fn document(self) -> &'d Document {
        self.document
    }

    pub(super) fn index(self) -> usize {
        self.index
    }

    /// All of its lines, the header's first.
    pub(super) fn lines(self) -> Range<usize> {
        let Parts { lines, sections, .. } = self.document.parts();
        let end = sections.get(self.index + 1).map_or(lines.len(), |next| next.line);
        self.part().line..end
    }

    /// The line behind its last setting; behind its header where it has none.
    pub(super) fn end_of_properties(self) -> usize {
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
    /// Its key as every reader takes it: in lower case.
    pub fn key(self) -> Cow<'d, str> {
        text::lower(self.key_text())
    }

    /// Its key as it stands.
    pub fn key_text(self) -> &'d str {
        &self.document.as_str()[self.part().key.clone()]
    }

    pub(super) fn has_key(self, key: &str) -> bool {
        text::lowers_to(self.key_text(), key)
    }

    /// What stands behind `=` on the key's own line.
    pub fn first_line_value(self) -> &'d str {
        &self.document.as_str()[self.part().value.clone()]
    }

    /// The key's line.
    pub fn line(self) -> Line<'d> {
        self.document.line(self.part().lines.start)
    }

    pub(super) fn index(self) -> usize {
        self.index
    }

    /// From the key's line to the last one that continues the value; with comments and blank lines between.
    pub(super) fn lines(self) -> Range<usize> {
        self.part().lines.clone()
    }

    /// The lines that continue its value, without comments and blank lines.
    pub(super) fn continuations(self) -> impl Iterator<Item = Line<'d>> {
        let lines = self.lines().skip(1).map(move |index| self.document.line(index));
        lines.filter(|line| line.kind() == LineKind::Continuation)
    }

    pub(super) fn document(self) -> &'d Document {
        self.document
    }

    fn part(self) -> &'d PropertyPart {
        &self.document.parts().properties[self.index]
    }
}

//! The document: a file's text, every byte of it, with lines, sections and settings that point into it.
//!
//! Not here: what it means ([`super::read()`]), and changing it ([`super::Plan`]). A document never changes, and costs
//! nothing to copy.

use super::line::{Line, LineEnding, LineKind};
use super::parse;
use super::section::{Property, Section};
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
        (0..self.0.lines.len()).map(|index| Line::of(self, index))
    }

    /// Every section, in order, with those that mean nothing and those that are there twice.
    pub fn sections(&self) -> impl DoubleEndedIterator<Item = Section<'_>> + ExactSizeIterator {
        (0..self.0.sections.len()).map(|index| Section::of(self, index))
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
        Line::of(self, index)
    }

    pub(super) fn section(&self, index: usize) -> Section<'_> {
        Section::of(self, index)
    }

    pub(super) fn property(&self, index: usize) -> Property<'_> {
        Property::of(self, index)
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

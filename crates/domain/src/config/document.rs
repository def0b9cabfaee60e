//! The document: a file's text, every byte of it, with lines, sections and settings that point into it. It never
//! changes, and costs nothing to copy.

use super::parse;
use super::{Line, LineEnding, LineKind, Property, Section};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Any text, taken apart line by line as the AWS CLI would; see the [module](super) for what is kept.
#[derive(Clone)]
pub struct Document(Arc<Parts>);

pub(crate) struct Parts {
    pub(crate) text: Box<str>,
    pub(crate) lines: Vec<LinePart>,
    pub(crate) sections: Vec<SectionPart>,
    pub(crate) properties: Vec<PropertyPart>,
}

/// Without its line break, which reaches to the next line's start.
pub(crate) struct LinePart {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: LineKind,
}

/// `header` is between the brackets. Its lines end where the next section's begin.
pub(crate) struct SectionPart {
    pub(crate) line: usize,
    pub(crate) header: Range<usize>,
    pub(crate) properties: Range<usize>,
}

/// `lines` goes from the key's line to the last one that continues the value.
pub(crate) struct PropertyPart {
    pub(crate) lines: Range<usize>,
    pub(crate) key: Range<usize>,
    pub(crate) value: Range<usize>,
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
        let count = |ending| self.lines().filter(|line| line.ending() == ending).count();
        match [LineEnding::Lf, LineEnding::CrLf, LineEnding::Cr].map(count) {
            [0, 0, cr] if cr > 0 => LineEnding::Cr,
            [lf, cr_lf, _] if cr_lf > lf => LineEnding::CrLf,
            _ => LineEnding::Lf,
        }
    }

    pub(crate) fn lines_from(&self, start: usize) -> impl Iterator<Item = Line<'_>> {
        (start..self.0.lines.len()).map(|index| Line::of(self, index))
    }

    /// The setting that this line is a part of.
    pub(crate) fn property_at(&self, line: usize) -> Option<Property<'_>> {
        let behind = self.0.properties.partition_point(|property| property.lines.start <= line);
        let property = Property::of(self, behind.checked_sub(1)?);
        property.lines().contains(&line).then_some(property)
    }

    pub(crate) fn has_line_endings(&self) -> bool {
        self.lines().next().is_some_and(|line| line.ending() != LineEnding::Missing)
    }

    /// Whether a line ends in `\r` alone.
    pub(crate) fn has_lone_cr(&self) -> bool {
        self.lines().any(|line| line.ending() == LineEnding::Cr)
    }

    /// Lines with all that stands between them.
    pub(crate) fn text_of(&self, lines: Range<usize>) -> &str {
        let start = |index: usize| self.0.lines.get(index).map_or(self.0.text.len(), |it| it.start);
        &self.0.text[start(lines.start)..start(lines.end)]
    }

    pub(crate) fn parts(&self) -> &Parts {
        &self.0
    }

    pub(crate) fn line(&self, index: usize) -> Line<'_> {
        Line::of(self, index)
    }

    pub(crate) fn section(&self, index: usize) -> Section<'_> {
        Section::of(self, index)
    }
}

pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

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

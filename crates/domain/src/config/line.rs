//! One line of a document.

use super::document::{Document, LinePart, Parts};
use super::text;
use std::fmt;

/// One line of a document.
#[derive(Clone, Copy)]
pub struct Line<'d> {
    document: &'d Document,
    index: usize,
}

impl<'d> Line<'d> {
    pub(crate) fn of(document: &'d Document, index: usize) -> Line<'d> {
        Line { document, index }
    }

    pub fn number(self) -> LineNumber {
        LineNumber::of(self.index)
    }

    /// Its text, blanks and all, without the line's end.
    pub fn text(self) -> &'d str {
        let part = self.part();
        &self.document.as_str()[part.start..part.end]
    }

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

    pub fn kind(self) -> LineKind {
        self.part().kind
    }

    pub(crate) fn index(self) -> usize {
        self.index
    }

    /// Whether configparser counts its indentation: it is neither blank nor a comment.
    pub(crate) fn is_significant(self) -> bool {
        !matches!(self.kind(), LineKind::Blank | LineKind::Comment)
    }

    pub(crate) fn indentation(self) -> &'d str {
        text::indentation(self.text())
    }

    fn part(self) -> &'d LinePart {
        &self.document.parts().lines[self.index]
    }
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
    pub fn get(self) -> usize {
        self.0
    }

    pub(crate) fn of(index: usize) -> LineNumber {
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

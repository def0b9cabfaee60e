//! Why the AWS CLI refuses a whole file.
//!
//! The CLI names one reason, mostly the first, and shows a Python message. These are all of them, each with its line.
//!
//! Source: the exceptions of Python's configparser that botocore turns into `ConfigParseError`: `MissingSectionHeader`,
//! `DuplicateSection`, `DuplicateOption`, `Parsing`; and the `ValueError` of its own `_parse_nested`.

use super::{Document, LineKind, LineNumber, Property, Section};
use crate::sort::{first_equal, sort_by, sort_by_key};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// One reason, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ParseError {
    /// The line that the CLI stumbles over.
    pub line: LineNumber,
    pub kind: ParseErrorKind,
}

/// What the CLI refuses a file for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParseErrorKind {
    /// A byte order mark, U+FEFF, which some editors put at a file's beginning. Python takes it for text.
    ByteOrderMark,
    /// Text before the first header, down to `last`.
    BeforeFirstHeader {
        /// The last line of it.
        last: LineNumber,
    },
    /// A line without `=` and `:`.
    NoDelimiter,
    /// A line that begins with `=` or `:`.
    NoKey,
    /// A header that is there already, letter for letter.
    DuplicateSection {
        /// Where it is there first.
        first: LineNumber,
    },
    /// A key that its section has already; `Region` and `region` are the same.
    DuplicateKey {
        /// Where it is there first.
        first: LineNumber,
    },
    /// Below a key with an empty value, an indented line without `=`.
    BadNested,
}

/// All reasons, by line.
pub(crate) fn all(document: &Document) -> Vec<ParseError> {
    let mut errors = Vec::new();
    if document.has_byte_order_mark() {
        errors.push(ParseError { line: LineNumber::of(0), kind: ParseErrorKind::ByteOrderMark });
    }
    lines(document, &mut errors);
    // The only header that may be there twice; its keys may not.
    let is_defaults = |section: &Section<'_>| section.header_text() == "DEFAULT";
    let (defaults, sections): (Vec<_>, Vec<_>) = document.sections().partition(is_defaults);
    let headers = sections.iter().map(|it| (it.header_text().into(), it.line().number()));
    let duplicate = |first| ParseErrorKind::DuplicateSection { first };
    duplicates(headers.collect(), duplicate, &mut errors);
    let defaults: Vec<Property<'_>> = defaults.into_iter().flat_map(Section::properties).collect();
    let all = sections.into_iter().map(|section| section.properties().collect());
    for properties in std::iter::once(defaults).chain(all) {
        let keys = properties.iter().map(|it| (it.key(), it.line().number()));
        let duplicate = |first| ParseErrorKind::DuplicateKey { first };
        duplicates(keys.collect(), duplicate, &mut errors);
    }
    nested(document, &mut errors);
    sort_by_key(&mut errors, |error| error.line);
    errors
}

fn lines(document: &Document, errors: &mut Vec<ParseError>) {
    let mut stray = document.lines().filter(|line| line.kind() == LineKind::Stray);
    if let Some(first) = stray.next() {
        let last = stray.next_back().unwrap_or(first).number();
        let kind = ParseErrorKind::BeforeFirstHeader { last };
        errors.push(ParseError { line: first.number(), kind });
    }
    for line in document.lines().filter(|line| line.kind() == LineKind::NotASetting) {
        let has_delimiter = line.text().contains(['=', ':']);
        let kind = if has_delimiter { ParseErrorKind::NoKey } else { ParseErrorKind::NoDelimiter };
        errors.push(ParseError { line: line.number(), kind });
    }
}

/// What is there again.
fn duplicates(
    all: Vec<(Cow<'_, str>, LineNumber)>,
    kind: fn(LineNumber) -> ParseErrorKind,
    errors: &mut Vec<ParseError>,
) {
    let names: Vec<&str> = all.iter().map(|(name, _)| &**name).collect();
    for (at, first) in first_equal(&names).into_iter().enumerate() {
        if first != at {
            errors.push(ParseError { line: all[at].1, kind: kind(all[first].1) });
        }
    }
}

fn nested(document: &Document, errors: &mut Vec<ParseError>) {
    let mut in_defaults = Vec::new();
    for section in document.sections() {
        let is_default = section.header_text() == "DEFAULT";
        for property in section.properties() {
            if let Some(Err(line)) = property.nested() {
                let error = ParseError { line, kind: ParseErrorKind::BadNested };
                if is_default {
                    in_defaults.push((property.key(), error));
                } else {
                    errors.push(error);
                }
            }
        }
    }
    if !in_defaults.is_empty() {
        let (sections, having) = sections_having_keys(document);
        // What no section takes from `[DEFAULT]` is never looked at.
        in_defaults.retain(|(key, _)| having.get(key).copied().unwrap_or_default() < sections);
        errors.extend(in_defaults.into_iter().map(|(_, error)| error));
    }
}

/// How many sections there are, and how many of them have each key.
fn sections_having_keys(document: &Document) -> (usize, HashMap<Cow<'_, str>, usize>) {
    let sections = || document.sections().filter(|it| it.header_text() != "DEFAULT");
    let headers: HashSet<Cow<'_, str>> = sections().map(|it| it.header_text().into()).collect();
    let mut pairs: Vec<(&str, Cow<'_, str>)> = Vec::new();
    for section in sections() {
        pairs.extend(section.properties().map(|it| (section.header_text(), it.key())));
    }
    sort_by(&mut pairs, Ord::cmp);
    pairs.dedup();
    let mut having: HashMap<Cow<'_, str>, usize> = HashMap::new();
    for (_, key) in pairs {
        *having.entry(key).or_default() += 1;
    }
    (headers.len(), having)
}

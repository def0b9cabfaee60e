//! Why the AWS CLI refuses a whole file.
//!
//! The CLI names one reason, mostly the first, and shows a Python message. These are all of them, each with its line.
//!
//! Source: the exceptions of Python's configparser that botocore turns into `ConfigParseError`: `MissingSectionHeader`,
//! `DuplicateSection`, `DuplicateOption`, `Parsing`; and the `ValueError` of its own `_parse_nested`.

use super::document::Document;
use super::line::{LineKind, LineNumber};
use super::section::Section;
use crate::sort::sort_by_key;
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
    duplicates(document, &mut errors);
    nested(document, &mut errors);
    sort_by_key(&mut errors, |error| error.line);
    errors
}

fn lines(document: &Document, errors: &mut Vec<ParseError>) {
    let stray = |line: &super::Line<'_>| line.kind() == LineKind::Stray;
    let before =
        document.sections().next().map_or(document.lines().len(), |first| first.lines().start);
    if let Some(first) = document.lines().take(before).find(stray)
        && let Some(last) = document.lines().take(before).rfind(stray)
    {
        let kind = ParseErrorKind::BeforeFirstHeader { last: last.number() };
        errors.push(ParseError { line: first.number(), kind });
    }
    for line in document.lines().filter(|line| line.kind() == LineKind::NotASetting) {
        let has_delimiter = line.text().contains(['=', ':']);
        let kind = if has_delimiter { ParseErrorKind::NoKey } else { ParseErrorKind::NoDelimiter };
        errors.push(ParseError { line: line.number(), kind });
    }
}

fn duplicates(document: &Document, errors: &mut Vec<ParseError>) {
    let mut sections = HashMap::with_capacity(document.sections().len());
    // The only header that may be there twice; its keys may not.
    let mut default_keys = HashMap::new();
    for section in document.sections() {
        let line = section.line().number();
        if section.header_text() == "DEFAULT" {
            duplicate_keys(section, &mut default_keys, errors);
            continue;
        }
        let first = *sections.entry(section.header_text()).or_insert(line);
        if first != line {
            errors.push(ParseError { line, kind: ParseErrorKind::DuplicateSection { first } });
        }
        if section.properties().len() <= FEW {
            duplicate_keys_of_few(section, errors);
        } else {
            duplicate_keys(section, &mut HashMap::new(), errors);
        }
    }
}

/// So many keys are compared one by one, which is faster than remembering them.
const FEW: usize = 12;

fn duplicate_keys_of_few(section: Section<'_>, errors: &mut Vec<ParseError>) {
    for (at, property) in section.properties().enumerate() {
        let key = property.key();
        if let Some(first) = section.properties().take(at).find(|first| first.has_key(&key)) {
            let kind = ParseErrorKind::DuplicateKey { first: first.line().number() };
            errors.push(ParseError { line: property.line().number(), kind });
        }
    }
}

fn duplicate_keys<'d>(
    section: Section<'d>,
    keys: &mut HashMap<Cow<'d, str>, LineNumber>,
    errors: &mut Vec<ParseError>,
) {
    for property in section.properties() {
        let line = property.line().number();
        let first = *keys.entry(property.key()).or_insert(line);
        if first != line {
            errors.push(ParseError { line, kind: ParseErrorKind::DuplicateKey { first } });
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
    let mut having: HashMap<_, usize> = HashMap::new();
    let mut sections = HashSet::new();
    let mut seen = HashSet::new();
    for section in document.sections().filter(|section| section.header_text() != "DEFAULT") {
        sections.insert(section.header_text());
        for property in section.properties() {
            if seen.insert((section.header_text(), property.key())) {
                *having.entry(property.key()).or_default() += 1;
            }
        }
    }
    (sections.len(), having)
}

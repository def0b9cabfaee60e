//! Taking a text apart into lines, sections and settings.
//!
//! What the CLI refuses is judged when it is read. A line that is no setting ends the one above it: the CLI has given
//! the file up by then, and the next line is better understood by itself.
//!
//! Source: `RawConfigParser._read` of Python 3.11 to 3.13, as botocore uses it: `=` or `:`, comments at a line's start
//! only, values go on where a line is indented deeper than the key's.

use super::document::{BYTE_ORDER_MARK, LinePart, Parts, PropertyPart, SectionPart};
use super::line::LineKind;
use super::text;
use std::ops::Range;

pub(crate) fn parse(text: Box<str>) -> Parts {
    let mut parser = Parser { text: &text, ..Parser::default() };
    let mut start = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
    while start < text.len() {
        let (end, next) = line_end(text.as_bytes(), start);
        let kind = parser.kind_of(start..end);
        parser.lines.push(LinePart { start, end, kind });
        start = next;
    }
    let Parser { lines, sections, properties, .. } = parser;
    Parts { lines, sections, properties, text }
}

#[derive(Default)]
struct Parser<'t> {
    text: &'t str,
    lines: Vec<LinePart>,
    sections: Vec<SectionPart>,
    properties: Vec<PropertyPart>,
    /// How deep the setting is indented that a deeper line would continue.
    open: Option<usize>,
}

impl Parser<'_> {
    fn kind_of(&mut self, line: Range<usize>) -> LineKind {
        let whole = &self.text[line.clone()];
        let content = text::trim(whole);
        match content.bytes().next() {
            None => return LineKind::Blank,
            Some(b'#' | b';') => return LineKind::Comment,
            Some(_) => {}
        }
        let index = self.lines.len();
        let depth = text::depth(whole);
        if self.open.is_some_and(|open| depth > open)
            && let Some(property) = self.properties.last_mut()
        {
            property.lines.end = index + 1;
            return LineKind::Continuation;
        }
        self.open = None;
        let start = line.start + text::indentation(whole).len();
        if let Some(length) = header_length(content) {
            let none = self.properties.len();
            let header = start + 1..start + 1 + length;
            self.sections.push(SectionPart { line: index, header, properties: none..none });
            return LineKind::Header;
        }
        let Some(section) = self.sections.last_mut() else { return LineKind::Stray };
        let Some((key, value)) = key_and_value(content) else { return LineKind::NotASetting };
        let shifted = |range: Range<usize>| start + range.start..start + range.end;
        let (key, value) = (shifted(key), shifted(value));
        self.properties.push(PropertyPart { lines: index..index + 1, key, value });
        section.properties.end = self.properties.len();
        self.open = Some(depth);
        LineKind::Setting
    }
}

/// Where the line ends, and where the next one begins.
fn line_end(text: &[u8], start: usize) -> (usize, usize) {
    let length = text[start..].iter().position(|b| matches!(b, b'\n' | b'\r'));
    let end = length.map_or(text.len(), |length| start + length);
    let breaks = match &text[end..] {
        [b'\r', b'\n', ..] => 2,
        [] => 0,
        _ => 1,
    };
    (end, end + breaks)
}

/// From the first bracket to the last one, with something between.
fn header_length(content: &str) -> Option<usize> {
    let inside = content.strip_prefix('[')?;
    inside.rfind(']').filter(|length| *length > 0)
}

/// Around the first `=` or `:`.
fn key_and_value(content: &str) -> Option<(Range<usize>, Range<usize>)> {
    let delimiter = content.find(['=', ':'])?;
    let key = text::trim_end(&content[..delimiter]).len();
    if key == 0 {
        return None;
    }
    let value = &content[delimiter + 1..];
    let start = delimiter + 1 + text::indentation(value).len();
    Some((0..key, start..content.len()))
}

//! The objects in a text, whatever stands around them.
//!
//! An object's end is found by counting brackets outside of strings, in one pass; whether it is JSON, the parser says.
//! A string holds no line break in JSON, so an object that was cut off inside one doesn't swallow the next.

use super::check::MOST_PARTS;
use super::fields::known;
use super::timestamp::parse_timestamp;
use chrono::{DateTime, Utc};

/// Where an object breaks off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// How many of its characters are there.
    pub characters: usize,
    /// The last field that was begun, where it is one of a cache file's.
    pub field: Option<&'static str>,
}

/// Windows PowerShell writes `>` in UTF-16, whose ASCII is the same with zeros between.
pub(super) fn without_zeros(text: &str) -> String {
    if text.contains('\0') {
        text.chars().filter(|c| !['\0', '\u{fffd}', '\u{feff}'].contains(c)).collect()
    } else {
        text.to_owned()
    }
}

fn with_plain_quotes(text: &str) -> String {
    text.replace(['“', '”', '„', '‟', '″'], "\"").replace("\\\"", "\"").replace('\u{a0}', " ")
}

/// The times that stand alone in a line.
pub(super) fn times(text: &str) -> impl Iterator<Item = DateTime<Utc>> {
    let time = |line: &str| parse_timestamp(line.trim().trim_matches(['"', '\'', ','])).ok();
    text.lines().filter_map(time)
}

/// The objects of a text, and where they break off. Where none begins with a plain quote, typographic and escaped ones
/// are taken for plain.
pub(super) fn objects(text: &str) -> Vec<(String, Option<Cut>)> {
    let found = plain_objects(text);
    if found.is_empty() { plain_objects(&with_plain_quotes(text)) } else { found }
}

fn plain_objects(text: &str) -> Vec<(String, Option<Cut>)> {
    let mut found = Vec::new();
    let mut rest = text;
    while found.len() < MOST_PARTS
        && let Some(start) = rest.find('{')
    {
        rest = &rest[start..];
        // A brace of a shell or of a program is none.
        if !rest[1..].trim_start().starts_with(['"', '}']) {
            rest = &rest[1..];
            continue;
        }
        let (end, cut) = object_end(rest);
        found.push((rest[..end].to_owned(), cut));
        rest = &rest[end..];
    }
    found
}

/// How many bytes the object takes with which a text begins.
fn object_end(text: &str) -> (usize, Option<Cut>) {
    let mut depth = 0_usize;
    let mut string_start = None;
    let mut is_escaped = false;
    let (mut last_string, mut field) = ("", None);
    for (at, byte) in text.bytes().enumerate() {
        if let Some(start) = string_start {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'"' => {
                    last_string = &text[start..at];
                    string_start = None;
                }
                0..=0x1f => return (at, Some(Cut::after(&text[..at], field))),
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => string_start = Some(at + 1),
            b':' => field = known(last_string),
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return (at + 1, None);
                }
            }
            _ => {}
        }
    }
    (text.len(), Some(Cut::after(text, field)))
}

impl Cut {
    fn after(text: &str, field: Option<&'static str>) -> Cut {
        Cut { characters: text.trim_end().chars().count(), field }
    }
}

#[cfg(test)]
mod tests;

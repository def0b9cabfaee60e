//! The objects in a text, whatever stands around them.
//!
//! An object's end is found by counting brackets outside of strings, in one pass; whether it is JSON, the parser says.
//! A string holds no line break in JSON, so an object that was cut off inside one doesn't swallow the next.

use super::check::MOST_PARTS;
use super::fields::known;
use super::name::escaped;
use super::timestamp::parse_timestamp;
use chrono::{DateTime, Utc};
use serde::de::IgnoredAny;

/// Where an object breaks off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// How many of its characters are there.
    pub characters: usize,
    /// The last field that was begun, where it is one of a cache file's.
    pub field: Option<&'static str>,
}

/// Without what stands between the letters: a terminal's colours, and the zeros of UTF-16, in which Windows PowerShell
/// writes `>` and whose ASCII is the same. Quotes as a ticket's page has them become plain.
pub fn plain_text(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut rest =
            part.trim_start_matches(|c: char| c.is_ascii_digit() || ";?".contains(c)).chars();
        rest.next();
        plain.push_str(rest.as_str());
    }
    if plain.contains('\0') {
        plain.retain(|c| !['\0', '\u{fffd}', '\u{feff}'].contains(&c));
    }
    for (escaped, quote) in [("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'")] {
        plain = plain.replace(escaped, quote);
    }
    plain
}

fn with_plain_quotes(text: &str) -> String {
    text.replace(['“', '”', '„', '‟', '″'], "\"").replace("\\\"", "\"")
}

/// The times that stand in a line alone, or behind the name of the field.
pub(super) fn times(text: &str) -> impl Iterator<Item = DateTime<Utc>> {
    let around = |c: char| c.is_whitespace() || "\"',:=}".contains(c);
    let value = move |line| str::rsplit(line, "expiresAt").next().map(|it| it.trim_matches(around));
    text.lines().filter_map(move |line| parse_timestamp(value(line)?).ok())
}

/// The objects of a text, and where they break off. Where none begins with a plain quote, typographic and escaped ones
/// are taken for plain; where a line break stands in a string, a terminal's lines are joined.
pub(super) fn objects(text: &str) -> Vec<(String, Option<Cut>)> {
    let text = text.replace('\u{a0}', " ");
    let mut found = plain_objects(&text);
    if found.is_empty() {
        found = plain_objects(&with_plain_quotes(&text));
    }
    if found.iter().any(|(_, cut)| cut.is_some()) {
        let joined = plain_objects(&text.replace(['\r', '\n'], ""));
        let is_json = |(text, _): &(String, _)| serde_json::from_str::<IgnoredAny>(text).is_ok();
        if !joined.is_empty() && joined.iter().all(is_json) {
            return joined;
        }
    }
    found
}

/// A token's fields that are not quite JSON: with parts taken out by hand, as Python, YAML or PowerShell print them.
/// None that break off.
pub(super) fn loose_object(text: &str) -> Option<String> {
    if text.contains('{') && !text.trim_end().ends_with('}') {
        return None;
    }
    let (mut object, mut names) = (String::from("{"), Vec::new());
    for part in text.split([',', '\n', ';', '{', '}']) {
        let Some((name, value)) = part.split_once([':', '=']) else { continue };
        let around = |c: char| c.is_whitespace() || "\"'".contains(c);
        let name = known(name.trim_matches(around).rsplit('.').next().unwrap_or_default());
        let value = value.trim_matches(around);
        let Some(name) = name.filter(|_| !["", "None", "null"].contains(&value)) else { continue };
        // One that is there is a second file's.
        if names.contains(&name) {
            return None;
        }
        object.push_str(if names.is_empty() { "\"" } else { ",\"" });
        for text in [name, "\":\"", &escaped(value), "\""] {
            object.push_str(text);
        }
        names.push(name);
    }
    let is_token = ["startUrl", "accessToken", "expiresAt"].iter().all(|name| names.contains(name));
    is_token.then(|| object + "}")
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

//! What a pasted text consists of: cache files one after another, a config file among them, bare times, a message.
//!
//! Not here: parsing JSON, reading a config. An object's end is found by counting brackets outside of strings, in one pass; whether it
//! is JSON, the parser says. A string holds no line break in JSON, so an object that was cut off inside one doesn't
//! swallow the next.

use super::config_part::ConfigPart;
use super::fields::FIELD_NAMES;
use super::message::{CliMessage, profile_in};
use super::timestamp::parse_timestamp;
use crate::secret::Secret;
use chrono::{DateTime, Utc};

/// So many pieces are read of one text. A cache folder holds some ten files.
pub const MOST_PIECES: usize = 500;

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// What may be a cache file: an object, or the whole text where there is nothing better in it.
    File {
        /// To be parsed, and given to [`read`](super::read).
        text: Secret,
        /// Where it breaks off, if it does.
        cut: Option<Cut>,
    },
    /// A time alone in its line, as `jq … .expiresAt` prints it.
    Time(DateTime<Utc>),
    /// A message of the AWS CLI or of another program.
    Message {
        /// What it says.
        said: CliMessage,
        /// The profile that the command beside it was run with.
        profile: Option<String>,
    },
    /// A config file, which tells whose the files are. It may hold keys.
    Config(Secret),
}

/// Where an object breaks off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// How many of its characters are there.
    pub characters: usize,
    /// The last field that was begun, where it is one of a cache file's.
    pub field: Option<&'static str>,
}

/// Takes a text apart; at least one piece, and no more than [`MOST_PIECES`].
///
/// What stands around the objects is passed over: a prompt, a command, quotes, a byte order mark. Where no object
/// begins with a plain quote, typographic and escaped ones are taken for plain.
pub fn pieces(text: &str) -> Vec<Piece> {
    let text = &without_zeros(text);
    let mut pieces = match ConfigPart::find(text) {
        None => pieces_without_config(text),
        Some(ConfigPart { before, config, after }) => {
            let around = [before, after].into_iter().filter(|part| !part.trim().is_empty());
            let mut pieces: Vec<Piece> = around.flat_map(pieces_without_config).collect();
            // A prompt and a command around it are nothing of their own.
            pieces.retain(|piece| match piece {
                Piece::File { text, .. } => text.expose().contains('{'),
                Piece::Time(_) | Piece::Message { .. } | Piece::Config(_) => true,
            });
            pieces.truncate(MOST_PIECES - 1);
            pieces.push(Piece::Config(Secret::new(config)));
            pieces
        }
    };
    pieces.truncate(MOST_PIECES);
    pieces
}

fn pieces_without_config(text: &str) -> Vec<Piece> {
    let message = CliMessage::find(text);
    let mut files = objects(text);
    if files.is_empty() {
        files = objects(&with_plain_quotes(text));
    }
    if message.is_some() {
        files.retain(|(text, _)| {
            ["\"expiresAt\"", "\"Expiration\"", "\"accessToken\""]
                .iter()
                .any(|name| text.contains(name))
        });
    }
    let message =
        message.map(|said| Piece::Message { said, profile: profile_in(text).map(str::to_owned) });
    let mut pieces: Vec<Piece> = message.into_iter().collect();
    pieces
        .extend(files.into_iter().map(|(text, cut)| Piece::File { text: Secret::new(text), cut }));
    if pieces.is_empty() {
        pieces.extend(times(text));
    }
    if pieces.is_empty() {
        pieces.push(Piece::File { text: Secret::new(text), cut: None });
    }
    pieces
}

/// Windows PowerShell writes `>` in UTF-16, whose ASCII is the same with zeros between.
fn without_zeros(text: &str) -> String {
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
fn times(text: &str) -> impl Iterator<Item = Piece> {
    let time = |line: &str| parse_timestamp(line.trim().trim_matches(['"', '\'', ','])).ok();
    text.lines().filter_map(time).map(Piece::Time)
}

/// The objects of a text, and where they break off.
fn objects(text: &str) -> Vec<(String, Option<Cut>)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
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

fn known(name: &str) -> Option<&'static str> {
    FIELD_NAMES.into_iter().find(|known| *known == name)
}

impl Cut {
    fn after(text: &str, field: Option<&'static str>) -> Cut {
        Cut { characters: text.trim_end().chars().count(), field }
    }
}

#[cfg(test)]
mod tests;

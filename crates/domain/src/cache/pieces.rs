//! What a pasted text consists of: cache files one after another, bare times, a message of the AWS CLI.
//!
//! Not here: parsing JSON. An object's end is found by counting brackets outside of strings, in one pass; whether it
//! is JSON, the parser says. A string holds no line break in JSON, so an object that was cut off inside one doesn't
//! swallow the next.

use super::fields::FIELD_NAMES;
use super::message::CliMessage;
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
    /// A message of the AWS CLI.
    Message(CliMessage),
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
    let mut pieces: Vec<Piece> = message.map(Piece::Message).into_iter().collect();
    pieces
        .extend(files.into_iter().map(|(text, cut)| Piece::File { text: Secret::new(text), cut }));
    if pieces.is_empty() {
        pieces.extend(times(text));
    }
    if pieces.is_empty() {
        pieces.push(Piece::File { text: Secret::new(text.as_str()), cut: None });
    }
    pieces.truncate(MOST_PIECES);
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
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expect: Expect) {
        let line = |piece: &Piece| match piece {
            Piece::File { text, cut: None } => format!("file {}", text.expose()),
            Piece::File { text, cut: Some(cut) } => {
                format!("cut after {} in {:?}: {}", cut.characters, cut.field, text.expose())
            }
            Piece::Time(at) => format!("time {at}"),
            Piece::Message(message) => format!("message {message:?}"),
        };
        expect.assert_eq(&pieces(text).iter().map(line).collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn files_one_after_another_are_told_apart() {
        check(
            r#"{"a":"}\"{"}{"b":{"c":[{}]}}"#,
            expect![[r#"
                file {"a":"}\"{"}
                file {"b":{"c":[{}]}}"#]],
        );
        check(
            "\u{feff}{\"a\": 1}\n\n{ \"b\": 2}\n{}",
            expect![[r#"
                file {"a": 1}
                file { "b": 2}
                file {}"#]],
        );
    }

    #[test]
    fn what_stands_around_a_file_is_passed_over() {
        check("me@host:${HOME} % echo '{\"a\":1}'\nme@host %", expect![[r#"file {"a":1}"#]]);
        check(
            "{\n “a”: “b”\u{a0}}",
            expect![[r#"
            file {
             "a": "b" }"#]],
        );
        check(r#""{\"a\":\"b\"}""#, expect![[r#"file {"a":"b"}"#]]);
        check("\u{fffd}\u{fffd}{\0\"\0a\0\"\0:\x001\0}\0", expect![[r#"file {"a":1}"#]]);
    }

    #[test]
    fn where_a_file_breaks_off_is_said_and_the_next_is_not_lost() {
        check(
            "{\"startUrl\":\"u\",\"accessToken\":\"SECR\n{\"b\":2}",
            expect![[r#"
                cut after 35 in Some("accessToken"): {"startUrl":"u","accessToken":"SECR
                file {"b":2}"#]],
        );
        check(
            r#"{"startUrl":"ü","own":{"#,
            expect![[r#"cut after 23 in None: {"startUrl":"ü","own":{"#]],
        );
    }

    #[test]
    fn bare_times_are_known() {
        check(
            "$ jq -r .expiresAt *.json\n2025-05-26T10:42:21UTC\n\"2025-05-26T10:42:21Z\"\n",
            expect![[r#"
                time 2025-05-26 10:42:21 UTC
                time 2025-05-26 10:42:21 UTC"#]],
        );
    }

    #[test]
    fn a_message_goes_with_files_but_not_with_its_own_json() {
        check(
            r#"Session token not found or invalid {"error":"x"} {"expiresAt":"y"}"#,
            expect![[r#"
                message SessionEnded
                file {"expiresAt":"y"}"#]],
        );
    }

    #[test]
    fn anything_else_is_one_piece() {
        check("", expect!["file "]);
        check("[1, 2]", expect!["file [1, 2]"]);
        check("<html>{color: red}", expect!["file <html>{color: red}"]);
    }

    proptest! {
        #[test]
        fn any_text_has_pieces_and_those_are_parts_of_it(text in "[{}\\[\\]\":\\\\a\n ü“]{0,60}") {
            let pieces = pieces(&text);
            prop_assert!(!pieces.is_empty());
            let plain = with_plain_quotes(&text);
            for piece in pieces {
                if let Piece::File { text: part, .. } = piece {
                    prop_assert!(text.contains(part.expose()) || plain.contains(part.expose()));
                }
            }
        }

        #[test]
        fn any_bytes_have_pieces(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(!pieces(&String::from_utf8_lossy(&bytes)).is_empty());
        }

        #[test]
        fn files_in_a_row_are_as_many(names in prop::collection::vec("[a-z{}\\[\\]]{0,8}", 1..20), between in "[ \n]{0,3}") {
            let files: Vec<String> = names.iter().map(|name| format!(r#"{{"{name}":["{name}"]}}"#)).collect();
            let found = pieces(&files.join(&between));
            let expected: Vec<Piece> =
                files.iter().map(|text| Piece::File { text: Secret::new(text.clone()), cut: None }).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_long_text_of_openings_takes_one_pass() {
        for text in ["{\"".repeat(200_000), "{ ".repeat(200_000), "{\"a\n".repeat(200_000)] {
            assert!(pieces(&text).len() <= MOST_PIECES);
        }
    }
}

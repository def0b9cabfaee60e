//! A file's text as a browser's text box has it, and back.

use crate::file_text::boxed;
use onramp_domain::config::Document;

/// What a person made of this text in the box: what they left alone keeps its bytes, and new lines end as most do.
pub fn retyped(document: &Document, typed: &str) -> String {
    let exact = document.as_str();
    if !exact.contains('\r') {
        return typed.to_owned();
    }
    let before = boxed(exact);
    let (start, end) = alike(&before, typed);
    let ending = document.line_ending().as_str();
    let middle = typed[start..typed.len() - end].replace('\n', ending);
    [&exact[..place(exact, start)], &middle, &exact[place(exact, before.len() - end)..]].concat()
}

/// What was put into a text, or took the place of a part of it; in whole lines where it can be seen so: of a line put
/// before one that begins alike, it can't be told where it begins.
pub fn inserted<'t>(before: &str, typed: &'t str) -> &'t str {
    let (inserted, end) = alike(before, typed);
    let rest = typed.len() - end;
    let line = typed[..inserted].rfind('\n').map_or(0, |at| at + 1);
    let begins = &typed[line..inserted];
    if typed[inserted..rest].ends_with(begins) {
        &typed[line..rest - begins.len()]
    } else {
        &typed[inserted..rest]
    }
}

/// How many bytes two texts have in common from their beginnings, and of the rest from their ends.
fn alike(before: &str, after: &str) -> (usize, usize) {
    let start = common(before.chars(), after.chars());
    (start, common(before[start..].chars().rev(), after[start..].chars().rev()))
}

fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
}

/// Where in the exact text the box's place is.
fn place(exact: &str, boxed: usize) -> usize {
    let bytes = exact.as_bytes();
    (0..boxed).fold(0, |at, _| at + if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(exact: &str, typed: &str, expected: &str) {
        assert_eq!(retyped(&Document::parse(exact), typed), expected);
    }

    #[test]
    fn what_is_typed_leaves_the_other_lines_their_bytes() {
        check("a\nb\n", "a\nbc\n", "a\nbc\n");
        check("a\r\nb\r\n", "a\nbc\n", "a\r\nbc\r\n");
        check("a\r\nb\r\n", "a\nx\ny\nb\n", "a\r\nx\r\ny\r\nb\r\n");
        check("a\r\nb\nc\rd", "a\nb\nc\nde", "a\r\nb\nc\rde");
        check("ä\r\nö", "ä\nü", "ä\r\nü");
        check("a\r\n\r\n", "a\n", "a\r\n");
        check("\r\n", "", "");
    }

    #[test]
    fn what_was_inserted_is_known() {
        assert_eq!(inserted("a\nb\n", "a\nxy\nb\n"), "xy\n");
        assert_eq!(inserted("[a]\n[b]\n", "[a]\n[x]\n[b]\n"), "[x]\n");
        assert_eq!(inserted("aa", "aaa"), "a");
        assert_eq!(inserted("", "[x]"), "[x]");
        assert_eq!(inserted("abc", "ac"), "");
    }
}

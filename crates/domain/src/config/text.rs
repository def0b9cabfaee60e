//! What Python takes for blank, for a line and for lower case, since the AWS CLI reads the file with Python.
//!
//! Source: Python's `str.strip`, `str.splitlines`, `str.lower`, and `open` with universal newlines, compared over every
//! character.

use std::borrow::Cow;

/// Python's `str.isspace` and the `\s` of its `re`: Unicode's white space and the four information separators.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// `str.strip()`.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// `str.rstrip()`.
pub(crate) fn trim_end(text: &str) -> &str {
    text.trim_end_matches(is_blank)
}

/// The blanks that a line begins with.
pub(crate) fn indentation(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches(is_blank).len()]
}

/// How deep a line is indented, as configparser counts it: in characters, a tab being one.
pub(crate) fn depth(line: &str) -> usize {
    indentation(line).chars().count()
}

/// `str.lower()`; as it stands where nothing changes, which is nearly always.
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase())
    }
}

/// The inner lines of a line that was read already: `str.splitlines()` knows more breaks than a file does.
pub(crate) fn inner_lines(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c| {
        matches!(c, '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
    })
}

//! Where in a text a config file stands, and whether a text is one.

use std::ops::Range;

/// Where a config file stands in a text: from the first header of a profile or of a session to the next object or the
/// end. Linear.
pub(super) fn config_in(text: &str) -> Option<Range<usize>> {
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        match start {
            None if is_header(line) => start = Some(at),
            Some(start) if line.trim_start().starts_with('{') => return Some(start..at),
            None | Some(_) => {}
        }
        at += line.len();
    }
    start.map(|start| start..text.len())
}

/// Whether a text is a config file: it begins with a section's header or with a key of one.
pub(super) fn looks_like_config(text: &str) -> bool {
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with(['#', ';']));
    let is_key = |line: &str| {
        line.split_once('=').is_some_and(|(key, _)| {
            let key = key.trim();
            let is_word = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
            // A shell's variables are in capitals.
            is_word && key.bytes().any(|b| b.is_ascii_lowercase())
        })
    };
    let is_letter = |c: char| !c.is_ascii_punctuation() && !c.is_whitespace();
    let Some(first) = lines.next() else { return true };
    match first.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((header, _)) => {
            let kind = header.split_whitespace().next().unwrap_or_default();
            ["profile", "default", "sso-session", "services"].contains(&kind)
                || (header.starts_with(is_letter) && lines.next().is_some_and(is_key))
        }
        None => is_key(first),
    }
}

/// Whether a line is a header that only a config file has.
fn is_header(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let Some((header, _)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
        return false;
    };
    let mut words = header.split_whitespace();
    match (words.next(), words.next()) {
        (Some("default"), None) => true,
        (Some("profile" | "sso-session" | "services"), Some(_)) => true,
        (_, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn headers_are_told_from_other_brackets() {
        for line in
            ["[default]", " [profile dev] # x", "[sso-session \"a b\"]\r\n", "\u{feff}[default]"]
        {
            assert!(is_header(line), "{line}");
        }
        for line in ["[acme]", "[profile]", "[default x]", "[1, 2]", "[{\"a\": 1}]", "default", ""]
        {
            assert!(!is_header(line), "{line}");
        }
    }

    proptest! {
        #[test]
        fn a_config_begins_with_its_header(text in "[a{}=\n \\[\\]ü]{0,20}(\\[default\\])?[a{}=\n ]{0,20}") {
            if let Some(Range { start, end }) = config_in(&text) {
                prop_assert!(!text[..start].lines().any(is_header));
                prop_assert!(text[start..end].lines().next().is_some_and(is_header));
            }
        }
    }
}

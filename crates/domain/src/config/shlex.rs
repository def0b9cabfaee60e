//! A header's words, as Python's `shlex.split` divides them.
//!
//! Source: Python's `shlex`, POSIX mode without comments: blanks are space, tab and line breaks only; `'…'` is literal,
//! in `"…"` a backslash stands before `"` and itself, outside before any character.

use std::borrow::Cow;

/// The two words of a header that has exactly two.
pub(crate) fn two(header: &str) -> Option<(Cow<'_, str>, Cow<'_, str>)> {
    if header.contains(['\'', '"', '\\']) {
        let words: [String; 2] = quoted(header)?.try_into().ok()?;
        let [first, second] = words.map(Cow::Owned);
        return Some((first, second));
    }
    let mut words = header.split(is_divider).filter(|word| !word.is_empty()).map(Cow::Borrowed);
    let two = words.next().zip(words.next());
    two.filter(|_| words.next().is_none())
}

/// `None` where a quote is not closed, or nothing follows a backslash.
fn quoted(header: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = header.chars();
    while let Some(c) = chars.next() {
        match c {
            c if is_divider(c) => words.extend(word.take()),
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next()? {
                        '\'' => break,
                        c => word.push(c),
                    }
                }
            }
            '"' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next()? {
                        '"' => break,
                        '\\' => match chars.next()? {
                            c @ ('"' | '\\') => word.push(c),
                            c => word.extend(['\\', c]),
                        },
                        c => word.push(c),
                    }
                }
            }
            '\\' => word.get_or_insert_default().push(chars.next()?),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    Some(words)
}

fn is_divider(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(header: &str, expect: Expect) {
        let got = two(header).map(|(first, second)| format!("{first}|{second}"));
        expect.assert_eq(&got.unwrap_or_else(|| "-".to_owned()));
    }

    #[test]
    fn blanks_divide_and_quotes_hold_together() {
        check("profile dev", expect!["profile|dev"]);
        check("profile  \t dev ", expect!["profile|dev"]);
        check("profile 'my dev'", expect!["profile|my dev"]);
        check(r#"profile "a\"b\\c\d""#, expect![r#"profile|a"b\c\d"#]);
        check(r"profile my\ dev", expect!["profile|my dev"]);
        check(r#"profile 'o'"'"'brien'"#, expect!["profile|o'brien"]);
        check("profile ''", expect!["profile|"]);
        check("profile\u{a0}dev x", expect!["profile\u{a0}dev|x"]);
    }

    #[test]
    fn anything_but_two_words_is_nothing() {
        check("profile", expect!["-"]);
        check("profile my dev", expect!["-"]);
        check("profile\u{a0}dev", expect!["-"]);
        check("profile o'brien", expect!["-"]);
        check(r"profile dev\", expect!["-"]);
        check(r#"profile "dev\"#, expect!["-"]);
    }
}

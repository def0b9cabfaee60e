//! Matching a message against a pattern: words in lower case, `{name}` for a part that is kept, `{}` for one that isn't.
//!
//! Linear in the text: each piece of a pattern is searched once, from where the last one ended.

/// No name in a message is longer.
pub(super) const LONGEST_NAME: usize = 300;

/// A text without its line breaks.
pub(super) struct MessageText {
    text: String,
    /// The same in lower case. Only ASCII changes, so that places stay the same.
    lower: String,
}

/// A part of a message, by its name in the pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NamedPart<'a> {
    pub(super) name: &'static str,
    pub(super) text: &'a str,
}

/// What an error message has, and other texts have not.
const MARKS: [&str; 26] = [
    "error",
    "exception",
    "traceback",
    "fatal:",
    "fatal ",
    "failed",
    "failure",
    "could not",
    "couldn't",
    "cannot",
    "can't",
    "unable to",
    "not found",
    "no such",
    "denied",
    "expired",
    "invalid",
    "refused",
    "timed out",
    "not authorized",
    "unauthorized",
    "forbidden",
    "not recognized",
    "not supported",
    "does not exist",
    "doesn't exist",
];

impl MessageText {
    /// Takes out the line breaks of a terminal, the marks that Terraform and mails draw beside a message, and the
    /// quotes that a chat makes of plain ones.
    pub(super) fn new(text: &str) -> MessageText {
        let text = text
            .split(|c: char| c.is_whitespace() || ['│', '╷', '╵'].contains(&c))
            .filter(|word| !["", ">", "|"].contains(word))
            .collect::<Vec<_>>()
            .join(" ")
            .replace(['‘', '’'], "'")
            .replace(['“', '”'], "\"");
        MessageText { lower: text.to_ascii_lowercase(), text }
    }

    /// The named parts, where the pattern fits. It begins and ends where words do.
    pub(super) fn matches(&self, pattern: &'static str) -> Option<Vec<NamedPart<'_>>> {
        let mut parts = Vec::new();
        let (first, mut rest) = pattern.split_once('{').unwrap_or((pattern, ""));
        let mut end = self.find(first, 0, rest.is_empty())? + first.len();
        let mut is_first = true;
        while !rest.is_empty() {
            let (name, after) = rest.split_once('}')?;
            let (literal, next) = after.split_once('{').unwrap_or((after, ""));
            let start = match literal {
                "" => self.word_end(end),
                _ => self.find(literal, end, next.is_empty())?,
            };
            // The nearest beginning, where the message is in the text's middle.
            if is_first && let Some(nearer) = self.lower[end..start].rfind(first) {
                end += nearer + first.len();
            }
            if !name.is_empty() {
                let text = self.text[end..start].trim();
                if text.is_empty() || text.len() > LONGEST_NAME {
                    return None;
                }
                parts.push(NamedPart { name, text });
            }
            end = start + literal.len();
            (rest, is_first) = (next, false);
        }
        Some(parts)
    }

    /// Where a piece stands from a place on; the first and the last not in the middle of a word.
    fn find(&self, literal: &str, from: usize, is_last: bool) -> Option<usize> {
        let is_whole = |at: &usize| {
            let (before, after) = (&self.lower[..*at], &self.lower[at + literal.len()..]);
            let is_begun =
                from == 0 && literal.starts_with(is_of_word) && before.ends_with(is_of_word);
            let goes_on = is_last && literal.ends_with(is_of_word) && after.starts_with(is_of_word);
            !(is_begun || goes_on)
        };
        self.lower[from..].match_indices(literal).map(|(at, _)| from + at).find(is_whole)
    }

    /// Whether it has these words, in lower case.
    pub(super) fn contains(&self, words: &str) -> bool {
        self.lower.contains(words)
    }

    pub(super) fn looks_like_an_error(&self) -> bool {
        let has = |mark: &&str| self.contains(mark);
        match self.lower.chars().next() {
            Some('<') => false,
            // An answer of AWS's.
            Some('{') => ["\"error\"", "\"__type\""].iter().any(has),
            Some(_) | None => MARKS.iter().any(has),
        }
    }

    /// Where the word ends that begins here.
    fn word_end(&self, start: usize) -> usize {
        let is_end = |c: char| c.is_whitespace() || ['"', '\'', ',', ';', ')'].contains(&c);
        let word = self.lower[start..].find(is_end).map_or(self.lower.len(), |at| start + at);
        start + self.lower[start..word].trim_end_matches(['.', ':']).len()
    }
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &'static str, text: &str, expected: Option<&[(&str, &str)]>) {
        let text = MessageText::new(text);
        let parts = text.matches(pattern);
        let parts =
            parts.map(|parts| parts.iter().map(|it| (it.name, it.text)).collect::<Vec<_>>());
        assert_eq!(parts.as_deref(), expected, "{pattern}");
    }

    #[test]
    fn named_parts_are_kept_as_they_are_written() {
        check(
            "token for {owner} does not",
            "Token for\n  Corp does not",
            Some(&[("owner", "Corp")]),
        );
        check(
            "profile '{profile}' lacks '{key}'",
            "profile 'A b' lacks 'x'",
            Some(&[("profile", "A b"), ("key", "x")]),
        );
        check(
            "cannot {} read {file}",
            "Cannot alas read ~/.aws/Config.",
            Some(&[("file", "~/.aws/Config")]),
        );
        check("cannot {file}", "cannot a,b", Some(&[("file", "a")]));
        check("cannot {file}", "cannot", None);
        check("no part", "here is No Part", Some(&[]));
    }

    #[test]
    fn what_a_mail_or_a_chat_adds_is_passed_over() {
        check(
            "token for {owner} does not",
            "> Token for corp does\n> not",
            Some(&[("owner", "corp")]),
        );
        check("profile '{profile}' lacks", "profile ‘dev’ lacks", Some(&[("profile", "dev")]));
        check(r#"session "{session}""#, "session “corp”", Some(&[("session", "corp")]));
    }

    #[test]
    fn the_nearest_beginning_counts() {
        check(
            "profile '{profile}' is gone",
            "profile 'a' is fine, profile 'b' is gone",
            Some(&[("profile", "b")]),
        );
    }

    #[test]
    fn a_pattern_begins_and_ends_where_words_do() {
        check("invalid_client", "invalid_client_metadata, xinvalid_client", None);
        check("invalid_client", "\"invalid_client_metadata\" \"invalid_client\"", Some(&[]));
        check("not found: aws", "command not found: aws-sso-util", None);
        check("profile {} is gone", "profile a is goner", None);
    }

    #[test]
    fn a_part_is_a_name_and_no_longer() {
        let longest = "x".repeat(300);
        let text = format!("token for {longest} does not");
        check("token for {owner} does not", &text, Some(&[("owner", &longest)]));
        check("token for {owner} does not", "token for  does not", None);
        check(
            "token for {owner} does not",
            &format!("token for {} does not", "x".repeat(301)),
            None,
        );
        check(
            "token for {} does not",
            &format!("token for {} does not", "x".repeat(301)),
            Some(&[]),
        );
    }
}

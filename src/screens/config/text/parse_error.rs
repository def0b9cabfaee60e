//! Why the CLI refuses a file: the title, and the reason with what the fix does.

use onramp_domain::config::ParseErrorKind;
use onramp_domain::lint::Contents;

pub fn parse_error(error: &ParseErrorKind) -> (&'static str, &'static str) {
    match error {
        ParseErrorKind::ByteOrderMark => (
            "An invisible mark stands at the beginning",
            "Some Windows editors put it there. The CLI takes it for text and reads nothing.",
        ),
        ParseErrorKind::BeforeFirstHeader { .. } => (
            "There's text before the first header",
            "The CLI doesn't know which profile it belongs to. The fix makes it a comment, so you lose nothing.",
        ),
        ParseErrorKind::NoDelimiter => (
            "A line without “=”",
            "The CLI can't read it. The fix makes it a comment, so you lose nothing.",
        ),
        ParseErrorKind::NoKey => (
            "A line starts with “=”",
            "The setting's name is missing. The fix makes it a comment, so you lose nothing.",
        ),
        ParseErrorKind::DuplicateSection { .. } => (
            "A header is there twice",
            "The fix merges both. Where they differ, the last one counts.",
        ),
        ParseErrorKind::DuplicateKey { .. } => (
            "A setting is there twice in one section",
            "Keep the one you mean. Capital letters make no difference.",
        ),
        ParseErrorKind::BadNested => (
            "An indented line isn't a setting",
            "Below a setting without a value, each indented line needs “=”. The fix makes it a comment.",
        ),
    }
}

pub fn not_a_config(contents: Contents) -> &'static str {
    match contents {
        Contents::Json => {
            "It looks like JSON, such as a file from the CLI's cache; those go into “Check a token”. Your config is ~/.aws/config."
        }
        Contents::Markup => {
            "It looks like a web page. Copy the text that the page shows, or the file itself."
        }
        Contents::Template => {
            "It looks like a template that a program fills in first. Paste the result: ~/.aws/config."
        }
        Contents::Encrypted => "It's encrypted. Decrypt it first, then paste ~/.aws/config.",
        Contents::Other => "It has no header such as [profile dev]. Your config is ~/.aws/config.",
    }
}

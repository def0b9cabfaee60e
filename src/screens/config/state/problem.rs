//! What is wrong with the two files, with the lines that it is about.

use super::{AwsFile, EditedFile};
use crate::file_text::FileText;
use onramp_domain::config::{Document, Line, LineNumber};
use onramp_domain::lint::{Problem, Severity, lint, lint_credentials};
use onramp_domain::redact_line;
use onramp_domain::sort::sort_by_key;
use std::borrow::Cow;

/// A problem quotes no more lines than this.
const MOST_QUOTES: usize = 3;

#[derive(Debug)]
pub struct ProblemRow {
    pub file: AwsFile,
    pub problem: Problem,
    pub quotes: Vec<Quote>,
}

#[derive(Debug)]
pub struct Quote {
    pub number: LineNumber,
    /// Its text, without keys.
    pub text: FileText,
}

impl ProblemRow {
    pub fn severity(&self) -> Severity {
        self.problem.kind().severity()
    }

    /// Whether its fix is certain and loses nothing.
    pub fn is_safe(&self) -> bool {
        self.problem.is_safely_fixable()
    }
}

/// What is wrong with both files, the most severe first, then by file and line.
pub fn problems(config: &EditedFile, credentials: Option<&EditedFile>) -> Vec<ProblemRow> {
    let (config, credentials) = (config.document(), credentials.map(EditedFile::document));
    let mut rows = rows(AwsFile::Config, config, lint(config, credentials), without_secret);
    if let Some(document) = credentials {
        let found = lint_credentials(document, config);
        rows.extend(self::rows(AwsFile::Credentials, document, found, redact_line));
    }
    sort_by_key(&mut rows, ProblemRow::severity);
    rows
}

fn rows(
    file: AwsFile,
    document: &Document,
    found: Vec<Problem>,
    shown: fn(&str) -> Cow<'_, str>,
) -> Vec<ProblemRow> {
    let lines: Vec<&str> = document.lines().map(Line::text).collect();
    let row = |problem: Problem| {
        let quotes = problem.lines().iter().take(MOST_QUOTES).map(|number| Quote {
            number: *number,
            text: FileText::new(&*shown(lines.get(number.get() - 1).unwrap_or(&""))),
        });
        ProblemRow { file, quotes: quotes.collect(), problem }
    };
    found.into_iter().map(row).collect()
}

/// A line of a config, without the value of a key or a token.
fn without_secret(line: &str) -> Cow<'_, str> {
    let lower = line.to_ascii_lowercase();
    if !["secret", "token", "access_key", "password"].iter().any(|word| lower.contains(word)) {
        return Cow::Borrowed(line);
    }
    // What stands before `=` is shown only where it can be nothing but a setting's name.
    let key = line.split_once('=').map_or("", |(key, _)| key.trim());
    let is_key = key.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    Cow::Borrowed(if is_key { key } else { "" })
}

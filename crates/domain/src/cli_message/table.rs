//! The messages that are known, a row a message.
//!
//! The first row that fits counts, so what is more exact stands before what is less: by file and in a file. A test
//! finds every row by its own example.

mod answers;
mod aws_login;
mod config_file;
mod dot_net;
mod go;
mod java;
mod javascript;
mod last;
mod machine;
mod php_ruby;
mod python;
mod rust;

use super::{Cause, Speaker};

/// A message.
#[derive(Debug)]
pub(super) struct Row {
    /// Its words in lower case and in one line; see [`pattern`](super::pattern).
    pub(super) pattern: &'static str,
    pub(super) cause: Cause,
    pub(super) speaker: Speaker,
    /// Where the words come from: source code, a public issue, a run.
    #[cfg_attr(not(test), expect(dead_code, reason = "for those who read and check the table"))]
    pub(super) source: &'static str,
    /// A whole message, which is the row's test.
    #[cfg_attr(not(test), expect(dead_code, reason = "for those who read and check the table"))]
    pub(super) example: &'static str,
}

/// What of a row is searched with. Sources and examples don't go into the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub(super) pattern: &'static str,
    pub(super) cause: Cause,
    pub(super) speaker: Speaker,
}

impl Known {
    pub(super) const fn of(row: &Row) -> Known {
        Known { pattern: row.pattern, cause: row.cause, speaker: row.speaker }
    }
}

const TABLES: [&[Row]; 12] = [
    machine::ROWS,
    aws_login::ROWS,
    config_file::ROWS,
    answers::ROWS,
    python::ROWS,
    javascript::ROWS,
    go::ROWS,
    java::ROWS,
    rust::ROWS,
    dot_net::ROWS,
    php_ruby::ROWS,
    last::ROWS,
];

const COUNT: usize = {
    let (mut count, mut table) = (0, 0);
    while table < TABLES.len() {
        count += TABLES[table].len();
        table += 1;
    }
    count
};

static KNOWN: [Known; COUNT] = {
    let mut known = [Known::of(&TABLES[0][0]); COUNT];
    let (mut next, mut table) = (0, 0);
    while table < TABLES.len() {
        let mut row = 0;
        while row < TABLES[table].len() {
            known[next] = Known::of(&TABLES[table][row]);
            next += 1;
            row += 1;
        }
        table += 1;
    }
    known
};

pub(super) fn known() -> impl Iterator<Item = &'static Known> {
    KNOWN.iter()
}

#[cfg(test)]
pub(super) fn rows() -> impl Iterator<Item = &'static Row> {
    TABLES.into_iter().flatten()
}

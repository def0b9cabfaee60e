//! The messages that are known, a row a message. The first row that fits counts, so what is more exact stands before
//! what is less: by file and in a file.
//!
//! `table/examples.jsonl` has a whole message for each row, which is its test, and where its words come from: source
//! code, a public issue, a run.

mod cli;
mod last;
mod machine;
mod sdks;

use super::{Cause, Speaker};

/// A message: its words in lower case and in one line, as [`pattern`](super::pattern) reads them; what is wrong; who
/// says it.
type Row = (&'static str, Cause, Speaker);

pub(super) fn rows() -> impl Iterator<Item = Row> {
    [machine::ROWS, cli::ROWS, sdks::ROWS, last::ROWS].into_iter().flatten().copied()
}

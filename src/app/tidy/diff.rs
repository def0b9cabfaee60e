//! The change as it is drawn: lines that stay, go and come, with their numbers.
//!
//! Not here: the patch to take away, which is the plan's own and always whole.

use onramp_domain::config::{Plan, RowKind};

/// How many lines around a change are shown.
const CONTEXT: usize = 3;

/// More lines than this nobody reads; the rest is counted.
const MOST_ROWS: usize = 400;

/// The change, as far as it is shown.
#[derive(Debug, Default)]
pub struct Diff {
    /// The first rows.
    pub rows: Vec<DiffRow>,
    /// How many rows are not among them.
    pub more: usize,
    /// How many lines come.
    pub added: usize,
    /// How many lines go.
    pub removed: usize,
}

/// One row.
#[derive(Clone)]
pub enum DiffRow {
    /// Lines in between are the same.
    Gap,
    /// A line.
    Line {
        /// Whether it stays, goes or comes.
        kind: RowKind,
        /// Its number in the old text; of a line that comes, in the new one.
        number: usize,
        /// Its text.
        text: Box<str>,
    },
}

impl Diff {
    /// Draws a plan up. Linear in what it changes.
    pub fn of(plan: &Plan) -> Diff {
        let mut diff = Diff::default();
        for hunk in plan.hunks(CONTEXT) {
            let (mut old, mut new) = (hunk.old.start, hunk.new.start);
            if old > 0 {
                diff.push(|| DiffRow::Gap);
            }
            for row in hunk.rows {
                let number = match row.kind {
                    RowKind::Kept => {
                        (old, new) = (old + 1, new + 1);
                        old
                    }
                    RowKind::Removed => {
                        (old, diff.removed) = (old + 1, diff.removed + 1);
                        old
                    }
                    RowKind::Added => {
                        (new, diff.added) = (new + 1, diff.added + 1);
                        new
                    }
                };
                diff.push(|| DiffRow::Line { kind: row.kind, number, text: row.text.into() });
            }
        }
        diff
    }

    fn push(&mut self, row: impl FnOnce() -> DiffRow) {
        if self.rows.len() < MOST_ROWS { self.rows.push(row()) } else { self.more += 1 }
    }
}

impl std::fmt::Debug for DiffRow {
    /// Without the line's text, which can hold secret keys.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            DiffRow::Gap => f.write_str("…"),
            DiffRow::Line { kind, number, .. } => write!(f, "{kind:?} {number}"),
        }
    }
}

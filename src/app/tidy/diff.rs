//! The change as it is drawn: lines that stay, go and come, with their numbers.
//!
//! Not here: the patch to take away, which is the plan's own and always whole.

use onramp_domain::config::{LineEnding, Plan, RowKind};
use std::borrow::Cow;

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
        /// Its number in the old text, where it is in that.
        old: Option<usize>,
        /// Its number in the new text, where it is in that.
        new: Option<usize>,
        /// Its text.
        text: Box<str>,
        /// How it ends, where it goes or comes and ends otherwise than most lines.
        odd: Option<LineEnding>,
    },
}

impl Diff {
    /// Draws a plan up. Linear in what it changes.
    pub fn of(plan: &Plan) -> Diff {
        let mut diff = Diff::default();
        let usual = plan.document().line_ending();
        for hunk in plan.hunks(CONTEXT) {
            let (mut old, mut new) = (hunk.old.start, hunk.new.start);
            if old > 0 {
                diff.push(|| DiffRow::Gap);
            }
            for row in hunk.rows {
                let (is_old, is_new) = match row.kind {
                    RowKind::Kept => (true, true),
                    RowKind::Removed => (true, false),
                    RowKind::Added => (false, true),
                };
                old += usize::from(is_old);
                new += usize::from(is_new);
                diff.removed += usize::from(!is_new);
                diff.added += usize::from(!is_old);
                diff.push(|| DiffRow::Line {
                    kind: row.kind,
                    old: is_old.then_some(old),
                    new: is_new.then_some(new),
                    text: row.text.into(),
                    odd: Some(row.ending).filter(|ending| {
                        row.kind != RowKind::Kept && ![usual, LineEnding::Missing].contains(ending)
                    }),
                });
            }
        }
        diff
    }

    /// Shows of every line only what this leaves of it.
    pub fn hide(&mut self, shown: impl Fn(&str) -> Cow<'_, str>) {
        for row in &mut self.rows {
            if let DiffRow::Line { text, .. } = row {
                *text = shown(text).into();
            }
        }
    }

    fn push(&mut self, row: impl FnOnce() -> DiffRow) {
        if self.rows.len() < MOST_ROWS { self.rows.push(row()) } else { self.more += 1 }
    }
}

impl DiffRow {
    /// The line's text; empty for a gap.
    pub fn text(&self) -> &str {
        match self {
            DiffRow::Gap => "",
            DiffRow::Line { text, .. } => text,
        }
    }
}

impl std::fmt::Debug for DiffRow {
    /// Without the line's text, which can hold secret keys.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            DiffRow::Gap => f.write_str("…"),
            DiffRow::Line { kind, old, new, .. } => write!(f, "{kind:?} {old:?} {new:?}"),
        }
    }
}

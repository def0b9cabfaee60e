//! The change as it is drawn: lines that stay, go and come, with their numbers.
//!
//! The patch to take away is the editor's own, and always whole.

use onramp_domain::config::{DiffKind, Editor, LineEnding, LineNumber};
use std::borrow::Cow;
use std::fmt;

const CONTEXT: usize = 3;

/// More lines than this nobody reads; the rest is counted.
const MOST_ROWS: usize = 400;

/// The change, as far as it is shown.
#[derive(Debug, Default)]
pub struct Diff {
    pub rows: Vec<DiffRow>,
    pub more: usize,
    pub added: usize,
    pub removed: usize,
}

#[derive(Clone)]
pub enum DiffRow {
    Gap(usize),
    Line {
        kind: DiffKind,
        /// Its number: in the new text, or of a line that goes in the old one.
        number: Option<LineNumber>,
        text: Box<str>,
        /// How it ends, where it goes or comes and ends otherwise than most lines.
        unusual_ending: Option<LineEnding>,
    },
}

impl Diff {
    /// Lays out what was edited, of every line what `shown` leaves of it. Linear in that.
    pub fn of(editor: &Editor, shown: fn(&str) -> Cow<'_, str>) -> Diff {
        let mut diff = Diff::default();
        let usual = editor.base().line_ending();
        let mut seen = 0;
        for line in editor.hunks(CONTEXT).into_iter().flatten() {
            if let Some(old) = line.old.map(LineNumber::get) {
                if old > seen + 1 {
                    diff.push(DiffRow::Gap(old - seen - 1));
                }
                seen = old;
            }
            diff.added += usize::from(line.kind == DiffKind::Added);
            diff.removed += usize::from(line.kind == DiffKind::Removed);
            let is_unusual =
                line.kind != DiffKind::Kept && ![usual, LineEnding::Missing].contains(&line.ending);
            diff.push(DiffRow::Line {
                kind: line.kind,
                number: line.new.or(line.old),
                text: shown(line.text).into(),
                unusual_ending: is_unusual.then_some(line.ending),
            });
        }
        diff
    }

    fn push(&mut self, row: DiffRow) {
        if self.rows.len() < MOST_ROWS { self.rows.push(row) } else { self.more += 1 }
    }
}

impl fmt::Debug for DiffRow {
    /// Without the line's text, which can hold secret keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DiffRow::Gap(lines) => write!(f, "… {lines}"),
            DiffRow::Line { kind, number, .. } => write!(f, "{kind:?} {number:?}"),
        }
    }
}

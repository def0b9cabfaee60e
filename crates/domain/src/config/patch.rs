//! A plan as a diff: hunks to be drawn, and the text of a unified patch.
//!
//! Not here: single changes ([`Plan::changes`]), and carrying the plan out.
//!
//! Source: GNU diffutils' manual, "Detailed Description of Unified Format", and its `\ No newline at end of file`.

use super::line::LineEnding;
use super::plan::{Block, Plan};
use std::fmt;
use std::fmt::Write;
use std::ops::Range;

/// How many lines around a change a patch shows, as `diff -u` does.
const CONTEXT: usize = 3;

/// Changes near each other, with the lines around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk<'p> {
    /// The old text's lines, as indices from 0.
    pub old: Range<usize>,
    /// The new text's lines, as indices from 0.
    pub new: Range<usize>,
    /// The lines of both. Where lines are changed, all that go stand before those that come.
    pub rows: Vec<Row<'p>>,
}

/// One line of a hunk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Row<'p> {
    /// Whether it stays, goes or comes.
    pub kind: RowKind,
    /// Its text.
    pub text: &'p str,
    /// How it ends. A last line can go and come again with nothing but its end changed.
    pub ending: LineEnding,
}

impl fmt::Debug for Row<'_> {
    /// Without its text, which can hold a secret key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

/// What becomes of a hunk's line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// In both texts.
    Kept,
    /// In the old text only.
    Removed,
    /// In the new text only.
    Added,
}

impl Plan {
    /// The changes with `context` lines around each, and those together that would overlap.
    pub fn hunks(&self, context: usize) -> Vec<Hunk<'_>> {
        let blocks = self.blocks();
        let lines = self.document().lines().len().max(blocks.last().map_or(0, |last| last.old.end));
        let mut hunks: Vec<Hunk<'_>> = Vec::new();
        let mut rest = blocks.into_iter().peekable();
        // How far the new text's lines are from the old one's.
        let (mut added, mut removed) = (0, 0);
        while let Some(first) = rest.next() {
            let start = first.old.start.saturating_sub(context);
            let new_start = start + added - removed;
            let mut rows = Vec::new();
            let mut end = start;
            let mut next = Some(first);
            while let Some(block) = next {
                rows.extend((end..block.old.start).map(|line| self.row(RowKind::Kept, line)));
                added += block.new.len();
                removed += block.old.len();
                end = block.old.end;
                self.push_block(block, &mut rows);
                next = rest.next_if(|block| block.old.start <= end + 2 * context);
            }
            let last = (end + context).min(lines);
            rows.extend((end..last).map(|line| self.row(RowKind::Kept, line)));
            hunks.push(Hunk { old: start..last, new: new_start..last + added - removed, rows });
        }
        hunks
    }

    /// The changes as a unified patch, for `patch` and `git apply`; empty for an empty plan.
    ///
    /// A patch knows no other line break than `\n`: where a text has a `\r` alone, all of it goes and comes.
    pub fn to_patch(&self, old_name: &str, new_name: &str) -> String {
        let mut patch = String::new();
        if self.is_empty() {
            return patch;
        }
        patch.extend(["--- ", old_name, "\n+++ ", new_name, "\n"]);
        if self.document().parts().endings.cr > 0 {
            let (old, new) = (self.document().as_str(), self.apply());
            push_header(&mut patch, &(0..physical_lines(old)), &(0..physical_lines(new.as_str())));
            old.split_inclusive('\n').for_each(|line| push_line(&mut patch, '-', line, ""));
            new.as_str()
                .split_inclusive('\n')
                .for_each(|line| push_line(&mut patch, '+', line, ""));
            return patch;
        }
        for hunk in self.hunks(CONTEXT) {
            push_header(&mut patch, &hunk.old, &hunk.new);
            for row in hunk.rows {
                let sign = match row.kind {
                    RowKind::Kept => ' ',
                    RowKind::Removed => '-',
                    RowKind::Added => '+',
                };
                push_line(&mut patch, sign, row.text, row.ending.as_str());
            }
        }
        patch
    }

    fn push_block<'p>(&'p self, block: Block<'p>, rows: &mut Vec<Row<'p>>) {
        rows.extend(block.old.map(|line| self.row(RowKind::Removed, line)));
        let added = block.new.into_iter();
        rows.extend(added.map(|(text, ending)| Row { kind: RowKind::Added, text, ending }));
    }

    fn row(&self, kind: RowKind, line: usize) -> Row<'_> {
        let (text, ending) = self.old_line(line);
        Row { kind, text, ending }
    }
}

fn push_header(patch: &mut String, old: &Range<usize>, new: &Range<usize>) {
    // A range without lines is named by the line before it.
    let start = |range: &Range<usize>| range.start + usize::from(!range.is_empty());
    let (old_start, new_start) = (start(old), start(new));
    // Writing to a string can't fail.
    let _ = writeln!(patch, "@@ -{old_start},{} +{new_start},{} @@", old.len(), new.len());
}

fn push_line(patch: &mut String, sign: char, text: &str, ending: &str) {
    patch.push(sign);
    patch.push_str(text);
    patch.push_str(ending);
    if !text.ends_with('\n') && !ending.ends_with('\n') {
        patch.push_str("\n\\ No newline at end of file\n");
    }
}

fn physical_lines(text: &str) -> usize {
    text.split_inclusive('\n').count()
}

//! What an edit session changed: hunks to be drawn, and the text of a unified patch.
//!
//! Source: GNU diffutils' manual, "Detailed Description of Unified Format", and its `\ No newline at end of file`.

use super::{Document, Editor, LineEnding, LineNumber};
use std::fmt;
use std::fmt::Write;
use std::ops::Range;

/// How many lines around a change a patch shows, as `diff -u` does.
const CONTEXT: usize = 3;

/// Changes near each other, with the lines around them. Where lines are changed, all that go stand before those that
/// come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk<'e> {
    pub lines: Vec<DiffLine<'e>>,
    old: Range<usize>,
    new: Range<usize>,
}

/// One line of a hunk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct DiffLine<'e> {
    pub kind: DiffKind,
    /// Its number in the text that came in, where it is in that.
    pub old: Option<LineNumber>,
    /// Its number in the text as it is now, where it is in that.
    pub new: Option<LineNumber>,
    pub text: &'e str,
    /// How it ends. A last line can go and come again with nothing but its end changed.
    pub ending: LineEnding,
}

impl fmt::Debug for DiffLine<'_> {
    /// Without its text, which can hold a secret key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffKind {
    Kept,
    Removed,
    Added,
}

impl Editor {
    /// The changes with `context` lines around each, and those together that would overlap.
    pub fn hunks(&self, context: usize) -> Vec<Hunk<'_>> {
        let (old, new) = (lines_with_mark(self.base()), lines_with_mark(self.document()));
        let mut hunks: Vec<Hunk<'_>> = Vec::new();
        let mut changes = self.changes(&old, &new).into_iter().peekable();
        while let Some(first) = changes.next() {
            let before = first.old.start.min(context);
            let mut hunk = Hunk {
                lines: Vec::new(),
                old: first.old.start - before..first.old.start - before,
                new: first.new.start - before..first.new.start - before,
            };
            let mut next = Some(first);
            while let Some(change) = next {
                hunk.extend(DiffKind::Kept, &old[hunk.old.end..change.old.start]);
                hunk.extend(DiffKind::Removed, &old[change.old]);
                hunk.extend(DiffKind::Added, &new[change.new]);
                next = changes.next_if(|next| next.old.start <= hunk.old.end + 2 * context);
            }
            let end = (hunk.old.end + context).min(old.len());
            hunk.extend(DiffKind::Kept, &old[hunk.old.end..end]);
            hunks.push(hunk);
        }
        hunks
    }

    /// The changes as a unified patch, for `patch` and `git apply`; empty where nothing changed.
    ///
    /// A patch knows no other line break than `\n`: where a text has a `\r` alone, all of it goes and comes.
    pub fn to_patch(&self, old_name: &str, new_name: &str) -> String {
        let mut patch = String::new();
        if !self.is_changed() {
            return patch;
        }
        patch.extend(["--- ", old_name, "\n+++ ", new_name, "\n"]);
        let (old, new) = (self.base(), self.document());
        if old.has_lone_cr() || new.has_lone_cr() {
            let lines = |document: &Document| document.as_str().split_inclusive('\n').count();
            push_header(&mut patch, &(0..lines(old)), &(0..lines(new)));
            for (sign, document) in [('-', old), ('+', new)] {
                let lines = document.as_str().split_inclusive('\n');
                lines.for_each(|line| push_line(&mut patch, sign, line, ""));
            }
            return patch;
        }
        for hunk in self.hunks(CONTEXT) {
            push_header(&mut patch, &hunk.old, &hunk.new);
            for line in hunk.lines {
                let sign = match line.kind {
                    DiffKind::Kept => ' ',
                    DiffKind::Removed => '-',
                    DiffKind::Added => '+',
                };
                push_line(&mut patch, sign, line.text, line.ending.as_str());
            }
        }
        patch
    }

    /// Runs of lines that go and lines that come in their place.
    fn changes(&self, old: &[TextLine<'_>], new: &[TextLine<'_>]) -> Vec<ChangedLines> {
        let mut changes = Vec::new();
        if !self.is_changed() {
            return changes;
        }
        let mut between = |mut change: ChangedLines| {
            // What went and came again in its old place is no change.
            while change.is_on_both_sides() && old[change.old.start] == new[change.new.start] {
                change.old.start += 1;
                change.new.start += 1;
            }
            while change.is_on_both_sides() && old[change.old.end - 1] == new[change.new.end - 1] {
                change.old.end -= 1;
                change.new.end -= 1;
            }
            if !change.old.is_empty() || !change.new.is_empty() {
                changes.push(change);
            }
        };
        let (mut old_next, mut new_next) = (0, 0);
        for (row, origin) in self.origins().iter().enumerate() {
            if let Some(line) = origin.filter(|line| old[*line] == new[row]) {
                between(ChangedLines { old: old_next..line, new: new_next..row });
                (old_next, new_next) = (line + 1, row + 1);
            }
        }
        between(ChangedLines { old: old_next..old.len(), new: new_next..new.len() });
        changes
    }
}

/// Lines of the old text that go, and those of the new one that come in their place.
struct ChangedLines {
    old: Range<usize>,
    new: Range<usize>,
}

impl ChangedLines {
    fn is_on_both_sides(&self) -> bool {
        !self.old.is_empty() && !self.new.is_empty()
    }
}

impl<'e> Hunk<'e> {
    fn extend(&mut self, kind: DiffKind, lines: &[TextLine<'e>]) {
        let (is_old, is_new) = match kind {
            DiffKind::Kept => (true, true),
            DiffKind::Removed => (true, false),
            DiffKind::Added => (false, true),
        };
        for (text, ending) in lines {
            let old = is_old.then_some(LineNumber::of(self.old.end));
            let new = is_new.then_some(LineNumber::of(self.new.end));
            self.lines.push(DiffLine { kind, old, new, text, ending: *ending });
            self.old.end += usize::from(is_old);
            self.new.end += usize::from(is_new);
        }
    }
}

pub(crate) type TextLine<'d> = (&'d str, LineEnding);

/// A document's lines, the first one with the byte order mark that may stand before it.
pub(crate) fn lines_with_mark(document: &Document) -> Vec<TextLine<'_>> {
    let mut lines: Vec<_> = document.lines().map(|line| (line.text(), line.ending())).collect();
    if document.has_byte_order_mark() {
        match lines.first_mut() {
            Some((first, _)) => *first = document.first_line_with_mark(),
            None => lines.push((document.as_str(), LineEnding::Missing)),
        }
    }
    lines
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

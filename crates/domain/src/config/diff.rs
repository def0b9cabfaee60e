//! What an edit session changed: hunks to be drawn, and the text of a unified patch.
//!
//! Source: GNU diffutils' manual, "Detailed Description of Unified Format", and its `\ No newline at end of file`.

use super::{Document, Editor, LineEnding, LineNumber};
use std::fmt;
use std::fmt::Write;
use std::iter::zip;
use std::ops::Range;

/// How many lines around a change a patch shows, as `diff -u` does.
const CONTEXT: usize = 3;

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
    /// The changes, each with `context` lines around it, and those together that would overlap. Where lines are changed,
    /// all that go stand before those that come.
    pub fn hunks(&self, context: usize) -> Vec<Vec<DiffLine<'_>>> {
        let lines = self.diff();
        let mut hunks: Vec<Range<usize>> = Vec::new();
        for at in (0..lines.len()).filter(|at| lines[*at].kind != DiffKind::Kept) {
            let hunk = at.saturating_sub(context)..(at + 1 + context).min(lines.len());
            match hunks.last_mut() {
                Some(last) if hunk.start <= last.end => last.end = hunk.end,
                _ => hunks.push(hunk),
            }
        }
        hunks.into_iter().map(|hunk| lines[hunk].to_vec()).collect()
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
            let mut lines = Vec::new();
            for (kind, document) in [(DiffKind::Removed, old), (DiffKind::Added, new)] {
                let texts = document.as_str().split_inclusive('\n').enumerate();
                let line = |(at, text)| DiffLine::new(kind, [at, at], (text, LineEnding::Missing));
                lines.extend(texts.map(line));
            }
            push_hunk(&mut patch, &lines);
        } else {
            self.hunks(CONTEXT).iter().for_each(|hunk| push_hunk(&mut patch, hunk));
        }
        patch
    }

    /// Every line of both texts.
    fn diff(&self) -> Vec<DiffLine<'_>> {
        let (old, new) = (lines_with_mark(self.base()), lines_with_mark(self.document()));
        let mut lines = Vec::with_capacity(new.len());
        let mut extend = |kind, [from, to]: [usize; 2], count: usize| {
            for place in 0..count {
                let text =
                    if kind == DiffKind::Removed { old[from + place] } else { new[to + place] };
                lines.push(DiffLine::new(kind, [from + place, to + place], text));
            }
        };
        let (mut from, mut to) = (0, 0);
        let rows = self.origins().iter().enumerate();
        let rows = rows.filter_map(|(row, origin)| Some((*origin.as_ref()?, row)));
        let kept = rows.filter(|(origin, row)| old[*origin] == new[*row]);
        for (old_end, new_end) in kept.chain([(old.len(), new.len())]) {
            // What went and came again in its old place is no change.
            let (gone, come) = (&old[from..old_end], &new[to..new_end]);
            let (head, tail) = same_ends(gone, come);
            let changed = [from + head, to + head];
            extend(DiffKind::Kept, [from, to], head);
            extend(DiffKind::Removed, changed, gone.len() - head - tail);
            extend(DiffKind::Added, changed, come.len() - head - tail);
            let kept = tail + usize::from(old_end < old.len());
            extend(DiffKind::Kept, [old_end - tail, new_end - tail], kept);
            (from, to) = (old_end + 1, new_end + 1);
        }
        lines
    }
}

impl<'e> DiffLine<'e> {
    /// Of the places in the old and the new text, the kind says which it has.
    fn new(kind: DiffKind, places: [usize; 2], (text, ending): TextLine<'e>) -> DiffLine<'e> {
        let [old, new] = places.map(LineNumber::of);
        let old = (kind != DiffKind::Added).then_some(old);
        let new = (kind != DiffKind::Removed).then_some(new);
        DiffLine { kind, old, new, text, ending }
    }
}

/// How many lines two texts begin with alike, and with how many of the others they end alike.
pub(crate) fn same_ends(one: &[TextLine<'_>], other: &[TextLine<'_>]) -> (usize, usize) {
    let head = zip(one, other).take_while(|(one, other)| one == other).count();
    let tail = zip(one[head..].iter().rev(), other[head..].iter().rev());
    (head, tail.take_while(|(one, other)| one == other).count())
}

pub(crate) type TextLine<'d> = (&'d str, LineEnding);

/// A document's lines, the first one with the byte order mark that may stand before it.
pub(crate) fn lines_with_mark(document: &Document) -> Vec<TextLine<'_>> {
    let mut lines: Vec<_> = document.lines().map(|line| (line.text(), line.ending())).collect();
    if document.has_byte_order_mark() {
        match lines.first_mut() {
            Some((first, _)) => *first = &document.as_str()[..document.parts().lines[0].end],
            None => lines.push((document.as_str(), LineEnding::Missing)),
        }
    }
    lines
}

fn push_hunk(patch: &mut String, lines: &[DiffLine<'_>]) {
    // Without a line around it, a text has none at all.
    let range = |number: fn(&DiffLine<'_>) -> Option<LineNumber>| {
        let start = lines.iter().find_map(number).map_or(0, LineNumber::get);
        format!("{start},{}", lines.iter().filter_map(number).count())
    };
    // Writing to a string can't fail.
    let _ = writeln!(patch, "@@ -{} +{} @@", range(|line| line.old), range(|line| line.new));
    for DiffLine { kind, text, ending, .. } in lines {
        patch.push_str(match kind {
            DiffKind::Kept => " ",
            DiffKind::Removed => "-",
            DiffKind::Added => "+",
        });
        patch.extend([text, ending.as_str()]);
        if !text.ends_with('\n') && !ending.as_str().ends_with('\n') {
            patch.push_str("\n\\ No newline at end of file\n");
        }
    }
}

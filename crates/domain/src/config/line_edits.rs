//! Changes to a document's lines, collected first and written in one pass.

use super::{Document, LineEnding, Property};
use crate::sort::sort_by_key;
use std::ops::Range;

/// Changes to one document. They may be given in any order; what is inserted at one place stays in order.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct LineEdits {
    edits: Vec<LineEdit>,
    drops_mark: bool,
}

#[derive(Clone, PartialEq, Eq)]
struct LineEdit {
    /// An index into the document's lines; their number for what is inserted at the end.
    at: usize,
    action: Action,
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Action {
    /// Before the line.
    Insert,
    Replace,
    EndAsUsual,
    Delete,
}

/// A text, and for each of its lines which line of the old one it was.
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) origins: Vec<Option<usize>>,
}

impl LineEdits {
    /// Inserts a line before the one at this index, made of these parts; several lines where a part is `\n`.
    pub(crate) fn insert(&mut self, at: usize, text: &[&str]) {
        self.push(at, Action::Insert, text);
    }

    /// Gives the line at this index another text.
    pub(crate) fn replace(&mut self, at: usize, text: &[&str]) {
        self.push(at, Action::Replace, text);
    }

    /// Lets the line at this index end as most lines do.
    pub(crate) fn end_as_usual(&mut self, at: usize) {
        self.push(at, Action::EndAsUsual, &[]);
    }

    /// Removes the line at this index.
    pub(crate) fn delete(&mut self, at: usize) {
        self.push(at, Action::Delete, &[]);
    }

    /// Removes a setting, with the lines that continue it.
    pub(crate) fn remove(&mut self, property: Property<'_>) {
        self.delete(property.line().index());
        property.continuations().for_each(|line| self.delete(line.index()));
    }

    /// Drops the byte order mark even where no line changes.
    pub(crate) fn drop_mark(&mut self) {
        self.drops_mark = true;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.edits.is_empty() && !self.drops_mark
    }

    /// The lines that are changed, and those around what is inserted, but for what goes with a line that is changed:
    /// edits that touch none of them can be written together with these.
    pub(crate) fn touched(&self) -> impl Iterator<Item = usize> {
        let is_replaced =
            |at| self.edits.iter().any(|edit| edit.at == at && edit.action == Action::Replace);
        self.edits.iter().flat_map(move |edit| match edit.action {
            Action::Insert if is_replaced(edit.at) => edit.at..edit.at + 1,
            Action::Insert => edit.at.saturating_sub(1)..edit.at + 1,
            Action::Replace | Action::EndAsUsual | Action::Delete => edit.at..edit.at + 1,
        })
    }

    /// Takes other edits of the same document in.
    pub(crate) fn extend(&mut self, other: &LineEdits) {
        self.edits.extend_from_slice(&other.edits);
        self.drops_mark |= other.drops_mark;
    }

    /// The document's text after the edits, without a byte order mark. Lines that no edit names stay byte for byte; new
    /// ones end in `ending`.
    pub(crate) fn write(mut self, document: &Document, ending: LineEnding) -> Written {
        sort_by_key(&mut self.edits, |edit| (edit.at, edit.action));
        let lines = document.lines().len();
        let mut written = Written {
            text: String::with_capacity(document.as_str().len()),
            origins: Vec::with_capacity(lines + self.edits.len()),
        };
        let mut next = 0;
        for LineEdit { at, action, text } in self.edits {
            written.keep(document, next..at);
            next = at;
            match action {
                Action::Insert => {
                    if !written.text.is_empty() && !written.text.ends_with(['\n', '\r']) {
                        written.text.push_str(ending.as_str());
                    }
                    text.split('\n').for_each(|line| written.push(line, ending, None));
                    continue;
                }
                Action::Replace => {
                    let kept = document.line(at).ending();
                    let ending = if kept == LineEnding::Missing { ending } else { kept };
                    written.push(&text, ending, Some(at));
                }
                Action::EndAsUsual => written.push(document.line(at).text(), ending, Some(at)),
                Action::Delete => {}
            }
            next = at + 1;
        }
        written.keep(document, next..lines);
        written
    }

    fn push(&mut self, at: usize, action: Action, text: &[&str]) {
        self.edits.push(LineEdit { at, action, text: text.concat() });
    }
}

impl Written {
    fn push(&mut self, text: &str, ending: LineEnding, origin: Option<usize>) {
        self.text.push_str(text);
        self.text.push_str(ending.as_str());
        self.origins.push(origin);
    }

    fn keep(&mut self, document: &Document, mut lines: Range<usize>) {
        // After a `\r`, a blank line's `\n` would become one line break with it: then that blank line goes too.
        while self.text.ends_with('\r') && document.text_of(lines.clone()).starts_with('\n') {
            lines.start += 1;
        }
        self.text.push_str(document.text_of(lines.clone()));
        self.origins.extend(lines.map(Some));
    }
}

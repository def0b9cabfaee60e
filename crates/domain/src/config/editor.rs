//! Editing: a session on one document, whose rows know which of its lines they were.
//!
//! What each edit does stands in its own file: [`Editor::merge`], [`Editor::remove_profiles`], [`Editor::convert`],
//! [`Editor::fix`], [`Editor::update`]. All of them go on the same rows, so what several of them changed together falls
//! out of the rows, without comparing two texts.

use super::diff::{lines_with_mark, same_ends};
use super::{Document, LineEdits, LineEnding};
use std::fmt;
use std::sync::Arc;

/// A document that came in, and what has become of it. To undo, keep a clone: it costs next to nothing.
#[derive(Clone)]
pub struct Editor {
    base: Document,
    document: Document,
    /// For each line of the document, in ascending order, the line of `base` that it was; `None` for a new one.
    origins: Arc<[Option<usize>]>,
}

impl Editor {
    pub fn new(base: Document) -> Editor {
        let origins = (0..base.lines().len()).map(Some).collect();
        Editor { document: base.clone(), base, origins }
    }

    /// The document that came in.
    pub fn base(&self) -> &Document {
        &self.base
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }

    pub fn is_changed(&self) -> bool {
        self.document != self.base
    }

    /// Takes the whole text as somebody typed it anew. Lines at its beginning and end that are the same are the same
    /// rows.
    pub fn replace_text(&mut self, text: impl Into<Box<str>>) {
        let typed = Document::parse(text);
        let (old, new) = (lines_with_mark(&self.document), lines_with_mark(&typed));
        let (_, tail) = same_ends(&old, &new);
        let origin = |row: usize| {
            let from_end = new.len() - row;
            let old_row = if from_end <= tail { old.len() - from_end } else { row };
            let is_paired = from_end <= tail || row < old.len() - tail;
            self.origins.get(old_row).copied().flatten().filter(|_| is_paired)
        };
        let origins = (0..typed.lines().len()).map(origin).collect();
        (self.document, self.origins) = (typed, origins);
    }

    /// Carries edits of the present document out. With any edit at all the byte order mark goes.
    pub(crate) fn apply(&mut self, edits: LineEdits) {
        if edits.is_empty() {
            return;
        }
        let written = edits.write(&self.document, self.new_ending());
        self.document = Document::parse(written.text);
        let origins = written.origins.into_iter().map(|row| self.origins[row?]);
        self.origins = origins.collect();
    }

    pub(crate) fn origins(&self) -> &[Option<usize>] {
        &self.origins
    }

    /// New lines end as the file that came in has it, even where none of its lines is left to go by.
    fn new_ending(&self) -> LineEnding {
        let guide = if self.base.has_line_endings() { &self.base } else { &self.document };
        guide.line_ending()
    }
}

impl fmt::Debug for Editor {
    /// Without the texts, which can hold secret keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Editor({:?}, now {:?})", self.base, self.document)
    }
}

#[cfg(test)]
mod tests;

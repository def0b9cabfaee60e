//! One of the two files on its way from the text that came in to the text that goes out.

use super::Diff;
use crate::file_text::FileText;
use onramp_domain::config::{Document, Editor};
use std::borrow::Cow;

/// A file with its edits. Both texts are exact, byte for byte.
#[derive(Clone, Debug)]
pub struct EditedFile {
    origin: FileText,
    text: FileText,
    editor: Editor,
}

impl EditedFile {
    pub fn of(text: FileText) -> EditedFile {
        let editor = Editor::new(Document::parse(&**text.expose()));
        EditedFile { origin: text.clone(), text, editor }
    }

    /// The same after an edit; `None` where that changes nothing.
    #[must_use]
    pub fn edited(&self, edit: &mut dyn FnMut(&mut Editor)) -> Option<EditedFile> {
        let mut editor = self.editor.clone();
        edit(&mut editor);
        if editor.document() == self.editor.document() {
            return None;
        }
        let text = if editor.is_changed() {
            FileText::new(editor.document().as_str())
        } else {
            self.origin.clone()
        };
        Some(EditedFile { origin: self.origin.clone(), text, editor })
    }

    pub fn origin(&self) -> &FileText {
        &self.origin
    }

    pub fn text(&self) -> &FileText {
        &self.text
    }

    pub fn document(&self) -> &Document {
        self.editor.document()
    }

    /// Whether what goes out is not what came in.
    pub fn is_changed(&self) -> bool {
        self.editor.is_changed()
    }

    /// What has changed, of every line what `shown` leaves of it.
    pub fn diff(&self, shown: fn(&str) -> Cow<'_, str>) -> Diff {
        Diff::of(&self.editor, shown)
    }

    /// What has changed, as `git` has it.
    pub fn patch(&self) -> FileText {
        FileText::new(self.editor.to_patch("a/config", "b/config"))
    }
}

//! The drafts that can be undone and redone.

use super::{Done, Draft};

const MOST_STEPS: usize = 200;

/// The drafts' texts together have no more bytes than this, or there are only two. Several times as much is taken by
/// what is known of each text's lines.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// What was before, and what was undone.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<Draft>,
    /// The next to redo last.
    future: Vec<Draft>,
}

impl History {
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// A step led away from this draft, or from none that is to come back.
    pub fn push(&mut self, before: Option<Draft>) {
        self.future.clear();
        // There is no way back to no text at all: that is what "Clear" is for.
        self.past.extend(before.filter(|before| before.done != Done::Nothing));
        while self.past.len() > MOST_STEPS || (self.past.len() > 2 && self.bytes() > MOST_BYTES) {
            self.past.remove(0);
        }
    }

    /// Goes back one step from this draft, if there is one.
    pub fn undo(&mut self, now: &mut Draft) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(now, before));
        }
    }

    /// Goes forward again, if there is a step that was undone.
    pub fn redo(&mut self, now: &mut Draft) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(now, after));
        }
    }

    /// Goes back to the last draft whose config is one, if there is one. What came after it is forgotten.
    pub fn last_config(&mut self) -> Option<Draft> {
        self.future.clear();
        while let Some(draft) = self.past.pop() {
            if draft.is_config() {
                return Some(draft);
            }
        }
        None
    }

    fn bytes(&self) -> usize {
        self.past.iter().map(|draft| draft.config.text().expose().len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::EditedFile;
    use super::super::Source;
    use super::*;
    use crate::file_text::FileText;

    fn draft(text: &str) -> Draft {
        let config = EditedFile::of(FileText::new(text));
        Draft::new(config, None, Source::Opened, Done::Opened)
    }

    #[test]
    fn only_so_many_steps_are_kept_and_fewer_of_big_texts() {
        let mut history = History::default();
        (0..300).for_each(|_| history.push(Some(draft("[profile a]\n"))));
        assert_eq!(history.past.len(), MOST_STEPS);
        let big = "#".repeat(MOST_BYTES / 3);
        (0..5).for_each(|_| history.push(Some(draft(&big))));
        assert_eq!(history.past.len(), 3);
    }
}

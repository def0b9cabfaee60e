//! The steps that can be undone and done again.
//!
//! Not here: what they lead to. A step is little more than what changed in which text, so that many of them fit in the
//! page's memory; the draft is worked out again when somebody goes back.

use super::config_text::ConfigText;
use super::credentials::Credentials;
use super::draft::Done;
use onramp_domain::config::Plan;
use std::rc::Rc;

/// So many steps can be undone.
const MOST_STEPS: usize = 200;

/// The texts of all of them together have no more bytes than this, or there are only two. Several times as much is
/// taken by what is known of each text's lines.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// One step.
#[derive(Debug)]
pub struct Step {
    /// The text that had come in.
    pub origin: ConfigText,
    /// What was changed in it.
    pub since: Option<Plan>,
    /// The credentials file beside it.
    pub credentials: Option<Rc<Credentials>>,
    /// What it did.
    pub done: Done,
}

/// What was done before, and what was undone.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<Step>,
    /// The next to redo last.
    future: Vec<Step>,
}

impl History {
    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// A new step was made after this one.
    pub fn push(&mut self, before: Step) {
        self.future.clear();
        // There is no way back to no text at all: that is what "Clear" is for.
        if before.done != Done::Nothing {
            self.past.push(before);
        }
        while self.past.len() > MOST_STEPS || (self.past.len() > 2 && self.bytes() > MOST_BYTES) {
            self.past.remove(0);
        }
    }

    /// What was undone is not to be done again.
    pub fn forget_undone(&mut self) {
        self.future.clear();
    }

    /// The step to go back to.
    pub fn undo(&mut self) -> Option<Step> {
        self.past.pop()
    }

    /// This step was left by going back.
    pub fn undone(&mut self, step: Step) {
        self.future.push(step);
    }

    /// The step to do again.
    pub fn redo(&mut self) -> Option<Step> {
        self.future.pop()
    }

    /// This step was left by doing the next one again.
    pub fn redone(&mut self, step: Step) {
        self.past.push(step);
    }

    /// Neighbours mostly have one text.
    fn bytes(&self) -> usize {
        let own = |at: usize, step: &Step| {
            let before = at.checked_sub(1).map(|before| &self.past[before].origin);
            let is_shared = before.is_some_and(|before| before.is_shared_with(&step.origin));
            if is_shared { 0 } else { step.origin.expose().len() }
        };
        self.past.iter().enumerate().map(|(at, step)| own(at, step)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(text: &ConfigText) -> Step {
        Step { origin: text.clone(), since: None, credentials: None, done: Done::Opened }
    }

    #[test]
    fn only_so_many_steps_are_kept_and_fewer_of_big_texts() {
        let mut history = History::default();
        let text = ConfigText::new("x".repeat(MOST_BYTES));
        (0..300).for_each(|_| history.push(step(&text)));
        assert_eq!(history.past.len(), MOST_STEPS);
        (0..5).for_each(|_| history.push(step(&ConfigText::new("x".repeat(MOST_BYTES / 3)))));
        assert_eq!(history.past.len(), 3);
    }
}

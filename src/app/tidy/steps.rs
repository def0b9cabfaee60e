//! The way from one draft to the next: what is typed, changed, undone and done again.
//!
//! Not here: what a change is.

use super::Tidy;
use super::config_text::ConfigText;
use super::draft::{Done, Draft, ToDo};
use super::history::Step;
use super::part::Part;
use crate::app::effect::Effect;
use chrono::TimeDelta;

/// What is typed into a long text counts after a pause like this.
const TYPING_PAUSE: TimeDelta = TimeDelta::milliseconds(400);

/// For so long the browser has the page to itself before more of a long text is worked out: it draws what is there.
const DRAWING_PAUSE: TimeDelta = TimeDelta::milliseconds(30);

impl Tidy {
    pub(super) fn typed(&mut self, typed: ConfigText) -> Vec<Effect> {
        if &**typed.expose() == self.boxed() {
            return vec![];
        }
        // Programs that fill in forms, and some phones' keyboards, write a whole text at once.
        if self.boxed().is_empty() && typed.expose().lines().nth(1).is_some() {
            self.open(typed);
            return vec![];
        }
        self.fault = None;
        self.typing = Some(typed);
        if self.now.is_long() {
            self.pause = Some(TYPING_PAUSE);
        } else {
            self.finish_typing();
        }
        vec![]
    }

    /// What was typed takes its part's place.
    pub(super) fn finish_typing(&mut self) {
        let Some(typed) = self.typing.take() else { return };
        let (whole, part) = self.part.typed(self.now.boxed().expose(), typed.expose());
        let credentials = self.now.credentials().cloned();
        let origin = self.now.origin().retyped(&ConfigText::new(whole));
        let draft = Draft::of(origin, credentials, Done::Typed);
        let was_typing = *self.now.done() == Done::Typed;
        let before = self.put(draft);
        if was_typing {
            self.history.forget_undone();
        } else {
            self.history.push(before);
        }
        self.in_place.settle();
        self.part = part;
        self.look_on();
        self.waiting.look(self.now.document());
    }

    pub(super) fn step(&mut self, next: Draft) {
        let before = self.put(next);
        self.history.push(before);
        self.settle();
    }

    /// Another text comes in, of which nothing is known.
    pub(super) fn open_draft(&mut self, next: Draft) {
        let before = std::mem::replace(&mut self.now, next);
        self.history.push(before.into_step());
        self.part = Part::default();
        self.settle();
    }

    /// What waits is merged now, or when a long text is looked through.
    pub(super) fn merge_when_known(&mut self) {
        if self.now.to_do() == ToDo::Nothing {
            self.merge_if_clear();
        }
    }

    /// Goes over to another draft of the text. What led to the one before it is all that is left of that.
    fn put(&mut self, mut next: Draft) -> Step {
        next.inherit(&mut self.now);
        std::mem::replace(&mut self.now, next).into_step()
    }

    /// What follows from another draft.
    pub(super) fn settle(&mut self) {
        self.in_place.settle();
        self.part = self.part.again(self.now.boxed().expose());
        self.look_on();
        self.waiting.look(self.now.document());
    }

    /// The rest follows when the browser has drawn what is there.
    pub(super) fn look_on(&mut self) {
        if self.now.to_do() != ToDo::Nothing {
            self.pause = Some(DRAWING_PAUSE);
        }
    }

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        if let Some(before) = self.history.undo() {
            let undone = self.put(Draft::again(before));
            self.history.undone(undone);
            self.settle();
        }
        vec![]
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        if let Some(after) = self.history.redo() {
            let redone = self.put(Draft::again(after));
            self.history.redone(redone);
            self.settle();
        }
        vec![]
    }
}

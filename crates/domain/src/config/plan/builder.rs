//! Making a plan step by step.
//!
//! Not here: what the steps are for ([`crate::config::edit`] and its like).

use super::{Action, Mark, Plan, Step};
use crate::config::document::Document;
use crate::config::line::LineEnding;
use std::collections::HashMap;

/// A plan in the making. Steps may be given in any order; what is inserted at one place stays in order.
pub(in crate::config) struct PlanBuilder {
    plan: Plan,
}

impl PlanBuilder {
    pub(in crate::config) fn new(document: &Document) -> PlanBuilder {
        PlanBuilder {
            plan: Plan {
                document: document.clone(),
                steps: Vec::new(),
                added: String::new(),
                new_ending: document.line_ending(),
                mark: Mark::Kept,
            },
        }
    }

    /// Inserts a line before the one at this index, made of these parts.
    pub(in crate::config) fn insert<'t>(
        &mut self,
        at: usize,
        text: impl IntoIterator<Item = &'t str>,
    ) {
        self.step(at, Action::Insert, text);
    }

    /// Gives the line at this index another text.
    pub(in crate::config) fn replace<'t>(
        &mut self,
        at: usize,
        text: impl IntoIterator<Item = &'t str>,
    ) {
        self.step(at, Action::Replace, text);
    }

    /// Removes the line at this index.
    pub(in crate::config) fn delete(&mut self, at: usize) {
        self.step(at, Action::Delete, []);
    }

    /// Takes the steps of another plan for the same document. Which plans go together is the caller's to know.
    pub(in crate::config) fn take_in(&mut self, other: &Plan) {
        for step in &other.steps {
            self.step(step.at, step.action, [other.text(step)]);
        }
        if other.mark == Mark::Removed {
            self.remove_mark();
        }
    }

    /// Drops the document's byte order mark, if it has one.
    pub(in crate::config) fn remove_mark(&mut self) {
        if self.plan.document.has_byte_order_mark() {
            self.plan.mark = Mark::Removed;
        }
    }

    /// The plan. With any change at all the byte order mark goes.
    pub(in crate::config) fn finish(mut self) -> Plan {
        self.plan.steps.sort_by_key(|step| (step.at, step.action));
        if !self.plan.steps.is_empty() {
            self.remove_mark();
        }
        self.keep_breaks_apart();
        self.plan
    }

    /// Where what goes would leave a `\r` directly before a blank line's `\n`, the two would become one line break:
    /// then that blank line goes too.
    fn keep_breaks_apart(&mut self) {
        let document = self.plan.document.clone();
        if document.parts().endings.cr == 0 {
            return;
        }
        let named: HashMap<usize, Action> =
            self.plan.steps.iter().map(|step| (step.at, step.action)).collect();
        // How the last line ends that stays, and whether one went since.
        let (mut above, mut is_gap) = (LineEnding::Missing, false);
        for line in document.lines() {
            match named.get(&line.index()) {
                Some(Action::Delete) => is_gap = true,
                None if is_gap
                    && above == LineEnding::Cr
                    && line.text().is_empty()
                    && line.ending() == LineEnding::Lf =>
                {
                    self.delete(line.index());
                }
                _ => (above, is_gap) = (line.ending(), false),
            }
        }
        self.plan.steps.sort_by_key(|step| (step.at, step.action));
    }

    fn step<'t>(&mut self, at: usize, action: Action, text: impl IntoIterator<Item = &'t str>) {
        let start = self.plan.added.len();
        self.plan.added.extend(text);
        self.plan.steps.push(Step { at, action, text: (start, self.plan.added.len()) });
    }
}

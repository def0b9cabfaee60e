//! Plans: what is to change in a document, line by line, before anything does.
//!
//! Not here: what makes a plan ([`super::plan_merge`] and its like). A plan holds the document that it was made for,
//! so it can't be carried out on another.

mod builder;

pub(super) use builder::PlanBuilder;

use super::document::{BYTE_ORDER_MARK, Document};
use super::line::{LineEnding, LineNumber};
use std::fmt;
use std::ops::Range;

/// Changes to one document. Lines that it doesn't name stay as they are, byte for byte.
#[derive(Clone, PartialEq, Eq)]
pub struct Plan {
    document: Document,
    /// By line; what is inserted before a line stands before what happens to that line.
    steps: Vec<Step>,
    /// The new lines' texts, one after the other.
    added: String,
    new_ending: LineEnding,
    mark: Mark,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Step {
    /// An index into the document's lines; their number for what is inserted at the end.
    at: usize,
    action: Action,
    text: (usize, usize),
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Action {
    Insert,
    Replace,
    Delete,
}

/// Whether a document's byte order mark stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Kept,
    Removed,
}

/// One change, for the person to look at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Change<'p> {
    /// The byte order mark goes, since the CLI refuses a file with one.
    MarkRemoved,
    /// A new line.
    Added {
        /// Its number in the new text.
        line: LineNumber,
        /// Its text.
        new: &'p str,
    },
    /// A line with another text.
    Changed {
        /// Its number in the old text.
        line: LineNumber,
        /// Its text before.
        old: &'p str,
        /// Its text afterwards.
        new: &'p str,
    },
    /// A line that goes.
    Removed {
        /// Its number in the old text.
        line: LineNumber,
        /// Its text.
        old: &'p str,
    },
    /// The last line gets the line break that it lacked, since another one follows.
    Ended {
        /// Its number in the old text.
        line: LineNumber,
    },
}

impl Plan {
    /// The document that it changes.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.mark == Mark::Kept
    }

    /// Its changes, from the first line to the last.
    pub fn changes(&self) -> impl Iterator<Item = Change<'_>> {
        let mark = (self.mark == Mark::Removed).then_some(Change::MarkRemoved);
        // How many lines the new text has more than the old one so far.
        let (mut added, mut removed) = (0, 0);
        let steps = self.steps.iter().enumerate().flat_map(move |(index, step)| {
            let new = self.text(step);
            let line = LineNumber::of(step.at);
            let old = || self.document.line(step.at).text();
            let change = match step.action {
                Action::Insert => {
                    added += 1;
                    Change::Added { line: LineNumber::of(step.at + added - 1 - removed), new }
                }
                Action::Replace => Change::Changed { line, old: old(), new },
                Action::Delete => {
                    removed += 1;
                    Change::Removed { line, old: old() }
                }
            };
            let ended = self.ends_last_line(index).map(|line| Change::Ended { line });
            ended.into_iter().chain([change])
        });
        mark.into_iter().chain(steps)
    }

    /// The document after the changes.
    pub fn apply(&self) -> Document {
        if self.is_empty() { self.document.clone() } else { Document::parse(self.new_text()) }
    }

    /// The text after the changes. Linear in its length.
    pub fn new_text(&self) -> String {
        let old = self.document.as_str();
        let mut text = String::with_capacity(old.len() + self.added.len() + 2 * self.steps.len());
        if self.mark == Mark::Kept {
            let marks = old.len() - old.trim_start_matches(BYTE_ORDER_MARK).len();
            text.push_str(&old[..marks]);
        }
        let mut next = 0;
        for step in &self.steps {
            text.push_str(self.kept(next..step.at));
            next = step.at;
            let ending = match step.action {
                Action::Insert => {
                    if !text.is_empty() && !text.ends_with(['\n', '\r']) {
                        text.push_str(self.new_ending.as_str());
                    }
                    self.new_ending
                }
                Action::Replace => {
                    next += 1;
                    self.ending_after_change(step.at)
                }
                Action::Delete => {
                    next += 1;
                    continue;
                }
            };
            text.push_str(self.text(step));
            text.push_str(ending.as_str());
        }
        text.push_str(self.kept(next..self.document.lines().len()));
        text
    }

    /// Runs of lines that go and lines that come in their place, for a patch.
    pub(super) fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks: Vec<Block<'_>> = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            if blocks.last().is_none_or(|block| block.old.end != step.at) {
                blocks.push(Block { old: step.at..step.at, new: Vec::new() });
            }
            let Some(block) = blocks.last_mut() else { continue };
            if self.ends_last_line(index).is_some() && block.old.is_empty() {
                block.old.start -= 1;
                let line = self.document.line(block.old.start);
                block.new.push((line.text(), self.new_ending));
            }
            match step.action {
                Action::Insert => block.new.push((self.text(step), self.new_ending)),
                Action::Replace => {
                    block.new.push((self.text(step), self.ending_after_change(step.at)));
                    block.old.end += 1;
                }
                Action::Delete => block.old.end += 1,
            }
        }
        if self.mark == Mark::Removed {
            self.cover_mark(&mut blocks);
        }
        blocks
    }

    /// The lines that it changes, and those around what it inserts: another plan that touches none of them can be
    /// carried out together with it.
    pub(super) fn touched(&self) -> impl Iterator<Item = usize> {
        let around = |step: &Step| match step.action {
            Action::Insert => step.at.saturating_sub(1)..step.at + 1,
            Action::Replace | Action::Delete => step.at..step.at + 1,
        };
        self.steps.iter().flat_map(around)
    }

    /// A line of the old text, the first one with the byte order mark that may stand before it.
    pub(super) fn old_line(&self, index: usize) -> (&str, LineEnding) {
        let parts = self.document.parts();
        let Some(line) = parts.lines.get(index) else { return (&parts.text, LineEnding::Missing) };
        let start = if index == 0 { 0 } else { line.start };
        (&parts.text[start..line.end], self.document.line(index).ending())
    }

    /// Sees to it that the first line, which has the mark, is among those that go.
    fn cover_mark<'p>(&'p self, blocks: &mut Vec<Block<'p>>) {
        let first = self.document.lines().next().map(|line| (line.text(), line.ending()));
        match blocks.first_mut() {
            Some(block) if block.old.start == 0 && block.old.end > 0 => {}
            Some(block) if block.old.start == 0 => {
                block.old.end = 1;
                block.new.extend(first);
            }
            _ => blocks.insert(0, Block { old: 0..1, new: first.into_iter().collect() }),
        }
    }

    /// Whether this step is the first one behind a last line that stays and has no line break.
    fn ends_last_line(&self, index: usize) -> Option<LineNumber> {
        let last = self.document.lines().next_back()?;
        let behind = self.document.lines().len();
        let previous = index.checked_sub(1).map(|index| &self.steps[index]);
        let is_first_behind = previous.is_none_or(|step| match step.action {
            Action::Insert => step.at < behind,
            Action::Replace | Action::Delete => step.at + 1 < behind,
        });
        let follows = self.steps[index].at == behind && last.ending() == LineEnding::Missing;
        (follows && is_first_behind).then(|| last.number())
    }

    fn ending_after_change(&self, line: usize) -> LineEnding {
        match self.document.line(line).ending() {
            LineEnding::Missing => self.new_ending,
            ending => ending,
        }
    }

    fn kept(&self, lines: Range<usize>) -> &str {
        let parts = self.document.parts();
        let start =
            |index: usize| parts.lines.get(index).map_or(parts.text.len(), |line| line.start);
        &parts.text[start(lines.start)..start(lines.end)]
    }

    fn text(&self, step: &Step) -> &str {
        &self.added[step.text.0..step.text.1]
    }
}

impl fmt::Debug for Plan {
    /// Without the lines' texts, which can hold secret keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Plan({} changes to {:?})", self.steps.len(), self.document)
    }
}

impl fmt::Debug for Change<'_> {
    /// Without the lines' texts, which can hold secret keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Change::MarkRemoved => f.write_str("MarkRemoved"),
            Change::Added { line, .. } => write!(f, "Added({line:?})"),
            Change::Changed { line, .. } => write!(f, "Changed({line:?})"),
            Change::Removed { line, .. } => write!(f, "Removed({line:?})"),
            Change::Ended { line } => write!(f, "Ended({line:?})"),
        }
    }
}

/// The old lines of this range go, and these come.
#[derive(Debug)]
pub(super) struct Block<'p> {
    pub(super) old: Range<usize>,
    pub(super) new: Vec<(&'p str, LineEnding)>,
}

//! What would put a problem right, and putting it right.

use super::Problem;
use crate::config::{
    Document, Editor, Excerpt, LineEdits, LineNumber, Property, Section, is_blank,
};
use std::fmt;

/// Whether a fix can be made without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// It is certain and loses nothing: whoever signed in signs in at the same portal, account and role, and there is
    /// no problem afterwards that was not there before.
    Safe,
    /// A guess, or something goes: a person has to choose.
    Suggestion,
}

/// What would put a problem right: one edit, or several to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    applicability: Applicability,
    choices: Vec<Choice>,
}

/// One way to put it right.
#[derive(Clone, PartialEq, Eq)]
pub struct Choice {
    label: ChoiceLabel,
    edits: LineEdits,
}

/// What a choice's button says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoiceLabel {
    /// There is nothing to tell apart.
    Apply,
    /// Of several values this one stays, on this line. The value is empty where it may be a secret, or is a long one.
    Keep { value: Excerpt, line: LineNumber },
    /// This value comes in place of the one that is there.
    Use(Excerpt),
    /// The header gets this between its brackets.
    Rename(Excerpt),
    /// The section of this name goes.
    Remove(Excerpt),
    /// The setting of this key goes.
    RemoveSetting(&'static str),
    /// The line becomes a comment.
    CommentOut,
    /// Two sections of one header become one.
    Join,
}

impl Fix {
    pub fn applicability(&self) -> Applicability {
        self.applicability
    }

    /// At least one; of a safe fix exactly one.
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    pub(super) fn safe(edits: LineEdits) -> Fix {
        let choices = vec![Choice::new(ChoiceLabel::Apply, edits)];
        Fix { applicability: Applicability::Safe, choices }
    }

    /// One edit, for a person to choose.
    pub(super) fn suggestion(label: ChoiceLabel, edits: LineEdits) -> Fix {
        Fix::choices_of(vec![Choice::new(label, edits)])
    }

    pub(super) fn choices_of(choices: Vec<Choice>) -> Fix {
        Fix { applicability: Applicability::Suggestion, choices }
    }
}

impl Choice {
    pub fn label(&self) -> &ChoiceLabel {
        &self.label
    }

    pub(super) fn new(label: ChoiceLabel, edits: LineEdits) -> Choice {
        Choice { label, edits }
    }
}

impl fmt::Debug for Choice {
    /// Without the edits' texts, which can hold secret keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Choice({:?})", self.label)
    }
}

impl Editor {
    /// Puts a problem right in the way that was chosen. Nothing happens where there is no such choice, or the problem is
    /// another document's.
    pub fn fix(&mut self, problem: &Problem, choice: usize) {
        let chosen = problem.fix.as_ref().and_then(|fix| fix.choices.get(choice));
        if let Some(chosen) = chosen.filter(|_| problem.document == *self.document()) {
            self.apply(chosen.edits.clone());
        }
    }

    /// Makes all fixes of this document's problems that are safe, and says how many. Of two that touch the same lines
    /// the later one is left for the next press, since it was worked out for lines that are no longer there.
    pub fn fix_all_safe<'p>(&mut self, problems: impl IntoIterator<Item = &'p Problem>) -> usize {
        let mut edits = LineEdits::default();
        // What is inserted at the end stands around no line.
        let mut touched = vec![false; self.document().lines().len() + 1];
        let mut fixed = 0;
        for problem in problems {
            if problem.document != *self.document() {
                continue;
            }
            let safe = problem.fix().filter(|_| problem.is_safely_fixable());
            let Some(choice) = safe.and_then(|fix| fix.choices.first()) else { continue };
            if choice.edits.touched().any(|line| touched[line]) {
                continue;
            }
            choice.edits.touched().for_each(|line| touched[line] = true);
            edits.extend(&choice.edits);
            fixed += 1;
        }
        self.apply(edits);
        fixed
    }
}

/// The document after these edits.
pub(super) fn applied(document: &Document, edits: LineEdits) -> Document {
    if edits.is_empty() {
        return document.clone();
    }
    Document::parse(edits.write(document, document.line_ending()).text)
}

/// These lines become comments.
pub(super) fn comments(document: &Document, lines: impl Iterator<Item = usize>) -> LineEdits {
    let mut edits = LineEdits::default();
    lines.for_each(|line| edits.replace(line, &["# ", document.line(line).text()]));
    edits
}

/// Gives a setting of one line another value: for a person to choose.
pub(super) fn suggest(property: Property<'_>, value: &str) -> Fix {
    let mut edits = LineEdits::default();
    put_value(property, value, &mut edits);
    Fix::suggestion(ChoiceLabel::Use(value.into()), edits)
}

/// The same for a key of a section, where that has it on one line.
pub(super) fn suggest_value(section: Section<'_>, key: &str, value: &str) -> Option<Fix> {
    let property = section.property(key).filter(|property| property.lines().len() == 1)?;
    Some(suggest(property, value))
}

/// Another value behind the `=`, spacing and all kept.
pub(super) fn put_value(property: Property<'_>, value: &str, edits: &mut LineEdits) {
    let line = property.line();
    let before = line.text().trim_end_matches(is_blank);
    let before = before.strip_suffix(property.first_line_value()).unwrap_or(before);
    edits.replace(line.index(), &[before, value]);
}

/// Another key before the `=`, spacing and all kept.
pub(super) fn key(property: Property<'_>, key: &str) -> LineEdits {
    let line = property.line();
    let behind = &line.text()[line.indentation().len() + property.key_text().len()..];
    line_text(line.number(), &[line.indentation(), key, behind])
}

/// Another text between a header's brackets; what stands around them stays.
pub(super) fn header(section: Section<'_>, header: &str) -> Option<LineEdits> {
    let line = section.line();
    let (before, rest) = line.text().split_once('[')?;
    let behind = rest.strip_prefix(section.header_text())?;
    Some(line_text(line.number(), &[before, "[", header, behind]))
}

/// Another text for a line.
pub(super) fn line_text(line: LineNumber, text: &[&str]) -> LineEdits {
    let mut edits = LineEdits::default();
    edits.replace(line.get() - 1, text);
    edits
}

/// A setting goes, with the lines that continue it.
pub(super) fn without(property: Property<'_>) -> LineEdits {
    let mut edits = LineEdits::default();
    edits.remove(property);
    edits
}

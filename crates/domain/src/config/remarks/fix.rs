//! Fixes: safe changes, worked out when they are asked for.
//!
//! Not here: when one is offered.

use crate::config::document::Document;
use crate::config::line::{LineKind, LineNumber};
use crate::config::plan::{Plan, PlanBuilder};
use crate::config::remove::plan_remove_sections;
use crate::config::section::Section;
use std::collections::HashMap;

/// Indices are the document's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fix {
    /// Without the byte order mark.
    RemoveMark,
    /// These lines become comments.
    CommentOut(Vec<usize>),
    /// These lines end as most lines do. Every one of them goes and comes, so that one sees what is changed.
    EndAsUsual(Vec<usize>),
    /// Lines with other texts.
    Replace(Vec<(usize, Box<str>)>),
    /// Values on their keys' own lines.
    SetValues(Vec<(usize, Box<str>)>),
    /// A value and the comment behind it, which goes above.
    LiftComment { property: usize, value: Box<str>, comment: Box<str> },
    /// Without these settings.
    RemoveProperties(Vec<usize>),
    /// Without this section.
    RemoveSection(usize),
    /// A later section's settings go into an earlier one, and count before that one's.
    Join { into: usize, from: usize },
}

impl Fix {
    /// A line with another text.
    pub(super) fn replace(line: LineNumber, text: impl Into<Box<str>>) -> Fix {
        Fix::Replace(vec![(line.get() - 1, text.into())])
    }

    /// The changes.
    pub(super) fn plan(&self, document: &Document) -> Plan {
        let mut plan = PlanBuilder::new(document);
        match self {
            Fix::RemoveMark => plan.remove_mark(),
            Fix::CommentOut(lines) => {
                for line in lines {
                    plan.replace(*line, ["# ", document.line(*line).text()]);
                }
            }
            Fix::EndAsUsual(lines) => {
                for line in lines {
                    plan.insert(*line, [document.line(*line).text()]);
                    plan.delete(*line);
                }
            }
            Fix::Replace(lines) => {
                for (line, text) in lines {
                    plan.replace(*line, [&**text]);
                }
            }
            Fix::SetValues(values) => {
                for (property, value) in values {
                    set_value(document, *property, value, &mut plan);
                }
            }
            Fix::LiftComment { property, value, comment } => {
                let line = document.property(*property).line();
                plan.insert(line.index(), [line.indentation(), comment]);
                set_value(document, *property, value, &mut plan);
            }
            Fix::RemoveProperties(properties) => {
                for property in properties {
                    let property = document.property(*property);
                    plan.delete(property.line().index());
                    property.continuations().for_each(|line| plan.delete(line.index()));
                }
            }
            Fix::RemoveSection(section) => {
                return plan_remove_sections(document, &[*section].into());
            }
            Fix::Join { into, from } => {
                join(document.section(*into), document.section(*from), &mut plan);
            }
        }
        plan.finish()
    }
}

/// The header's line with another text between its brackets; what stands behind them stays.
pub(super) fn with_header(section: Section<'_>, header: &str) -> Option<Fix> {
    let line = section.line();
    let (before, rest) = line.text().split_once('[')?;
    let behind = rest.strip_prefix(section.header_text())?;
    Some(Fix::replace(line.number(), format!("{before}[{header}{behind}")))
}

/// Keeps what stands before the value, spacing and all.
fn set_value(document: &Document, property: usize, value: &str, plan: &mut PlanBuilder) {
    let property = document.property(property);
    let line = property.line();
    let old = property.first_line_value();
    let before = line.text().trim_end_matches(super::super::text::is_blank);
    let before = before.strip_suffix(old).unwrap_or(before);
    plan.replace(line.index(), [before, value]);
}

/// Moves all of a section's lines behind another's last setting. What both have stays where it is counted: below.
fn join(into: Section<'_>, from: Section<'_>, plan: &mut PlanBuilder) {
    let document = into.document();
    let later: HashMap<_, _> =
        from.properties().map(|property| (property.key(), property)).collect();
    for property in into.properties() {
        if later.contains_key(&property.key()) {
            plan.delete(property.line().index());
            property.continuations().for_each(|line| plan.delete(line.index()));
        }
    }
    let lines = from.lines();
    let (at, end) = (into.end_of_properties(), from.end_of_properties());
    for index in lines.start + 1..end {
        plan.insert(at, [document.line(index).text()]);
    }
    (lines.start..end).for_each(|line| plan.delete(line));
    let is_blank = |index: &usize| document.line(*index).kind() == LineKind::Blank;
    (end..lines.end).take_while(is_blank).for_each(|line| plan.delete(line));
}

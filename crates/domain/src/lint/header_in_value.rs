//! An indented header, which the CLI reads as a part of the value above. At the line's start it would take the settings
//! below it from the profile that has them now: a person has to say so.

use super::ProblemKind;
use super::fix::{self, Choice, ChoiceLabel, Fix};
use super::subject::{Problems, Subject};
use crate::config::{Section, trim};
use std::collections::HashSet;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    let mut headers: HashSet<&str> = HashSet::new();
    let mut is_known = |header| {
        if headers.is_empty() {
            headers.extend(subject.document.sections().map(Section::header_text));
        }
        !headers.insert(header)
    };
    for property in subject.document.sections().flat_map(Section::properties) {
        for line in property.continuations() {
            let content = trim(line.text());
            let Some(header) = header(content) else { continue };
            // Lines that follow would go on with the value.
            let is_last = line.index() + 1 == property.lines().end;
            let fix = (is_last && !is_known(header)).then(|| {
                let label = ChoiceLabel::Rename(header.into());
                Fix::suggestion([Choice::new(label, fix::line_text(line.number(), content))])
            });
            let lines = [line.number(), property.line().number()];
            problems.push(ProblemKind::HeaderInValue, lines, fix);
        }
    }
}

pub(super) fn header(content: &str) -> Option<&str> {
    content.strip_prefix('[')?.strip_suffix(']').filter(|header| !header.is_empty())
}

//! An indented header, which the CLI reads as a part of the value above. At the line's start it would take the settings
//! below it from the profile that has them now: a person has to say so.

use super::{ChoiceLabel, Fix, ProblemKind, Problems, fix, properties};
use crate::config::{Document, trim};
use std::borrow::Cow;
use std::collections::HashSet;

pub(super) fn check(document: &Document, problems: &mut Problems<'_>) {
    let mut headers: HashSet<Cow<'_, str>> = HashSet::new();
    for property in properties(document) {
        for line in property.continuations() {
            let content = trim(line.text());
            let Some(header) = header(content) else { continue };
            if headers.is_empty() {
                headers.extend(document.sections().map(|section| section.header_text().into()));
            }
            // Lines that follow would go on with the value.
            let is_last = line.index() + 1 == property.lines().end;
            let fix = (is_last && headers.insert(header.into())).then(|| {
                let edits = fix::line_text(line.number(), &[content]);
                Fix::suggestion(ChoiceLabel::Rename(header.into()), edits)
            });
            let lines = [line.number(), property.line().number()];
            problems.push(ProblemKind::HeaderInValue, &lines, fix);
        }
    }
}

pub(super) fn header(content: &str) -> Option<&str> {
    content.strip_prefix('[')?.strip_suffix(']').filter(|header| !header.is_empty())
}

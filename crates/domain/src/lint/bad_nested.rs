//! An indented line without `=` below a key with an empty value. It becomes a comment below a key that has nested
//! settings, and so does that key where none is left; below another it is probably the value, and a person has to say so.

use super::{Choice, ChoiceLabel, Fix, fix};
use crate::config::{Document, Line, LineEdits, LineNumber, inner_lines, trim};

/// Keys with nested settings. Source: the CLI's topic guides `s3-config` and `config-vars`.
pub(super) const NESTED_KEYS: [&str; 2] = ["s3", "api_versions"];

pub(super) fn fix(document: &Document, line: LineNumber) -> Option<Fix> {
    let index = line.get() - 1;
    let property = document.property_at(index)?;
    let is_bad = |line: &Line<'_>| !is_nested_setting(line.text());
    let bad = || property.continuations().filter(is_bad).map(Line::index);
    if NESTED_KEYS.iter().any(|key| property.has_key(key)) {
        // With nothing below it the CLI would fail at every command.
        let key = Some(property.line().index())
            .filter(|_| property.continuations().all(|it| is_bad(&it)));
        return Some(Fix::safe(fix::comments(document, key.into_iter().chain(bad()))));
    }
    let comment = fix::comments(document, bad());
    let mut choices = vec![Choice::new(ChoiceLabel::CommentOut, comment)];
    if property.continuations().count() == 1 {
        let value = trim(document.line(index).text());
        let before = trim(property.line().text());
        let mut edits = LineEdits::default();
        edits.replace(property.line().index(), &[before, " ", value]);
        edits.delete(index);
        // What is broken over lines can be a key that nobody should see.
        choices.insert(0, Choice::new(ChoiceLabel::Join, edits));
    }
    Some(Fix::choices_of(choices))
}

/// Source: botocore's `configloader._parse_nested`.
fn is_nested_setting(line: &str) -> bool {
    inner_lines(line).map(trim).all(|setting| setting.is_empty() || setting.contains('='))
}

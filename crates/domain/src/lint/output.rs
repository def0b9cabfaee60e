//! An output format that the CLI doesn't have.

use super::ProblemKind;
use super::subject::{Problems, Subject};
use crate::entry::OutputFormat;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    for property in subject.lines_read().filter(|it| it.has_key("output")) {
        let value = subject.value(property);
        if !value.is_empty() && OutputFormat::from_name(&value).is_none() {
            let kind = ProblemKind::UnknownOutput { value: (&*value).into() };
            problems.push(kind, [property.line().number()], None);
        }
    }
}

//! Why the CLI refuses the file: each reason a problem, with the fix of its own rule.

use super::{
    Fix, ProblemKind, Problems, bad_nested, before_first_header, duplicate_key, duplicate_section,
    not_a_setting,
};
use crate::config::{Document, LineEdits, ParseError, ParseErrorKind, read};

pub(super) fn check(document: &Document, problems: &mut Problems<'_>) {
    let reading = read(document);
    let errors = reading.parse_errors();
    if errors.is_empty() {
        return;
    }
    let sections = duplicate_section::Sections::of(document);
    let keys = duplicate_key::Keys::of(document);
    for ParseError { line, kind } in errors {
        let (also, fix) = match kind {
            ParseErrorKind::ByteOrderMark => {
                let mut edits = LineEdits::default();
                edits.drop_mark();
                (None, Some(Fix::safe(edits)))
            }
            ParseErrorKind::BeforeFirstHeader { last } => {
                (None, Some(before_first_header::fix(document, *line, *last)))
            }
            ParseErrorKind::BadNested => (None, bad_nested::fix(document, *line)),
            ParseErrorKind::NoDelimiter | ParseErrorKind::NoKey => {
                (None, not_a_setting::fix(document, *line))
            }
            ParseErrorKind::DuplicateSection { first } => (Some(*first), sections.fix(*line)),
            ParseErrorKind::DuplicateKey { first } => (Some(*first), keys.fix(*line, *first)),
        };
        let mut lines = vec![*line];
        lines.extend(also);
        problems.push(ProblemKind::ParseError(*kind), &lines, fix);
    }
}

/// Whether the next line that counts, from this index on, is indented: without what is between, it could become a part
/// of the value above.
pub(super) fn is_followed_by_indented(document: &Document, end: usize) -> bool {
    let mut following = document.lines_from(end);
    let next = following.find(|line| line.is_significant());
    next.is_some_and(|next| crate::config::depth(next.text()) > 0)
}

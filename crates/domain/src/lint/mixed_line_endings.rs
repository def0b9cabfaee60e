//! Some lines end in `\n`, others in `\r\n` or `\r`. All are made to end as most do.

use super::{Fix, ProblemKind, Problems};
use crate::config::{Document, Line, LineEdits, LineEnding};

pub(super) fn check(document: &Document, problems: &mut Problems<'_>) {
    let usual = document.line_ending();
    let is_odd = |line: &Line<'_>| ![usual, LineEnding::Missing].contains(&line.ending());
    let mut odd = document.lines().filter(is_odd).peekable();
    if let Some(first) = odd.peek().map(|line| line.number()) {
        let mut edits = LineEdits::default();
        odd.for_each(|line| edits.end_as_usual(line.index()));
        problems.push(ProblemKind::MixedLineEndings, &[first], Some(Fix::safe(edits)));
    }
}

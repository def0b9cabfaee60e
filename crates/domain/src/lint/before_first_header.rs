//! Text before the first header. It becomes a comment; where it can be settings whose header is missing, only if
//! somebody says so.

use super::{ChoiceLabel, Fix, fix};
use crate::config::{Document, LineKind, LineNumber};

pub(super) fn fix(document: &Document, first: LineNumber, last: LineNumber) -> Fix {
    let stray = (first.get() - 1..last.get())
        .filter(|index| document.line(*index).kind() == LineKind::Stray);
    if stray.clone().any(|index| document.line(index).text().contains(['=', ':', '[', ']'])) {
        return Fix::suggestion(ChoiceLabel::CommentOut, fix::comments(document, stray));
    }
    Fix::safe(fix::comments(document, stray))
}

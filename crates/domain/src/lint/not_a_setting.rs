//! A line in a section that is neither setting nor header. It becomes a comment; where it can be a broken header or
//! setting, only if somebody says so.

use super::parse_errors::{is_followed_by_indented, suggest_comment};
use super::{Fix, fix};
use crate::config::{Document, LineNumber};

pub(super) fn fix(document: &Document, line: LineNumber) -> Option<Fix> {
    if is_followed_by_indented(document, line.get()) {
        return None;
    }
    let index = line.get() - 1;
    if may_be_meant(document.line(index).text()) {
        return Some(suggest_comment(document, std::iter::once(index)));
    }
    Some(Fix::safe(fix::comments(document, std::iter::once(index))))
}

/// `[profile b`, which would leave b's settings to the profile above; `sso_region us-east-1`, and the rest of a value
/// that was broken over two lines.
fn may_be_meant(line: &str) -> bool {
    let has_key = ["region", "output"].iter().any(|key| line.trim().starts_with(key));
    has_key || line.contains(['[', ']', '_', '/', '='])
}

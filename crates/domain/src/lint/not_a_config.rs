//! Texts that are no config file at all. A config file with text before its first header is one.
//!
//! Source: 149 public config files, of which the CLI refuses 22: what those are.

use super::{Contents, ProblemKind, Problems};
use crate::config::{Document, Line, LineKind};

/// Whether the text is none; nothing else is said of it then.
pub(super) fn check(document: &Document, problems: &mut Problems<'_>) -> bool {
    let contents = contents(document);
    if let Some(contents) = contents {
        let first = document.lines().next().map(Line::number);
        problems.push(ProblemKind::NotAConfig(contents), first.as_slice(), None);
    }
    contents.is_some()
}

/// What a text is that is no config file; `None` for a config file, be it empty or faulty.
pub fn contents(document: &Document) -> Option<Contents> {
    let mut lines = document.lines().map(|line| line.text().trim());
    let first = lines.find(|line| !line.is_empty()).unwrap_or_default();
    let is_markup = first.starts_with('<') && !first.starts_with("<<");
    let is_json = first.starts_with('{') && !first.starts_with("{{") && !first.starts_with("{%")
        || first.starts_with('[')
            && first[1..].trim_start().starts_with(['{', '"'])
            && !first.ends_with(']')
        || first == "[";
    let is_encrypted = first.starts_with("-----BEGIN")
        || first.starts_with("$ANSIBLE_VAULT")
        || first.starts_with("\0GITCRYPT");
    // A template can have headers, and mostly does; what tells is that one can't be read without filling it in.
    let is_template = document.lines().any(|line| {
        let is_read =
            matches!(line.kind(), LineKind::Stray | LineKind::NotASetting | LineKind::Header);
        let text = line.text().trim_start();
        is_read && (line.text().contains("{{") || text.starts_with("{%") || text.starts_with("<%"))
    });
    let is_other = document.sections().len() == 0
        && document.lines().any(|line| line.kind() == LineKind::Stray);
    let found = [
        (is_encrypted, Contents::Encrypted),
        (is_template, Contents::Template),
        (is_json, Contents::Json),
        (is_markup, Contents::Markup),
        (is_other && !is_bare_block(document), Contents::Other),
    ];
    found.into_iter().find(|(is, _)| *is).map(|(_, contents)| contents)
}

/// Settings without a header, as somebody pastes them out of a file.
fn is_bare_block(document: &Document) -> bool {
    let mut lines = document.lines().filter(|line| line.kind() == LineKind::Stray);
    lines.all(|line| line.text().contains('='))
}

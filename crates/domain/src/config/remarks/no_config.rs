//! Texts that are no config file.
//!
//! Not here: config files with text before the first header.
//!
//! Source: FACTS "What `aws configure sso` writes": what the files are that the CLI refuses.

use super::Contents;
use crate::config::document::Document;
use crate::config::line::LineKind;

/// What the text is; `None` for a config file, be it empty or faulty.
pub(super) fn contents(document: &Document) -> Option<Contents> {
    let text = document.as_str().trim_start_matches('\u{feff}').trim();
    let first = text.lines().next().unwrap_or_default().trim();
    let is_markup = first.starts_with('<') && !first.starts_with("<<");
    let is_json = first.starts_with('{') && !first.starts_with("{{") && !first.starts_with("{%")
        || first.starts_with('[')
            && first[1..].trim_start().starts_with(['{', '"'])
            && !first.ends_with(']')
        || first == "[";
    let is_encrypted = first.starts_with("-----BEGIN")
        || first.starts_with("$ANSIBLE_VAULT")
        || text.starts_with("\0GITCRYPT");
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

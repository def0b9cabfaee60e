//! Two headers that name one profile or session in different ways. The same letters are refused.

use super::ProblemKind;
use super::subject::{Problems, Subject};
use crate::config::{Header, Section};
use std::collections::HashMap;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    let mut seen: HashMap<Header<'_>, Section<'_>> = HashMap::new();
    for section in subject.document.sections().filter(|section| section.header().has_name()) {
        if subject.splits.iter().any(|split| split.beside.index() == section.index()) {
            continue;
        }
        let Some(earlier) = seen.insert(section.header(), section) else { continue };
        if let Header::Profile(name) | Header::SsoSession(name) = section.header()
            && earlier.header_text() != section.header_text()
        {
            let lines = [earlier.line().number(), section.line().number()];
            problems.push(ProblemKind::Hidden { name: name.into() }, lines, None);
        }
    }
}

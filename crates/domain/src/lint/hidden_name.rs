//! Two headers that name one profile or session in different ways. The same letters are refused.

use super::{ProblemKind, Problems, Subject, again};
use crate::config::{Header, Section};

pub(super) fn check(subject: &Subject<'_>, problems: &mut Problems<'_>) {
    for [earlier, section] in again(subject.document, named) {
        if let Header::Profile(name) | Header::SsoSession(name) = section.header()
            && earlier.header_text() != section.header_text()
        {
            let lines = [earlier.line().number(), section.line().number()];
            problems.push(ProblemKind::Hidden(name.into()), &lines, None);
        }
    }
}

fn named(section: Section<'_>) -> Option<Header<'_>> {
    Some(section.header()).filter(Header::has_name)
}

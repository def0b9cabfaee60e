//! Merging: writing entries into a document.
//!
//! Source: the AWS CLI's `customizations/configure/writer.py`, run. As that writer, with what that one loses or breaks put
//! right; see the [module](super).

use super::section_edits::SectionEdits;
use super::{Document, Editor, Header, LineEdits};
use crate::entry::Entry;
use std::borrow::Cow;
use std::rc::Rc;

impl Editor {
    /// Writes entries, each after the one before it. Merging the same ones again changes nothing. Where names are taken,
    /// what is there is changed: see [`conflicts`](super::conflicts).
    ///
    /// For each entry the profile's section comes first, then its session's. A key that is there gets its value in its
    /// place; others follow the section's last one; a section that isn't there is appended. The other format's keys go,
    /// since they could contradict this one's.
    pub fn merge(&mut self, entries: &[Entry]) {
        self.merge_with(entries, Sessions::Written);
    }

    /// As [`Self::merge`], but a session that is there stays as it is, whatever it lacks.
    pub(crate) fn add(&mut self, entries: &[Entry]) {
        self.merge_with(entries, Sessions::Kept);
    }

    fn merge_with(&mut self, entries: &[Entry], sessions: Sessions) {
        let document = self.document().clone();
        let mut lines = merged(&document, entries, sessions);
        if document.has_byte_order_mark() {
            // The CLI would not read what was merged.
            lines.drop_mark();
        }
        self.apply(lines);
    }
}

/// What becomes of the entries' sessions that are there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sessions {
    Written,
    Kept,
}

/// The lines that a merge changes.
pub(crate) fn merged(document: &Document, entries: &[Entry], sessions: Sessions) -> LineEdits {
    let mut sections = SectionEdits::new(document);
    let mut last_session = None;
    for entry in entries {
        let name = Header::Profile(Cow::Borrowed(entry.profile.as_str()));
        let profile = sections.section(name, || entry.profile.header());
        entry.format.foreign_keys().iter().for_each(|key| profile.unset(key));
        entry.properties().for_each(|(key, value)| profile.set(key, value));
        // Profiles mostly follow each other with the very same session: it is merged once.
        let session = entry.session_section();
        let new = session.filter(|it| !last_session.is_some_and(|last| Rc::ptr_eq(last, it)));
        let Some(session) = new else { continue };
        let name = Header::SsoSession(Cow::Borrowed(session.name.as_str()));
        if sessions == Sessions::Written || !sections.has(&name) {
            let section = sections.section(name, || session.name.header());
            session.properties().for_each(|(key, value)| section.set(key, value));
            last_session = Some(session);
        }
    }
    sections.into_lines()
}

//! Removing profiles, with what only they used.
//!
//! Source: the AWS CLI has no such command; its User Guide, "Configuration and credential file settings": a profile can be in
//! two files.

use super::text;
use super::{Document, Editor, Header, LineEdits, LineKind, Property, Section, Value};
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

impl Editor {
    /// Removes profiles from a config file: every section of these names, and sso-sessions that they named, unless
    /// another section names them too. Names that are not there change nothing.
    ///
    /// With a section go its comments and the blank lines that follow it. What stays: a comment above its header, since
    /// it may be about more than this profile; a comment directly above the next header; and comments after a blank
    /// line behind its last setting. Several are removed as one after the other from the file's beginning on.
    pub fn remove_profiles(&mut self, profiles: &[&str]) {
        let profiles: HashSet<Cow<'_, str>> = profiles.iter().map(|it| Cow::from(*it)).collect();
        let document = self.document().clone();
        let is_profile = |section: &Section<'_>| matches!(section.header(), Header::Profile(name) if profiles.contains(&*name));
        let (removed, kept): (Vec<_>, Vec<_>) = document.sections().partition(is_profile);
        let mut sessions: HashSet<Cow<'_, str>> = sessions_named(removed).collect();
        for name in sessions_named(kept) {
            sessions.remove(&name);
        }
        let is_session = |section: &Section<'_>| matches!(section.header(), Header::SsoSession(name) if sessions.contains(&name));
        let is_removed = |section: &Section<'_>| is_profile(section) || is_session(section);
        self.apply(without_sections(&document, 0..document.sections().len(), &is_removed));
    }

    /// Removes profiles from a credentials file, where a header is the name and nothing else.
    pub fn remove_credentials(&mut self, profiles: &[&str]) {
        let profiles: HashSet<Cow<'_, str>> = profiles.iter().map(|it| Cow::from(*it)).collect();
        let document = self.document().clone();
        let is_removed = |section: &Section<'_>| profiles.contains(section.header_text());
        self.apply(without_sections(&document, 0..document.sections().len(), &is_removed));
    }
}

/// The lines that go with one section.
pub(crate) fn without_section(section: Section<'_>) -> LineEdits {
    let (document, at) = (section.document(), section.index());
    let around = at.saturating_sub(1)..document.sections().len().min(at + 2);
    without_sections(document, around, &|other| other.index() == at)
}

/// The lines that go with those of these sections that are to be removed.
fn without_sections(
    document: &Document,
    sections: Range<usize>,
    is_removed: &dyn Fn(&Section<'_>) -> bool,
) -> LineEdits {
    let mut lines = LineEdits::default();
    // The last section that stays, of those so far.
    let mut above = None;
    let mut is_above_removed = false;
    for section in sections.map(|index| document.section(index)) {
        if is_removed(&section) {
            going_with(section).for_each(|line| lines.delete(line));
            is_above_removed = true;
            continue;
        }
        if is_above_removed && above.is_some_and(|above| would_swallow(above, section)) {
            lines.replace(section.line().index(), &[text::trim(section.line().text())]);
        }
        (above, is_above_removed) = (Some(section), false);
    }
    lines
}

/// The section's own lines, and the blank lines after them.
fn going_with(section: Section<'_>) -> Range<usize> {
    let document = section.document();
    let kind = |index: usize| document.line(index).kind();
    let (start, end) = (section.lines().start, section.lines().end);
    let is_own = |index: &usize| !matches!(kind(*index), LineKind::Blank | LineKind::Comment);
    let own = (start..end).rev().find(is_own).map_or(start, |last| last + 1);
    let is_comment = |index: &usize| kind(*index) == LineKind::Comment;
    let attached = own + (own..end).take_while(is_comment).count();
    let is_followed = document.sections().len() > section.index() + 1;
    // Between two sections without a blank line, a comment is the next one's.
    let own = if attached == end && is_followed { own } else { attached };
    let blank = own + (own..end).take_while(|index| kind(*index) == LineKind::Blank).count();
    start..blank
}

/// Whether a header, come to stand below this section, would be read as a part of its last value.
fn would_swallow(above: Section<'_>, header: Section<'_>) -> bool {
    let last = above.properties().next_back();
    last.is_some_and(|last| text::depth(header.line().text()) > text::depth(last.line().text()))
}

fn sessions_named(sections: Vec<Section<'_>>) -> impl Iterator<Item = Cow<'_, str>> {
    sections.into_iter().flat_map(Section::properties).filter_map(session_named)
}

fn session_named(property: Property<'_>) -> Option<Cow<'_, str>> {
    match property.value() {
        Value::Text(name) if property.has_key("sso_session") => Some(name),
        Value::Text(_) | Value::Nested(_) => None,
    }
}

//! Removing a profile, with what only it used.
//!
//! Not here: cached tokens, and other profiles that name the removed one ([`super::remarks()`] finds them).
//!
//! Source: the AWS CLI has no such command; FACTS "What `aws configure sso` writes" (removal means two files).

use super::document::Document;
use super::header::Header;
use super::line::LineKind;
use super::plan::{Plan, PlanBuilder};
use super::section::Section;
use super::text;
use super::value::Value;
use std::collections::HashSet;
use std::ops::Range;

/// What removing this profile from a config file changes: every section of that name goes, and the sso-session that
/// it named, unless another section names it too. Nothing changes where there is no such profile.
///
/// With a section go its comments and the blank lines that follow it. What stays: a comment above its header, since it
/// may be about more than this profile; a comment directly above the next header; and comments after a blank line
/// behind its last setting.
pub fn plan_remove(document: &Document, profile: &str) -> Plan {
    plan_remove_all(document, [profile])
}

/// What removing all of these changes, linear in the document: as one after the other from its beginning on. In another
/// order, and so where profiles of several sections stand between each other, the comments and blank lines between those
/// that go could go or stay, and a header lose its indentation.
pub fn plan_remove_all<'a>(
    document: &Document,
    profiles: impl IntoIterator<Item = &'a str>,
) -> Plan {
    let profiles: HashSet<&str> = profiles.into_iter().collect();
    let is_profile = |section: &Section<'_>| matches!(section.header(), Header::Profile(name) if profiles.contains(&*name));
    let mut removed: HashSet<usize> =
        document.sections().filter(is_profile).map(Section::index).collect();
    let mut sessions = HashSet::new();
    for index in &removed {
        sessions.extend(document.section(*index).properties().filter_map(session_named));
    }
    for section in document.sections().filter(|section| !removed.contains(&section.index())) {
        section.properties().filter_map(session_named).for_each(|name| {
            sessions.remove(&name);
        });
    }
    let is_session = |section: &Section<'_>| matches!(section.header(), Header::SsoSession(name) if sessions.contains(&name));
    removed.extend(document.sections().filter(is_session).map(Section::index));
    plan_remove_sections(document, &removed)
}

/// What removing these sections changes.
pub(super) fn plan_remove_sections(document: &Document, removed: &HashSet<usize>) -> Plan {
    let mut plan = PlanBuilder::new(document);
    // The last section that stays, of those so far.
    let mut above = None;
    let mut is_above_removed = false;
    for section in document.sections() {
        if removed.contains(&section.index()) {
            going_with(section).for_each(|line| plan.delete(line));
            is_above_removed = true;
            continue;
        }
        if is_above_removed && above.is_some_and(|above| would_swallow(above, section)) {
            plan.replace(section.line().index(), [text::trim(section.line().text())]);
        }
        (above, is_above_removed) = (Some(section), false);
    }
    plan.finish()
}

/// The section's own lines, and the blank lines after them.
fn going_with(section: Section<'_>) -> impl Iterator<Item = usize> {
    let document = section.document();
    let kind = move |index: usize| document.line(index).kind();
    let Range { start, end } = section.lines();
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

fn session_named(property: super::Property<'_>) -> Option<std::borrow::Cow<'_, str>> {
    match property.value() {
        Value::Text(name) if property.has_key("sso_session") => Some(name),
        _ => None,
    }
}

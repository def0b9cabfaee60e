//! Merging: writing entries into a document.
//!
//! Not here: what stands in the way ([`super::conflicts`]). Where the names are taken, a merge changes what is there.
//!
//! Source: FACTS "What `aws configure sso` writes". As the AWS CLI's writer, with what that one loses or breaks put
//! right; see the [module](super).

use super::document::Document;
use super::edit::{Edit, Target};
use super::header::Header;
use super::plan::{Plan, PlanBuilder};
use crate::entry::{Entry, Session};
use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

/// What the entries change, each merged after the one before it. Merging the same ones again changes nothing.
///
/// For each entry the profile's section comes first, then its session's. A key that is there gets its value in its
/// place; others follow the section's last one; a section that isn't there is appended. The other format's keys go,
/// since they could contradict this one's.
///
/// Linear in the document's length and the number of entries.
pub fn plan_merge<'a>(
    document: &'a Document,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> Plan {
    plan(document, entries, Sessions::Written)
}

/// As [`plan_merge`], but a session that is there stays as it is, whatever it lacks.
pub(super) fn plan_add<'a>(
    document: &'a Document,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> Plan {
    plan(document, entries, Sessions::Kept)
}

/// What becomes of the entries' sessions that are there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sessions {
    Written,
    Kept,
}

fn plan<'a>(
    document: &'a Document,
    entries: impl IntoIterator<Item = &'a Entry>,
    sessions: Sessions,
) -> Plan {
    let mut merge = Merge { edit: Edit::new(document), targets: Targets::of(document) };
    let mut last_session = None;
    for entry in entries {
        merge.profile(entry);
        // Profiles mostly follow each other with the very same session: it is merged once.
        if let Some(session) = entry.session_section()
            && !last_session.is_some_and(|last| Rc::ptr_eq(last, session))
            && !(sessions == Sessions::Kept && merge.has(session))
        {
            merge.session(session);
            last_session = Some(session);
        }
    }
    let mut plan = PlanBuilder::new(document);
    merge.edit.write(&mut plan);
    // The CLI would not read what was merged.
    plan.remove_mark();
    plan.finish()
}

struct Merge<'a> {
    edit: Edit<'a>,
    targets: Targets<'a>,
}

impl<'a> Merge<'a> {
    fn profile(&mut self, entry: &'a Entry) {
        let name = entry.profile.as_str();
        let target = *self
            .targets
            .profiles
            .entry(Cow::Borrowed(name))
            .or_insert_with(|| self.edit.append(entry.profile.header()));
        for key in entry.format.foreign_keys() {
            self.edit.unset(target, key);
        }
        for (key, value) in entry.properties() {
            self.edit.set(target, key, value);
        }
    }

    fn has(&self, session: &Session) -> bool {
        let target = self.targets.sso_sessions.get(session.name.as_str());
        matches!(target, Some(Target::There(_)))
    }

    fn session(&mut self, session: &'a Session) {
        let name = session.name.as_str();
        let target = *self
            .targets
            .sso_sessions
            .entry(Cow::Borrowed(name))
            .or_insert_with(|| self.edit.append(session.name.header()));
        for (key, value) in session.properties() {
            self.edit.set(target, key, value);
        }
    }
}

/// Where profiles and sessions are written: where the CLI reads them, the last section of a name.
pub(super) struct Targets<'a> {
    pub(super) profiles: HashMap<Cow<'a, str>, Target>,
    pub(super) sso_sessions: HashMap<Cow<'a, str>, Target>,
}

impl<'a> Targets<'a> {
    pub(super) fn of(document: &'a Document) -> Targets<'a> {
        let mut targets = Targets { profiles: HashMap::new(), sso_sessions: HashMap::new() };
        for section in document.sections() {
            let target = Target::There(section.index());
            match section.header() {
                Header::Profile(name) => targets.profiles.insert(name, target),
                Header::SsoSession(name) => targets.sso_sessions.insert(name, target),
                Header::Services(_) | Header::Defaults | Header::Nameless | Header::Other => None,
            };
        }
        targets
    }
}

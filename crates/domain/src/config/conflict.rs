//! Conflicts: what a merge would change of what a file has. To be asked for before merging.

use super::{Document, Excerpt, LineNumber, ProfileUse, Reading, Settings, adopt, read};
use crate::entry::{Entry, SsoSession};
use crate::names::{ProfileName, SessionName};
use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;

/// A name that is taken, and one that is free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// A session of this name has other values, so that profiles sign in otherwise after the merge.
    Session {
        name: SessionName,
        /// Its header's line.
        line: LineNumber,
        changed: Vec<ChangedKey>,
        /// The profiles that use it, besides the entries' own.
        profiles: Vec<Excerpt>,
        /// A name that the file doesn't have.
        free: SessionName,
    },
    /// A profile of this name has other values, or gets its credentials in another way.
    Profile {
        name: ProfileName,
        /// Its header's line.
        line: LineNumber,
        /// What it is for. A merge would put this entry's account and role in that one's place.
        there: ProfileUse,
        /// Empty where nothing of it changes, but what is added comes in the way of what it is for.
        changed: Vec<ChangedKey>,
        /// A name that neither the file nor an entry has.
        free: ProfileName,
    },
}

impl Conflict {
    /// The name that is taken.
    pub fn name(&self) -> &str {
        match self {
            Conflict::Session { name, .. } => name.as_str(),
            Conflict::Profile { name, .. } => name.as_str(),
        }
    }
}

/// A key that a merge gives another value, or takes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedKey {
    pub key: &'static str,
    pub there: Excerpt,
    /// `None` where the key goes.
    pub new: Option<Excerpt>,
}

/// What stands in the way of merging these entries, in their order, no two of which have one name; empty where nothing
/// that is there changes. The same portal in another spelling is no conflict, as [`adopt`] keeps the file's. Linear for
/// each session that conflicts.
pub fn conflicts(document: &Document, entries: &[Entry]) -> Vec<Conflict> {
    let mut entries = entries.to_vec();
    adopt(document, &mut entries);
    let reading = read(document);
    let names = entries.iter().map(|entry| entry.profile.as_str());
    let names: HashSet<Cow<'_, str>> = names.map(Cow::from).collect();
    let mut taken = names.clone();
    taken.extend(reading.profiles().map(|profile| Cow::from(profile.name())));
    let mut conflicts = Vec::new();
    let mut last: Option<&Rc<SsoSession>> = None;
    for entry in &entries {
        conflicts.extend(profile_conflict(&reading, entry, &mut taken));
        // Profiles mostly follow each other with the very same session.
        let session = entry.session_section();
        if let Some(session) = session.filter(|it| !last.is_some_and(|last| Rc::ptr_eq(last, it))) {
            conflicts.extend(session_conflict(&reading, session, &names));
            last = Some(session);
        }
    }
    conflicts
}

fn profile_conflict(
    reading: &Reading<'_>,
    entry: &Entry,
    taken: &mut HashSet<Cow<'_, str>>,
) -> Option<Conflict> {
    let name = &entry.profile;
    let profile = reading.profile(name.as_str())?;
    let there = ProfileUse::of(profile);
    let new = entry.properties().map(|(key, value)| (key, Some(value)));
    let going = entry.format.foreign_keys().iter().map(|key| (*key, None));
    let changed = changed(profile, &mut new.chain(going));
    let is_kept = matches!(there, ProfileUse::Settings | ProfileUse::SignIn { .. });
    if is_kept && changed.is_empty() {
        return None;
    }
    let with_account = format!("{name}-{}", entry.account_id);
    let with_role = format!("{with_account}-{}", entry.role_name);
    let numbered = (2..).map(|number| format!("{with_role}-{number}"));
    let mut names = [with_account, with_role.clone()].into_iter().chain(numbered);
    let free = names.find(|name| taken.insert(name.clone().into()));
    let free = free.and_then(|name| ProfileName::parse(&name).ok());
    Some(Conflict::Profile {
        name: name.clone(),
        line: profile.section().line().number(),
        there,
        changed,
        free: free.unwrap_or_else(|| name.clone()),
    })
}

/// These profiles are merged themselves.
fn session_conflict(
    reading: &Reading<'_>,
    session: &SsoSession,
    merged: &HashSet<Cow<'_, str>>,
) -> Option<Conflict> {
    let name = &session.name;
    let there = reading.sso_session(name.as_str())?;
    let changed = changed(there, &mut session.properties().map(|(key, value)| (key, Some(value))));
    if changed.is_empty() {
        return None;
    }
    let is_user = |profile: &&Settings<'_>| {
        profile.text("sso_session").as_deref() == Some(name.as_str())
            && !merged.contains(profile.name())
    };
    let users = reading.profiles().filter(is_user).map(|profile| profile.name().into());
    let mut names = (2..).map(|number| format!("{name}-{number}"));
    let free = names.find(|name| reading.sso_session(name).is_none());
    let free = free.and_then(|name| SessionName::parse(&name).ok());
    Some(Conflict::Session {
        name: name.clone(),
        line: there.section().line().number(),
        changed,
        profiles: users.collect(),
        free: free.unwrap_or_else(|| name.clone()),
    })
}

/// What changes of what a section says itself. To fill in an empty value takes nothing from anybody.
fn changed(
    there: &Settings<'_>,
    new: &mut dyn Iterator<Item = (&'static str, Option<&str>)>,
) -> Vec<ChangedKey> {
    let mut changed = Vec::new();
    for (key, new) in new {
        let Some(property) = there.section().property(key) else { continue };
        let value = property.value();
        let there = value.as_text().unwrap_or("…");
        if !there.is_empty() && Some(there) != new {
            changed.push(ChangedKey { key, there: there.into(), new: new.map(Excerpt::from) });
        }
    }
    changed
}

#[cfg(test)]
mod tests;

//! Conflicts: what a merge would change of what a file has. To be asked for before merging.

use super::{Document, Excerpt, LineNumber, ProfileUse, Reading, Settings, adopt, read};
use crate::entry::{Entry, SsoSession};
use crate::names::{ProfileName, SessionName};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// A name that is taken, and one that is free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// A session of this name has other values, so that profiles sign in otherwise after the merge.
    Session {
        name: SessionName,
        /// Its header's line; `None` where another one of the entries has the name.
        line: Option<LineNumber>,
        changed: Vec<ChangedKey>,
        /// The profiles that use it, besides the entries' own.
        profiles: Vec<Excerpt>,
        /// A name that neither the file nor an entry has.
        free: SessionName,
    },
    /// A profile of this name has other values, or gets its credentials in another way.
    Profile {
        name: ProfileName,
        /// Its header's line; `None` where another one of the entries has the name.
        line: Option<LineNumber>,
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

/// What stands in the way of merging these entries, in their order; empty where nothing that is there changes. The same
/// portal in another spelling is no conflict, as [`adopt`] keeps the file's. Linear for each session that conflicts.
pub fn conflicts<'a>(
    document: &Document,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> Vec<Conflict> {
    let mut entries: Vec<Entry> = entries.into_iter().cloned().collect();
    if entries.is_empty() {
        return Vec::new();
    }
    adopt(document, &mut entries);
    let reading = read(document);
    let profile_names = entries.iter().map(|entry| entry.profile.as_str());
    let session_names = entries.iter().map(|entry| entry.session.name.as_str());
    let mut search = Search {
        profile_names: taken(reading.profiles(), profile_names),
        session_names: taken(reading.sso_sessions(), session_names),
        entries: &entries,
        reading: &reading,
    };
    // Who had a name last.
    let mut profiles: HashMap<Cow<'_, str>, usize> = HashMap::with_capacity(entries.len());
    let mut sessions: HashMap<Cow<'_, str>, usize> = HashMap::new();
    let mut conflicts = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let earlier = profiles.insert(entry.profile.as_str().into(), at);
        conflicts.extend(search.profile(entry, earlier.map(|at| &entries[at])));
        let Some(session) = entry.session_section() else { continue };
        let earlier =
            sessions.insert(session.name.as_str().into(), at).map(|at| &entries[at].session);
        // Profiles mostly follow each other with the very same session.
        if !earlier.is_some_and(|earlier| Rc::ptr_eq(earlier, session)) {
            conflicts.extend(search.session(session, earlier.map(|it| &**it)));
        }
    }
    conflicts
}

struct Search<'a> {
    reading: &'a Reading<'a>,
    profile_names: HashSet<Cow<'a, str>>,
    session_names: HashSet<Cow<'a, str>>,
    entries: &'a [Entry],
}

impl Search<'_> {
    /// Against an earlier entry of the same name; where there is none, against the file.
    fn profile(&mut self, entry: &Entry, earlier: Option<&Entry>) -> Option<Conflict> {
        let in_file = self.reading.profile(entry.profile.as_str()).filter(|_| earlier.is_none());
        let there = match earlier {
            Some(earlier) => ProfileUse::SignIn {
                account_id: earlier.account_id.as_str().into(),
                role_name: earlier.role_name.as_str().into(),
            },
            None => ProfileUse::of(in_file?),
        };
        let new: Vec<Property<'_>> = entry.properties().collect();
        let earlier: Option<Vec<Property<'_>>> = earlier.map(|it| it.properties().collect());
        let changed = changed(&new, entry.format.foreign_keys(), earlier.as_deref(), in_file);
        let is_compatible = match there {
            ProfileUse::Settings | ProfileUse::SignIn { .. } => changed.is_empty(),
            ProfileUse::AssumedRole { .. }
            | ProfileUse::WebIdentity
            | ProfileUse::Login
            | ProfileUse::Process
            | ProfileUse::AccessKeys => false,
        };
        if is_compatible {
            return None;
        }
        let name = &entry.profile;
        let with_account = format!("{name}-{}", entry.account_id);
        let with_role = format!("{with_account}-{}", entry.role_name);
        let numbered = (2..).map(|number| format!("{with_role}-{number}"));
        let names = [with_account.clone(), with_role.clone()].into_iter().chain(numbered);
        let free = free(names, &mut self.profile_names);
        let free = free.and_then(|name| ProfileName::parse(&name).ok());
        Some(Conflict::Profile {
            name: name.clone(),
            line: in_file.map(|profile| profile.section().line().number()),
            there,
            changed,
            free: free.unwrap_or_else(|| name.clone()),
        })
    }

    /// As [`Self::profile`].
    fn session(&mut self, session: &SsoSession, earlier: Option<&SsoSession>) -> Option<Conflict> {
        let in_file = self.reading.sso_session(session.name.as_str());
        let in_file = in_file.filter(|_| earlier.is_none());
        let new: Vec<Property<'_>> = session.properties().collect();
        let earlier: Option<Vec<Property<'_>>> = earlier.map(|it| it.properties().collect());
        let changed = changed(&new, &[], earlier.as_deref(), in_file);
        if changed.is_empty() {
            return None;
        }
        let name = &session.name;
        let free = free((2..).map(|number| format!("{name}-{number}")), &mut self.session_names);
        let free = free.and_then(|name| SessionName::parse(&name).ok());
        Some(Conflict::Session {
            name: name.clone(),
            line: in_file.map(|session| session.section().line().number()),
            changed,
            profiles: self.users(name),
            free: free.unwrap_or_else(|| name.clone()),
        })
    }

    /// The profiles of the file that use a session, but for those that are merged themselves.
    fn users(&self, session: &SessionName) -> Vec<Excerpt> {
        let merged = self.entries.iter().map(|it| it.profile.as_str().into());
        let merged: HashSet<Cow<'_, str>> = merged.collect();
        let is_one = |profile: &&Settings<'_>| {
            profile.text("sso_session").as_deref() == Some(session.as_str())
                && !merged.contains(profile.name())
        };
        self.reading.profiles().filter(is_one).map(|profile| profile.name().into()).collect()
    }
}

/// A key with its value.
type Property<'e> = (&'static str, &'e str);

/// What changes of what is there, in an earlier entry or in the file. To fill in an empty value takes nothing from
/// anybody.
fn changed(
    new: &[Property<'_>],
    foreign: &[&'static str],
    earlier: Option<&[Property<'_>]>,
    in_file: Option<&Settings<'_>>,
) -> Vec<ChangedKey> {
    let there = |key: &str| match earlier {
        Some(earlier) => earlier.iter().find(|it| it.0 == key).map(|it| it.1.into()),
        None => text_of(in_file?, key),
    };
    let new = new.iter().map(|(key, value)| (*key, Some(*value)));
    let mut changed = Vec::new();
    for (key, new) in new.chain(foreign.iter().map(|key| (*key, None))) {
        let there: Option<Excerpt> = there(key);
        if let Some(there) = there.filter(|it| !it.is_empty() && Some(&**it) != new) {
            changed.push(ChangedKey { key, there, new: new.map(Excerpt::from) });
        }
    }
    changed
}

/// What a section says itself.
fn text_of(settings: &Settings<'_>, key: &str) -> Option<Excerpt> {
    let property = settings.section().property(key)?;
    Some(property.value().as_text().unwrap_or("…").into())
}

/// The first of these names that isn't taken; it is then.
fn free(
    mut names: impl Iterator<Item = String>,
    taken: &mut HashSet<Cow<'_, str>>,
) -> Option<String> {
    names.find(|name| taken.insert(name.clone().into()))
}

fn taken<'a>(
    there: impl Iterator<Item = &'a Settings<'a>>,
    entries: impl Iterator<Item = &'a str>,
) -> HashSet<Cow<'a, str>> {
    there.map(Settings::name).chain(entries).map(Cow::from).collect()
}

#[cfg(test)]
mod tests;

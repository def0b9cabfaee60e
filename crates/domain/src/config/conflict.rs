//! Conflicts: names that a merge would take from something else. To be asked for before merging.
//!
//! Not here: faults that are in the file already ([`super::remarks()`]).

use super::document::Document;
use super::line::LineNumber;
use super::read::{Reading, Settings, read};
use super::usage::ProfileUse;
use crate::entry::{Entry, Session};
use crate::names::{ProfileName, SessionName};
use crate::start_url::StartUrl;
use std::collections::{HashMap, HashSet};

/// A name that is taken, and one that is free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// A session of this name signs in elsewhere: at another portal, or in another region.
    Session {
        /// The name.
        name: SessionName,
        /// Its header's line; `None` where another one of the entries has the name.
        line: Option<LineNumber>,
        /// The start URL there.
        start_url: Option<Box<str>>,
        /// The region there.
        region: Option<Box<str>>,
        /// The profiles that would sign in elsewhere after the merge, besides the entries' own.
        profiles: Vec<Box<str>>,
        /// A name that neither the file nor an entry has.
        free: SessionName,
    },
    /// A profile of this name is for something else.
    Profile {
        /// The name.
        name: ProfileName,
        /// Its header's line; `None` where another one of the entries has the name.
        line: Option<LineNumber>,
        /// What it is for. A merge would put this entry's account and role in that one's place.
        there: ProfileUse,
        /// A name that neither the file nor an entry has.
        free: ProfileName,
    },
}

/// What stands in the way of merging these entries, in their order; empty where nothing would be lost. The same portal
/// in another spelling is no conflict. Linear, as the merge is.
pub fn conflicts<'a>(
    document: &Document,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> Vec<Conflict> {
    let entries: Vec<&Entry> = entries.into_iter().collect();
    if entries.is_empty() {
        return Vec::new();
    }
    let reading = read(document);
    let mut search = Search {
        profile_names: taken(
            reading.profiles(),
            entries.iter().map(|entry| entry.profile.as_str()),
        ),
        session_names: taken(
            reading.sso_sessions(),
            entries.iter().map(|entry| entry.session.name.as_str()),
        ),
        users: users(&reading, &entries),
        reading: &reading,
    };
    let mut profiles: HashMap<&ProfileName, &Entry> = HashMap::with_capacity(entries.len());
    let mut sessions: HashMap<&SessionName, &Session> = HashMap::new();
    let mut conflicts = Vec::new();
    for entry in &entries {
        match profiles.insert(&entry.profile, entry) {
            None => conflicts.extend(search.profile(entry)),
            Some(earlier) => conflicts.extend(search.profile_twice(entry, earlier)),
        }
        if let Some(session) = entry.session_section() {
            match sessions.insert(&session.name, session) {
                None => conflicts.extend(search.session(session)),
                Some(earlier) if std::ptr::eq(earlier, &raw const **session) => {}
                Some(earlier) => conflicts.extend(search.session_twice(session, earlier)),
            }
        }
    }
    conflicts
}

struct Search<'a> {
    reading: &'a Reading<'a>,
    profile_names: HashSet<String>,
    session_names: HashSet<String>,
    /// By session, the profiles that aren't merged themselves.
    users: HashMap<String, Vec<Box<str>>>,
}

impl Search<'_> {
    fn profile(&mut self, entry: &Entry) -> Option<Conflict> {
        let profile = self.reading.profile(entry.profile.as_str())?;
        let there = ProfileUse::of(profile);
        let is_same = match &there {
            ProfileUse::Settings => true,
            ProfileUse::SignIn { account_id, role_name } => {
                let is = |there: &str, wanted: &str| there.is_empty() || there == wanted;
                is(account_id, entry.account_id.as_str()) && is(role_name, entry.role_name.as_str())
            }
            _ => false,
        };
        let line = Some(profile.section().line().number());
        (!is_same).then(|| self.profile_conflict(entry, line, there))
    }

    fn profile_twice(&mut self, entry: &Entry, earlier: &Entry) -> Option<Conflict> {
        let is_same =
            entry.account_id == earlier.account_id && entry.role_name == earlier.role_name;
        let there = ProfileUse::SignIn {
            account_id: earlier.account_id.as_str().into(),
            role_name: earlier.role_name.as_str().into(),
        };
        (!is_same).then(|| self.profile_conflict(entry, None, there))
    }

    fn profile_conflict(
        &mut self,
        entry: &Entry,
        line: Option<LineNumber>,
        there: ProfileUse,
    ) -> Conflict {
        let name = &entry.profile;
        let with_account = format!("{name}-{}", entry.account_id);
        let with_role = format!("{with_account}-{}", entry.role_name);
        let numbered = (2..).map(|number| format!("{with_role}-{number}"));
        let names = [with_account.clone(), with_role.clone()].into_iter().chain(numbered);
        let free = free(names, &mut self.profile_names);
        let free =
            free.and_then(|name| ProfileName::parse(&name).ok()).unwrap_or_else(|| name.clone());
        Conflict::Profile { name: name.clone(), line, there, free }
    }

    fn session(&mut self, session: &Session) -> Option<Conflict> {
        let there = self.reading.sso_session(session.name.as_str())?;
        let start_url = there.text("sso_start_url").map(Box::from);
        let region = there.text("sso_region").map(Box::from);
        let line = Some(there.section().line().number());
        self.session_conflict(session, line, start_url, region)
    }

    fn session_twice(&mut self, session: &Session, earlier: &Session) -> Option<Conflict> {
        let start_url = Some(earlier.start_url.as_str().into());
        self.session_conflict(session, None, start_url, Some(earlier.region.as_str().into()))
    }

    fn session_conflict(
        &mut self,
        session: &Session,
        line: Option<LineNumber>,
        start_url: Option<Box<str>>,
        region: Option<Box<str>>,
    ) -> Option<Conflict> {
        let same_portal =
            start_url.as_deref().is_none_or(|url| is_same_portal(url, session.start_url.as_str()));
        let same_region = region.as_deref().is_none_or(|region| region == session.region.as_str());
        if same_portal && same_region {
            return None;
        }
        let name = &session.name;
        let free = free((2..).map(|number| format!("{name}-{number}")), &mut self.session_names);
        Some(Conflict::Session {
            name: name.clone(),
            line,
            start_url,
            region,
            profiles: self.users.get(name.as_str()).cloned().unwrap_or_default(),
            free: free
                .and_then(|name| SessionName::parse(&name).ok())
                .unwrap_or_else(|| name.clone()),
        })
    }
}

/// Whether two spellings lead to one portal.
pub(super) fn is_same_portal(one: &str, other: &str) -> bool {
    one == other
        || matches!((StartUrl::parse(one), StartUrl::parse(other)), (Ok(one), Ok(other)) if one.as_str() == other.as_str())
}

/// The first of these names that isn't taken; it is then.
fn free(mut names: impl Iterator<Item = String>, taken: &mut HashSet<String>) -> Option<String> {
    names.find(|name| taken.insert(name.clone()))
}

fn taken<'a>(
    there: impl Iterator<Item = &'a Settings<'a>>,
    entries: impl Iterator<Item = &'a str>,
) -> HashSet<String> {
    there.map(Settings::name).chain(entries).map(str::to_owned).collect()
}

fn users(reading: &Reading<'_>, entries: &[&Entry]) -> HashMap<String, Vec<Box<str>>> {
    let merged: HashSet<&str> = entries.iter().map(|entry| entry.profile.as_str()).collect();
    let mut users: HashMap<String, Vec<Box<str>>> = HashMap::new();
    for profile in reading.profiles().filter(|profile| !merged.contains(profile.name())) {
        if let Some(session) = profile.text("sso_session") {
            users.entry(session.into_owned()).or_default().push(profile.name().into());
        }
    }
    users
}

#[cfg(test)]
mod tests;

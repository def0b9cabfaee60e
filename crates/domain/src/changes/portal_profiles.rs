//! The profiles of a file that sign in at one portal, and how.

use crate::config::{Excerpt, LineNumber, ProfileUse, Reading, Settings, is_for};
use crate::entry::{Format, SsoSession};
use crate::names::{AccountId, SessionName};
use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

/// They, and the sessions of that portal.
pub(super) struct PortalProfiles<'r> {
    /// Only those that name a whole account id and a role: of others there is a remark.
    pub(super) profiles: Vec<PortalProfile<'r>>,
    /// The portal's sessions in the file's order, with how many profiles use each, and how many of these have its
    /// start URL and region besides.
    sessions: Vec<(&'r str, Uses)>,
    legacy: usize,
}

#[derive(Clone, Copy, Default)]
struct Uses {
    all: usize,
    both: usize,
}

pub(super) struct PortalProfile<'r> {
    pub(super) name: &'r str,
    pub(super) line: LineNumber,
    pub(super) account_id: AccountId,
    pub(super) role_name: Excerpt,
}

impl<'r> PortalProfiles<'r> {
    /// `None` where nothing signs in there.
    pub(super) fn of(reading: &'r Reading<'_>, session: &SsoSession) -> Option<PortalProfiles<'r>> {
        let there = reading.sso_sessions().filter(|there| is_for(there, session));
        let sessions: Vec<(&str, Uses)> =
            there.map(|there| (there.name(), Uses::default())).collect();
        let mut places: HashMap<Cow<'_, str>, usize> = HashMap::new();
        for (place, (name, _)) in sessions.iter().enumerate() {
            places.insert((*name).into(), place);
        }
        let mut found = PortalProfiles { profiles: Vec::new(), sessions, legacy: 0 };
        // Legacy profiles mostly have the very same start URL: it is compared once.
        let mut last: Option<([Cow<'_, str>; 2], bool)> = None;
        for profile in reading.profiles() {
            let ProfileUse::SignIn { account_id, role_name } = ProfileUse::of(profile) else {
                continue;
            };
            let of_session = match profile.text("sso_session") {
                Some(name) => match places.get(&*name) {
                    Some(place) => Some(*place),
                    None => continue,
                },
                None => {
                    let text = |key| profile.text(key).unwrap_or_default();
                    let portal = [text("sso_start_url"), text("sso_region")];
                    let is_there = match &last {
                        Some((compared, is_there)) if *compared == portal => *is_there,
                        _ => is_for(profile, session),
                    };
                    last = Some((portal, is_there));
                    if !is_there {
                        continue;
                    }
                    None
                }
            };
            found.count(profile, of_session);
            let Ok(account_id) = AccountId::parse(&account_id) else { continue };
            if !role_name.is_empty() {
                found.profiles.push(PortalProfile {
                    name: profile.name(),
                    line: profile.section().line().number(),
                    account_id,
                    role_name,
                });
            }
        }
        (found.legacy > 0 || !found.sessions.is_empty()).then_some(found)
    }

    fn count(&mut self, profile: &Settings<'_>, session: Option<usize>) {
        match session.and_then(|place| self.sessions.get_mut(place)) {
            Some((_, uses)) => {
                uses.all += 1;
                uses.both += usize::from(profile.get("sso_start_url").is_some());
            }
            None => self.legacy += 1,
        }
    }

    /// How most of them sign in, and through which session; the first of several as common.
    pub(super) fn home(&self, asked: &SsoSession) -> (Format, Rc<SsoSession>) {
        let sessions = self.sessions.iter().rev();
        let most = sessions.max_by_key(|(_, uses)| uses.all).filter(|it| it.1.all >= self.legacy);
        let named = most.and_then(|(name, uses)| Some((SessionName::parse(name).ok()?, uses)));
        let Some((name, uses)) = named else { return (Format::Legacy, Rc::new(asked.clone())) };
        let format = if uses.both * 2 > uses.all { Format::Both } else { Format::SsoSession };
        (format, Rc::new(SsoSession { name, ..asked.clone() }))
    }
}

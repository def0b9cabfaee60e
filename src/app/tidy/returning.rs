//! What changed at the portal since this config was written, and what of it is wanted.
//!
//! Not here: what counts as a change ([`onramp_domain::config::since`]). It is looked for when the config, the lists or
//! the options of "Set up" are others than before, and only once the lists have stopped coming.

use super::draft::{Done, Draft};
use super::overview::{Group, GroupKind};
use crate::app::event::ReturningEvent;
use crate::app::route::share_link;
use crate::app::setup::Center;
use crate::app::setup::catalog::RoleKey;
use crate::app::setup::options::Options;
use onramp_domain::config::{NewRole, Plan, Since, adopt, plan_update, since};
use onramp_domain::entry::{Entry, Session};
use onramp_domain::listing::{Accounts, Phase};
use onramp_domain::profile_names::Template;
use onramp_domain::{Region, StartUrl};
use std::collections::HashSet;
use std::rc::Rc;

/// What changed, and what is ticked of it.
#[derive(Debug, Default)]
pub struct Returning {
    state: State,
    looked_at: Option<LookedAt>,
    wanted: HashSet<RoleKey>,
    unwanted: HashSet<Rc<str>>,
}

/// What there is to say.
#[derive(Debug, Default)]
pub enum State {
    /// Nothing: nobody's accounts are listed, or the config does not sign in there.
    #[default]
    Nothing,
    /// The accounts are being listed.
    Listing,
    /// This.
    Told(Box<Since>),
}

/// From what it was made; while that stays, so does the state.
#[derive(Debug)]
struct LookedAt {
    text: Rc<str>,
    session: Session,
    options: Options,
    /// `None` while they come.
    accounts: Option<Accounts>,
}

impl Returning {
    /// What there is to say.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Whether a new role is ticked.
    pub fn is_wanted(&self, new: &NewRole) -> bool {
        self.wanted.contains(&key(new))
    }

    /// Whether a profile is ticked to go.
    pub fn is_unwanted(&self, profile: &str) -> bool {
        self.unwanted.contains(profile)
    }

    /// The profiles that are ticked to go.
    pub(super) fn unwanted(&self) -> impl Iterator<Item = &str> {
        self.unwanted.iter().map(|profile| &**profile)
    }

    /// How many new roles are ticked, and how many profiles to go.
    pub fn ticked(&self) -> (usize, usize) {
        (self.wanted.len(), self.unwanted.len())
    }

    /// A checkbox was pressed.
    pub(super) fn event(&mut self, event: ReturningEvent) {
        let State::Told(since) = &self.state else { return };
        match event {
            ReturningEvent::NewToggled(place) => {
                if let Some(new) = since.new.get(place) {
                    toggle(&mut self.wanted, key(new));
                }
            }
            ReturningEvent::AllNewToggled => {
                toggle_all(&mut self.wanted, since.new.iter().map(key), since.new.len());
            }
            ReturningEvent::GoneToggled(place) => {
                if let Some(gone) = since.gone.get(place) {
                    toggle(&mut self.unwanted, Rc::clone(&gone.profile));
                }
            }
            ReturningEvent::AllGoneToggled => {
                let profiles = since.gone.iter().map(|gone| Rc::clone(&gone.profile));
                toggle_all(&mut self.unwanted, profiles, since.gone.len());
            }
        }
    }

    /// What adding and removing all that is ticked changes; `None` where something else was looked at.
    pub(super) fn plan(&self, draft: &Draft) -> Option<Plan> {
        let (State::Told(since), Some(LookedAt { options, text, .. })) =
            (&self.state, &self.looked_at)
        else {
            return None;
        };
        if !Rc::ptr_eq(text, draft.text().expose()) {
            return None;
        }
        let document = draft.document();
        let region = Region::parse(since.session.region.as_str()).ok();
        let entry = |new: &NewRole| Entry {
            format: since.format,
            ..options.entry(&since.session, key(new), new.profile.clone(), region.as_ref())
        };
        let wanted = since.new.iter().filter(|new| self.is_wanted(new));
        let mut added: Vec<Entry> = wanted.map(entry).collect();
        adopt(document, &mut added);
        let removed = since.gone.iter().map(|gone| &*gone.profile);
        let removed = removed.filter(|profile| self.is_unwanted(profile));
        Some(plan_update(document, &added, removed))
    }

    /// What is done then.
    pub(super) fn done(&self) -> Done {
        let (added, removed) = self.ticked();
        Done::Updated { added, removed }
    }

    /// Looks anew where there is something new to look at.
    pub(super) fn look(&mut self, draft: &Draft, center: &Center) {
        let Some(session) = center.listed_session() else {
            if self.looked_at.is_some() {
                *self = Returning::default();
            }
            return;
        };
        let listing = center.listing();
        let is_coming = matches!(listing.phase(), Phase::Running | Phase::AwaitingToken);
        let looks_at = LookedAt {
            text: Rc::clone(draft.text().expose()),
            session,
            options: center.choice().options().clone(),
            accounts: (!is_coming).then(|| listing.accounts().clone()),
        };
        if self.looked_at.as_ref().is_some_and(|before| before.is_same(&looks_at)) {
            return;
        }
        let session = &looks_at.session;
        self.state = if !signs_in(draft, session) {
            State::Nothing
        } else if is_coming {
            State::Listing
        } else {
            let told = since(draft.document(), session, listing, &template(&looks_at.options));
            told.map_or(State::Nothing, |since| State::Told(Box::new(since)))
        };
        self.looked_at = Some(looks_at);
        self.drop_stale_ticks();
    }

    /// What is no longer told is no longer ticked. While lists come, nothing is known to be stale.
    fn drop_stale_ticks(&mut self) {
        match &self.state {
            State::Listing => {}
            State::Nothing => {
                self.wanted.clear();
                self.unwanted.clear();
            }
            State::Told(since) => {
                let new: HashSet<RoleKey> = since.new.iter().map(key).collect();
                self.wanted.retain(|key| new.contains(key));
                let gone: HashSet<&str> = since.gone.iter().map(|gone| &*gone.profile).collect();
                self.unwanted.retain(|profile| gone.contains(&**profile));
            }
        }
    }
}

impl LookedAt {
    fn is_same(&self, other: &LookedAt) -> bool {
        Rc::ptr_eq(&self.text, &other.text)
            && self.accounts == other.accounts
            && self.options == other.options
            && self.session == other.session
    }
}

/// Whether anything in the config signs in there. The domain looks closer.
fn signs_in(draft: &Draft, session: &Session) -> bool {
    let Ok(portal) = StartUrl::parse(session.start_url.as_str()) else { return false };
    let mut groups = draft.overview().groups().iter().filter_map(sign_in);
    draft.is_config()
        && groups.any(|group| {
            StartUrl::parse(group.start_url).is_ok_and(|it| it.as_str() == portal.as_str())
        })
}

/// The portal at which most of a config's profiles sign in: its host, and a link that fills "Set up" in for it.
pub fn portal_to_see(draft: &Draft) -> Option<(String, String)> {
    let groups = draft.overview().groups().iter().filter(|group| !group.rows.is_empty()).rev();
    let portals = groups.filter_map(|group| Some((group.rows.len(), sign_in(group)?)));
    let (_, most) = portals.max_by_key(|(profiles, _)| *profiles)?;
    let start_url = StartUrl::parse(most.start_url).ok()?;
    let link = share_link(start_url.as_str(), most.region, most.session);
    Some((start_url.host().to_owned(), link))
}

/// Where a group's profiles sign in.
struct SignIn<'a> {
    start_url: &'a str,
    region: &'a str,
    /// Empty where there is none.
    session: &'a str,
}

fn sign_in(group: &Group) -> Option<SignIn<'_>> {
    match &group.kind {
        GroupKind::Session { name, start_url, region } => {
            Some(SignIn { start_url, region, session: name })
        }
        GroupKind::Legacy { start_url, region } => Some(SignIn { start_url, region, session: "" }),
        GroupKind::AssumedRole
        | GroupKind::WebIdentity
        | GroupKind::Login
        | GroupKind::Process
        | GroupKind::AccessKeys
        | GroupKind::Settings => None,
    }
}

/// The template of "Set up"; the CLI's own while that one is being typed.
fn template(options: &Options) -> Template {
    Template::parse(options.template()).unwrap_or_default()
}

fn key(new: &NewRole) -> RoleKey {
    RoleKey { account: new.account.id, role: new.role.clone() }
}

fn toggle<T: Eq + std::hash::Hash>(ticked: &mut HashSet<T>, one: T) {
    if !ticked.remove(&one) {
        ticked.insert(one);
    }
}

/// All become ticked; or, where all are, none.
fn toggle_all<T: Eq + std::hash::Hash>(
    ticked: &mut HashSet<T>,
    all: impl Iterator<Item = T>,
    count: usize,
) {
    if ticked.len() == count { ticked.clear() } else { ticked.extend(all) }
}

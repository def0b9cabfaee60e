//! What changed at the portal since this config was written, and what of it is wanted.
//!
//! What counts as a change is `onramp_domain::changes`' matter.

use super::{Draft, Group, SignIn};
use crate::effect::PortalListing;
use crate::host_config::{HostConfig, HostSettings};
use crate::route::share_link;
use onramp_domain::StartUrl;
use onramp_domain::changes::{Changes, GoneProfile, NewProfiles, NewRole, changes};
use onramp_domain::config::{Excerpt, adopt};
use onramp_domain::entry::Entry;
use onramp_domain::listing::{AccountList, Listing, Phase};
use onramp_domain::names::{AccountId, RoleName};
use onramp_domain::sort::sort_by;
use std::rc::Rc;

/// What changed, and what is ticked of it.
#[derive(Debug, Default)]
pub struct PortalChanges {
    listed: Option<Rc<PortalListing>>,
    known: Known,
    /// In order.
    ticked: Vec<Wish>,
}

/// What is ticked: it stays so while the lists around it change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Wish {
    Add(AccountId, RoleName),
    Remove(Excerpt),
}

#[derive(Debug, Default)]
pub enum Known {
    #[default]
    SignedOut,
    /// Nothing: the config doesn't sign in there.
    Elsewhere,
    Listing,
    Changes(Box<Changes>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// To add the new role with this index.
    NewRole(usize),
    AllNewRoles,
    /// To remove the profile without a role with this index.
    GoneProfile(usize),
    AllGoneProfiles,
}

impl PortalChanges {
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// Whether a checkbox is ticked; one for all is where all are.
    pub fn is_ticked(&self, tick: Tick) -> bool {
        let wishes = self.wishes(tick);
        !wishes.is_empty() && wishes.iter().all(|wish| has(&self.ticked, wish))
    }

    fn wishes(&self, tick: Tick) -> Vec<Wish> {
        let Known::Changes(changes) = &self.known else { return vec![] };
        let remove = |gone: &GoneProfile| Wish::Remove(gone.profile.clone());
        match tick {
            Tick::NewRole(index) => changes.new.get(index).map(add).into_iter().collect(),
            Tick::AllNewRoles => changes.new.iter().map(add).collect(),
            Tick::GoneProfile(index) => changes.gone.get(index).map(remove).into_iter().collect(),
            Tick::AllGoneProfiles => changes.gone.iter().map(remove).collect(),
        }
    }

    pub fn unwanted(&self) -> impl Iterator<Item = &str> {
        self.ticked.iter().filter_map(|wish| match wish {
            Wish::Add(..) => None,
            Wish::Remove(profile) => Some(&**profile),
        })
    }

    /// How many new roles are ticked, and how many profiles to go.
    pub fn ticked(&self) -> (usize, usize) {
        let unwanted = self.unwanted().count();
        (self.ticked.len() - unwanted, unwanted)
    }

    /// Whether AWS can be asked again for what it did not list.
    pub fn can_list_again(&self) -> bool {
        self.listed.as_ref().and_then(|listed| listed.listing.as_deref()).is_some_and(has_failed)
    }

    /// The entries of the new roles that are ticked.
    pub fn wanted(&self, draft: &Draft) -> Vec<Entry> {
        let Known::Changes(changes) = &self.known else { return Vec::new() };
        let ticked = changes.new.iter().filter(|new| has(&self.ticked, &add(new)));
        let mut wanted: Vec<Entry> = ticked.map(|new| new.entry.clone()).collect();
        adopt(draft.config.document(), &mut wanted);
        wanted
    }

    pub fn toggle(&mut self, tick: Tick) {
        let wishes = sorted(self.wishes(tick));
        let is_ticked = self.is_ticked(tick);
        self.ticked.retain(|wish| !has(&wishes, wish));
        if !is_ticked {
            self.ticked.extend(wishes);
            self.ticked = sorted(std::mem::take(&mut self.ticked));
        }
    }

    pub fn listed(
        &mut self,
        listed: Option<Rc<PortalListing>>,
        draft: &Draft,
        host: &HostSettings,
    ) {
        self.listed = listed;
        self.look(draft, host);
    }

    pub fn look(&mut self, draft: &Draft, host: &HostSettings) {
        self.known = match &self.listed {
            None => Known::SignedOut,
            Some(listed) => compare(draft, listed, host),
        };
        self.drop_stale_ticks();
    }

    /// What is no longer shown is no longer ticked. While lists come, nothing is known to be stale.
    fn drop_stale_ticks(&mut self) {
        match &self.known {
            Known::Listing => {}
            Known::SignedOut | Known::Elsewhere => self.ticked.clear(),
            Known::Changes(_) => {
                let shown = [Tick::AllNewRoles, Tick::AllGoneProfiles].map(|all| self.wishes(all));
                let shown = sorted(shown.concat());
                self.ticked.retain(|wish| has(&shown, wish));
            }
        }
    }
}

fn compare(draft: &Draft, listed: &PortalListing, host: &HostSettings) -> Known {
    if !draft.is_config() || !signs_in_at(draft, listed.session.start_url.as_str()) {
        return Known::Elsewhere;
    }
    let Some(listing) = &listed.listing else { return Known::Listing };
    let new = NewProfiles {
        template: &listed.template,
        region: listed.region.as_ref(),
        output: listed.output,
        rules: &host.config().map(HostConfig::rules).unwrap_or_default(),
    };
    match changes(draft.config.document(), &listed.session, listing, &new) {
        Some(changes) => Known::Changes(Box::new(changes)),
        None => Known::Elsewhere,
    }
}

/// Whether anything in the config signs in there. The domain looks closer.
fn signs_in_at(draft: &Draft, start_url: &str) -> bool {
    let Ok(portal) = StartUrl::parse(start_url) else { return false };
    let is_there = |sign_in: &SignIn| {
        StartUrl::parse(&sign_in.start_url).is_ok_and(|it| it.as_str() == portal.as_str())
    };
    draft.overview.groups.iter().filter_map(Group::sign_in).any(is_there)
}

fn has_failed(listing: &Listing) -> bool {
    let progress = listing.progress();
    progress.failed > 0
        || matches!(progress.account_list, AccountList::Failed(_))
        || matches!(listing.phase(), Phase::Interrupted(_))
}

/// The portal at which most of a config's profiles sign in: its host, and a link that fills in "Set up" for it.
pub fn portal_to_see(draft: &Draft) -> Option<(String, String)> {
    let groups = draft.overview.groups.iter().rev().filter(|group| !group.rows.is_empty());
    let portals = groups.filter_map(|group| Some((group.rows.len(), group.sign_in()?)));
    let (_, most) = portals.max_by_key(|(profiles, _)| *profiles)?;
    let start_url = StartUrl::parse(&most.start_url).ok()?;
    let session = most.session.as_deref().unwrap_or_default();
    let link = share_link(start_url.as_str(), &most.region, session);
    Some((start_url.host().to_owned(), link))
}

fn sorted(mut wishes: Vec<Wish>) -> Vec<Wish> {
    sort_by(&mut wishes, Ord::cmp);
    wishes
}

fn has(sorted: &[Wish], wish: &Wish) -> bool {
    sorted.binary_search(wish).is_ok()
}

fn add(new: &NewRole) -> Wish {
    Wish::Add(new.account.id, new.entry.role_name.clone())
}

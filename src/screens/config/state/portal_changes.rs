//! What changed at the portal since this config was written, and what of it is wanted.
//!
//! What counts as a change is `onramp_domain::changes`' matter.

use super::{Draft, Group, SignIn};
use crate::effect::PortalListing;
use crate::host_config::{HostConfig, HostSettings};
use crate::route::share_link;
use onramp_domain::StartUrl;
use onramp_domain::changes::{Changes, GoneProfile, NewProfiles, NewRole, changes};
use onramp_domain::listing::{AccountList, Listing, Phase};
use std::collections::HashSet;
use std::rc::Rc;

/// What changed, and what is ticked of it.
#[derive(Debug, Default)]
pub struct PortalChanges {
    /// By "Set up"; `None` when it is not known.
    pub listed: Option<Rc<PortalListing>>,
    pub known: Known,
    /// Ids, so that it stays ticked while the lists around it change.
    pub ticked: HashSet<String>,
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

impl PortalChanges {
    /// Whether all of these are ticked.
    pub fn are_ticked(&self, ids: &[String]) -> bool {
        ids.iter().all(|id| self.ticked.contains(id))
    }

    /// The new roles that are ticked.
    pub fn wanted(&self) -> Vec<&NewRole> {
        let Known::Changes(changes) = &self.known else { return vec![] };
        changes.new.iter().filter(|new| self.ticked.contains(&new_id(new))).collect()
    }

    /// The names of the profiles to go that are ticked.
    pub fn unwanted(&self) -> Vec<&str> {
        let Known::Changes(changes) = &self.known else { return vec![] };
        let ticked = changes.gone.iter().filter(|gone| self.ticked.contains(&gone_id(gone)));
        ticked.map(|gone| &*gone.profile).collect()
    }

    /// Whether AWS can be asked again for what it did not list.
    pub fn can_list_again(&self) -> bool {
        self.listed.as_ref().and_then(|listed| listed.listing.as_deref()).is_some_and(has_failed)
    }

    /// Ticks all of these; or none of them, where all are.
    pub fn toggle(&mut self, ids: &[String]) {
        if self.are_ticked(ids) {
            for id in ids {
                self.ticked.remove(id);
            }
        } else {
            self.ticked.extend(ids.iter().cloned());
        }
    }

    /// Compares the draft with what is listed.
    pub fn look(&mut self, draft: &Draft, host: &HostSettings) {
        self.known = match &self.listed {
            None => Known::SignedOut,
            Some(listed) => compare(draft, listed, host),
        };
        match &self.known {
            Known::SignedOut | Known::Elsewhere => self.ticked.clear(),
            Known::Listing | Known::Changes(_) => {}
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

/// By which a new role is ticked.
pub fn new_id(new: &NewRole) -> String {
    [new.account.id.as_str(), " ", new.entry.role_name.as_str()].concat()
}

/// By which a profile without its role is ticked. None of a new role's: that begins with an account's id.
pub fn gone_id(gone: &GoneProfile) -> String {
    ["profile ", &gone.profile].concat()
}

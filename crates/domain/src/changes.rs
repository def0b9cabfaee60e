//! What changed at a portal since a config file was written: roles that are new, profiles whose role is gone.
//!
//! - Only profiles that sign in at this portal, in its region, are looked at: through a session of the file's, or with
//!   a start URL of their own, in whatever spelling. Nothing is said of any other.
//! - **New** is a role that is listed and that none of these profiles is for. A list may be cut short; what is on it is
//!   there all the same.
//! - **Gone** is a profile whose account or role a list lacks that is all there: the list of accounts to its end, and
//!   that account's roles without a failure, a refusal or a name that can't be one. Of every other profile nothing is
//!   said, it is only counted.
//! - Letters' case never makes a role new or gone.

mod portal_profiles;

use crate::config::{Document, Editor, Excerpt, LineNumber, Reading, Settings, read};
use crate::entry::{Entry, Format, SsoSession};
use crate::listing::{Account, AccountList, Listing, Phase, Roles};
use crate::names::{AccountId, ProfileName, RoleName};
use crate::profile_name::{self, Template};
use portal_profiles::PortalProfiles;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

#[derive(Clone, Debug)]
pub struct Changes {
    /// How a new profile is to sign in: as most of those that are there do.
    pub format: Format,
    /// Through which session: the file's that most use; in the legacy format the one that was asked with.
    pub session: Rc<SsoSession>,
    /// Roles without a profile, in the lists' order.
    pub new: Vec<NewRole>,
    /// Profiles without a role, in the file's order.
    pub gone: Vec<GoneProfile>,
    /// How many profiles nothing can be said of, since the lists are not whole.
    pub unknown: usize,
}

/// A role that no profile is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRole {
    pub account: Rc<Account>,
    pub role: RoleName,
    /// A name for its profile that the file doesn't have, nor another new role.
    pub profile: ProfileName,
}

/// A profile whose role is no longer the person's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneProfile {
    pub profile: Excerpt,
    pub line: LineNumber,
    pub account_id: AccountId,
    pub role_name: Excerpt,
    pub what: Gone,
}

/// What is no longer listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// The whole account.
    Account,
    /// The role in it.
    Role,
}

/// What changed since this file was written, by these lists, which were had by this session; `None` where nothing in
/// the file signs in there. New profiles are named by the template. Linear in the file and the lists.
pub fn changes(
    document: &Document,
    session: &SsoSession,
    listing: &Listing,
    template: &Template,
) -> Option<Changes> {
    let reading = read(document);
    let found = PortalProfiles::of(&reading, session)?;
    let (format, session) = found.home(session);
    let mut lists = Lists::of(listing);
    let mut gone = Vec::new();
    let mut unknown = 0;
    for profile in &found.profiles {
        match lists.what_of(profile.account_id, &profile.role_name) {
            RoleAccess::Listed => {}
            RoleAccess::Unknown => unknown += 1,
            RoleAccess::Gone(what) => gone.push(GoneProfile {
                profile: profile.name.into(),
                line: profile.line,
                account_id: profile.account_id,
                role_name: profile.role_name.clone(),
                what,
            }),
        }
    }
    Some(Changes {
        format,
        new: new_roles(&reading, &found, listing, template, &session),
        gone,
        unknown,
        session: Rc::new(session),
    })
}

impl Editor {
    /// Adds these profiles and removes those. A session that is there stays as it is; one goes where nothing names it
    /// any more. Linear.
    pub fn update<'a>(&mut self, added: &[Entry], removed: impl IntoIterator<Item = &'a str>) {
        self.add(added);
        self.remove_profiles(removed);
    }
}

fn new_roles(
    reading: &Reading<'_>,
    found: &PortalProfiles<'_>,
    listing: &Listing,
    template: &Template,
    session: &SsoSession,
) -> Vec<NewRole> {
    let there: HashSet<(AccountId, String)> = found
        .profiles
        .iter()
        .map(|profile| (profile.account_id, profile.role_name.to_ascii_lowercase()))
        .collect();
    let listed = listing
        .accounts()
        .iter()
        .flat_map(|account| account.role_names().iter().map(move |role| (account, role)));
    let new: Vec<(&Rc<Account>, &RoleName)> = listed
        .filter(|(account, role)| {
            !there.contains(&(account.id, role.as_str().to_ascii_lowercase()))
        })
        .collect();
    let roles: Vec<_> = new.iter().map(|(account, role)| (template, account.role(role))).collect();
    let existing = reading.profiles().map(Settings::name).collect();
    let names = profile_name::names(session.name.as_str(), &roles, existing);
    let new = new.into_iter().zip(names);
    new.map(|((account, role), profile)| NewRole {
        account: Rc::clone(account),
        role: role.clone(),
        profile,
    })
    .collect()
}

/// What is known of a profile's role.
enum RoleAccess {
    Listed,
    Gone(Gone),
    Unknown,
}

/// The lists, to be asked for one role after the other.
struct Lists<'l> {
    listing: &'l Listing,
    /// Whether the list of accounts is all there, and nothing more is asked for.
    is_whole: bool,
    /// The roles of accounts that were asked for, in lower case.
    roles: HashMap<AccountId, HashSet<String>>,
}

impl<'l> Lists<'l> {
    fn of(listing: &'l Listing) -> Lists<'l> {
        Lists {
            listing,
            is_whole: *listing.phase() == Phase::Finished
                && listing.progress().account_list == AccountList::Complete,
            roles: HashMap::new(),
        }
    }

    fn what_of(&mut self, account_id: AccountId, role_name: &str) -> RoleAccess {
        let Some(account) = self.listing.account(account_id) else {
            return if self.is_whole {
                RoleAccess::Gone(Gone::Account)
            } else {
                RoleAccess::Unknown
            };
        };
        let roles = self.roles.entry(account_id).or_insert_with(|| {
            account.role_names().iter().map(|role| role.as_str().to_ascii_lowercase()).collect()
        });
        if roles.contains(&role_name.to_ascii_lowercase()) {
            return RoleAccess::Listed;
        }
        let is_readable = !self.listing.has_invalid_role(account_id);
        match account.roles {
            Roles::Complete(_) if self.is_whole && is_readable => RoleAccess::Gone(Gone::Role),
            Roles::Complete(_)
            | Roles::Pending
            | Roles::Arriving(_)
            | Roles::NoAccess(_)
            | Roles::Failed { .. } => RoleAccess::Unknown,
        }
    }
}

#[cfg(test)]
mod tests;

//! Accounts that seem to have been renamed.
//!
//! Not here: doing anything about it. A profile's name is what people type and what scripts have, so it stays.
//!
//! A config holds an account's id, never its name; only a profile's own name can have been made from one. So a new
//! name is claimed only where nothing speaks against it: the template has the account's name once; every profile of
//! the account follows the template with one and the same other name in that place; no other account has that name;
//! and some other account's profile follows the template to the letter, which shows that the file was named by it.

use super::found::{Found, FoundProfile};
use super::named;
use crate::listing::{Account, Listing};
use crate::names::{AccountId, RoleName};
use crate::profile_names::{AccountNameIn, Template};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// An account whose profiles seem to be named after the name it had before. A guess: see what it takes above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The account, with the name it has now.
    pub account: Rc<Account>,
    /// The former name, as it stands in the profiles' names.
    pub was: Box<str>,
}

/// What speaks for and against one account.
enum Evidence {
    /// Its profiles have this name in them.
    Other(Box<str>),
    /// They have the present name in them.
    Present,
    /// They have several, or none.
    Nothing,
}

pub(super) fn all(found: &Found<'_>, listing: &Listing, template: &Template) -> Vec<Renamed> {
    if !template.has_account_name_once() {
        return vec![];
    }
    let mut order = Vec::new();
    let mut evidence: HashMap<AccountId, Evidence> = HashMap::new();
    for profile in &found.profiles {
        let Some(account) = listing.account(profile.account_id) else { continue };
        let this = one(profile, account, template);
        match evidence.get_mut(&account.id) {
            None => {
                order.push(account);
                evidence.insert(account.id, this);
            }
            Some(Evidence::Present) if matches!(this, Evidence::Present) => {}
            Some(Evidence::Other(name)) if matches!(&this, Evidence::Other(other) if other == name) =>
                {}
            Some(others) => *others = Evidence::Nothing,
        }
    }
    if !evidence.values().any(|evidence| matches!(evidence, Evidence::Present)) {
        return vec![];
    }
    let present: HashSet<String> =
        listing.accounts().iter().map(|account| template.account_name(&account.name)).collect();
    order
        .into_iter()
        .filter_map(|account| match evidence.remove(&account.id)? {
            Evidence::Other(was) if !present.contains(&*was) => {
                Some(Renamed { account: Rc::clone(account), was })
            }
            Evidence::Other(_) | Evidence::Present | Evidence::Nothing => None,
        })
        .collect()
}

fn one(profile: &FoundProfile<'_>, account: &Account, template: &Template) -> Evidence {
    let Ok(role) = RoleName::parse(&profile.role_name) else { return Evidence::Nothing };
    let role = named(account, &role);
    match template.account_name_in(profile.name, &role, profile.session.unwrap_or_default()) {
        AccountNameIn::Present => Evidence::Present,
        AccountNameIn::Other(name) => Evidence::Other(name.into()),
        AccountNameIn::NotFollowed => Evidence::Nothing,
    }
}

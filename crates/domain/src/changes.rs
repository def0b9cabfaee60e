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
//! - A role that the company's rules hide is never new; how another one's profile is written, they have a say in.

mod portal_profiles;

use crate::config::{Document, Editor, Excerpt, LineNumber, Reading, read};
use crate::entry::{Entry, Format, OutputFormat, SsoSession};
use crate::host_config::{RoleRules, Rules};
use crate::listing::{Account, AccountList, Listing, Phase, Roles};
use crate::names::{AccountId, ConfigValue};
use crate::profile_name::{self, Role, Template};
use portal_profiles::PortalProfiles;
use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;

#[derive(Clone, Debug)]
pub struct Changes {
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
    /// Its profile, which signs in as most of those that are there do: through the session that most use; in the
    /// legacy format the one that was asked with. Neither the file nor another new role has its name.
    pub entry: Entry,
    /// Whether the company recommends it.
    pub is_recommended: bool,
    /// What the company says to mind with it.
    pub warning: Option<Rc<str>>,
}

/// How new profiles are written.
#[derive(Clone, Copy, Debug)]
pub struct NewProfiles<'a> {
    pub template: &'a Template,
    pub region: Option<&'a ConfigValue>,
    pub output: Option<OutputFormat>,
    /// What these say about a role counts before the others.
    pub rules: &'a Rules,
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
/// the file signs in there. Linear in the file and the lists.
pub fn changes(
    document: &Document,
    session: &SsoSession,
    listing: &Listing,
    new: &NewProfiles<'_>,
) -> Option<Changes> {
    let reading = read(document);
    let found = PortalProfiles::of(&reading, session)?;
    let home = found.home(session);
    let accounts = listing.accounts().iter();
    let listed = accounts.flat_map(|account| {
        account.role_names.iter().map(|role| role_id(account.id, role.as_str()))
    });
    let listed: HashSet<Cow<'_, str>> = listed.collect();
    // The list of accounts is all there, and nothing more is asked for.
    let is_whole = *listing.phase() == Phase::Finished
        && listing.progress().account_list == AccountList::Complete;
    let mut gone = Vec::new();
    let mut unknown = 0;
    for profile in &found.profiles {
        if listed.contains(&role_id(profile.account_id, &profile.role_name)) {
            continue;
        }
        let what = match listing.account(profile.account_id) {
            None if is_whole => Gone::Account,
            Some(account)
                if is_whole && account.roles == Roles::Complete && !account.has_invalid_role =>
            {
                Gone::Role
            }
            None | Some(_) => {
                unknown += 1;
                continue;
            }
        };
        gone.push(GoneProfile {
            profile: profile.name.into(),
            line: profile.line,
            account_id: profile.account_id,
            role_name: profile.role_name.clone(),
            what,
        });
    }
    Some(Changes { new: new_roles(&reading, &found, listing, new, home), gone, unknown })
}

impl Editor {
    /// Adds these profiles and removes those. A session that is there stays as it is; one goes where nothing names it
    /// any more. Linear.
    pub fn update(&mut self, added: &[Entry], removed: &[&str]) {
        self.add(added);
        self.remove_profiles(removed);
    }
}

fn new_roles(
    reading: &Reading<'_>,
    found: &PortalProfiles<'_>,
    listing: &Listing,
    new: &NewProfiles<'_>,
    (format, session): (Format, Rc<SsoSession>),
) -> Vec<NewRole> {
    let there = found.profiles.iter().map(|it| role_id(it.account_id, &it.role_name));
    let there: HashSet<Cow<'_, str>> = there.collect();
    let mut roles: Vec<(&Rc<Account>, Role<'_>, RoleRules)> = Vec::new();
    for account in listing.accounts().iter() {
        for role_name in account.role_names.iter() {
            if !there.contains(&role_id(account.id, role_name.as_str())) {
                let role = account.role(role_name);
                roles.push((account, role, new.rules.for_role(&role)));
            }
        }
    }
    roles.retain(|(_, _, rules)| rules.hidden != Some(true));
    let by_template = roles
        .iter()
        .map(|(_, role, rules)| (rules.name.as_deref().unwrap_or(new.template), *role))
        .collect::<Vec<_>>();
    let existing = reading.profiles().map(|it| it.name().into()).collect();
    let names = profile_name::names(session.name.as_str(), &by_template, existing);
    let new_role =
        |((account, role, rules), profile): ((&Rc<Account>, Role<'_>, RoleRules), _)| NewRole {
            account: Rc::clone(account),
            entry: Entry {
                format,
                profile,
                session: Rc::clone(&session),
                account_id: account.id,
                role_name: role.role_name.clone(),
                region: rules.region.or_else(|| new.region.cloned()),
                output: rules.output.or(new.output),
                extra: rules.properties,
            },
            is_recommended: rules.recommended == Some(true),
            warning: rules.warning,
        };
    roles.into_iter().zip(names).map(new_role).collect()
}

/// An account's id and a role's name, in lower case.
fn role_id(account_id: AccountId, role_name: &str) -> Cow<'static, str> {
    [account_id.as_str(), &role_name.to_ascii_lowercase()].concat().into()
}

#[cfg(test)]
mod tests;

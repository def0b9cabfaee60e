//! What the pages have brought: accounts, their roles, the counts, and what was wrong in them.
//!
//! What comes twice, on another page or when a page is asked for again, counts once.

use super::accounts::{Account, Accounts, Roles};
use super::progress::AccountList;
use crate::aws::CallError;
use crate::aws::model::{AccountInfo, RoleInfo};
use crate::{AccountId, RoleName};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

#[derive(Clone, Debug)]
pub(super) struct Results {
    pub(super) accounts: Accounts,
    places: HashMap<AccountId, usize>,
    pub(super) account_list: AccountList,
    pub(super) done: usize,
    pub(super) roles: usize,
    /// The places of the accounts whose roles could not be had.
    pub(super) failed: Vec<usize>,
    /// The accounts of which a role was left out.
    pub(super) invalid: HashSet<AccountId>,
}

impl Default for Results {
    fn default() -> Results {
        Results {
            accounts: Accounts::default(),
            places: HashMap::new(),
            account_list: AccountList::Arriving,
            done: 0,
            roles: 0,
            failed: Vec::new(),
            invalid: HashSet::new(),
        }
    }
}

impl Results {
    /// Takes in a page of accounts; gives the places of those that are new.
    pub(super) fn take_accounts(&mut self, page: Vec<AccountInfo>) -> Range<usize> {
        let before = self.accounts.len();
        for info in page {
            let Ok(id) = AccountId::parse(&info.account_id) else { continue };
            if self.places.contains_key(&id) {
                continue;
            }
            self.places.insert(id, self.accounts.len());
            self.accounts.push(Account {
                id,
                name: info.account_name.into(),
                email: info.email_address.into(),
                roles: Roles::Pending,
            });
        }
        before..self.accounts.len()
    }

    /// Takes in a page of an account's roles.
    pub(super) fn take_roles(&mut self, place: usize, infos: Vec<RoleInfo>) {
        let Some(account) = self.accounts.get(place) else { return };
        let account_id = account.id;
        let mut names = Vec::with_capacity(infos.len());
        for info in infos {
            match RoleName::parse(&info.role_name) {
                Ok(name) => names.push(name),
                Err(_) => _ = self.invalid.insert(account_id),
            }
        }
        let mut more = 0;
        self.accounts.set_roles(place, |before| {
            let mut found = before.into_found();
            let had = found.len();
            append_new(Rc::make_mut(&mut found), names);
            more = found.len() - had;
            Roles::Arriving(found)
        });
        self.roles += more;
    }

    /// All of an account's roles are there.
    pub(super) fn complete(&mut self, place: usize) {
        self.accounts.set_roles(place, |before| Roles::Complete(before.into_found()));
        self.done += 1;
    }

    /// AWS refuses an account's roles.
    pub(super) fn no_access(&mut self, place: usize, error: CallError) {
        let mut lost = 0;
        self.accounts.set_roles(place, |before| {
            lost = before.found().map_or(0, |found| found.len());
            Roles::NoAccess(Rc::new(error))
        });
        self.roles -= lost;
        self.done += 1;
    }

    /// The rest of an account's roles can't be had.
    pub(super) fn fail(&mut self, place: usize, error: CallError) {
        self.accounts.set_roles(place, |before| Roles::Failed {
            found: before.into_found(),
            error: Rc::new(error),
        });
        self.failed.push(place);
    }

    /// The accounts that failed, to be asked for again.
    pub(super) fn reopen_failed(&mut self) -> Vec<usize> {
        let places = std::mem::take(&mut self.failed);
        for place in &places {
            self.accounts.set_roles(*place, |before| Roles::Arriving(before.into_found()));
        }
        places
    }

    /// The account, by its id.
    pub(super) fn get(&self, id: AccountId) -> Option<&Rc<Account>> {
        self.accounts.get(*self.places.get(&id)?)
    }
}

impl Roles {
    fn into_found(self) -> Rc<Vec<RoleName>> {
        match self {
            Roles::Arriving(found) | Roles::Complete(found) | Roles::Failed { found, .. } => found,
            Roles::Pending | Roles::NoAccess(_) => Rc::default(),
        }
    }
}

/// Appends the names that are not there yet.
fn append_new(found: &mut Vec<RoleName>, names: Vec<RoleName>) {
    let mut seen: HashSet<RoleName> = found.iter().cloned().collect();
    found.extend(names.into_iter().filter(|name| seen.insert(name.clone())));
}

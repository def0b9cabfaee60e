//! What the pages have brought: accounts and their roles.
//!
//! What comes twice, on another page or when a page is asked for again, counts once.

use super::accounts::{Account, Accounts, Roles};
use super::progress::AccountList;
use crate::aws::CallError;
use crate::aws::model::{AccountInfo, RoleInfo};
use crate::{AccountId, RoleName};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

#[derive(Clone, Debug)]
pub(super) struct Results {
    pub(super) accounts: Accounts,
    /// Where each account is among them, by its id.
    places: HashMap<Cow<'static, str>, usize>,
    pub(super) account_list: AccountList,
}

impl Default for Results {
    fn default() -> Results {
        Results {
            accounts: Accounts::default(),
            places: HashMap::new(),
            account_list: AccountList::Arriving,
        }
    }
}

impl Results {
    /// Takes in a page of accounts; gives the places of those that are new.
    pub(super) fn take_accounts(&mut self, page: Vec<AccountInfo>) -> Range<usize> {
        let before = self.accounts.len();
        for info in page {
            let Ok(id) = AccountId::parse(&info.account_id) else { continue };
            if self.places.contains_key(id.as_str()) {
                continue;
            }
            self.places.insert(info.account_id.into(), self.accounts.len());
            self.accounts.push(Account {
                id,
                name: info.account_name.into(),
                email: info.email_address.into(),
                role_names: Rc::default(),
                has_invalid_role: false,
                roles: Roles::Pending,
            });
        }
        before..self.accounts.len()
    }

    /// Takes in a page of an account's roles.
    pub(super) fn take_roles(&mut self, place: usize, page: Vec<RoleInfo>) {
        let Some(account) = self.accounts.get_mut(place) else { return };
        account.roles = Roles::Arriving;
        let found = Rc::make_mut(&mut account.role_names);
        for info in page {
            match RoleName::parse(&info.role_name) {
                Ok(name) if found.contains(&name) => {}
                Ok(name) => found.push(name),
                Err(_) => account.has_invalid_role = true,
            }
        }
    }

    /// How far an account's roles are known from now on.
    pub(super) fn set_roles(&mut self, place: usize, roles: Roles) {
        if let Some(account) = self.accounts.get_mut(place) {
            account.roles = roles;
        }
    }

    /// AWS refuses an account's roles.
    pub(super) fn no_access(&mut self, place: usize, error: CallError) {
        if let Some(account) = self.accounts.get_mut(place) {
            account.role_names = Rc::default();
            account.roles = Roles::NoAccess(Rc::new(error));
        }
    }

    /// The account, by its id.
    pub(super) fn get(&self, id: AccountId) -> Option<&Rc<Account>> {
        self.accounts.get(*self.places.get(id.as_str())?)
    }
}

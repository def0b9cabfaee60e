//! The accounts found so far, with their roles: a list that is shared, not copied.
//!
//! Accounts stand in AWS's order and keep their places. A change replaces one account, and the pointers to all of them
//! where somebody holds an older state of the list; so a page may keep one, and compare by identity.

use crate::aws::CallError;
use crate::profile_name::Role;
use crate::{AccountId, RoleName};
use std::rc::Rc;

/// An account, and what is known of its roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// As the company calls it; any characters, perhaps none.
    pub name: Rc<str>,
    /// The root user's address; perhaps empty.
    pub email: Rc<str>,
    /// The roles found so far, in AWS's order, each once.
    pub role_names: Rc<Vec<RoleName>>,
    /// Whether one was left out, since IAM would not take its name.
    pub has_invalid_role: bool,
    /// Whether these are all.
    pub roles: Roles,
}

impl Account {
    /// One of its roles as a profile's name sees it.
    pub fn role<'a>(&'a self, role_name: &'a RoleName) -> Role<'a> {
        Role { account_id: &self.id, account_name: &self.name, email: &self.email, role_name }
    }
}

/// How far an account's roles are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Roles {
    /// Not asked for yet.
    Pending,
    /// Some are there, more may come.
    Arriving,
    /// All are there.
    Complete,
    /// AWS lists the account and refuses its roles (403): nothing to be done from here.
    NoAccess(Rc<CallError>),
    /// The rest could not be had, for this reason; `RetryFailed` asks again.
    Failed(Rc<CallError>),
}

/// All accounts found so far. Cloning copies one pointer; equal means unchanged, not just alike.
#[derive(Clone, Debug, Default)]
pub struct Accounts(Rc<Vec<Rc<Account>>>);

impl Accounts {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The account at this place in AWS's order.
    pub fn get(&self, place: usize) -> Option<&Rc<Account>> {
        self.0.get(place)
    }

    /// All, in AWS's order.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Account>> {
        self.0.iter()
    }

    pub(super) fn push(&mut self, account: Account) {
        Rc::make_mut(&mut self.0).push(Rc::new(account));
    }

    pub(super) fn get_mut(&mut self, place: usize) -> Option<&mut Account> {
        Rc::make_mut(&mut self.0).get_mut(place).map(Rc::make_mut)
    }
}

impl PartialEq for Accounts {
    fn eq(&self, other: &Accounts) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

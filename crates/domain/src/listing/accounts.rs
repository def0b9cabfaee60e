//! The accounts found so far, with their roles: a list that is shared, not copied.
//!
//! Accounts stand in AWS's order and keep their places. A change replaces one account and the few pointers above it,
//! also while somebody holds an older state of the list; so a page may keep one, hand it to its components and compare
//! by identity.

use crate::aws::CallError;
use crate::profile_name::Role;
use crate::{AccountId, RoleName};
use std::rc::Rc;

/// How many accounts share one pointer above them. About the square root of the largest lists, so that neither level
/// costs much to copy.
const CHUNK: usize = 128;

/// An account, and what is known of its roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// As the company calls it; any characters, perhaps none.
    pub name: Rc<str>,
    /// The root user's address; perhaps empty.
    pub email: Rc<str>,
    /// The roles assigned to the person.
    pub roles: Roles,
}

impl Account {
    /// The roles found so far, in AWS's order, each once.
    pub fn role_names(&self) -> &[RoleName] {
        self.roles.found().map_or(&[], |found| found.as_slice())
    }

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
    Arriving(Rc<Vec<RoleName>>),
    /// All are there.
    Complete(Rc<Vec<RoleName>>),
    /// AWS lists the account and refuses its roles (403): nothing to be done from here.
    NoAccess(Rc<CallError>),
    /// The rest could not be had; `RetryFailed` asks again.
    Failed {
        /// What came before.
        found: Rc<Vec<RoleName>>,
        /// Why no more came.
        error: Rc<CallError>,
    },
}

impl Roles {
    /// What is there.
    pub fn found(&self) -> Option<&Rc<Vec<RoleName>>> {
        match self {
            Roles::Arriving(found) | Roles::Complete(found) | Roles::Failed { found, .. } => {
                Some(found)
            }
            Roles::Pending | Roles::NoAccess(_) => None,
        }
    }
}

/// All accounts found so far. Cloning copies one pointer; equal means unchanged, not just alike.
#[derive(Clone, Debug, Default)]
pub struct Accounts {
    chunks: Rc<Vec<Rc<Vec<Rc<Account>>>>>,
    len: usize,
}

impl Accounts {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The account at this place in AWS's order.
    pub fn get(&self, place: usize) -> Option<&Rc<Account>> {
        self.chunks.get(place / CHUNK)?.get(place % CHUNK)
    }

    /// All, in AWS's order.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Account>> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    pub(super) fn push(&mut self, account: Account) {
        let chunks = Rc::make_mut(&mut self.chunks);
        match chunks.last_mut() {
            Some(last) if last.len() < CHUNK => Rc::make_mut(last).push(Rc::new(account)),
            Some(_) | None => chunks.push(Rc::new(vec![Rc::new(account)])),
        }
        self.len += 1;
    }

    /// Puts other roles in place of an account's own. Without an account at this place it does nothing.
    pub(super) fn set_roles(&mut self, place: usize, change: impl FnOnce(Roles) -> Roles) {
        let Some(chunk) = Rc::make_mut(&mut self.chunks).get_mut(place / CHUNK) else { return };
        let Some(slot) = Rc::make_mut(chunk).get_mut(place % CHUNK) else { return };
        let account = Rc::make_mut(slot);
        let before = std::mem::replace(&mut account.roles, Roles::Pending);
        account.roles = change(before);
    }
}

impl PartialEq for Accounts {
    fn eq(&self, other: &Accounts) -> bool {
        Rc::ptr_eq(&self.chunks, &other.chunks)
    }
}

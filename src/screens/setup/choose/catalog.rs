//! The accounts and roles that have been listed, ready to be sorted and searched. What a search compares is made once
//! an account, when it changes, not at every key.

use super::access_level::access_level;
pub use super::listed::{Hidden, Listed, RoleKey};
use onramp_domain::RoleName;
use onramp_domain::host_config::Rules;
use onramp_domain::listing::Accounts;
use onramp_domain::sort::{sort_by, sort_by_key};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// So many roles can be chosen everywhere at once.
const MOST_COMMON: usize = 6;

/// All of them, in AWS's order.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    listed: Vec<Rc<Listed>>,
    common_roles: Vec<(RoleName, usize)>,
    rules: Rc<Rules>,
    hidden: Hidden,
}

impl Catalog {
    /// Nothing listed, by these rules.
    pub fn new(rules: Rc<Rules>, hidden: Hidden) -> Catalog {
        Catalog { rules, hidden, ..Catalog::default() }
    }

    /// Nothing listed, by the same rules.
    pub fn emptied(&self, hidden: Hidden) -> Catalog {
        Catalog::new(Rc::clone(&self.rules), hidden)
    }

    /// Takes in what has changed since the last time, and says which roles are new: by account, their places.
    pub fn refresh(&mut self, accounts: &Accounts) -> Vec<(Rc<Listed>, Vec<usize>)> {
        self.listed.truncate(accounts.len());
        let mut new = Vec::new();
        for (place, account) in accounts.iter().enumerate() {
            let before = self.listed.get(place);
            if before.is_some_and(|before| Rc::ptr_eq(&before.account, account)) {
                continue;
            }
            let listed = Rc::new(Listed::new(account, &self.rules, self.hidden));
            let known = before.map_or(&[][..], |before| &before.roles);
            let known: HashSet<&RoleKey> = known.iter().map(|role| &role.key).collect();
            let places = 0..listed.roles.len();
            let places = places.filter(|place| !known.contains(&listed.roles[*place].key));
            new.push((Rc::clone(&listed), places.collect()));
            match self.listed.get_mut(place) {
                Some(slot) => *slot = listed,
                None => self.listed.push(listed),
            }
        }
        self.common_roles = self.find_common_roles();
        new
    }

    /// The accounts.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Listed>> {
        self.listed.iter()
    }

    /// How many roles there are.
    pub fn roles(&self) -> usize {
        self.listed.iter().map(|listed| listed.roles.len()).sum()
    }

    /// How many roles are left out since the company's rules hide them.
    pub fn left_out(&self) -> usize {
        self.listed.iter().map(|listed| listed.left_out).sum()
    }

    /// All roles.
    pub fn keys(&self) -> impl Iterator<Item = &RoleKey> {
        self.listed.iter().flat_map(|listed| &listed.roles).map(|role| &role.key)
    }

    /// The accounts in the order in which they are shown, without a filter.
    pub fn sorted(&self) -> Vec<&Rc<Listed>> {
        let mut listed: Vec<&Rc<Listed>> = self.listed.iter().collect();
        sort_by(&mut listed, |one, other| one.order().cmp(&other.order()));
        listed
    }

    /// The roles that several accounts have, and how many: those that can only look first, those that can do everything
    /// last, and the commonest first among each.
    pub fn common_roles(&self) -> &[(RoleName, usize)] {
        &self.common_roles
    }

    fn find_common_roles(&self) -> Vec<(RoleName, usize)> {
        let mut counts: HashMap<&RoleName, usize> = HashMap::new();
        for key in self.keys() {
            *counts.entry(&key.role).or_default() += 1;
        }
        let mut common: Vec<_> = counts.into_iter().filter(|(_, count)| *count > 1).collect();
        sort_by_key(&mut common, |(role, count)| (access_level(role), Reverse(*count), *role));
        common.truncate(MOST_COMMON);
        common.into_iter().map(|(role, count)| (role.clone(), count)).collect()
    }

    /// The only role there is, where there is one account with one role.
    pub fn sole_role(&self) -> Option<&RoleKey> {
        match &*self.listed {
            [only] if only.left_out == 0 && !only.is_arriving() => match &*only.roles {
                [role] => Some(&role.key),
                _ => None,
            },
            _ => None,
        }
    }
}

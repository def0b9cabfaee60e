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
    rules: Rc<Rules>,
    hidden: Hidden,
}

impl Catalog {
    /// Nothing listed, by these rules.
    pub fn new(rules: Rc<Rules>, hidden: Hidden) -> Catalog {
        Catalog { listed: Vec::new(), rules, hidden }
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
            if before.is_some_and(|before| before.is_of(account)) {
                continue;
            }
            let listed = Rc::new(Listed::new(account, &self.rules, self.hidden));
            let known: HashSet<&str> = before
                .filter(|before| before.account().id == account.id)
                .map_or_else(HashSet::new, |before| before.roles().map(RoleName::as_str).collect());
            let is_new =
                |(place, role): (_, &RoleName)| (!known.contains(role.as_str())).then_some(place);
            let places: Vec<usize> = listed.roles().enumerate().filter_map(is_new).collect();
            if !places.is_empty() {
                new.push((Rc::clone(&listed), places));
            }
            match self.listed.get_mut(place) {
                Some(slot) => *slot = listed,
                None => self.listed.push(listed),
            }
        }
        new
    }

    /// The accounts.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Listed>> {
        self.listed.iter()
    }

    /// How many roles there are.
    pub fn roles(&self) -> usize {
        self.listed.iter().map(|listed| listed.roles().len()).sum()
    }

    /// How many roles are left out since the company's rules hide them.
    pub fn left_out(&self) -> usize {
        self.listed.iter().map(|listed| listed.left_out()).sum()
    }

    /// All roles.
    pub fn keys(&self) -> impl Iterator<Item = RoleKey> + Clone {
        self.listed.iter().flat_map(|listed| {
            let account = listed.account().id;
            listed.roles().map(move |role| RoleKey { account, role: role.clone() })
        })
    }

    /// The accounts in the order in which they are shown, without a filter.
    pub fn sorted(&self) -> Vec<&Rc<Listed>> {
        let mut listed: Vec<&Rc<Listed>> = self.listed.iter().collect();
        sort_by(&mut listed, |one, other| one.order().cmp(&other.order()));
        listed
    }

    /// The roles that several accounts have: those that can only look first, those that can do everything last, and the
    /// commonest first among each.
    pub fn common_roles(&self) -> Vec<(RoleName, usize)> {
        let mut counts: HashMap<&RoleName, usize> = HashMap::new();
        for role in self.listed.iter().flat_map(|listed| listed.roles()) {
            *counts.entry(role).or_default() += 1;
        }
        let mut common: Vec<_> = counts.into_iter().filter(|(_, count)| *count > 1).collect();
        sort_by_key(&mut common, |(role, count)| (access_level(role), Reverse(*count), *role));
        common.truncate(MOST_COMMON);
        common.into_iter().map(|(role, count)| (role.clone(), count)).collect()
    }

    /// The only role there is, where there is one account with one role.
    pub fn sole_role(&self) -> Option<RoleKey> {
        match self.listed.as_slice() {
            [only]
                if only.roles().len() == 1
                    && only.left_out() + usize::from(only.is_arriving()) == 0 =>
            {
                only.key(0)
            }
            _ => None,
        }
    }
}

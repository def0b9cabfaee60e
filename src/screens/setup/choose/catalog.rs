//! The accounts and roles that have been listed, ready to be sorted and searched. What a search compares is made once
//! an account, when it changes, not at every key.

use super::access_level::access_level;
pub use super::listed::{Hidden, Listed, RoleKey};
use onramp_domain::RoleName;
use onramp_domain::host_config::Rules;
use onramp_domain::listing::Accounts;
use onramp_domain::sort::sort_by;
use std::collections::HashMap;
use std::rc::Rc;

/// So many roles can be chosen everywhere at once.
const MOST_COMMON: usize = 6;

/// All of them, in AWS's order.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    listed: Vec<Rc<Listed>>,
    /// The roles that several accounts have, and how many: those that can only look first, those that can do everything
    /// last, and the commonest first among each.
    pub common_roles: Vec<(RoleName, usize)>,
    rules: Rc<Rules>,
    hidden: Hidden,
}

impl Catalog {
    /// All of them, by these rules.
    pub fn new(accounts: &Accounts, rules: Rc<Rules>, hidden: Hidden) -> Catalog {
        let mut catalog = Catalog { rules, hidden, ..Catalog::default() };
        catalog.refresh(accounts);
        catalog
    }

    /// The company's rules.
    pub fn rules(&self) -> Rc<Rules> {
        Rc::clone(&self.rules)
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
            let is_new = |place: &usize| {
                let key = &listed.roles[*place].key;
                known.iter().all(|role| role.key != *key)
            };
            let places = (0..listed.roles.len()).filter(is_new).collect();
            new.push((Rc::clone(&listed), places));
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

    fn find_common_roles(&self) -> Vec<(RoleName, usize)> {
        let mut common: Vec<(RoleName, usize)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for RoleKey { role, .. } in self.keys() {
            let place = *places.entry(role.as_str()).or_insert(common.len());
            if place == common.len() {
                common.push((role.clone(), 0));
            }
            common[place].1 += 1;
        }
        common.retain(|(_, count)| *count > 1);
        sort_by(&mut common, |(one, count), (other, other_count)| {
            let levels = access_level(one).cmp(&access_level(other));
            levels.then_with(|| (other_count, one).cmp(&(count, other)))
        });
        common.truncate(MOST_COMMON);
        common
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

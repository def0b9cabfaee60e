//! The accounts and roles that have been listed, ready to be sorted and searched. What a search compares is made once
//! an account, when it changes, not at every key.

use super::access_level::access_level;
use super::search::{fold, rank};
use onramp_domain::listing::{Account, Accounts, Roles};
use onramp_domain::{AccountId, RoleName};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// One role in one account: what a person chooses.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoleKey {
    /// The account.
    pub account: AccountId,
    /// The role.
    pub role: RoleName,
}

/// An account of the catalog.
#[derive(Debug)]
pub struct Listed {
    account: Rc<Account>,
    /// Name, id and address in lower case.
    texts: [Box<str>; 3],
    roles: Vec<ListedRole>,
}

/// One of its roles.
#[derive(Debug)]
pub struct ListedRole {
    name: RoleName,
    text: Box<str>,
}

impl Listed {
    fn new(account: &Rc<Account>) -> Listed {
        let role =
            |name: &RoleName| ListedRole { name: name.clone(), text: fold(name.as_str()).into() };
        let mut roles: Vec<ListedRole> = account.role_names().iter().map(role).collect();
        roles
            .sort_unstable_by(|one, other| (&one.text, &one.name).cmp(&(&other.text, &other.name)));
        let texts =
            [&*account.name, account.id.as_str(), &*account.email].map(|text| fold(text).into());
        Listed { account: Rc::clone(account), texts, roles }
    }

    /// The account.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// Its roles by name.
    pub fn roles(&self) -> impl Iterator<Item = &RoleName> + Clone {
        self.roles.iter().map(|role| &role.name)
    }

    /// The role at this place.
    pub fn key(&self, place: usize) -> Option<RoleKey> {
        let role = self.roles.get(place)?;
        Some(RoleKey { account: self.account.id, role: role.name.clone() })
    }

    /// Whether more roles may come.
    pub fn is_arriving(&self) -> bool {
        matches!(self.account.roles, Roles::Pending | Roles::Arriving(_))
    }

    /// Which roles meet all words, and how well the account and they do; `None` where the account is not to be shown.
    pub fn meets(&self, words: &[String]) -> Option<(u32, Vec<usize>)> {
        // Words that the account itself answers are met by every role of it; the others each role has to meet.
        let mut score = 0;
        let mut open: Vec<&str> = Vec::new();
        for word in words {
            match self.texts.iter().map(|text| rank(text, word)).max().unwrap_or_default() {
                0 => open.push(word),
                rank => score += rank,
            }
        }
        let mut best = 0;
        let mut met = Vec::new();
        for (place, role) in self.roles.iter().enumerate() {
            let ranks = open.iter().map(|word| rank(&role.text, word));
            if let Some(sum) = ranks.map(|rank| (rank > 0).then_some(rank)).sum::<Option<u32>>() {
                best = best.max(sum);
                met.push(place);
            }
        }
        (!met.is_empty() || open.is_empty()).then_some((score + best, met))
    }

    /// Accounts stand by name, equal names by id.
    pub fn order(&self) -> (&str, &str) {
        (&self.texts[0], self.account.id.as_str())
    }
}

/// So many roles can be chosen everywhere at once.
const MOST_COMMON: usize = 6;

/// All of them, in AWS's order.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    listed: Vec<Rc<Listed>>,
}

impl Catalog {
    /// Takes in what has changed since the last time, and says which roles are new: by account, their places.
    pub fn refresh(&mut self, accounts: &Accounts) -> Vec<(Rc<Listed>, Vec<usize>)> {
        self.listed.truncate(accounts.len());
        let mut new = Vec::new();
        for (place, account) in accounts.iter().enumerate() {
            let before = self.listed.get(place);
            if before.is_some_and(|before| Rc::ptr_eq(&before.account, account)) {
                continue;
            }
            let listed = Rc::new(Listed::new(account));
            let known: HashSet<&RoleName> = before
                .filter(|before| before.account.id == account.id)
                .map_or_else(HashSet::new, |before| before.roles().collect());
            let is_new = |(place, role)| (!known.contains(role)).then_some(place);
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

    /// All roles.
    pub fn keys(&self) -> impl Iterator<Item = RoleKey> + Clone {
        self.listed.iter().flat_map(|listed| {
            let account = listed.account.id;
            listed.roles().map(move |role| RoleKey { account, role: role.clone() })
        })
    }

    /// The accounts in the order in which they are shown, without a filter.
    pub fn sorted(&self) -> Vec<&Rc<Listed>> {
        let mut listed: Vec<&Rc<Listed>> = self.listed.iter().collect();
        listed.sort_unstable_by(|one, other| one.order().cmp(&other.order()));
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
        common.sort_unstable_by_key(|(role, count)| (access_level(role), Reverse(*count), *role));
        common.truncate(MOST_COMMON);
        common.into_iter().map(|(role, count)| (role.clone(), count)).collect()
    }

    /// The only role there is, where there is one account with one role.
    pub fn sole_role(&self) -> Option<RoleKey> {
        match self.listed.as_slice() {
            [only] if only.roles.len() == 1 && !only.is_arriving() => only.key(0),
            _ => None,
        }
    }
}

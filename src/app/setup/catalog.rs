//! The accounts and roles that have been listed, ready to be sorted and searched.
//!
//! Not here: which are shown or chosen. What a search compares is made once an account, when it changes, not at every
//! key.

use super::search::{SortKey, rank, sorted};
use onramp_domain::letters::lower_case;
use onramp_domain::listing::{Account, Accounts, Roles};
use onramp_domain::{AccountId, RoleName};
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
        let names = account.role_names();
        let texts: Vec<String> = names.iter().map(|name| lower_case(name.as_str())).collect();
        let keys =
            texts.iter().zip(names).map(|(text, name)| SortKey::by_text(text, name.as_str()));
        let roles = sorted(keys)
            .into_iter()
            .map(|place| ListedRole {
                name: names[place].clone(),
                text: texts[place].as_str().into(),
            })
            .collect();
        let texts = [&*account.name, account.id.as_str(), &*account.email]
            .map(|text| lower_case(text).into());
        Listed { account: Rc::clone(account), texts, roles }
    }

    /// The account.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// Its roles by name.
    pub fn roles(&self) -> impl Iterator<Item = &RoleName> {
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
    pub(super) fn meets(&self, words: &[String]) -> Option<(u32, Vec<usize>)> {
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
    pub(super) fn order(&self) -> SortKey<'_> {
        SortKey::by_text(&self.texts[0], self.account.id.as_str())
    }
}

/// All of them, in AWS's order.
#[derive(Debug, Default)]
pub struct Catalog {
    listed: Vec<Rc<Listed>>,
}

impl Catalog {
    /// Takes in what has changed since the last time.
    pub fn refresh(&mut self, accounts: &Accounts) {
        self.listed.truncate(accounts.len());
        for (place, account) in accounts.iter().enumerate() {
            match self.listed.get_mut(place) {
                Some(listed) if Rc::ptr_eq(&listed.account, account) => {}
                Some(listed) => *listed = Rc::new(Listed::new(account)),
                None => self.listed.push(Rc::new(Listed::new(account))),
            }
        }
    }

    /// The account at this place.
    pub(super) fn at(&self, place: usize) -> &Rc<Listed> {
        &self.listed[place]
    }

    /// The accounts.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Listed>> {
        self.listed.iter()
    }

    /// The only role there is, where there is one account with one role.
    pub fn sole_role(&self) -> Option<RoleKey> {
        match self.listed.as_slice() {
            [only] if only.roles.len() == 1 && !only.is_arriving() => only.key(0),
            _ => None,
        }
    }
}

//! What was chosen for many roles at once while the list was still coming: it holds for those that come later, too.

use super::catalog::{Catalog, Listed, RoleKey};
use super::search::fold;
use onramp_domain::{AccountId, RoleName};

/// The roles that one press is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scope {
    /// Those of this account only.
    pub account: Option<AccountId>,
    /// Those of this name only.
    pub role: Option<RoleName>,
    /// Those that this filter shows.
    pub filter: String,
}

/// What becomes of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Choose,
    Leave,
}

/// What was said of roles that are still to come, the latest word last.
#[derive(Debug, Default)]
pub struct Standing(Vec<(Scope, Wish)>);

impl Scope {
    /// The places of an account's roles that it is about.
    pub fn places(&self, listed: &Listed) -> Vec<usize> {
        if self.account.is_some_and(|id| id != listed.account().id) {
            return Vec::new();
        }
        let words: Vec<String> = self.filter.split_whitespace().map(fold).collect();
        let mut places = listed.meets(&words).map_or_else(Vec::new, |(_, places)| places);
        if let Some(role) = &self.role {
            places.retain(|place| listed.key(*place).is_some_and(|key| key.role == *role));
        }
        places
    }

    /// The roles of the catalog that it is about.
    pub fn keys(&self, catalog: &Catalog) -> Vec<RoleKey> {
        let keys = |listed: &'_ Listed| -> Vec<RoleKey> {
            self.places(listed).into_iter().filter_map(|place| listed.key(place)).collect()
        };
        catalog.iter().flat_map(|listed| keys(listed)).collect()
    }
}

impl Standing {
    /// From now on this holds for what comes.
    pub fn add(&mut self, scope: Scope, wish: Wish) {
        self.0.retain(|(before, _)| *before != scope);
        self.0.push((scope, wish));
        if self.chosen().next().is_none() {
            self.0.clear();
        }
    }

    /// Which of these new roles of an account are to be chosen, by their places.
    pub fn wanted(&self, listed: &Listed, new: &[usize]) -> Vec<usize> {
        let mut wanted = Vec::new();
        for (scope, wish) in &self.0 {
            let about = scope.places(listed);
            wanted.retain(|place| !about.contains(place));
            if *wish == Wish::Choose {
                wanted.extend(about.into_iter().filter(|place| new.contains(place)));
            }
        }
        wanted
    }

    /// What is to be chosen as it comes.
    pub fn chosen(&self) -> impl Iterator<Item = &Scope> {
        self.0.iter().filter(|(_, wish)| *wish == Wish::Choose).map(|(scope, _)| scope)
    }
}

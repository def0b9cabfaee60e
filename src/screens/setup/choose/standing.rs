//! What was chosen for many roles at once while the list was still coming: it holds for those that come later, too.

use super::catalog::{Catalog, Listed, RoleKey};
use super::selection::Wish;
use onramp_domain::search::fold;
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

/// What was said of roles that are still to come.
#[derive(Debug, Default)]
pub struct Standing {
    /// The person's words, the latest last.
    said: Vec<(Scope, Wish)>,
    /// Whether what the company preselects is chosen no more as it comes.
    is_over: bool,
}

impl Scope {
    /// The places of an account's roles that it is about.
    pub fn places(&self, listed: &Listed) -> Vec<usize> {
        if self.account.is_some_and(|id| id != listed.account.id) {
            return Vec::new();
        }
        let words: Vec<String> = self.filter.split_whitespace().map(fold).collect();
        let mut places = listed.meets(&words).map_or_else(Vec::new, |(_, places)| places);
        if let Some(role) = &self.role {
            places.retain(|place| listed.roles[*place].key.role == *role);
        }
        places
    }

    /// The roles of the catalog that it is about.
    pub fn keys<'a>(&self, catalog: &'a Catalog) -> Vec<&'a RoleKey> {
        let mut keys = Vec::new();
        for listed in catalog.iter() {
            keys.extend(self.places(listed).into_iter().map(|place| &listed.roles[place].key));
        }
        keys
    }
}

impl Standing {
    /// From now on this holds for what comes.
    pub fn add(&mut self, scope: Scope, wish: Wish) {
        self.said.retain(|(before, _)| *before != scope);
        self.said.push((scope, wish));
    }

    /// Nothing holds any more.
    pub fn end(&mut self) {
        *self = Standing { said: Vec::new(), is_over: true };
    }

    /// Which of these new roles of an account are to be chosen, by their places.
    pub fn wanted(&self, listed: &Listed, new: &[usize]) -> Vec<usize> {
        let mut wanted = new.to_vec();
        wanted
            .retain(|place| !self.is_over && listed.roles[*place].rules.preselected == Some(true));
        for (scope, wish) in &self.said {
            let about = scope.places(listed);
            wanted.retain(|place| !about.contains(place));
            if *wish == Wish::Choose {
                wanted.extend(about.into_iter().filter(|place| new.contains(place)));
            }
        }
        wanted
    }

    /// What the person wants chosen as it comes.
    pub fn chosen(&self) -> impl Iterator<Item = &Scope> {
        self.said.iter().filter(|(_, wish)| *wish == Wish::Choose).map(|(scope, _)| scope)
    }
}

//! What was chosen for many roles at once while the list was still coming: it holds for those that come later, too.

use super::catalog::{Catalog, Listed, RoleKey};
use super::search::fold;
use super::selection::Wish;
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
#[derive(Debug)]
pub struct Standing {
    company: CompanyWishes,
    /// The person's words, the latest last.
    said: Vec<(Scope, Wish)>,
}

/// Whether what the company preselects is chosen as it comes.
#[derive(Debug, PartialEq)]
enum CompanyWishes {
    Count,
    Over,
}

/// At first the company's wishes count.
impl Default for Standing {
    fn default() -> Standing {
        Standing { company: CompanyWishes::Count, said: Vec::new() }
    }
}

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
        self.said.retain(|(before, _)| *before != scope);
        self.said.push((scope, wish));
    }

    /// Nothing holds any more.
    pub fn end(&mut self) {
        *self = Standing { company: CompanyWishes::Over, said: Vec::new() };
    }

    /// Which of these new roles of an account are to be chosen, by their places.
    pub fn wanted(&self, listed: &Listed, new: &[usize]) -> Vec<usize> {
        let company = self.company == CompanyWishes::Count;
        let is_preselected = |place: &usize| company && listed.by_company(*place).is_preselected;
        let mut wanted: Vec<usize> = new.iter().copied().filter(is_preselected).collect();
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

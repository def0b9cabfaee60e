//! What is chosen as it comes: what was asked for many roles at once while the list was still coming, and what the
//! company preselects.

use super::catalog::{Catalog, Listed, RoleKey};
use super::selection::Wish;
use crate::route::Prefill;
use onramp_domain::search::fold;

/// The roles that one press, or a link, is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scope {
    /// Those of this account only, by its id; as it stands in the link.
    pub account: Option<String>,
    /// Those of this name only.
    pub role: Option<String>,
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
    /// What a link asks for, where it names an account, a role, or both.
    pub fn of_link(link: &Prefill) -> Option<Scope> {
        let Prefill { account, role, .. } = link.clone();
        let names_any = account.is_some() || role.is_some();
        names_any.then(|| Scope { account, role, ..Scope::default() })
    }

    /// The places of an account's roles that it is about.
    pub fn places(&self, listed: &Listed) -> Vec<usize> {
        if self.account.as_ref().is_some_and(|id| id != listed.account.id.as_str()) {
            return Vec::new();
        }
        let words: Vec<String> = self.filter.split_whitespace().map(fold).collect();
        let mut places = listed.meets(&words).map_or_else(Vec::new, |(_, places)| places);
        if let Some(role) = &self.role {
            places.retain(|place| listed.roles[*place].key.role.as_str() == role);
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
        wanted.retain(|place| !self.is_over && listed.roles[*place].is_preselected());
        for (scope, wish) in &self.said {
            let about = scope.places(listed);
            wanted.retain(|place| !about.contains(place));
            if *wish == Wish::Choose {
                wanted.extend(about.into_iter().filter(|place| new.contains(place)));
            }
        }
        wanted
    }

    /// Whether the person wants something chosen as it comes.
    pub fn is_for_more(&self) -> bool {
        self.said.iter().any(|(_, wish)| *wish == Wish::Choose)
    }
}

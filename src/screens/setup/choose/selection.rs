//! Which roles are chosen.

use super::catalog::{Catalog, RoleKey};
use std::collections::HashSet;
use std::rc::Rc;

/// The chosen roles.
#[derive(Clone, Debug, Default)]
pub struct Selection(HashSet<RoleKey>);

/// What becomes of roles that are pressed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Choose,
    Leave,
}

impl Selection {
    /// How many are chosen.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this one is.
    pub fn contains(&self, key: &RoleKey) -> bool {
        self.0.contains(key)
    }

    /// Whether all of these are, and there are some.
    pub fn contains_all(&self, keys: &[&RoleKey]) -> bool {
        (1..=self.len()).contains(&keys.len()) && keys.iter().all(|key| self.contains(key))
    }

    /// The one that is chosen, where it is only one.
    pub fn sole(&self) -> Option<&RoleKey> {
        self.0.iter().next().filter(|_| self.len() == 1)
    }

    /// Chooses all of these; or, where they all are chosen, none of them. The rest stays as it is.
    pub fn toggle_all(&mut self, keys: &[&RoleKey]) -> Wish {
        let wish = if self.contains_all(keys) { Wish::Leave } else { Wish::Choose };
        self.set_all(keys, wish);
        wish
    }

    /// Chooses all of these, or none of them.
    pub fn set_all(&mut self, keys: &[&RoleKey], wish: Wish) {
        for key in keys {
            match wish {
                Wish::Choose => _ = self.0.insert((*key).clone()),
                Wish::Leave => _ = self.0.remove(*key),
            }
        }
    }

    /// What the company warns of among the chosen roles, and how many of them each is about.
    pub fn warnings(&self, catalog: &Catalog) -> Vec<(Rc<str>, usize)> {
        let mut warnings: Vec<(Rc<str>, usize)> = Vec::new();
        for role in catalog.iter().flat_map(|listed| &listed.roles) {
            if let Some(warning) = &role.rules.warning
                && self.contains(&role.key)
            {
                match warnings.iter_mut().find(|(text, _)| text == warning) {
                    Some((_, number)) => *number += 1,
                    None => warnings.push((Rc::clone(warning), 1)),
                }
            }
        }
        warnings
    }

    /// What is no longer listed is chosen no more.
    pub fn keep_listed(&mut self, catalog: &Catalog) {
        self.0 = catalog.keys().filter(|key| self.contains(key)).cloned().collect();
    }
}

#[cfg(test)]
mod tests;

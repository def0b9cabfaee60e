//! Which roles are chosen, and by whom.

use super::catalog::{Catalog, RoleKey};
use std::collections::HashSet;
use std::rc::Rc;

/// The chosen roles.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    chosen: HashSet<RoleKey>,
    chosen_by: ChosenBy,
}

/// What becomes of roles that are pressed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Choose,
    Leave,
}

/// Who chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChosenBy {
    /// The person.
    #[default]
    Person,
    /// The page, because there is only one role.
    Page,
}

impl Selection {
    /// How many are chosen.
    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Whether this one is.
    pub fn contains(&self, key: &RoleKey) -> bool {
        self.chosen.contains(key)
    }

    /// Whether all of these are, and there are some.
    pub fn contains_all(&self, keys: impl Iterator<Item = RoleKey>) -> bool {
        let mut keys = keys.peekable();
        keys.peek().is_some() && keys.all(|key| self.chosen.contains(&key))
    }

    /// The one that is chosen, where it is only one.
    pub fn sole(&self) -> Option<&RoleKey> {
        self.chosen.iter().next().filter(|_| self.chosen.len() == 1)
    }

    /// Whether the page chose it by itself.
    pub fn is_chosen_by_page(&self) -> bool {
        self.chosen_by == ChosenBy::Page && !self.is_empty()
    }

    /// Chooses it; or, where it is chosen, no more.
    pub fn toggle(&mut self, key: RoleKey) {
        self.chosen_by = ChosenBy::Person;
        if !self.chosen.remove(&key) {
            self.chosen.insert(key);
        }
    }

    /// Chooses all of these; or, where they all are chosen, none of them. The rest stays as it is.
    pub fn toggle_all(&mut self, keys: impl Iterator<Item = RoleKey> + Clone) -> Wish {
        let wish = if self.contains_all(keys.clone()) { Wish::Leave } else { Wish::Choose };
        self.set_all(keys, wish);
        wish
    }

    /// The person wants all of these, or none of them.
    pub fn set_all(&mut self, keys: impl IntoIterator<Item = RoleKey>, wish: Wish) {
        self.chosen_by = ChosenBy::Person;
        match wish {
            Wish::Choose => self.chosen.extend(keys),
            Wish::Leave => {
                for key in keys {
                    self.chosen.remove(&key);
                }
            }
        }
    }

    /// The page chooses the only role there is.
    pub fn choose_sole(&mut self, key: RoleKey) {
        *self = Selection { chosen: HashSet::from([key]), chosen_by: ChosenBy::Page };
    }

    /// These are chosen because somebody said so before they came: the person, a link, the company.
    pub fn choose_arrived(&mut self, keys: impl IntoIterator<Item = RoleKey>) {
        self.chosen.extend(keys);
    }

    /// What the company warns of among the chosen roles, and how many of them each is about.
    pub fn warnings(&self, catalog: &Catalog) -> Vec<(Rc<str>, usize)> {
        let mut warnings: Vec<(Rc<str>, usize)> = Vec::new();
        for (place, listed) in
            catalog.iter().flat_map(|it| (0..it.roles().len()).map(move |place| (place, it)))
        {
            let warning = listed.by_company(place).warning.as_ref();
            let is_chosen = || listed.key(place).is_some_and(|key| self.contains(&key));
            if let Some(warning) = warning.filter(|_| is_chosen()) {
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
        let listed: HashSet<RoleKey> = catalog.keys().collect();
        self.chosen.retain(|key| listed.contains(key));
    }
}

#[cfg(test)]
mod tests;

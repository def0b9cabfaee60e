//! The list that a person chooses from, and what is chosen.

use super::catalog::{Catalog, Hidden, RoleKey};
use super::rows::Rows;
use super::selection::{Selection, Wish};
use super::standing::{Scope, Standing};
use onramp_domain::host_config::Rules;
use onramp_domain::listing::{Accounts, Listing, Phase};
use std::rc::Rc;

/// List, filter and selection.
#[derive(Debug, Default)]
pub struct Choose {
    pub catalog: Rc<Catalog>,
    pub filter: String,
    pub rows: Rc<Rows>,
    pub selection: Rc<Selection>,
    /// What holds for roles that are still to come.
    pub standing: Standing,
    /// What a link asks to have chosen, until everything is listed.
    pub wanted: Option<Scope>,
    /// What a link asked for, and isn't there; until the person chooses.
    pub missing: Option<Scope>,
    /// Whether the person has chosen something, or left it, or gone on.
    pub is_touched: bool,
    /// The role that was pressed last: a range begins there.
    pub anchor: Option<RoleKey>,
    pub edited: Option<Edited>,
    /// Answers of the listing that the catalog does not show yet.
    pub unseen: usize,
}

/// The profile whose own settings are open, or were: then its button has the focus.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    pub key: RoleKey,
    pub is_open: bool,
}

impl Choose {
    /// Takes in what was listed. What a link, or the person before, asked for is chosen as it comes. At the end of the
    /// listing, what is no longer listed is chosen no more, and a role that is the only one is chosen by the page, unless
    /// a link asks for another.
    pub fn show(&mut self, listing: &Listing) {
        self.unseen = 0;
        let new = Rc::make_mut(&mut self.catalog).refresh(listing.accounts());
        self.show_rows();
        for (listed, new) in &new {
            let mut asked_for = self.standing.wanted(listed, new);
            let linked = self.wanted.iter().flat_map(|scope| scope.places(listed));
            asked_for.extend(linked.filter(|place| new.contains(place)));
            let keys: Vec<_> = asked_for.iter().map(|place| &listed.roles[*place].key).collect();
            self.choose(&keys);
        }
        if *listing.phase() != Phase::Finished {
            return;
        }
        if listing.progress().is_complete() {
            self.find_wanted(listing);
            self.standing.end();
            Rc::make_mut(&mut self.selection).keep_listed(&self.catalog);
        }
        if self.missing.is_none()
            && let Some(key) = self.catalog.sole_role().cloned()
        {
            self.choose(&[&key]);
        }
    }

    /// These are chosen because somebody said so before they came: the person, a link, the company.
    fn choose(&mut self, keys: &[&RoleKey]) {
        if !keys.is_empty() {
            Rc::make_mut(&mut self.selection).set_all(keys, Wish::Choose);
        }
    }

    /// A link asks for these, at the portal that is listed.
    pub fn want(&mut self, wanted: Option<Scope>, listing: &Listing) {
        let catalog = Rc::clone(&self.catalog);
        self.choose(&wanted.iter().flat_map(|scope| scope.keys(&catalog)).collect::<Vec<_>>());
        self.wanted = wanted;
        self.missing = None;
        if listing.progress().is_complete() {
            self.find_wanted(listing);
        }
    }

    /// Everything is listed: what a link asked for is there, or is hidden by the company's rules, or isn't there.
    fn find_wanted(&mut self, listing: &Listing) {
        let Some(wanted) = self.wanted.take() else { return };
        if !wanted.keys(&self.catalog).is_empty() {
            return;
        }
        let all = Catalog::new(listing.accounts(), self.catalog.rules(), Hidden::Shown);
        let met = wanted.keys(&all);
        if met.is_empty() {
            self.missing = Some(wanted);
        } else {
            self.choose(&met);
            self.show_catalog(all);
        }
    }

    /// Whether the only role there is is chosen, as the page itself does.
    pub fn is_sole_role_chosen(&self) -> bool {
        self.catalog.sole_role().is_some_and(|key| self.selection.contains(key))
    }

    /// The company's rules are known. Where they come later than the list, what they preselect is chosen unless the person
    /// has chosen already.
    pub fn use_rules(&mut self, rules: Rules, listing: &Listing) {
        self.show_catalog(Catalog::new(listing.accounts(), Rc::new(rules), Hidden::LeftOut));
        if !self.is_touched {
            let catalog = Rc::clone(&self.catalog);
            let roles = catalog.iter().flat_map(|listed| &listed.roles);
            let preselected = roles.filter(|role| role.is_preselected()).map(|role| &role.key);
            self.choose(&preselected.collect::<Vec<_>>());
        }
    }

    /// Shows the roles that the company's rules hide.
    pub fn show_hidden(&mut self, listing: &Listing) {
        let rules = self.catalog.rules();
        self.show_catalog(Catalog::new(listing.accounts(), rules, Hidden::Shown));
    }

    fn show_catalog(&mut self, catalog: Catalog) {
        self.catalog = Rc::new(catalog);
        self.show_rows();
    }

    /// All of these are wanted; or, where they all are chosen, none of them. While the list is coming, that holds for
    /// what comes.
    pub fn toggle(&mut self, scope: Scope, listing: &Listing) {
        self.touch();
        let keys = scope.keys(&self.catalog);
        let wish = Rc::make_mut(&mut self.selection).toggle_all(&keys);
        if !listing.progress().is_complete() {
            self.standing.add(scope, wish);
        }
    }

    /// A role is pressed.
    pub fn toggle_role(&mut self, key: RoleKey) {
        self.touch();
        Rc::make_mut(&mut self.selection).toggle_all(&[&key]);
        self.anchor = Some(key);
    }

    /// All roles that are shown from the one that was pressed last to this one become what this one becomes.
    pub fn toggle_range(&mut self, key: RoleKey) {
        let Some(anchor) = self.anchor.clone() else { return self.toggle_role(key) };
        let wish = if self.selection.contains(&key) { Wish::Leave } else { Wish::Choose };
        self.set_range(&anchor, &key, wish);
    }

    /// All roles that are shown between these two, and they themselves, become this.
    pub fn set_range(&mut self, from: &RoleKey, to: &RoleKey, wish: Wish) {
        self.touch();
        let keys = self.rows.keys();
        let place = |key: &RoleKey| keys.iter().position(|it| *it == key);
        let Some(end) = place(to) else { return };
        let start = place(from).unwrap_or(end);
        let range = &keys[start.min(end)..=start.max(end)];
        Rc::make_mut(&mut self.selection).set_all(range, wish);
    }

    /// Nothing is chosen any more, nor what comes.
    pub fn clear(&mut self) {
        self.touch();
        self.selection = Rc::default();
        self.standing.end();
        self.wanted = None;
    }

    /// The profile whose own settings are open.
    pub fn open_settings(&self) -> Option<&RoleKey> {
        self.edited.as_ref().filter(|edited| edited.is_open).map(|edited| &edited.key)
    }

    /// Nothing of what was listed stays.
    pub fn forget(&mut self) {
        let wanted = self.wanted.take();
        let catalog = Catalog::new(&Accounts::default(), self.catalog.rules(), Hidden::LeftOut);
        *self = Choose { wanted, catalog: Rc::new(catalog), ..Choose::default() };
    }

    /// The person has a word in it.
    fn touch(&mut self) {
        self.is_touched = true;
        self.missing = None;
    }

    /// Shows the list anew, by what there is and by the filter.
    pub fn show_rows(&mut self) {
        self.rows = Rc::new(Rows::new(&self.catalog, &self.filter));
    }
}

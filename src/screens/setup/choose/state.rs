//! The list that a person chooses from, and what is chosen.

use super::catalog::{Catalog, Hidden, Listed, RoleKey};
use super::rows::Rows;
use super::selection::{Selection, Wish};
use super::standing::{Scope, Standing};
use crate::route::Prefill;
use onramp_domain::host_config::Rules;
use onramp_domain::listing::{Listing, Phase};
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
    pub wanted: Wanted,
    /// What a link asked for, and isn't there; until the person chooses.
    pub missing: Option<Wanted>,
    /// The role that was pressed last: a range begins there.
    pub anchor: Option<RoleKey>,
    /// The profile whose own settings are open, or were last.
    pub edited: Option<Edited>,
    /// Answers of the listing that the catalog does not show yet.
    pub unseen: usize,
}

/// A profile's own settings.
#[derive(Clone, Debug, PartialEq)]
pub enum Edited {
    /// They are open.
    Open(RoleKey),
    /// They were: its button has the focus.
    Closed(RoleKey),
}

/// What a link asks to have chosen: an account, a role, or both. As it stands in the link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    pub account: Option<String>,
    pub role: Option<String>,
}

impl Wanted {
    /// From a link.
    pub fn of(prefill: &Prefill) -> Wanted {
        Wanted { account: prefill.account.clone(), role: prefill.role.clone() }
    }

    /// Whether it is this one.
    pub fn is_met_by(&self, key: &RoleKey) -> bool {
        *self != Wanted::default()
            && self.account.as_ref().is_none_or(|id| id == key.account.as_str())
            && self.role.as_ref().is_none_or(|name| name == key.role.as_str())
    }
}

impl Choose {
    /// Takes in what was listed. What a link, or the person before, asked for is chosen as it comes. At the end of the
    /// listing, what is no longer listed is chosen no more, and a role that is the only one is chosen by the page.
    pub fn show(&mut self, listing: &Listing) {
        self.unseen = 0;
        let new = Rc::make_mut(&mut self.catalog).refresh(listing.accounts());
        self.show_rows();
        let arrived: Vec<RoleKey> =
            new.iter().flat_map(|(listed, places)| self.asked_for(listed, places)).collect();
        if !arrived.is_empty() {
            Rc::make_mut(&mut self.selection).choose_arrived(arrived);
        }
        if *listing.phase() != Phase::Finished {
            return;
        }
        if listing.progress().is_complete() {
            self.find_wanted(listing);
            self.standing.end();
            Rc::make_mut(&mut self.selection).keep_listed(&self.catalog);
        }
        if let Some(key) = self.catalog.sole_role() {
            Rc::make_mut(&mut self.selection).choose_sole(key);
        }
    }

    /// Everything is listed: what a link asked for is there, or is hidden by the company's rules, or isn't there.
    fn find_wanted(&mut self, listing: &Listing) {
        let wanted = std::mem::take(&mut self.wanted);
        let is_met = |catalog: &Catalog| catalog.keys().any(|key| wanted.is_met_by(&key));
        if wanted == Wanted::default() || is_met(&self.catalog) {
            return;
        }
        let without_hidden = Rc::clone(&self.catalog);
        self.show_hidden(listing);
        if is_met(&self.catalog) {
            let keys = self.catalog.keys().filter(|key| wanted.is_met_by(key));
            Rc::make_mut(&mut self.selection).choose_arrived(keys);
        } else {
            self.missing = Some(wanted);
            self.catalog = without_hidden;
            self.show_rows();
        }
    }

    /// The company's rules are known.
    pub fn use_rules(&mut self, rules: Rules, listing: &Listing) {
        self.list_anew(Catalog::new(Rc::new(rules), Hidden::default()), listing);
    }

    /// Shows the roles that the company's rules hide.
    pub fn show_hidden(&mut self, listing: &Listing) {
        self.list_anew(self.catalog.emptied(Hidden::Shown), listing);
    }

    fn list_anew(&mut self, mut catalog: Catalog, listing: &Listing) {
        catalog.refresh(listing.accounts());
        self.catalog = Rc::new(catalog);
        self.show_rows();
    }

    /// Which of an account's new roles are chosen by what was said before they came.
    fn asked_for(&self, listed: &Listed, new: &[usize]) -> Vec<RoleKey> {
        let linked = new.iter().filter_map(|place| listed.key(*place));
        let linked = linked.filter(|key| self.wanted.is_met_by(key));
        let standing = self.standing.wanted(listed, new).into_iter();
        linked.chain(standing.filter_map(|place| listed.key(place))).collect()
    }

    /// All of these are wanted; or, where they all are chosen, none of them. While the list is coming, that holds for
    /// what comes.
    pub fn toggle(&mut self, scope: Scope, listing: &Listing) {
        self.missing = None;
        let keys = scope.keys(&self.catalog);
        let wish = Rc::make_mut(&mut self.selection).toggle_all(keys.into_iter());
        if !listing.progress().is_complete() {
            self.standing.add(scope, wish);
        }
    }

    /// A role is pressed.
    pub fn toggle_role(&mut self, key: RoleKey) {
        self.missing = None;
        Rc::make_mut(&mut self.selection).toggle(key.clone());
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
        self.missing = None;
        let place = |key: &RoleKey| self.rows.keys().position(|it| it == *key);
        let Some(end) = place(to) else { return };
        let start = place(from).unwrap_or(end);
        let (first, last) = (start.min(end), start.max(end));
        let keys = self.rows.keys().skip(first).take(last - first + 1);
        Rc::make_mut(&mut self.selection).set_all(keys, wish);
    }

    /// Nothing is chosen any more, nor what comes.
    pub fn clear(&mut self) {
        self.missing = None;
        self.selection = Rc::default();
        self.standing.end();
        self.wanted = Wanted::default();
    }

    /// The filter's text changed.
    pub fn enter_filter(&mut self, text: String) {
        self.filter = text;
        self.show_rows();
    }

    /// The profile whose own settings are open.
    pub fn open_settings(&self) -> Option<&RoleKey> {
        match &self.edited {
            Some(Edited::Open(key)) => Some(key),
            Some(Edited::Closed(_)) | None => None,
        }
    }

    /// Nothing of what was listed stays.
    pub fn forget(&mut self) {
        let wanted = std::mem::take(&mut self.wanted);
        let catalog = Rc::new(self.catalog.emptied(Hidden::default()));
        *self = Choose { wanted, catalog, ..Choose::default() };
    }

    fn show_rows(&mut self) {
        self.rows = Rc::new(Rows::new(&self.catalog, &self.filter));
    }
}

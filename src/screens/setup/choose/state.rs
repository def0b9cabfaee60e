//! The list that a person chooses from, and what is chosen.

use super::catalog::Catalog;
use super::rows::Rows;
use super::selection::Selection;
use crate::route::Prefill;
use onramp_domain::listing::{Listing, Phase};
use std::rc::Rc;

/// List, filter and selection.
#[derive(Debug, Default)]
pub struct Choose {
    pub catalog: Rc<Catalog>,
    pub filter: String,
    pub rows: Rc<Rows>,
    pub selection: Rc<Selection>,
    /// What a link asked to have chosen, until the list is there.
    pub wanted: Wanted,
    /// Answers of the listing that the catalog does not show yet.
    pub unseen: usize,
}

/// What a link asks to have chosen.
#[derive(Debug, Default)]
pub struct Wanted {
    account: Option<String>,
    role: Option<String>,
}

impl Wanted {
    /// From a link.
    pub fn of(prefill: &Prefill) -> Wanted {
        Wanted { account: prefill.account.clone(), role: prefill.role.clone() }
    }
}

impl Choose {
    /// Takes in what was listed. At the end of the listing, what a link asked for is chosen, what is no longer listed
    /// is chosen no more, and a role that is the only one is chosen by the page.
    pub fn show(&mut self, listing: &Listing) {
        self.unseen = 0;
        Rc::make_mut(&mut self.catalog).refresh(listing.accounts());
        self.show_rows();
        if *listing.phase() != Phase::Finished {
            return;
        }
        let Wanted { account, role } = std::mem::take(&mut self.wanted);
        let selection = Rc::make_mut(&mut self.selection);
        if account.is_some() || role.is_some() {
            selection.preselect(&self.catalog, account.as_deref(), role.as_deref());
        }
        if listing.progress().is_complete() {
            selection.keep_listed(&self.catalog);
        }
        if let Some(key) = self.catalog.sole_role() {
            selection.choose_sole(key);
        }
    }

    /// The filter's text changed.
    pub fn enter_filter(&mut self, text: String) {
        self.filter = text;
        self.show_rows();
    }

    /// Nothing of what was listed stays.
    pub fn forget(&mut self) {
        let wanted = std::mem::take(&mut self.wanted);
        *self = Choose { wanted, ..Choose::default() };
    }

    fn show_rows(&mut self) {
        self.rows = Rc::new(Rows::new(&self.catalog, &self.filter));
    }
}

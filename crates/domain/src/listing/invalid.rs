//! What AWS listed and no profile can be made of.

use crate::AccountId;
use crate::names::{BadAccountId, BadRoleName};

/// So many are kept to be shown; the rest is only counted.
const MOST_KEPT: usize = 100;

/// One thing in the lists that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvalidItem {
    /// An account whose id has not twelve digits. Its roles are not asked for.
    AccountId {
        /// What stands there.
        text: String,
        /// What is wrong.
        error: BadAccountId,
    },
    /// A role whose name IAM would not take. It is left out of its account's roles.
    RoleName {
        /// Whose.
        account: AccountId,
        /// What stands there.
        text: String,
        /// What is wrong.
        error: BadRoleName,
    },
}

/// The invalid_items of a listing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InvalidItems {
    kept: Vec<InvalidItem>,
    total: usize,
}

impl InvalidItems {
    /// The first of them, a hundred at most.
    pub fn first(&self) -> &[InvalidItem] {
        &self.kept
    }

    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Takes one in, unless it is known: a page that is asked for twice says the same twice.
    pub(super) fn push(&mut self, item: InvalidItem) {
        if self.kept.contains(&item) {
            return;
        }
        self.total += 1;
        if self.kept.len() < MOST_KEPT {
            self.kept.push(item);
        }
    }
}

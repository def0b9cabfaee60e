//! What a person wants for one role alone.

use crate::screens::setup::choose::catalog::RoleKey;
use onramp_domain::Region;

/// What is wanted for one role alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    pub key: RoleKey,
    /// Its profile's name, as it was typed.
    pub name: Option<String>,
    /// Its region, or that there is to be none.
    pub region: Option<Option<Region>>,
}

/// Those of this role. Few have any.
pub fn of_role<'a>(all: &'a [Own], key: &RoleKey) -> Option<&'a Own> {
    all.iter().find(|own| own.key == *key)
}

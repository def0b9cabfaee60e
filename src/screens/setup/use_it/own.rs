//! What a person wants for one role alone.

use onramp_domain::Region;

/// What is wanted for one role alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own {
    /// Its profile's name, as it was typed.
    pub name: Option<String>,
    /// Its region, or that there is to be none.
    pub region: Option<Option<Region>>,
}

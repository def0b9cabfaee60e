//! "What does AWS say?": the failure that people meet most shows only on AWS's own page.

use onramp_domain::Region;

/// What is shown of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErrorHelp {
    /// Whether the person asked for it.
    pub asked: Asked,
    /// The other region that is chosen there.
    pub region: Option<Region>,
}

/// Whether the person said that AWS shows an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    /// Not yet.
    #[default]
    No,
    /// Yes.
    Yes,
}

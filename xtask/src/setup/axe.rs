//! axe-core, whose rules say whether everybody can use the page. Only the end-to-end tests read it.

use super::SetupError;
use super::npm::Package;
use std::path::PathBuf;

const AXE_CORE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    why: "it finds what keeps people out",
    by_hand: "install Node.js with npm, which this task then uses, or name a copy of axe.min.js in the variable \
              ONRAMP_AXE",
};

/// The one file of it that is needed, `axe.min.js`; the tests find it as `ONRAMP_AXE`.
///
/// # Errors
/// When it is missing and npm is missing too, or npm fails.
pub(crate) fn ensure() -> Result<PathBuf, SetupError> {
    match std::env::var_os("ONRAMP_AXE") {
        Some(named) => Ok(named.into()),
        None => Ok(AXE_CORE.ensure("axe.min.js")?.join("axe-core").join("axe.min.js")),
    }
}

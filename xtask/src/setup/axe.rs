//! axe-core, whose rules say whether everybody can use the page. Only the end-to-end tests read it.

use super::{SetupError, npm};
use std::path::PathBuf;

const AXE_CORE: npm::Package<'_> = npm::Package { name: "axe-core", version: "4.14.1" };

/// The one file of it that is needed, `axe.min.js`; the tests find it as `ONRAMP_AXE`.
///
/// # Errors
/// When it is missing and npm is missing too, or npm fails.
pub(crate) fn ensure() -> Result<PathBuf, SetupError> {
    if let Some(named) = std::env::var_os("ONRAMP_AXE") {
        return Ok(named.into());
    }
    let file = AXE_CORE.folder().join("node_modules").join(AXE_CORE.name).join("axe.min.js");
    if !file.is_file() {
        AXE_CORE.install(npm::Reason {
            what: format!("axe-core {}", AXE_CORE.version),
            why: "it finds what keeps people out",
            by_hand:
                "install Node.js with npm, which this task then uses, or name a copy of axe.min.js \
                      in the variable ONRAMP_AXE"
                    .to_owned(),
        })?;
    }
    Ok(file)
}

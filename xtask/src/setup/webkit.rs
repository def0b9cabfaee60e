//! WebKitGTK's driver, which brings a browser, and a simulated screen for it; for the main job's test. Linux only.

use super::browser::named_or_first;
use super::system::{ByHand, System};
use super::{SetupError, apt, search};
use std::path::PathBuf;

/// Finds both, and installs what is missing where that is possible; answers with what the tests know the driver by.
///
/// # Errors
/// When one is missing, with what to do; when installing fails.
pub(crate) fn ensure() -> Result<[(&'static str, PathBuf); 1], SetupError> {
    let find = || {
        search::first(&["Xvfb".into()])?;
        named_or_first("WEBKITDRIVER", &["WebKitWebDriver".into()])
    };
    if find().is_none() && apt::is_usable(&[System::Debian, System::Ubuntu]) {
        apt::install(&["webkit2gtk-driver", "xvfb"], "the main job is tried in WebKit")?;
    }
    let driver = find().ok_or_else(|| SetupError::Missing {
        what: "WebKitGTK's WebKitWebDriver, or Xvfb,".to_owned(),
        by_hand: ByHand {
            debian: "sudo apt-get install webkit2gtk-driver xvfb",
            ubuntu: "sudo apt-get install webkit2gtk-driver xvfb",
            other: "on Linux, install WebKitGTK with its driver and MiniBrowser, and Xvfb",
            ..ByHand::default()
        }
        .here(),
    })?;
    Ok([("WEBKITDRIVER", driver)])
}

//! WebKitGTK's driver, which brings a browser, and a simulated screen for it; for the main job's test. Linux only.

use super::browser::named_or_first;
use super::system::{System, by_hand};
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
        by_hand: by_hand(
            &[
                (System::Debian, "sudo apt-get install webkit2gtk-driver xvfb"),
                (System::Ubuntu, "sudo apt-get install webkit2gtk-driver xvfb"),
            ],
            "on Linux, install WebKitGTK with its driver and MiniBrowser, and Xvfb",
        ),
    })?;
    Ok([("WEBKITDRIVER", driver)])
}

//! Firefox and WebKitGTK's browser with their drivers, for the main job's test.

use super::search::{first, named_or_first};
use super::system::{System, by_hand};
use super::{SetupError, apt, cargo_tool, missing};
use std::path::PathBuf;

/// Where Firefox usually is.
const FIREFOX: [&str; 4] = [
    "firefox",
    "firefox-esr",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"C:\Program Files\Mozilla Firefox\firefox.exe",
];

/// Finds Firefox and geckodriver, and installs what is missing where that is possible; answers with what the tests know
/// them by.
///
/// # Errors
/// When Firefox is missing, with what to do; when installing fails.
pub(crate) fn firefox() -> Result<[(&'static str, PathBuf); 2], SetupError> {
    let find = || named_or_first("FIREFOX", &FIREFOX.map(PathBuf::from));
    if find().is_none() {
        apt::try_to_install(&[System::Debian], &["firefox-esr"], "the main job is tried in it")?;
    }
    let program = find().ok_or_else(|| {
        let commands = [
            (System::Debian, "sudo apt-get install firefox-esr"),
            (System::Ubuntu, "sudo snap install firefox"),
            (System::Fedora, "sudo dnf install firefox"),
            (System::Arch, "sudo pacman -S firefox geckodriver"),
            (System::MacOs, "brew install --cask firefox"),
            (System::Windows, "winget install Mozilla.Firefox"),
        ];
        let by_hand = by_hand(&commands, "install Firefox");
        missing("Firefox", format!("{by_hand}, or name it in the variable FIREFOX"))
    })?;
    let places = ["geckodriver", "firefox.geckodriver"].map(PathBuf::from);
    let driver = match named_or_first("GECKODRIVER", &places) {
        Some(driver) => driver,
        None => cargo_tool::GECKODRIVER.program()?,
    };
    Ok([("FIREFOX", program), ("GECKODRIVER", driver)])
}

/// Finds WebKitGTK's driver, which brings a browser, and a simulated screen for it, as [`firefox`] does. Linux only.
///
/// # Errors
/// When one is missing, with what to do; when installing fails.
pub(crate) fn webkit() -> Result<[(&'static str, PathBuf); 1], SetupError> {
    let find = || {
        first(&["Xvfb".into()])?;
        named_or_first("WEBKITDRIVER", &["WebKitWebDriver".into()])
    };
    let debians = [System::Debian, System::Ubuntu];
    if find().is_none() {
        let packages = ["webkit2gtk-driver", "xvfb"];
        apt::try_to_install(&debians, &packages, "the main job is tried in WebKit")?;
    }
    let driver = find().ok_or_else(|| {
        let commands = debians.map(|it| (it, "sudo apt-get install webkit2gtk-driver xvfb"));
        let other = "on Linux, install WebKitGTK with its driver and MiniBrowser, and Xvfb";
        missing("WebKitGTK's WebKitWebDriver, or Xvfb,", by_hand(&commands, other))
    })?;
    Ok([("WEBKITDRIVER", driver)])
}

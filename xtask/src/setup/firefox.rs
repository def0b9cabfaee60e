//! Firefox and its driver, for the main job's test.

use super::browser::named_or_first;
use super::system::{System, by_hand};
use super::{SetupError, apt, cargo_tool};
use std::path::PathBuf;

/// Where Firefox usually is.
const PLACES: [&str; 4] = [
    "firefox",
    "firefox-esr",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"C:\Program Files\Mozilla Firefox\firefox.exe",
];

/// Finds both, and installs what is missing where that is possible; answers with what the tests know them by.
///
/// # Errors
/// When Firefox is missing, with what to do; when installing fails.
pub(crate) fn ensure() -> Result<[(&'static str, PathBuf); 2], SetupError> {
    let find = || named_or_first("FIREFOX", &PLACES.map(PathBuf::from));
    if find().is_none() && apt::is_usable(&[System::Debian]) {
        apt::install(&["firefox-esr"], "the main job is tried in it")?;
    }
    let program = find().ok_or_else(missing)?;
    let driver = match named_or_first(
        "GECKODRIVER",
        &["geckodriver".into(), "firefox.geckodriver".into()],
    ) {
        Some(driver) => driver,
        None => cargo_tool::program(cargo_tool::geckodriver())?,
    };
    Ok([("FIREFOX", program), ("GECKODRIVER", driver)])
}

fn missing() -> SetupError {
    let commands = [
        (System::Debian, "sudo apt-get install firefox-esr"),
        (System::Ubuntu, "sudo snap install firefox"),
        (System::Fedora, "sudo dnf install firefox"),
        (System::Arch, "sudo pacman -S firefox geckodriver"),
        (System::MacOs, "brew install --cask firefox"),
        (System::Windows, "winget install Mozilla.Firefox"),
    ];
    let by_hand = by_hand(&commands, "install Firefox");
    SetupError::Missing {
        what: "Firefox".to_owned(),
        by_hand: format!("{by_hand}, or name it in the variable FIREFOX"),
    }
}

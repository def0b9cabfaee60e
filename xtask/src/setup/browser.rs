//! A Chromium and its driver, for the tests that need a browser.

use super::search::named_or_first;
use super::system::{System, by_hand};
use super::{SetupError, apt, missing};
use crate::command::ask;
use crate::project;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser and the driver that belongs to it. The tests find them as `CHROME` and `CHROMEDRIVER`.
#[derive(Debug)]
pub(crate) struct Browser {
    /// Chromium or Chrome.
    pub(crate) program: PathBuf,
    /// chromedriver of the same major version.
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// Finds both; on a Debian as root they are installed where one is missing.
    ///
    /// # Errors
    /// When one is missing, with what to do; when their major versions differ.
    pub(crate) fn ensure() -> Result<Browser, SetupError> {
        if Browser::find().is_err() {
            let packages = ["chromium", "chromium-driver", "fonts-dejavu-core"];
            apt::try_to_install(&[System::Debian], &packages, "tests run in a real browser")?;
        }
        let browser = Browser::find()?;
        browser.belong_together()?;
        Ok(browser)
    }

    /// Tells a test of the built page where browser, program and page are.
    pub(crate) fn set_env(&self, test: &mut Command) {
        test.env("ONRAMP_PROGRAM", project::built("debug", "onramp"))
            .env("ONRAMP_PAGE", project::dist())
            .env("CHROME", &self.program)
            .env("CHROMEDRIVER", &self.driver);
    }

    fn find() -> Result<Browser, SetupError> {
        let program = named_or_first("CHROME", &browsers());
        let driver = named_or_first("CHROMEDRIVER", &DRIVERS.map(PathBuf::from));
        Ok(Browser {
            program: program.ok_or_else(|| not_there("Chromium or Chrome", "CHROME"))?,
            driver: driver.ok_or_else(|| not_there("chromedriver", "CHROMEDRIVER"))?,
        })
    }

    fn belong_together(&self) -> Result<(), SetupError> {
        // Chrome on Windows does not say its version; the driver will, when it starts it.
        match (version(&self.program), version(&self.driver)) {
            (Some(browser), Some(driver)) if major(&browser) != major(&driver) => {
                Err(SetupError::DriverMismatch { browser, driver })
            }
            _ => Ok(()),
        }
    }
}

/// Its own, and the one in Ubuntu's snap.
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];

/// Where Chromium and Chrome usually are.
fn browsers() -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
            .map(PathBuf::from)
            .into();
    if cfg!(target_os = "macos") {
        places.push("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome".into());
        places.push("/Applications/Chromium.app/Contents/MacOS/Chromium".into());
    }
    for variable in ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"] {
        let folder = env::var_os(variable).map(PathBuf::from);
        places.extend(folder.map(|folder| folder.join(r"Google\Chrome\Application\chrome.exe")));
    }
    places
}

fn version(program: &Path) -> Option<String> {
    // On Windows a browser asked for its version opens a window instead.
    if cfg!(windows) && program.ends_with("chrome.exe") {
        return None;
    }
    let text = ask(Command::new(program).arg("--version")).ok()?;
    text.split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .map(str::to_owned)
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

fn not_there(what: &str, variable: &str) -> SetupError {
    let commands = [
        (System::Debian, "sudo apt-get install chromium chromium-driver"),
        (System::Ubuntu, "sudo snap install chromium"),
        (System::Fedora, "sudo dnf install chromium chromedriver"),
        (System::Arch, "sudo pacman -S chromium"),
        (System::MacOs, "brew install --cask google-chrome chromedriver"),
    ];
    let by_hand = by_hand(&commands, "install Chrome, and its driver from Chrome for Testing");
    missing(what, format!("{by_hand}, or name the program in the variable {variable}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_major_version_has_to_agree() {
        assert_eq!(major("156.0.8078.79"), major("156.1.2"));
        assert_ne!(major("156.0.8078.79"), major("15.0"));
    }
}

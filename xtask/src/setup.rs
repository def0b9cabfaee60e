//! Setting up what a task needs and the machine lacks, each with one line saying what, why and for about how long.
//!
//! What is on the search path in a version that will do is used. Programs that are missing go to a folder of the
//! project's own under cargo's home, so that the next clone finds them and nobody's own are replaced.

pub(crate) mod apt;
mod browser;
mod cargo_tool;
pub(crate) mod npm;
pub(crate) mod other_browsers;
pub(crate) mod plan;
pub(crate) mod python;
mod search;
mod system;
mod wasm_target;

pub(crate) use browser::Browser;

use crate::command::{CommandError, run};
use crate::project;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;
use std::thread;

/// The programs that build the page, found.
#[derive(Debug)]
pub(crate) struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// What a quick build of the page needs: the wasm32 target, Trunk, wasm-bindgen.
    ///
    /// # Errors
    /// When one is missing and could not be installed; the error says how to do it by hand.
    pub(crate) fn for_page() -> Result<Toolbox, SetupError> {
        wasm_target::ensure()?;
        let folders = cargo_tool::ensure(&[cargo_tool::TRUNK, cargo_tool::wasm_bindgen()?])?;
        Ok(Toolbox { path: path_with(folders, &env::var_os("PATH").unwrap_or_default()) })
    }

    /// What the page that is deployed needs besides: wasm-opt.
    ///
    /// # Errors
    /// As [`Toolbox::for_page`].
    pub(crate) fn for_release() -> Result<Toolbox, SetupError> {
        let toolbox = Toolbox::for_page()?;
        let found = npm::wasm_opt(&toolbox)?;
        Ok(Toolbox { path: path_with(found, &toolbox.path) })
    }

    /// A command that runs in the clone's top folder and finds these programs first.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(project::root()).env("PATH", &self.path);
        command
    }
}

/// cargo-deny, which says whether a dependency is one that we can keep.
///
/// # Errors
/// When it is missing and can't be installed.
pub(crate) fn cargo_deny() -> Result<PathBuf, SetupError> {
    cargo_tool::CARGO_DENY.program()
}

/// A search path with some folders in front.
fn path_with(folders: impl IntoIterator<Item = PathBuf>, usual: &OsStr) -> OsString {
    env::join_paths(folders.into_iter().chain(env::split_paths(usual))).unwrap_or(usual.to_owned())
}

/// Whether two builds side by side end sooner than one after the other.
pub(crate) fn has_spare_cores() -> bool {
    thread::available_parallelism().is_ok_and(|cores| cores.get() >= 4)
}

/// Says on stderr what is about to be installed, and runs the commands that do it.
fn install(
    what: &str,
    why: &str,
    how_long: &str,
    by_hand: &str,
    commands: &mut [Command],
) -> Result<(), SetupError> {
    eprintln!("setup: installing {what} ({why}); {how_long}");
    let (what, by_hand) = (what.to_owned(), by_hand.to_owned());
    let installed = commands.iter_mut().try_for_each(run);
    installed.map_err(|source| SetupError::Install { what, by_hand, source })
}

/// The error of what can't be installed from here.
pub(crate) fn missing(what: impl Into<String>, by_hand: impl Into<String>) -> SetupError {
    SetupError::Missing { what: what.into(), by_hand: by_hand.into() }
}

fn minutes(number: u32) -> String {
    if number == 1 { "1 minute".to_owned() } else { format!("{number} minutes") }
}

/// What a task needs is not there.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SetupError {
    /// Installing was tried.
    #[error("{what} could not be installed; by hand: {by_hand}")]
    Install {
        /// What is missing.
        what: String,
        /// The command that installs it, or where to get it.
        by_hand: String,
        /// How installing failed.
        source: CommandError,
    },
    /// Installing is not possible from here.
    #[error("{what} is missing; {by_hand}")]
    Missing {
        /// What is missing.
        what: String,
        /// How to get it.
        by_hand: String,
    },
    /// The browser and its driver do not belong together.
    #[error(
        "the browser is version {browser}, its driver {driver}: both must have the same major version"
    )]
    DriverMismatch {
        /// As the browser says it.
        browser: String,
        /// As the driver says it.
        driver: String,
    },
}

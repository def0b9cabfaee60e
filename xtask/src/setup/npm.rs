//! npm packages: each in a folder of its own under cargo's home, which the next clone finds too.
//!
//! Not here: npm itself, which comes with Node.js and is not installed by any task.

use super::{SetupError, announce};
use crate::command::{ask, run};
use crate::project;
use std::path::PathBuf;
use std::process::Command;

/// A package in the one version that is wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Package<'a> {
    /// Its name in npm's registry.
    pub(super) name: &'a str,
    /// Its version there, or the beginning of it.
    pub(super) version: &'a str,
}

/// What a person is told about it.
pub(super) struct Reason {
    /// What is installed.
    pub(super) what: String,
    /// What it is for.
    pub(super) why: &'static str,
    /// What to do where npm can't.
    pub(super) by_hand: String,
}

impl Package<'_> {
    /// Where it is, once it is installed.
    pub(super) fn folder(self) -> PathBuf {
        let folder = format!("{}-{}", self.name, self.version);
        project::tools().join(folder)
    }

    /// Installs it into its folder.
    ///
    /// # Errors
    /// When npm is missing or fails.
    pub(super) fn install(self, reason: Reason) -> Result<(), SetupError> {
        let Reason { what, why, by_hand } = reason;
        if ask(Command::new(program("npm")).arg("--version")).is_err() {
            return Err(SetupError::Missing { what, by_hand });
        }
        announce(&what, why, "a few seconds");
        let options = ["--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"];
        run(Command::new(program("npm"))
            .arg("install")
            .args(options)
            .arg(self.folder())
            .arg(format!("{}@{}", self.name, self.version)))
        .map_err(|source| SetupError::Install { what, by_hand, source })
    }
}

/// npm and what it installs are scripts, which on Windows have an ending.
pub(crate) fn program(name: &str) -> String {
    if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }
}

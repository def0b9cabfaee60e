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
pub(super) struct Package {
    /// Its name in npm's registry.
    pub(super) name: &'static str,
    /// Its version there, or the beginning of it.
    pub(super) version: &'static str,
    /// What it is for, as a person is told.
    pub(super) why: &'static str,
    /// What to do where npm can't.
    pub(super) by_hand: &'static str,
}

impl Package {
    /// The folder of what npm installs for it, whether that is there or not.
    pub(super) fn modules(self) -> PathBuf {
        self.folder().join("node_modules")
    }

    /// The same, with this file of the package installed.
    ///
    /// # Errors
    /// When npm is missing or fails.
    pub(super) fn ensure(self, file: &str) -> Result<PathBuf, SetupError> {
        if !self.modules().join(self.name).join(file).is_file() {
            self.install()?;
        }
        Ok(self.modules())
    }

    /// Installs it into its folder.
    ///
    /// # Errors
    /// When npm is missing or fails.
    pub(super) fn install(self) -> Result<(), SetupError> {
        let (what, by_hand) = (format!("{} {}", self.name, self.version), self.by_hand.to_owned());
        if ask(Command::new(program("npm")).arg("--version")).is_err() {
            return Err(SetupError::Missing { what, by_hand });
        }
        announce(&what, self.why, "a few seconds");
        let options = ["--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"];
        run(Command::new(program("npm"))
            .arg("install")
            .args(options)
            .arg(self.folder())
            .arg(format!("{}@{}", self.name, self.version)))
        .map_err(|source| SetupError::Install { what, by_hand, source })
    }

    fn folder(self) -> PathBuf {
        project::tools().join(format!("{}-{}", self.name, self.version))
    }
}

/// npm and what it installs are scripts, which on Windows have an ending.
pub(crate) fn program(name: &str) -> String {
    if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }
}

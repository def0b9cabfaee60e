//! esbuild, which takes out of the page's scripts what only people read.

use super::{SetupError, Toolbox, npm};
use crate::command::ask;
use std::path::PathBuf;
use std::process::Command;

const ESBUILD: npm::Package<'_> = npm::Package { name: "esbuild", version: "0.25.12" };

/// The folder to search first for esbuild, or `None` where the usual search finds it. Any version will do.
///
/// What is missing is installed by npm.
///
/// # Errors
/// When it is missing and npm is missing too, or npm fails.
pub(crate) fn ensure(toolbox: &Toolbox) -> Result<Option<PathBuf>, SetupError> {
    if ask(toolbox.command("esbuild").arg("--version")).is_ok() {
        return Ok(None);
    }
    let programs = ESBUILD.folder().join("node_modules").join(".bin");
    if ask(Command::new(programs.join(npm::program("esbuild"))).arg("--version")).is_err() {
        ESBUILD.install(npm::Reason {
            what: format!("esbuild {}", ESBUILD.version),
            why: "it makes the page's scripts smaller",
            by_hand: "install esbuild, or Node.js with npm, which this task then uses".to_owned(),
        })?;
    }
    Ok(Some(programs))
}

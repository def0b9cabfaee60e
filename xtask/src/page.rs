//! Building the page into `dist/` by Trunk.
//!
//! Trunk downloads nothing here: cargo fetches and compiles first, where a person sees its progress, and Trunk runs
//! offline with the programs that the set-up found.

use crate::command::{CommandError, cargo, run};
use crate::setup::Toolbox;
use crate::{project, rustflags};
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

/// How the page is built.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Build {
    /// Compiled fast, for looking at it on this machine.
    Quick,
    /// Compiled small, as it is deployed.
    Release,
}

/// Builds the page into `dist/`.
///
/// # Errors
/// When the page does not compile, or Trunk fails.
pub(crate) fn build(toolbox: &Toolbox, build: Build) -> Result<(), CommandError> {
    let mut trunk = toolbox.command("trunk");
    // At the level of a warning Trunk says that it can't minify scripts as new as ours, which then stay as they are.
    trunk.args(["build", "--offline", "--skip-version-check", "--log", "error"]);
    match build {
        Build::Quick => {
            trunk.args(["--cargo-profile", "quick"]);
        }
        Build::Release => {
            trunk.arg("--release").env(rustflags::VARIABLE, rustflags::encoded(&project::root()));
        }
    }
    run(&mut compile(build, &project::root()))?;
    plain(&mut trunk);
    run(&mut trunk)
}

/// Compiles the page of a clone, as Trunk does next.
pub(crate) fn compile(build: Build, clone: &Path) -> Command {
    let mut compile = cargo();
    compile.current_dir(clone).args(["build", "--package", "onramp", "--bin", "onramp-page"]);
    compile.args(["--target", "wasm32-unknown-unknown", "--profile"]);
    match build {
        Build::Quick => compile.arg("quick"),
        Build::Release => compile.arg("page").env(rustflags::VARIABLE, rustflags::encoded(clone)),
    };
    compile
}

/// Keeps stdout for the task's own lines, and Trunk from stumbling over `NO_COLOR=1`, which it wants to be `true`.
fn plain(trunk: &mut Command) {
    trunk.stdout(Stdio::from(io::stderr()));
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").args(["--color", "never"]);
    }
}

/// Builds the program `onramp` for this machine, quickly.
///
/// # Errors
/// When it does not compile.
pub(crate) fn build_host() -> Result<(), CommandError> {
    run(cargo().args(["build", "--package", "onramp-host", "--bin", "onramp"]))
}

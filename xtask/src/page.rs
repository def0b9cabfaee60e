//! Building the page into `dist/` by Trunk.
//!
//! Trunk downloads nothing here: cargo fetches and compiles first, where a person sees its progress, and Trunk runs
//! offline with the programs that the set-up found.

use crate::command::{CommandError, cargo, run};
use crate::project;
use crate::setup::Toolbox;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
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
            without_paths(trunk.arg("--release"), &project::root());
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
        Build::Release => without_paths(compile.arg("page"), clone),
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

/// The variable in which cargo takes flags that may have blanks in them.
const RUSTFLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// Keeps the paths of this machine out of what a command compiles, so that the same sources make the same page anywhere:
/// crates are named from their own folders on, this one's from the clone's top folder on.
pub(crate) fn without_paths<'c>(command: &'c mut Command, clone: &Path) -> &'c mut Command {
    let registries = project::cargo_home().join("registry").join("src");
    let registries = fs::read_dir(registries).into_iter().flatten().flatten();
    let folders = registries.map(|folder| folder.path()).chain([clone.to_owned()]);
    let flag = |folder: PathBuf| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(folder);
        flag.push("=");
        flag
    };
    command.env(RUSTFLAGS, folders.map(flag).collect::<Vec<_>>().join(OsStr::new("\u{1f}")))
}

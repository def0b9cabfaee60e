//! wasm-opt, which makes the page a fifth smaller. It comes with Binaryen.

use super::{SetupError, Toolbox, announce};
use crate::command::{ask, run};
use crate::project;
use std::path::PathBuf;
use std::process::Command;

/// The first version of Binaryen that is known to read what the compiler emits; also the one installed.
const BINARYEN: u32 = 132;

/// The folder to search first for wasm-opt, or `None` where the usual search finds a version that will do.
///
/// What is missing is installed by npm, into a folder under cargo's home that the next clone finds too.
///
/// # Errors
/// When it is missing and npm is missing too, or npm fails.
pub(crate) fn ensure(toolbox: &Toolbox) -> Result<Option<PathBuf>, SetupError> {
    if will_do(toolbox.command("wasm-opt")) {
        return Ok(None);
    }
    let folder = project::cargo_home().join("onramp-tools").join(format!("binaryen-{BINARYEN}"));
    let programs = folder.join("node_modules").join(".bin");
    if will_do(Command::new(programs.join(program("wasm-opt")))) {
        return Ok(Some(programs));
    }
    let by_hand = format!(
        "install Binaryen {BINARYEN} or newer so that `wasm-opt --version` says so, or Node.js with npm, \
         which this task then uses"
    );
    let what = format!("wasm-opt (Binaryen {BINARYEN})");
    if ask(Command::new(program("npm")).arg("--version")).is_err() {
        return Err(SetupError::Missing { what, by_hand });
    }
    announce(&what, "it makes the page smaller", "a few seconds");
    let package = format!("binaryen@{BINARYEN}");
    run(Command::new(program("npm"))
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .arg(&folder)
        .arg(package))
    .map_err(|source| SetupError::Install { what, by_hand, source })?;
    Ok(Some(programs))
}

/// Whether it answers `wasm-opt version 132 (…)`, or newer.
fn will_do(mut wasm_opt: Command) -> bool {
    ask(wasm_opt.arg("--version")).is_ok_and(|text| version(&text) >= Some(BINARYEN))
}

fn version(text: &str) -> Option<u32> {
    text.split_whitespace().nth(2)?.parse().ok()
}

/// npm and what it installs are scripts, which on Windows have an ending.
fn program(name: &str) -> String {
    if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_and_an_old_one_will_not_do() {
        assert_eq!(version("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version("wasm-opt version 108"), Some(108));
        assert!(version("wasm-opt: not found") < Some(BINARYEN));
    }
}

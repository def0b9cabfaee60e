//! wasm-opt, which makes the page a fifth smaller. It comes with Binaryen.

use super::npm::{self, Package};
use super::{SetupError, Toolbox};
use crate::command::ask;
use std::path::PathBuf;
use std::process::Command;

/// The first version of Binaryen that is known to read what the compiler emits.
const WILL_DO: u32 = 132;

/// What is installed.
const BINARYEN: Package = Package {
    name: "binaryen",
    version: "132",
    why: "its wasm-opt makes the page smaller",
    by_hand: "install Binaryen 132 or newer so that `wasm-opt --version` says so, or Node.js with npm, which this task \
              then uses",
};

/// The folder to search first for wasm-opt, or `None` where the usual search finds a version that will do.
///
/// What is missing is installed by npm.
///
/// # Errors
/// When it is missing and npm is missing too, or npm fails.
pub(crate) fn ensure(toolbox: &Toolbox) -> Result<Option<PathBuf>, SetupError> {
    if will_do(toolbox.command("wasm-opt")) {
        return Ok(None);
    }
    let programs = BINARYEN.modules().join(".bin");
    if !will_do(Command::new(programs.join(npm::program("wasm-opt")))) {
        BINARYEN.install()?;
    }
    Ok(Some(programs))
}

/// Whether it answers `wasm-opt version 132 (…)`, or newer.
fn will_do(mut wasm_opt: Command) -> bool {
    ask(wasm_opt.arg("--version")).is_ok_and(|text| version(&text) >= Some(WILL_DO))
}

fn version(text: &str) -> Option<u32> {
    text.split_whitespace().nth(2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_and_an_old_one_will_not_do() {
        assert_eq!(version("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version("wasm-opt version 108"), Some(108));
        assert!(version("wasm-opt: not found") < Some(WILL_DO));
    }
}

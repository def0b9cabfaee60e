//! The standard library for `wasm32-unknown-unknown`.

use super::{SetupError, announce};
use crate::command::{ask, run};
use std::path::Path;
use std::process::Command;

/// The target that the page is compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the target by rustup unless the compiler has it, from wherever.
pub(crate) fn ensure() -> Result<(), SetupError> {
    if has_target() {
        return Ok(());
    }
    announce(TARGET, "the page is WebAssembly", "a few seconds");
    let by_hand = format!("rustup target add {TARGET}");
    run(Command::new("rustup").args(["target", "add", TARGET])).map_err(|source| {
        SetupError::Install { what: format!("the compilation target {TARGET}"), by_hand, source }
    })
}

fn has_target() -> bool {
    ask(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_ok_and(|folder| Path::new(&folder).is_dir())
}

//! The standard library for `wasm32-unknown-unknown`.

use super::system::{System, by_hand};
use super::{SetupError, install};
use crate::command::ask;
use std::path::Path;
use std::process::Command;

/// The target that the page is compiled for.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the target by rustup unless the compiler has it, from wherever.
pub(crate) fn ensure() -> Result<(), SetupError> {
    if is_there() {
        return Ok(());
    }
    // Where Rust is the distribution's, so is this; and rustup can't help.
    let commands = [
        (System::Debian, "sudo apt-get install libstd-rust-dev-wasm32"),
        (System::Ubuntu, "sudo apt-get install libstd-rust-dev-wasm32"),
        (System::Fedora, "sudo dnf install rust-std-static-wasm32-unknown-unknown"),
        (System::Arch, "sudo pacman -S rust-wasm"),
    ];
    let own = by_hand(&commands, "Rust from https://rustup.rs");
    let by_hand = format!("`rustup target add {TARGET}`; where Rust is not rustup's, {own}");
    let what = format!("the compilation target {TARGET}");
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", TARGET]);
    install(&what, "the page is WebAssembly", "a few seconds", &by_hand, &mut [rustup])
}

pub(super) fn is_there() -> bool {
    ask(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_ok_and(|folder| Path::new(&folder).is_dir())
}

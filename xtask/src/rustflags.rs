//! What the compiler is told for the page that is deployed.
//!
//! Not here: what Cargo.toml can say.

use crate::project;
use std::ffi::{OsStr, OsString};
use std::fs;

/// The variable in which cargo takes flags that may have blanks in them.
pub(crate) const VARIABLE: &str = "CARGO_ENCODED_RUSTFLAGS";

/// Half of what is usual, and many times what the page takes: the data behind the stack then lies below one mebibyte,
/// so that an address in the code takes three bytes and not four.
const STACK: &str = "-Clink-arg=-zstack-size=524288";

/// What refers to what stays known, so that the page can be cut into pieces.
const RELOCATIONS: &str = "\u{1f}-Clink-arg=--emit-relocs";

/// The variable's value. No path of this machine gets into the page, so that the same sources make the same page
/// anywhere: crates are named from their own folders on.
pub(crate) fn encoded() -> OsString {
    let registries = project::cargo_home().join("registry").join("src");
    let registries = fs::read_dir(registries).into_iter().flatten().flatten();
    let folders = registries.map(|folder| folder.path()).chain([project::root()]);
    let mut flags = OsString::from(STACK);
    flags.push(RELOCATIONS);
    for folder in folders {
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(folder);
        flags.push(OsStr::new("="));
    }
    flags
}

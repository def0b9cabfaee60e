//! What the compiler is told for the page that is deployed, beyond what Cargo.toml can say.

use crate::project;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

/// The variable in which cargo takes flags that may have blanks in them.
pub(crate) const VARIABLE: &str = "CARGO_ENCODED_RUSTFLAGS";

/// The variable's value. No path of this machine gets into the page, so that the same sources make the same page
/// anywhere: crates are named from their own folders on, this one's from the clone's top folder on.
pub(crate) fn encoded(clone: &Path) -> OsString {
    let registries = project::cargo_home().join("registry").join("src");
    let registries = fs::read_dir(registries).into_iter().flatten().flatten();
    let folders = registries.map(|folder| folder.path()).chain([clone.to_owned()]);
    let flag = |folder: PathBuf| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(folder);
        flag.push("=");
        flag
    };
    folders.map(flag).collect::<Vec<_>>().join(OsStr::new("\u{1f}"))
}

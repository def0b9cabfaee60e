//! The built page's scripts, made smaller.
//!
//! Not here: HTML and CSS, which Trunk makes smaller itself. Its minifier for scripts stops at `as default`, which
//! wasm-bindgen writes.

use crate::command::{CommandError, run};
use crate::setup::{Toolbox, program};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// Rewrites every script of the folder.
///
/// # Errors
/// When esbuild does not take one.
pub(crate) fn minify_scripts(toolbox: &Toolbox, folder: &Path) -> Result<(), CommandError> {
    let mut outdir = OsString::from("--outdir=");
    outdir.push(folder);
    run(toolbox
        .command(&program("esbuild"))
        .args(scripts(folder))
        .args(["--minify", "--allow-overwrite", "--log-level=warning"])
        .arg(outdir))
}

fn scripts(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_script = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "js");
    files.map(|file| file.path()).filter(is_script).collect()
}

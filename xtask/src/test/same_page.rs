//! Whether the same sources give the same page in another folder, byte for byte: what the compiler makes is compared,
//! of which wasm-bindgen, wasm-opt and Trunk then make the page without looking anywhere else.

use super::Prerequisites;
use crate::command::run;
use crate::error::{TaskError, at};
use crate::page::{Build, compile};
use crate::project;
use std::fs;
use std::io;
use std::path::Path;

/// What a clone has and no page is made of.
const NOT_SOURCES: [&str; 4] = ["target", "dist", ".git", "node_modules"];

/// Compiles it here and in a copy.
pub(super) fn check(prerequisites: &Prerequisites) -> Result<(), TaskError> {
    prerequisites.toolbox()?;
    let elsewhere = project::target().join("elsewhere");
    let copied = elsewhere.join("another-clone");
    match fs::remove_dir_all(&copied) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => copy(&project::root(), &copied),
    }
    .map_err(at(&copied))?;
    let made = |clone: &Path, target: &Path| {
        run(compile(Build::Release, clone).arg("--target-dir").arg(target))?;
        let path = target.join("wasm32-unknown-unknown/page/onramp-page.wasm");
        fs::read(&path).map_err(at(&path))
    };
    if made(&project::root(), &project::target())? != made(&copied, &elsewhere.join("target"))? {
        return Err(TaskError::AnotherPage { folder: copied });
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (entry, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if NOT_SOURCES.iter().any(|not| name == *not) {
            continue;
        }
        if entry.is_dir() {
            copy(&entry, &to.join(name))?;
        } else {
            fs::copy(&entry, to.join(name))?;
        }
    }
    Ok(())
}

//! First paint and time until usable, beside the React page of `tests/e2e/react-page`.

use super::{Row, rows_of};
use crate::command::{cargo, run};
use crate::compress::compress_all;
use crate::dist;
use crate::error::{TaskError, at};
use crate::project;
use crate::setup::npm::program;
use crate::setup::{Browser, SetupError, Toolbox};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

pub(super) fn measure() -> Result<Vec<Row>, TaskError> {
    let browser = Browser::ensure()?;
    dist::build_page(&Toolbox::for_release()?)?;
    let react = build_react_page()?;
    let mut start = cargo();
    start
        .args(["run", "--quiet", "--package", "onramp-e2e", "--example", "start", "--"])
        .args([project::dist(), react]);
    browser.set_env(&mut start);
    rows_of(&mut start)
}

/// Builds it in the target folder; answers with the folder of its files.
fn build_react_page() -> Result<PathBuf, TaskError> {
    let source = project::root().join("tests/e2e/react-page");
    let work = project::target().join("react-page");
    let dist = work.join("dist");
    for folder in [work.join("src"), dist.clone()] {
        fs::create_dir_all(&folder).map_err(at(&folder))?;
    }
    for (from, to) in [
        ("package.json", work.join("package.json")),
        ("src/main.jsx", work.join("src/main.jsx")),
        ("index.html", dist.join("index.html")),
    ] {
        let from = source.join(from);
        fs::copy(&from, to).map_err(at(&from))?;
    }
    let install = ["install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
    for arguments in [install.as_slice(), &["run", "--silent", "build"]] {
        let mut npm = Command::new(program("npm"));
        npm.current_dir(&work).args(arguments);
        run(&mut npm).map_err(|source| SetupError::Install {
            what: "the React page to compare with".to_owned(),
            by_hand: "install Node.js with npm, which this task then uses".to_owned(),
            source,
        })?;
    }
    compress_all(&dist)?;
    Ok(dist)
}

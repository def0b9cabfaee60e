//! What comes from npm: each package in a folder of its own under cargo's home, which the next clone finds too.
//!
//! Not here: npm itself, which comes with Node.js and is not installed by any task.

use super::{SetupError, Toolbox, install, missing};
use crate::command::ask;
use crate::project;
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// A package in the one version that is wanted.
struct Package {
    /// Its name in npm's registry.
    name: &'static str,
    version: &'static str,
    /// What it is for, as a person is told.
    why: &'static str,
    /// What to do where npm can't.
    by_hand: &'static str,
}

/// Its rules say whether everybody can use the page. Only the end-to-end tests read it.
const AXE_CORE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    why: "it finds what keeps people out",
    by_hand: "install Node.js with npm, which this task then uses, or name a copy of axe.min.js in the variable \
              ONRAMP_AXE",
};

/// Its wasm-opt makes the page a fifth smaller.
const BINARYEN: Package = Package {
    name: "binaryen",
    version: "132",
    why: "its wasm-opt makes the page smaller",
    by_hand: "install Binaryen 132 or newer so that `wasm-opt --version` says so, or Node.js with npm, which this task \
              then uses",
};

/// The first version of Binaryen that is known to read what the compiler emits.
const WILL_DO: u32 = 132;

/// The AWS SDK for JavaScript, which reads profiles in its own way. Any client has the credentials chain; this one's
/// dependencies are few.
const CLIENT: Package = Package {
    name: "@aws-sdk/client-sts",
    version: "3.1174.0",
    why: "a profile that is written here must work in AWS's SDK for JavaScript",
    by_hand: "install Node.js with npm, which this task then uses",
};

/// axe-core's one file that is needed, `axe.min.js`; the tests find it as `ONRAMP_AXE`.
///
/// # Errors
/// When it is missing and npm is missing too, or npm fails.
pub(crate) fn axe() -> Result<PathBuf, SetupError> {
    match env::var_os("ONRAMP_AXE") {
        Some(named) => Ok(named.into()),
        None => Ok(AXE_CORE.ensure("axe.min.js")?.join("axe-core").join("axe.min.js")),
    }
}

/// The folder in which Node.js finds the SDK; the tests know it as `ONRAMP_NODE_PATH`. Only a check needs it, and does
/// without it where it can't be had.
///
/// # Errors
/// When Node.js is missing, or npm is or fails.
pub(crate) fn js_sdk() -> Result<PathBuf, SetupError> {
    match ask(Command::new("node").arg("--version")) {
        Ok(_) => CLIENT.ensure("package.json"),
        Err(_) => Err(missing("Node.js", CLIENT.by_hand)),
    }
}

/// The folder to search first for wasm-opt, or `None` where the usual search finds a version that will do.
///
/// # Errors
/// When it is missing and npm is missing too, or npm fails.
pub(super) fn wasm_opt(toolbox: &Toolbox) -> Result<Option<PathBuf>, SetupError> {
    if will_do(toolbox.command("wasm-opt")) {
        return Ok(None);
    }
    let programs = BINARYEN.modules().join(".bin");
    if !will_do(Command::new(programs.join(program("wasm-opt")))) {
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

impl Package {
    /// The folder of what npm installs for it, whether that is there or not.
    fn modules(&self) -> PathBuf {
        self.folder().join("node_modules")
    }

    /// The same, with this file of the package installed.
    fn ensure(&self, file: &str) -> Result<PathBuf, SetupError> {
        if !self.modules().join(self.name).join(file).is_file() {
            self.install()?;
        }
        Ok(self.modules())
    }

    fn install(&self) -> Result<(), SetupError> {
        let what = format!("{} {}", self.name, self.version);
        let mut npm = Command::new(program("npm"));
        if ask(Command::new(program("npm")).arg("--version")).is_err() {
            return Err(missing(what, self.by_hand));
        }
        npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"])
            .arg("--prefix")
            .arg(self.folder())
            .arg(format!("{}@{}", self.name, self.version));
        install(&what, self.why, "a few seconds", self.by_hand, &mut [npm])
    }

    fn folder(&self) -> PathBuf {
        project::tools().join(format!("{}-{}", self.name, self.version))
    }
}

/// npm and what it installs are scripts, which on Windows have an ending.
pub(crate) fn program(name: &str) -> String {
    if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }
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

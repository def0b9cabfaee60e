//! Trunk, wasm-bindgen, cargo-deny and geckodriver, which cargo installs.
//!
//! One on the search path is used where it has the version that is wanted. Otherwise it goes into a folder of its own
//! under cargo's home: nobody's own programs are replaced, and the next clone finds it there.

use super::{SetupError, announce, has_spare_cores};
use crate::command::{ask, cargo, run, shown};
use crate::project;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::slice;
use std::thread;

/// One of them, in the one version that is wanted.
#[derive(Debug)]
pub(super) struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    why: &'static str,
    /// How long it takes from source, on two cores.
    pub(super) minutes: u32,
    lock_file: LockFile,
}

/// Whether its own lock file says what it is built of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LockFile {
    Used,
    /// It may name a crate's version that was withdrawn since.
    Unused,
}

/// What builds the page; 0.22 needs a newer compiler than the project does.
pub(super) fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14".to_owned(),
        why: "it builds the page",
        minutes: 4,
        lock_file: LockFile::Used,
    }
}

/// What joins the page to the browser; it refuses a page whose crate is not exactly of its own version.
pub(super) fn wasm_bindgen() -> Result<CargoTool, SetupError> {
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: locked_wasm_bindgen()?,
        why: "it joins the page to the browser",
        minutes: 2,
        lock_file: LockFile::Unused,
    })
}

/// What says whether a dependency's licence is one that we can keep.
pub(super) fn cargo_deny() -> CargoTool {
    CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2".to_owned(),
        why: "it checks the dependencies' licences",
        minutes: 2,
        lock_file: LockFile::Used,
    }
}

/// What drives Firefox.
pub(super) fn geckodriver() -> CargoTool {
    CargoTool {
        package: "geckodriver",
        program: "geckodriver",
        version: "0.37.1".to_owned(),
        why: "it drives Firefox",
        minutes: 1,
        lock_file: LockFile::Used,
    }
}

/// Installs those that are missing, side by side where cores allow; answers with the folders to search first.
pub(super) fn ensure(tools: &[CargoTool]) -> Result<Vec<PathBuf>, SetupError> {
    let missing: Vec<&CargoTool> = tools.iter().filter(|tool| !tool.is_there()).collect();
    if has_spare_cores() {
        thread::scope(|scope| {
            let installing: Vec<_> =
                missing.iter().map(|tool| scope.spawn(|| tool.install())).collect();
            installing.into_iter().try_for_each(|one| one.join().expect("it does not panic"))
        })?;
    } else {
        missing.iter().try_for_each(|tool| tool.install())?;
    }
    Ok(tools.iter().filter(|tool| tool.fits(&tool.own())).map(CargoTool::folder).collect())
}

/// One that no other program looks for, installed where it is missing: what to start it by.
pub(super) fn program(tool: CargoTool) -> Result<PathBuf, SetupError> {
    let folders = ensure(slice::from_ref(&tool))?;
    Ok(if folders.is_empty() { tool.program.into() } else { tool.own() })
}

impl CargoTool {
    /// With its version, as a person is told.
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.program, self.version)
    }

    /// Whether it need not be installed.
    pub(super) fn is_there(&self) -> bool {
        self.fits(Path::new(self.program)) || self.fits(&self.own())
    }

    /// The folder of its programs, where we install it.
    fn folder(&self) -> PathBuf {
        self.root().join("bin")
    }

    fn root(&self) -> PathBuf {
        project::tools().join(format!("{}-{}", self.package, self.version))
    }

    fn own(&self) -> PathBuf {
        self.folder().join(format!("{}{}", self.program, env::consts::EXE_SUFFIX))
    }

    /// Whether this program answers `PROGRAM 0.21.14 …`, the version that is wanted.
    fn fits(&self, program: &Path) -> bool {
        ask(Command::new(program).arg("--version"))
            .is_ok_and(|text| text.split_whitespace().nth(1) == Some(self.version.as_str()))
    }

    /// As it was built by somebody else where `cargo binstall` finds that, else from source.
    fn install(&self) -> Result<(), SetupError> {
        let how_long = format!("about {}, once", super::minutes(self.minutes));
        announce(&self.name(), self.why, &how_long);
        if has_binstall() && run(&mut self.binstall()).is_ok() && self.fits(&self.own()) {
            return Ok(());
        }
        let mut install = self.cargo_install();
        let by_hand = shown(&install);
        let what = self.name();
        match run(&mut install) {
            Err(source) => Err(SetupError::Install { what, by_hand, source }),
            Ok(()) if self.fits(&self.own()) => Ok(()),
            Ok(()) => Err(SetupError::Missing {
                what: format!("{what}, although just installed,"),
                by_hand: format!("by hand: {by_hand}"),
            }),
        }
    }

    /// With little optimisation: these programs run for seconds and would otherwise compile for minutes.
    fn cargo_install(&self) -> Command {
        let mut install = cargo();
        install
            .arg("install")
            .args((self.lock_file == LockFile::Used).then_some("--locked"))
            .arg("--root")
            .arg(self.root())
            .arg(self.named())
            .current_dir(project::cargo_home())
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            // The project's own target folder is no place for somebody else's program.
            .env_remove("CARGO_TARGET_DIR");
        install
    }

    fn binstall(&self) -> Command {
        let mut binstall = cargo();
        binstall
            .args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"])
            .arg(self.root())
            .arg(self.named());
        binstall
    }

    fn named(&self) -> String {
        format!("{}@{}", self.package, self.version)
    }
}

/// Whether programs that somebody else has built can be had.
pub(super) fn has_binstall() -> bool {
    ask(cargo().args(["binstall", "-V"])).is_ok()
}

/// The version of the crate wasm-bindgen in `Cargo.lock`, as cargo reads it.
fn locked_wasm_bindgen() -> Result<String, SetupError> {
    ask(cargo().args(["pkgid", "wasm-bindgen"]))
        .ok()
        .and_then(|id| Some(id.rsplit_once('@')?.1.to_owned()))
        .ok_or_else(|| SetupError::Missing {
            what: "wasm-bindgen's version in Cargo.lock".to_owned(),
            by_hand: "`cargo pkgid wasm-bindgen` says why".to_owned(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_installed_where_somebodys_own_programs_are() {
        for (tool, locked) in [(trunk(), true), (wasm_bindgen().unwrap(), false)] {
            for command in [tool.cargo_install(), tool.binstall()] {
                let arguments: Vec<_> = command.get_args().collect();
                let root = arguments.iter().position(|argument| *argument == "--root").unwrap();
                assert!(Path::new(arguments[root + 1]).starts_with(project::tools()));
            }
            assert_eq!(shown(&tool.cargo_install()).contains("--locked"), locked);
        }
    }
}

//! Trunk, wasm-bindgen, cargo-deny and geckodriver, which cargo installs.
//!
//! One on the search path is used where it has the version that is wanted. Otherwise it goes into a folder of its own
//! under cargo's home: nobody's own programs are replaced, and the next clone finds it there.

use super::{SetupError, has_spare_cores, install, missing};
use crate::command::{ask, cargo, shown};
use crate::project;
use std::borrow::Cow;
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
    version: Cow<'static, str>,
    why: &'static str,
    /// How long it takes from source, on two cores.
    pub(super) minutes: u32,
    /// Whether its own lock file says what it is built of: an option of `cargo install`, or none.
    locked: Option<&'static str>,
}

/// What builds the page; 0.22 needs a newer compiler than the project does.
pub(super) const TRUNK: CargoTool = CargoTool::new("trunk", "0.21.14", "it builds the page", 4);

/// What says whether a dependency's licence is one that we can keep.
pub(super) const CARGO_DENY: CargoTool =
    CargoTool::new("cargo-deny", "0.20.2", "it checks the dependencies' licences", 2);

/// What drives Firefox.
pub(super) const GECKODRIVER: CargoTool =
    CargoTool::new("geckodriver", "0.37.1", "it drives Firefox", 1);

/// What joins the page to the browser; it refuses a page whose crate is not exactly of its own version.
pub(super) fn wasm_bindgen() -> Result<CargoTool, SetupError> {
    // As cargo reads it in `Cargo.lock`.
    let id = ask(cargo().args(["pkgid", "wasm-bindgen"])).ok();
    let version = id.and_then(|id| Some(id.rsplit_once('@')?.1.to_owned())).ok_or_else(|| {
        missing("wasm-bindgen's version in Cargo.lock", "`cargo pkgid wasm-bindgen` says why")
    })?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        version: version.into(),
        // Its lock file may name a crate's version that was withdrawn since.
        locked: None,
        ..CargoTool::new("wasm-bindgen", "", "it joins the page to the browser", 2)
    })
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

impl CargoTool {
    const fn new(
        package: &'static str,
        version: &'static str,
        why: &'static str,
        minutes: u32,
    ) -> CargoTool {
        let (program, version) = (package, Cow::Borrowed(version));
        CargoTool { package, program, version, why, minutes, locked: Some("--locked") }
    }

    /// Installs it where it is missing: what to start it by, where no other program looks for it.
    pub(super) fn program(self) -> Result<PathBuf, SetupError> {
        let folders = ensure(slice::from_ref(&self))?;
        Ok(if folders.is_empty() { self.program.into() } else { self.own() })
    }

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
            .is_ok_and(|text| text.split_whitespace().nth(1) == Some(&*self.version))
    }

    /// As it was built by somebody else where `cargo binstall` finds that, else from source.
    fn install(&self) -> Result<(), SetupError> {
        let what = self.name();
        let mut built = [self.binstall()];
        if has_binstall()
            && install(&what, self.why, "a few seconds, once", "", &mut built).is_ok()
            && self.fits(&self.own())
        {
            return Ok(());
        }
        let how_long = format!("about {}, once", super::minutes(self.minutes));
        let command = self.cargo_install();
        let by_hand = shown(&command);
        install(&what, self.why, &how_long, &by_hand, &mut [command])?;
        match self.fits(&self.own()) {
            true => Ok(()),
            false => {
                let what = format!("{what}, although just installed,");
                Err(missing(what, format!("by hand: {by_hand}")))
            }
        }
    }

    /// With little optimisation: these programs run for seconds and would otherwise compile for minutes.
    fn cargo_install(&self) -> Command {
        let mut install = cargo();
        install
            .arg("install")
            .args(self.locked)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_installed_where_somebodys_own_programs_are() {
        for (tool, locked) in [(TRUNK, true), (wasm_bindgen().unwrap(), false)] {
            for command in [tool.cargo_install(), tool.binstall()] {
                let arguments: Vec<_> = command.get_args().collect();
                let root = arguments.iter().position(|argument| *argument == "--root").unwrap();
                assert!(Path::new(arguments[root + 1]).starts_with(project::tools()));
            }
            assert_eq!(shown(&tool.cargo_install()).contains("--locked"), locked);
        }
    }
}

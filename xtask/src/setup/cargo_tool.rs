//! Trunk and wasm-bindgen, which cargo installs from source.

use super::{SetupError, Toolbox, announce};
use crate::command::{ask, cargo, run, shown};
use crate::project;
use std::process::Command;

/// What the page is built with; 0.22 needs a newer compiler than the project does.
const TRUNK: &str = "0.21.14";

/// Installs Trunk unless its version is the one the project is built with.
pub(crate) fn ensure_trunk(toolbox: &Toolbox) -> Result<(), SetupError> {
    if version(toolbox, "trunk").is_some_and(|found| found == TRUNK) {
        return Ok(());
    }
    announce(&format!("Trunk {TRUNK}"), "it builds the page", "5 to 10 minutes, once");
    let mut install = light_install();
    install.args(["--locked", &format!("trunk@{TRUNK}")]);
    installed(toolbox, install, "trunk", TRUNK)
}

/// Installs wasm-bindgen unless it is exactly the version in `Cargo.lock`: the program and the crate must be of one
/// version, or it refuses the page.
pub(crate) fn ensure_wasm_bindgen(toolbox: &Toolbox) -> Result<(), SetupError> {
    let wanted = locked_wasm_bindgen()?;
    if version(toolbox, "wasm-bindgen").is_some_and(|found| found == wanted) {
        return Ok(());
    }
    announce(
        &format!("wasm-bindgen {wanted}"),
        "it joins the page to the browser, and must be the crate's version",
        "about 2 minutes, once",
    );
    // Not `--locked`: the lock file of a release may name a crate version that was withdrawn since.
    let mut install = light_install();
    install.arg(format!("wasm-bindgen-cli@{wanted}"));
    installed(toolbox, install, "wasm-bindgen", &wanted)
}

/// `cargo install` with little optimisation: these programs run for seconds and would otherwise compile for minutes.
fn light_install() -> Command {
    let mut install = cargo();
    install
        .arg("install")
        .current_dir(project::cargo_home())
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        // The project's own target folder is no place for somebody else's program.
        .env_remove("CARGO_TARGET_DIR");
    install
}

fn installed(
    toolbox: &Toolbox,
    mut install: Command,
    program: &str,
    wanted: &str,
) -> Result<(), SetupError> {
    let by_hand = shown(&install);
    let what = format!("{program} {wanted}");
    run(&mut install).map_err(|source| SetupError::Install {
        what: what.clone(),
        by_hand: by_hand.clone(),
        source,
    })?;
    match version(toolbox, program) {
        Some(found) if found == wanted => Ok(()),
        _ => Err(SetupError::Missing {
            what: format!("{what}, although just installed,"),
            by_hand: format!("is cargo's bin folder elsewhere? It was installed by: {by_hand}"),
        }),
    }
}

/// The second word of what `PROGRAM --version` prints, where the program is there.
fn version(toolbox: &Toolbox, program: &str) -> Option<String> {
    let text = ask(toolbox.command(program).arg("--version")).ok()?;
    text.split_whitespace().nth(1).map(str::to_owned)
}

/// The version of the crate wasm-bindgen in `Cargo.lock`, as cargo reads it.
fn locked_wasm_bindgen() -> Result<String, SetupError> {
    ask(cargo().current_dir(project::root()).args(["pkgid", "wasm-bindgen"]))
        .ok()
        .and_then(|id| Some(id.rsplit_once('@')?.1.to_owned()))
        .ok_or_else(|| SetupError::Missing {
            what: "wasm-bindgen's version in Cargo.lock".to_owned(),
            by_hand: "`cargo pkgid wasm-bindgen` says why".to_owned(),
        })
}

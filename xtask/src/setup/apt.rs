//! Debian's packages, for whoever may install them.

use super::system::System;
use super::{SetupError, announce};
use crate::command::{ask, run};
use std::process::Command;

/// Whether packages of these systems can be installed here: it is one of them, and we are root.
pub(super) fn is_usable(systems: &[System]) -> bool {
    systems.contains(&System::here())
        && ask(Command::new("apt-get").arg("--version")).is_ok()
        && ask(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

/// Installs packages.
///
/// # Errors
/// When apt-get fails.
pub(super) fn install(packages: &[&str], why: &str) -> Result<(), SetupError> {
    let what = packages.join(", ");
    announce(&what, why, "about a minute");
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(["-q", "-y"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    // The package lists may be absent or old, in which case the names are unknown or their files gone.
    run(&mut apt(&["update"]))
        .and_then(|()| run(apt(&["install", "--no-install-recommends"]).args(packages)))
        .map_err(|source| SetupError::Install {
            by_hand: format!("apt-get update && apt-get install -y {}", packages.join(" ")),
            what,
            source,
        })
}

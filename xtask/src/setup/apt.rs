//! Debian's packages, for whoever may install them.

use super::system::System;
use super::{SetupError, install};
use crate::command::ask;
use std::process::Command;

/// Installs these packages where that is possible: on one of these systems, as root. Says whether it was.
///
/// # Errors
/// When apt-get fails.
pub(super) fn try_to_install(
    systems: &[System],
    packages: &[&str],
    why: &str,
) -> Result<bool, SetupError> {
    let is_usable = systems.contains(&System::here())
        && ask(Command::new("apt-get").arg("--version")).is_ok()
        && ask(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    if is_usable {
        let apt = |arguments: &[&str]| {
            let mut command = Command::new("apt-get");
            command.args(["-q", "-y"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
            command
        };
        // The package lists may be absent or old, in which case the names are unknown or their files gone.
        let update = apt(&["update"]);
        let get = apt(&[&["install", "--no-install-recommends"], packages].concat());
        let by_hand = format!("apt-get update && apt-get install -y {}", packages.join(" "));
        install(&packages.join(", "), why, "about a minute", &by_hand, &mut [update, get])?;
    }
    Ok(is_usable)
}

/// Installs nginx and Caddy, which the host's tests put in front of the simulated Identity Center, and zsh and fish, in
/// which the commands are run that the page shows; where that is possible. Elsewhere their tests say that they were not
/// run.
///
/// # Errors
/// When installing fails.
pub(crate) fn servers_and_shells() -> Result<(), SetupError> {
    let wanted =
        [("nginx", "-v"), ("caddy", "version"), ("zsh", "--version"), ("fish", "--version")];
    let mut missing = Vec::from(wanted);
    missing.retain(|(program, version)| ask(Command::new(program).arg(version)).is_err());
    let missing: Vec<&str> = missing.into_iter().map(|(program, _)| program).collect();
    if !missing.is_empty() {
        let why = "the ready-made set-ups and the commands are tried with them";
        try_to_install(&[System::Debian, System::Ubuntu], &missing, why)?;
    }
    Ok(())
}

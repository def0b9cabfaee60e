//! nginx and Caddy, which the host's tests put in front of the simulated Identity Center; zsh and fish, in which the
//! commands are run that the page shows.

use super::system::System;
use super::{SetupError, apt};
use crate::command::ask;
use std::process::Command;

/// Installs those that are missing, where that is possible. Elsewhere their tests say that they were not run.
///
/// # Errors
/// When installing fails.
pub(crate) fn ensure() -> Result<(), SetupError> {
    let is_missing =
        |(program, version): &(&str, &str)| ask(Command::new(program).arg(version)).is_err();
    let wanted =
        [("nginx", "-v"), ("caddy", "version"), ("zsh", "--version"), ("fish", "--version")];
    let missing = wanted.into_iter().filter(is_missing);
    let missing: Vec<&str> = missing.map(|(program, _)| program).collect();
    if missing.is_empty() || !apt::is_usable(&[System::Debian, System::Ubuntu]) {
        return Ok(());
    }
    apt::install(&missing, "the ready-made set-ups and the commands are tried with them")
}

//! Running other programs: what is run, and how it failed, as a person would type it.

use crate::project;
use std::ffi::OsStr;
use std::io;
use std::process::{Command, ExitStatus, Stdio};

/// Runs a program to its end; what it prints goes where ours does.
///
/// # Errors
/// When it can't be started, or ends with another status than 0.
pub(crate) fn run(command: &mut Command) -> Result<(), CommandError> {
    let status = command.status().map_err(|source| not_started(command, source))?;
    succeeded(command, status)
}

/// Runs a program to its end and takes what it printed on stdout, without the blanks at its ends.
///
/// # Errors
/// As [`run`]; what it says on stderr is not shown, since this is for asking whether something is there.
pub(crate) fn ask(command: &mut Command) -> Result<String, CommandError> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .map_err(|source| not_started(command, source))?;
    succeeded(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program to its end and takes what it printed on stdout, and how it ended.
///
/// # Errors
/// When it can't be started.
pub(crate) fn capture(command: &mut Command) -> Result<(String, ExitStatus), CommandError> {
    let output =
        command.stderr(Stdio::inherit()).output().map_err(|source| not_started(command, source))?;
    Ok((String::from_utf8_lossy(&output.stdout).into_owned(), output.status))
}

/// The cargo that runs this task, in the clone's top folder.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(project::root());
    cargo
}

/// A command as a person would type it.
pub(crate) fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program()).file_stem().unwrap_or_default();
    std::iter::once(program)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .map(|word| if word.contains(' ') { format!("'{word}'").into() } else { word })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Why a program did not do what it was run for.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    /// The program is not there, or may not be run.
    #[error("`{command}` could not be started")]
    NotStarted {
        /// As a person would type it.
        command: String,
        /// The system's reason.
        source: io::Error,
    },
    /// It ran, and failed; it has said why itself.
    #[error("`{command}` failed ({status})")]
    Failed {
        /// As a person would type it.
        command: String,
        /// Its exit status, or the signal that ended it.
        status: ExitStatus,
    },
}

pub(crate) fn not_started(command: &Command, source: io::Error) -> CommandError {
    CommandError::NotStarted { command: shown(command), source }
}

pub(crate) fn succeeded(command: &Command, status: ExitStatus) -> Result<(), CommandError> {
    if status.success() {
        Ok(())
    } else {
        Err(CommandError::Failed { command: shown(command), status })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let mut command = Command::new("/usr/local/bin/cargo");
        command.args(["test", "-p", "onramp", "--", "a name"]);
        assert_eq!(shown(&command), "cargo test -p onramp -- 'a name'");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = run(&mut Command::new("onramp-no-such-program")).unwrap_err();
        assert_eq!(error.to_string(), "`onramp-no-such-program` could not be started");
    }

    #[test]
    fn a_failing_program_is_an_error_with_its_status() {
        let error = run(cargo().args(["--no-such-option"]).stderr(Stdio::null())).unwrap_err();
        assert!(
            matches!(&error, CommandError::Failed { status, .. } if !status.success()),
            "{error}"
        );
    }
}

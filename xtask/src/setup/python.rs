//! Python packages, each in an environment of its own under cargo's home, which the next clone finds too.

use super::{SetupError, announce};
use crate::command::{ask, run};
use crate::project;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the programs in a package's own environment, whether it is there or not.
pub(super) fn programs(package: &str, version: &str) -> PathBuf {
    let environment = format!("{package}-{version}");
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    project::tools().join(environment).join(folder)
}

/// Installs a package into its environment.
///
/// # Errors
/// When there is no Python 3, or it can't install packages.
pub(super) fn install(package: &str, version: &str, why: &str) -> Result<(), SetupError> {
    let by_hand =
        "install Python 3 with its module venv, which this task then uses: on Debian and Ubuntu \
                   `sudo apt-get install python3-venv`"
            .to_owned();
    let Some(python) = ["python3", "python"].into_iter().find(|python| is_python_3(python)) else {
        return Err(SetupError::Missing { what: "Python 3".to_owned(), by_hand });
    };
    let what = format!("{package} {version}");
    announce(&what, why, "a few seconds");
    let programs = programs(package, version);
    let environment = programs.parent().unwrap_or(Path::new(""));
    // Not quiet where it fails: what pip says then is the reason.
    let quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    let mut pip = Command::new(programs.join("python"));
    run(Command::new(python).args(["-m", "venv"]).arg(environment))
        .and_then(|()| run(pip.args(quiet).arg(format!("{package}=={version}"))))
        .map_err(|source| SetupError::Install { what, by_hand, source })
}

fn is_python_3(python: &str) -> bool {
    ask(Command::new(python).arg("--version")).is_ok_and(|text| text.starts_with("Python 3."))
}

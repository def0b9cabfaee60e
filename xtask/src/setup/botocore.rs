//! Python with botocore, which reads config files for the AWS CLI. Only checks need it, and they do without it where it
//! can't be had.

use super::{SetupError, announce};
use crate::command::{ask, run};
use crate::project;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is installed. Any of 1.4x that is there already will do.
const VERSION: &str = "1.43.11";
const WILL_DO: &str = "1.4";

/// A Python that has it; the tests know it as `ONRAMP_PYTHON`.
///
/// # Errors
/// When there is no Python 3, or it can't install packages.
pub(crate) fn ensure() -> Result<PathBuf, SetupError> {
    let own = project::cargo_home().join("onramp-tools").join(format!("botocore-{VERSION}"));
    let usual = ["python3", "python"].map(PathBuf::from);
    let own_python = own.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python3" });
    if let Some(python) = usual.iter().chain([&own_python]).find_map(|python| with_botocore(python))
    {
        return Ok(python);
    }
    let by_hand = "install Python 3 and `pip install botocore`".to_owned();
    let missing = SetupError::Missing { what: "Python 3".to_owned(), by_hand: by_hand.clone() };
    let python = usual.iter().find(|python| is_python_3(python)).ok_or(missing)?;
    announce(&format!("botocore {VERSION}"), "it reads files for the AWS CLI", "a few seconds");
    // Not quiet where it fails: what pip says then is the reason.
    let quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run(Command::new(python).args(["-m", "venv"]).arg(&own))
        .and_then(|()| {
            run(Command::new(&own_python).args(quiet).arg(format!("botocore=={VERSION}")))
        })
        .map_err(|source| SetupError::Install {
            what: format!("botocore {VERSION}"),
            by_hand,
            source,
        })?;
    Ok(own_python)
}

/// Where this Python really is, if it has botocore in a version that will do. Not in somebody's home folder, since the
/// tests give it another one.
fn with_botocore(python: &Path) -> Option<PathBuf> {
    let program = "import sys, botocore; print(botocore.__version__, sys.executable)";
    let said = ask(Command::new(python).args(["-s", "-c", program])).ok()?;
    let (version, executable) = said.split_once(' ')?;
    version.starts_with(WILL_DO).then(|| executable.into())
}

fn is_python_3(python: &Path) -> bool {
    ask(Command::new(python).arg("--version")).is_ok_and(|text| text.starts_with("Python 3."))
}

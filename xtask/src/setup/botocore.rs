//! Python with botocore, which reads config files for the AWS CLI. Only checks need it, and they do without it where it
//! can't be had.

use super::{SetupError, python};
use crate::command::ask;
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
    let own = python::programs("botocore", VERSION).join("python");
    let find = || {
        let usual = ["python3", "python"].map(PathBuf::from);
        usual.iter().chain([&own]).find_map(|python| with_botocore(python))
    };
    if let Some(python) = find() {
        return Ok(python);
    }
    python::install("botocore", VERSION, "it reads files for the AWS CLI")?;
    Ok(own)
}

/// Where this Python really is, if it has botocore in a version that will do. Not in somebody's home folder, since the
/// tests give it another one.
fn with_botocore(python: &Path) -> Option<PathBuf> {
    let program = "import sys, botocore; print(botocore.__version__, sys.executable)";
    let said = ask(Command::new(python).args(["-s", "-c", program])).ok()?;
    let (version, executable) = said.split_once(' ')?;
    version.starts_with(WILL_DO).then(|| executable.into())
}

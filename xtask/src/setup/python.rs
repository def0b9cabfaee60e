//! What comes from PyPI: each package in an environment of its own under cargo's home, which the next clone finds too.
//! Only checks need them, and they do without where they can't be had.

use super::{SetupError, install, missing};
use crate::command::ask;
use crate::project;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A package in the version that is installed where none is there that will do.
struct Package {
    name: &'static str,
    version: &'static str,
    why: &'static str,
}

/// It reads config files for the AWS CLI.
const BOTOCORE: Package =
    Package { name: "botocore", version: "1.43.11", why: "it reads files for the AWS CLI" };

/// What a version begins with that will do.
const WILL_DO: &str = "1.4";

/// It knows what CloudFormation takes. Any version will do.
const CFN_LINT: Package =
    Package { name: "cfn-lint", version: "1.51.0", why: "it checks the CloudFront set-up" };

/// A Python that has botocore; the tests know it as `ONRAMP_PYTHON`.
///
/// # Errors
/// When there is no Python 3, or it can't install packages.
pub(crate) fn botocore() -> Result<PathBuf, SetupError> {
    BOTOCORE.ensure("python", &["python3", "python"], with_botocore)
}

/// The program cfn-lint; the test knows it as `ONRAMP_CFN_LINT`.
///
/// # Errors
/// As [`botocore`].
pub(crate) fn cfn_lint() -> Result<PathBuf, SetupError> {
    CFN_LINT.ensure("cfn-lint", &["cfn-lint"], |place| {
        ask(Command::new(place).arg("--version")).is_ok().then(|| place.to_owned())
    })
}

/// Where this Python really is, if it has botocore in a version that will do. Not in somebody's home folder, since the
/// tests give it another one.
fn with_botocore(python: &Path) -> Option<PathBuf> {
    let program = "import sys, botocore; print(botocore.__version__, sys.executable)";
    let said = ask(Command::new(python).args(["-s", "-c", program])).ok()?;
    let (version, executable) = said.split_once(' ')?;
    version.starts_with(WILL_DO).then(|| executable.into())
}

impl Package {
    /// The first of the usual programs, or else the one of the package's own environment, that will do; installed there
    /// where none is.
    fn ensure(
        &self,
        program: &str,
        usual: &[&str],
        will_do: fn(&Path) -> Option<PathBuf>,
    ) -> Result<PathBuf, SetupError> {
        let environment = project::tools().join(format!("{}-{}", self.name, self.version));
        let programs = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
        let own = programs.join(program);
        let found = usual.iter().map(Path::new).find_map(will_do).or_else(|| will_do(&own));
        if let Some(found) = found {
            return Ok(found);
        }
        let by_hand = "install Python 3 with its module venv, which this task then uses: on Debian and Ubuntu \
                       `sudo apt-get install python3-venv`";
        let python = ["python3", "python"].into_iter().find(|python| is_python_3(python));
        let mut venv = Command::new(python.ok_or_else(|| missing("Python 3", by_hand))?);
        venv.args(["-m", "venv"]).arg(environment);
        let mut pip = Command::new(programs.join("python"));
        // Not quiet where it fails: what pip says then is the reason.
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        pip.arg(format!("{}=={}", self.name, self.version));
        let what = format!("{} {}", self.name, self.version);
        install(&what, self.why, "a few seconds", by_hand, &mut [venv, pip])?;
        Ok(own)
    }
}

fn is_python_3(python: &str) -> bool {
    ask(Command::new(python).arg("--version")).is_ok_and(|text| text.starts_with("Python 3."))
}

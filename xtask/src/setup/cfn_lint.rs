//! cfn-lint, which knows what CloudFormation takes. Only the test of the CloudFront set-up needs it.

use super::{SetupError, python};
use crate::command::ask;
use std::path::PathBuf;
use std::process::Command;

const VERSION: &str = "1.51.0";

/// The program; the test knows it as `ONRAMP_CFN_LINT`. Any version that is there already will do.
///
/// # Errors
/// When there is no Python 3, or it can't install packages.
pub(crate) fn ensure() -> Result<PathBuf, SetupError> {
    let own = python::programs("cfn-lint", VERSION).join("cfn-lint");
    let find = || {
        let places = [PathBuf::from("cfn-lint"), own.clone()];
        places.into_iter().find(|place| ask(Command::new(place).arg("--version")).is_ok())
    };
    if let Some(program) = find() {
        return Ok(program);
    }
    python::install("cfn-lint", VERSION, "it checks the CloudFront set-up")?;
    Ok(own)
}

//! The AWS SDK for JavaScript, which reads profiles in its own way. Only a check needs it, and does without it where it
//! can't be had.

use super::SetupError;
use super::npm::Package;
use crate::command::ask;
use std::path::PathBuf;
use std::process::Command;

/// Any client has the credentials chain. This one's dependencies are few.
const CLIENT: Package = Package {
    name: "@aws-sdk/client-sts",
    version: "3.1174.0",
    why: "a profile that is written here must work in AWS's SDK for JavaScript",
    by_hand: "install Node.js with npm, which this task then uses",
};

/// The folder in which Node.js finds it; the tests know it as `ONRAMP_NODE_PATH`.
///
/// # Errors
/// When Node.js is missing, or npm is or fails.
pub(crate) fn ensure() -> Result<PathBuf, SetupError> {
    if ask(Command::new("node").arg("--version")).is_err() {
        let by_hand = CLIENT.by_hand.to_owned();
        return Err(SetupError::Missing { what: "Node.js".to_owned(), by_hand });
    }
    CLIENT.ensure("package.json")
}

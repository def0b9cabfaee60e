//! The AWS SDK for JavaScript, which reads profiles in its own way. Only a check needs it, and does without it where it
//! can't be had.

use super::{SetupError, npm};
use crate::command::ask;
use std::path::PathBuf;
use std::process::Command;

/// Any client has the credentials chain. This one's dependencies are few.
const CLIENT: npm::Package<'_> = npm::Package { name: "@aws-sdk/client-sts", version: "3.1174.0" };

/// The folder in which Node.js finds it; the tests know it as `ONRAMP_NODE_PATH`.
///
/// # Errors
/// When Node.js is missing, or npm is or fails.
pub(crate) fn ensure() -> Result<PathBuf, SetupError> {
    let by_hand = "install Node.js with npm, which this task then uses".to_owned();
    if ask(Command::new("node").arg("--version")).is_err() {
        return Err(SetupError::Missing { what: "Node.js".to_owned(), by_hand });
    }
    let modules = CLIENT.folder().join("node_modules");
    if !modules.join(CLIENT.name).join("package.json").is_file() {
        CLIENT.install(npm::Reason {
            what: format!("the AWS SDK for JavaScript {}", CLIENT.version),
            why: "a profile that is written here must work in it",
            by_hand,
        })?;
    }
    Ok(modules)
}

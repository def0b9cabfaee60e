//! `onramp check-config FILE`.
//!
//! Not here: the checks ([`crate::config`]).

use super::CommandError;
use crate::config::HostConfig;
use std::fs;
use std::path::Path;

/// Succeeds silently when the file is right.
pub(super) fn run(path: &Path) -> Result<(), CommandError> {
    read(path).map(|_| ())
}

/// Reads a configuration from a file.
pub(super) fn read(path: &Path) -> Result<HostConfig, CommandError> {
    let text = fs::read_to_string(path)
        .map_err(|source| CommandError::Unreadable { path: path.to_owned(), source })?;
    HostConfig::parse(&text).map_err(|error| CommandError::Config { path: path.to_owned(), error })
}

//! An error's whole chain in one line, for a log or a terminal.
//!
//! Not here: what a browser is told, which is a fixed word ([`crate::relay::RelayError`]).

use std::error::Error;

/// The error and its causes, from what failed to why.
pub fn error_chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

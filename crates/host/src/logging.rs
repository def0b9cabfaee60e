//! The log on stderr, as text or as JSON.
//!
//! Not here: what is logged of a request, which is its middleware's.

use clap::ValueEnum;
use std::io;
use tracing::Level;

/// How a line of the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// Starts the log.
pub fn start(format: LogFormat, level: Level) {
    let log = tracing_subscriber::fmt()
        .with_writer(io::stderr)
        // Where nobody reads the log any more, that would be said there too, and panic.
        .log_internal_errors(false)
        .with_ansi(false)
        .with_target(false)
        .with_max_level(level);
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).init(),
    }
}

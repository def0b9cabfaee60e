//! The program `onramp`. Everything is in the library; here are the runtime, the log and the exit status.

use clap::Parser;
use onramp_host::causes::with_causes;
use onramp_host::cli::Cli;
use onramp_host::command;
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_ansi(false)
        .with_target(false)
        .with_max_level(tracing::Level::INFO)
        .init();
    match command::run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("onramp: {}", with_causes(&error));
            ExitCode::FAILURE
        }
    }
}

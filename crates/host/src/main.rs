//! The program `onramp`. Everything is in the library; here are the runtime, the log and the exit status.

use clap::Parser;
use onramp_host::cli::Cli;
use onramp_host::error_chain::error_chain;
use onramp_host::{command, log_panics, logging};
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    logging::start(cli.log_format, cli.log_level);
    log_panics();
    match command::run(cli.command, cli.log_format) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Whether anybody reads it is not our concern.
            writeln!(io::stderr(), "onramp: {}", error_chain(&error)).ok();
            ExitCode::FAILURE
        }
    }
}

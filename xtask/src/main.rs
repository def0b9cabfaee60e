//! The project's tasks: `cargo xtask demo | serve | test | dist | tour | bench | fuzz`.
//!
//! Every task first sets up what it needs and the machine lacks, so that Rust alone is enough for a fresh clone. What
//! a task does stands in the file of its name; this one only picks it.
//!
//! Not here: anything the product needs while it runs. A host without Rust runs the `onramp` program that `dist` makes.

mod args;
mod bench;
mod bill;
mod command;
mod compress;
mod dist;
mod error;
mod fuzz;
mod names;
mod page;
mod project;
mod serve;
mod setup;
mod test;
mod tour;

use args::{Args, Task};
use clap::Parser;
use error::TaskError;
use std::error::Error;
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match Args::parse().task {
        Task::Demo(options) => serve::demo(&options),
        Task::Serve(options) => serve::serve(&options),
        Task::Test(options) => test::test(&options),
        Task::Dist => dist::dist(),
        Task::Tour => tour::tour(),
        Task::Bench(options) => bench::bench(&options),
        Task::Fuzz(options) => fuzz::fuzz(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // The report's last line has said it.
        Err(TaskError::ChecksFailed) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {}", with_causes(&error));
            ExitCode::FAILURE
        }
    }
}

/// An error and what caused it, in one line.
fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

//! One file a command.
//!
//! Not here: how a host is put together ([`crate::router`]).

mod check_config;
mod demo;
mod fake_idc;
mod serve;

use crate::cli::Command;
use crate::config::BadConfig;
use crate::own_names::NoOrigin;
use crate::relay::BadUpstream;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Runs one command to its end.
///
/// # Errors
/// When it could not do what it is for. The text is for a person at a terminal.
pub fn run(command: Command) -> Result<(), CommandError> {
    match command {
        Command::Serve(args) => on_runtime(serve::run(args)),
        Command::Demo(args) => on_runtime(demo::run(args)),
        Command::FakeIdc(args) => on_runtime(fake_idc::run(args)),
        Command::CheckConfig { file } => check_config::run(&file),
    }
}

fn on_runtime(work: impl Future<Output = Result<(), CommandError>>) -> Result<(), CommandError> {
    tokio::runtime::Runtime::new().map_err(CommandError::System)?.block_on(work)
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// A file can't be read.
    #[error("can't read {}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The configuration is wrong.
    #[error("{}:{error}", path.display())]
    Config {
        /// Which file.
        path: PathBuf,
        /// What and where.
        error: BadConfig,
    },
    /// The options contradict each other.
    #[error(transparent)]
    NoOrigin(#[from] NoOrigin),
    /// Not an upstream.
    #[error(transparent)]
    Upstream(#[from] BadUpstream),
    /// The demo is for the machine it runs on: anybody who reaches it can approve a sign-in.
    #[error("{address} is not a loopback address: the demo only plays on this machine")]
    DemoOffLoopback {
        /// What was asked for.
        address: SocketAddr,
    },
    /// The address is taken, or not this machine's.
    #[error("can't listen on {address}")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// The HTTP client can't be made.
    #[error("can't make connections to AWS; are the system's CA certificates installed?")]
    Client(#[from] reqwest::Error),
    /// The system refused something else.
    #[error("the system refused")]
    System(#[source] io::Error),
}

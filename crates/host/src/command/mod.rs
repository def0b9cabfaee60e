//! One file a command.
//!
//! Not here: how a host is put together ([`crate::router`]).

mod check_config;
#[cfg(feature = "demo")]
mod demo;
#[cfg(feature = "demo")]
mod fake_idc;
mod serve;

use crate::allowed_hosts::NoOrigin;
use crate::cli::Command;
use crate::config::{BadConfig, BadOption};
use crate::logging::LogFormat;
use crate::metrics::Metrics;
use crate::relay::BadUpstream;
use crate::server::{self, BadTls, Capacity, ListenAddress, Listener, Server, Shutdown};
use axum::Router;
use futures_util::future::join_all;
use std::io;
#[cfg(feature = "demo")]
use std::net::SocketAddr;
use std::path::PathBuf;

/// Runs one command to its end.
///
/// # Errors
/// When it could not do what it is for. The text is for a person at a terminal.
pub fn run(command: Command, log_format: LogFormat) -> Result<(), CommandError> {
    match command {
        Command::Serve(args) => on_runtime(serve::run(*args, log_format)),
        #[cfg(feature = "demo")]
        Command::Demo(args) => on_runtime(demo::run(args, log_format)),
        #[cfg(feature = "demo")]
        Command::FakeIdc(args) => on_runtime(fake_idc::run(args)),
        Command::CheckConfig { file } => check_config::run(&file),
    }
}

fn on_runtime(work: impl Future<Output = Result<(), CommandError>>) -> Result<(), CommandError> {
    let runtime = tokio::runtime::Runtime::new().map_err(CommandError::System)?;
    let done = runtime.block_on(work);
    // A look-up of a name may still hang in the system; it is nobody's any more.
    runtime.shutdown_background();
    done
}

/// Says that the first of them answers, and serves them all until told to stop.
async fn serve_all(
    servers: Vec<(Router, Listener)>,
    capacity: Capacity,
    metrics: &Metrics,
    shutdown: &Shutdown,
) -> Result<(), CommandError> {
    if let Some((_, listener)) = servers.first() {
        server::print_ready(listener).map_err(CommandError::System)?;
    }
    join_all(servers.into_iter().map(|(router, listener)| {
        Server { router, capacity, metrics: metrics.clone() }.serve(listener, shutdown.clone())
    }))
    .await;
    Ok(())
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
    /// An option's value is wrong.
    #[error(transparent)]
    Option(#[from] BadOption),
    /// The certificate is wrong.
    #[error(transparent)]
    Tls(#[from] BadTls),
    /// Nothing to serve.
    #[error(
        "there is no page in this program: give --page DIR, or --no-page to serve the relay alone"
    )]
    NoPage,
    /// The options contradict each other.
    #[error(transparent)]
    NoOrigin(#[from] NoOrigin),
    /// Not an upstream.
    #[error(transparent)]
    Upstream(#[from] BadUpstream),
    /// The demo is for the machine it runs on: anybody who reaches it can approve a sign-in.
    #[cfg(feature = "demo")]
    #[error("{address} is not a loopback address: the demo only plays on this machine")]
    DemoOffLoopback {
        /// What was asked for.
        address: SocketAddr,
    },
    /// So is the simulated Identity Center, unless it is said twice.
    #[cfg(feature = "demo")]
    #[error(
        "{address} is not a loopback address: give --allow-remote-clients if others may approve sign-ins"
    )]
    FakeIdcOffLoopback {
        /// What was asked for.
        address: SocketAddr,
    },
    /// The address is taken, or not this machine's.
    #[error("can't listen on {address}")]
    Listen {
        /// Which.
        address: ListenAddress,
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

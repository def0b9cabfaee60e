//! Onramp's host: serves the page, relays seven calls to AWS, or plays the whole thing against a simulated
//! Identity Center.
//!
//! Not here: anything a person signs in with is neither read, kept nor logged. The host has no session, no cookie and
//! no database. Which hosts can be called is the domain's table; no text from a request becomes a host name.
//!
//! In reading order:
//!
//! - [`router`]: every route and every layer, in order. Start here.
//! - [`relay`]: what is forwarded, what goes in and out, and every refusal.
//! - [`page`]: the page's files, in memory.
//! - [`config`]: the host's configuration, `onramp.json`.
//! - [`allowed_hosts`]: what this host is reached as.
//! - [`server`]: connections, the ready line, stopping.
//! - [`metrics`] and [`logging`]: what whoever runs it sees.
//! - [`cli`] and [`command`]: the program's commands.
//! - [`error_chain`]: an error's whole chain in one line.

#[cfg(panic = "abort")]
compile_error!(
    "the host unwinds, so that one request's panic is not everybody's: build it with a profile that does"
);

pub mod router;

mod middleware;

pub mod relay;

pub mod page;

pub mod config;

pub mod allowed_hosts;

pub mod server;

pub mod metrics;

pub mod logging;

pub mod cli;

pub mod command;

pub mod error_chain;

pub use middleware::{RateLimits, log_panics};

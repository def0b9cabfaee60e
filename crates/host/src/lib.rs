//! Onramp's host: serves the page, relays seven calls to AWS, or plays the whole thing against a simulated
//! Identity Center.
//!
//! Not here: anything a person signs in with is neither read, kept nor logged. The host has no session, no cookie,
//! no database, and no TLS of its own: off loopback it stands behind something that terminates TLS and bounds slow
//! connections. Which hosts can be called is the domain's table; no text from a request becomes a host name.
//!
//! In reading order:
//!
//! - [`router`]: every route and every layer, in order. Start here.
//! - [`relay`]: what is forwarded, what goes in and out, and every refusal.
//! - [`site`]: the page's files, in memory.
//! - [`config`]: the page's configuration, `onramp.json`.
//! - [`own_names`]: what this host is reached as.
//! - [`server`]: listening, the ready line, stopping.
//! - [`cli`] and [`command`]: the program's commands.
//! - [`causes`]: an error's whole chain in one line.

pub mod router;

mod middleware;

pub mod relay;

pub mod site;

pub mod config;

pub mod own_names;

pub mod server;

pub mod cli;

pub mod command;

pub mod causes;

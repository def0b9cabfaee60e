//! The program's commands and their options.
//!
//! Not here: running them ([`crate::command`]).

use crate::own_names::Origin;
use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

/// From a start URL to a working AWS CLI profile, in the browser.
#[derive(Debug, Parser)]
#[command(name = "onramp", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the page, and relay its calls to AWS.
    Serve(ServeArgs),
    /// Read an onramp.json and say what is wrong with it.
    CheckConfig {
        /// The file.
        file: PathBuf,
    },
}

/// Where the page comes from and is reached, the same for every command that serves it.
#[derive(Debug, Args)]
pub struct PageArgs {
    /// The address to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Serve the page from this folder (as `trunk build` leaves it), not from inside the program. Read once, at start.
    #[arg(long, value_name = "DIR")]
    pub page: Option<PathBuf>,
}

/// Options of `onramp serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Page and address.
    #[command(flatten)]
    pub page: PageArgs,
    /// The page's configuration.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// An origin that browsers reach this host as; needed off loopback, may be given more than once.
    #[arg(long, value_name = "URL")]
    pub origin: Vec<Origin>,
    /// Send every relayed call to this origin instead of to AWS.
    #[arg(long, value_name = "URL")]
    pub upstream: Option<String>,
    /// Let the upstream be on another machine. It sees every token.
    #[arg(long, requires = "upstream")]
    pub allow_remote_upstream: bool,
}

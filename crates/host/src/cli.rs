//! The program's commands and their options.
//!
//! Not here: running them ([`crate::command`]).

use crate::own_names::Origin;
use clap::{Args, Parser, Subcommand};
use onramp_fake_idc::{Faults, VerificationForm};
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
    /// Serve the page against a simulated Identity Center, for trying it out. Loopback only.
    Demo(DemoArgs),
    /// Run only the simulated Identity Center, all seven calls on one port, for real clients.
    FakeIdc(FakeIdcArgs),
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

/// Options of `onramp demo`.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Page and address.
    #[command(flatten)]
    pub page: PageArgs,
    /// The organisation.
    #[command(flatten)]
    pub organisation: OrganisationArgs,
}

/// Options of `onramp fake-idc`.
#[derive(Debug, Args)]
pub struct FakeIdcArgs {
    /// The address to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8081")]
    pub listen: SocketAddr,
    /// The organisation.
    #[command(flatten)]
    pub organisation: OrganisationArgs,
}

/// What the simulated organisation is like.
#[derive(Debug, Args)]
pub struct OrganisationArgs {
    /// How many accounts the person with many accounts has.
    #[arg(long, value_name = "N", default_value_t = 12)]
    pub accounts: usize,
    /// How many roles they have in each.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub roles: usize,
    /// What goes wrong: a comma list of throttle=N/s, error=P%, drop=P%, slow=N ms, code-life=N s, token-life=N s,
    /// session-life=N s.
    #[arg(long, value_name = "SPEC", default_value = "", hide_default_value = true, value_parser = Faults::parse)]
    pub faults: Faults,
    /// The same number makes the same organisation again.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Which of AWS's forms the approval addresses have: simulated (the organisation's own page), device-sso,
    /// start-url, instance, instance-dualstack, platform-authorize.
    #[arg(long, value_name = "FORM", default_value = "simulated")]
    pub verification: VerificationForm,
}

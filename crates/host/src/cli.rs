//! The program's commands and their options.
//!
//! Not here: running them ([`crate::command`]).

use crate::allowed_hosts::parse_origin;
use crate::config::values;
use crate::logging::LogFormat;
use crate::server::ListenAddress;
use clap::builder::FalseyValueParser;
use clap::{Args, Parser, Subcommand};
use ipnet::IpNet;
use onramp_domain::StartUrl;
use onramp_domain::aws::Operation;
#[cfg(feature = "demo")]
use onramp_fake_idc::Settings;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use tracing::Level;
use url::Origin;

/// The version, and the commit it was built from.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("ONRAMP_COMMIT"), ")");

/// From a start URL to a working AWS CLI profile, in the browser.
#[derive(Debug, Parser)]
#[command(name = "onramp", version = VERSION)]
pub struct Cli {
    /// How the log is written, on stderr.
    #[arg(long, global = true, env = "ONRAMP_LOG_FORMAT", value_enum, default_value_t)]
    pub log_format: LogFormat,
    /// How much is logged: error, warn, info, debug, trace.
    #[arg(
        long,
        global = true,
        env = "ONRAMP_LOG_LEVEL",
        value_name = "LEVEL",
        default_value = "info"
    )]
    pub log_level: Level,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the page, and relay its calls to AWS.
    Serve(Box<ServeArgs>),
    /// Serve the page against a simulated Identity Center, for trying it out. Loopback only.
    #[cfg(feature = "demo")]
    Demo(DemoArgs),
    /// Run only the simulated Identity Center, all seven calls on one port, for real clients.
    #[cfg(feature = "demo")]
    FakeIdc(FakeIdcArgs),
    /// Read an onramp.json and say what is wrong with it.
    CheckConfig {
        /// The file.
        file: PathBuf,
    },
}

/// Where the page and its settings come from, the same for every command that serves it.
#[derive(Debug, Args)]
pub struct PageArgs {
    /// Serve the page from this folder (as `trunk build` leaves it), not from inside the program. Read once, at start.
    #[arg(long, env = "ONRAMP_PAGE", value_name = "DIR")]
    pub page: Option<PathBuf>,
    /// The host's configuration, onramp.json. The other options go before what it says.
    #[arg(long, env = "ONRAMP_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// Options of `onramp serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Where to listen: an address and a port (0 takes any free one), unix:PATH, or systemd for the socket it opened.
    #[arg(long, env = "ONRAMP_LISTEN", value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: ListenAddress,
    /// The certificate to serve TLS with, in PEM; read again on SIGHUP.
    #[arg(long, env = "ONRAMP_TLS_CERT", value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// The certificate's private key, in PEM.
    #[arg(long, env = "ONRAMP_TLS_KEY", value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// The page.
    #[command(flatten)]
    pub page: PageArgs,
    /// Serve no page, only the relay.
    #[arg(long, env = "ONRAMP_NO_PAGE", value_parser = FalseyValueParser::new(), conflicts_with = "page")]
    pub no_page: bool,
    /// An origin that browsers reach this host as; needed off loopback, may be given more than once.
    #[arg(long, env = "ONRAMP_ORIGIN", value_name = "URL", value_delimiter = ',', value_parser = parse_origin)]
    pub origin: Vec<Origin>,
    /// The relay's locks and limits.
    #[command(flatten)]
    pub relay: RelayArgs,
    /// Serve counts for Prometheus at http://ADDR/metrics.
    #[arg(long, env = "ONRAMP_METRICS", value_name = "ADDR")]
    pub metrics: Option<SocketAddr>,
}

/// What `onramp.json` says under `relay`, as options.
#[derive(Debug, Args)]
pub struct RelayArgs {
    /// Let people sign in at this start URL alone; may be given more than once.
    #[arg(long, env = "ONRAMP_ALLOW_START_URL", value_name = "URL", value_delimiter = ',', value_parser = values::start_url)]
    pub allow_start_url: Vec<StartUrl>,
    /// Call this region alone; may be given more than once.
    #[arg(long, env = "ONRAMP_ALLOW_REGION", value_name = "REGION", value_delimiter = ',')]
    pub allow_region: Vec<String>,
    /// Relay this call alone, such as ListAccounts; may be given more than once. Without, all but GetRoleCredentials.
    #[arg(long, env = "ONRAMP_ALLOW_CALL", value_name = "CALL", value_delimiter = ',', value_parser = values::call)]
    pub allow_call: Vec<Operation>,
    /// Believe what proxies in this network say in X-Forwarded-For; may be given more than once.
    #[arg(long, env = "ONRAMP_TRUSTED_PROXY", value_name = "CIDR", value_delimiter = ',', value_parser = parse_network)]
    pub trusted_proxy: Vec<IpNet>,
    /// How many sign-ins one client may begin in a minute [default: 60]
    #[arg(long, env = "ONRAMP_SIGN_INS_PER_MINUTE", value_name = "N")]
    pub sign_ins_per_minute: Option<NonZeroU32>,
    /// How many regions one client may look up in a minute [default: 60]
    #[arg(long, env = "ONRAMP_LOOK_UPS_PER_MINUTE", value_name = "N")]
    pub look_ups_per_minute: Option<NonZeroU32>,
    /// Send every relayed call to this origin instead of to AWS.
    #[arg(long, env = "ONRAMP_UPSTREAM", value_name = "URL")]
    pub upstream: Option<String>,
    /// Let the upstream be on another machine, over https. It sees every token.
    #[arg(long, env = "ONRAMP_ALLOW_REMOTE_UPSTREAM", value_parser = FalseyValueParser::new(), requires = "upstream")]
    pub allow_remote_upstream: bool,
}

/// A network, or one address.
fn parse_network(text: &str) -> Result<IpNet, String> {
    let network =
        text.parse().or_else(|_| text.parse().map(|address: std::net::IpAddr| address.into()));
    network
        .map_err(|_| "a network is an address and the length of its prefix: 10.0.0.0/8".to_owned())
}

/// Options of `onramp demo`.
#[cfg(feature = "demo")]
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// The address to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The page.
    #[command(flatten)]
    pub page: PageArgs,
    /// The organisation.
    #[command(flatten)]
    pub organisation: Settings,
}

/// Options of `onramp fake-idc`.
#[cfg(feature = "demo")]
#[derive(Debug, Args)]
pub struct FakeIdcArgs {
    /// The address to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8081")]
    pub listen: SocketAddr,
    /// Let other machines reach it. Anybody who does can approve a sign-in.
    #[arg(long)]
    pub allow_remote_clients: bool,
    /// The organisation.
    #[command(flatten)]
    pub organisation: Settings,
}

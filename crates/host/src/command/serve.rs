//! `onramp serve`: the page, and the relay to AWS.
//!
//! Not here: a simulated Identity Center.

use super::{CommandError, check_config};
use crate::cli::{PageArgs, ServeArgs};
use crate::config::{PageConfig, ServedConfig};
use crate::own_names::{Origin, OwnNames};
use crate::relay::{KnownRegions, Relay, RemoteUpstream, Upstream};
use crate::router::{Host, router};
use crate::server::{self, Stop};
use crate::site::{Site, source};
use std::net::SocketAddr;
use tokio::net::TcpListener;

pub(super) async fn run(args: ServeArgs) -> Result<(), CommandError> {
    let config = match &args.config {
        Some(path) => check_config::read(path)?,
        None => PageConfig::default(),
    };
    let remote = match args.allow_remote_upstream {
        true => RemoteUpstream::Allowed,
        false => RemoteUpstream::Refused,
    };
    let upstream = match &args.upstream {
        Some(text) => Upstream::mirror(text, remote)?,
        None => Upstream::Aws,
    };
    if let Upstream::Mirror(mirror) = &upstream {
        tracing::warn!("EVERY RELAYED CALL, TOKENS INCLUDED, GOES TO {mirror} AND NOT TO AWS");
    }
    for origin in args.origin.iter().filter(|origin| !origin.is_trustworthy()) {
        tracing::warn!("browsers don't trust {origin}: over plain http the page can't sign in");
    }
    let listener = listen(args.page.listen).await?;
    let host = make_host(&args.page, args.origin, config, upstream)?;
    let stop = Stop::on_signal().map_err(CommandError::System)?;
    serve(listener, host, stop).await
}

/// Binds an address.
pub(super) async fn listen(address: SocketAddr) -> Result<TcpListener, CommandError> {
    TcpListener::bind(address).await.map_err(|source| CommandError::Listen { address, source })
}

/// Puts a host together.
pub(super) fn make_host(
    args: &PageArgs,
    origins: Vec<Origin>,
    config: PageConfig,
    upstream: Upstream,
) -> Result<Host, CommandError> {
    let names = OwnNames::new(args.listen, origins)?;
    let files = match &args.page {
        Some(path) => source::folder(path)
            .map_err(|source| CommandError::Unreadable { path: path.clone(), source })?,
        None => source::embedded(),
    };
    let site = Site::from_files(files);
    if !site.has_page() {
        tracing::warn!("there is no page to serve, only the relay: give --page DIR");
    }
    let regions = KnownRegions::with_added(config.added_regions().to_vec());
    Ok(Host {
        names,
        site,
        config: ServedConfig::from(&config),
        relay: Relay::new(upstream, regions)?,
    })
}

/// Says where the host is, and serves it until told to stop.
pub(super) async fn serve(
    listener: TcpListener,
    host: Host,
    stop: Stop,
) -> Result<(), CommandError> {
    let address = listener.local_addr().map_err(CommandError::System)?;
    server::print_ready(address).map_err(CommandError::System)?;
    server::serve(listener, router(host), stop).await.map_err(CommandError::System)
}

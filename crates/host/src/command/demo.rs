//! `onramp demo`: the page, the relay, and a simulated Identity Center at its other end.
//!
//! Not here: AWS. The organisation has a port of its own, as AWS has hosts of its own: its approval page opens in a
//! tab of another origin, and the relay reaches it as it would reach any mirror.

use super::{CommandError, serve, serve_all};
use crate::allowed_hosts::AllowedHosts;
use crate::cli::DemoArgs;
use crate::config::Demo;
use crate::logging::LogFormat;
use crate::metrics::Metrics;
use crate::relay::{Relay, RelayPolicy, RemoteUpstream, Upstream};
use crate::router::{Host, router};
use crate::server::{self, ListenAddress};
use onramp_fake_idc::{FakeIdc, Settings, start_urls};
use std::net::SocketAddr;

pub(super) async fn run(args: DemoArgs, log_format: LogFormat) -> Result<(), CommandError> {
    let listen = args.listen;
    if !listen.ip().is_loopback() {
        return Err(CommandError::DemoOffLoopback { address: listen });
    }
    let capacity = server::raise_descriptor_limit();
    let listener = serve::listen(&ListenAddress::Port(listen), None).await?;
    let organisation =
        serve::listen(&ListenAddress::Port(SocketAddr::new(listen.ip(), 0)), None).await?;
    let origin = organisation.url().trim_end_matches('/').to_owned();
    let approval_base = origin.clone();
    let fake = FakeIdc::new(Settings { approval_base, ..args.organisation });

    let upstream = Upstream::mirror(&origin, RemoteUpstream::Refused)?;
    let start_urls = start_urls().map(str::to_owned).collect();
    let config = serve::config(&args.page)?;
    let page = serve::page(&args.page, &config)?;
    let config = config.with_demo(Demo { approval_origin: origin, start_urls });
    if !page.has_page() {
        tracing::warn!("there is no page to serve, only the relay: give --page DIR");
    }
    let metrics = Metrics::default();
    let host = Host {
        allowed_hosts: AllowedHosts::new(listener.url(), Vec::new())?,
        page,
        relay: Relay::new(
            upstream.clients(capacity.calls)?,
            upstream,
            capacity.calls,
            config.known_regions(),
            RelayPolicy::unlocked(),
            metrics.clone(),
        ),
        rate_limits: None,
        trusted_proxies: Vec::new(),
        config,
        log_format,
        metrics: metrics.clone(),
    };

    let shutdown = server::shutdown_on_signal().map_err(CommandError::System)?;
    let servers = vec![(router(host, shutdown.clone()), listener), (fake.router(), organisation)];
    serve_all(servers, capacity, &metrics, &shutdown).await
}

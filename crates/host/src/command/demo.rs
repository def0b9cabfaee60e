//! `onramp demo`: the page, the relay, and a simulated Identity Center at its other end.
//!
//! Not here: AWS. The organisation has a port of its own, as AWS has hosts of its own: its approval page opens in a
//! tab of another origin, and the relay reaches it as it would reach any mirror.

use super::{CommandError, fake_idc, serve};
use crate::allowed_hosts::AllowedHosts;
use crate::cli::DemoArgs;
use crate::config::{Demo, ServedConfig};
use crate::logging::LogFormat;
use crate::metrics::Metrics;
use crate::relay::{Relay, RelayPolicy, RemoteUpstream, Upstream};
use crate::router::{Host, router};
use crate::server::{self, ListenAddress, Server, Shutdown};
use std::net::SocketAddr;

/// The simulated organisation's portals, the one with many accounts first.
const START_URLS: [&str; 7] = [
    "https://d-0000000001.awsapps.com/start",
    "https://solo.awsapps.com/start",
    "https://empty.awsapps.com/start",
    "https://ssoins-0000000000000001.portal.eu-central-1.app.aws",
    "https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/onramp",
    "https://start.home.awsapps.cn/directory/onramp",
    "https://ssoins-0000000000000002.eusc-de-east-1.portal.amazonaws.eu",
];

pub(super) async fn run(args: DemoArgs, log_format: LogFormat) -> Result<(), CommandError> {
    let listen = args.listen;
    if !listen.ip().is_loopback() {
        return Err(CommandError::DemoOffLoopback { address: listen });
    }
    let capacity = server::raise_descriptor_limit();
    let listener = serve::listen(&ListenAddress::Port(listen), None).await?;
    let organisation =
        serve::listen(&ListenAddress::Port(SocketAddr::new(listen.ip(), 0)), None).await?;
    let origin = fake_idc::origin(&organisation)?;
    let fake = fake_idc::make(&args.organisation, &organisation)?;

    let upstream = Upstream::mirror(&origin, RemoteUpstream::Refused)?;
    let start_urls = START_URLS.map(str::to_owned).to_vec();
    let config = serve::config(&args.page)?;
    let page = serve::page(&args.page, &config)?;
    let config = config.with_demo(Demo { approval_origin: origin, start_urls });
    if !page.has_page() {
        tracing::warn!("there is no page to serve, only the relay: give --page DIR");
    }
    let metrics = Metrics::default();
    let (client, policy) = (upstream.client(capacity.calls)?, RelayPolicy::unlocked());
    let host = Host {
        allowed_hosts: AllowedHosts::new(Some(listen.ip()), Vec::new())?,
        page,
        config: ServedConfig::from(&config),
        relay: Relay::new(client, upstream, config.known_regions(), policy, metrics.clone())
            .with_room_for(capacity.calls),
        rate_limits: None,
        trusted_proxies: Vec::new(),
        log_format,
        metrics: metrics.clone(),
    };

    let shutdown = Shutdown::on_signal().map_err(CommandError::System)?;
    server::print_ready(&listener).map_err(CommandError::System)?;
    let server = |router| Server { router, capacity, metrics: metrics.clone() };
    tokio::join!(
        server(router(host, shutdown.clone())).serve(listener, shutdown.clone()),
        server(fake.router()).serve(organisation, shutdown.clone()),
    );
    Ok(())
}

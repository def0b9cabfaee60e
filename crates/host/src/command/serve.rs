//! `onramp serve`: the page, and the relay to AWS.
//!
//! Not here: a simulated Identity Center.

use super::{CommandError, check_config, serve_all};
use crate::allowed_hosts::{AllowedHosts, is_trustworthy};
use crate::cli::{PageArgs, ServeArgs};
use crate::config::HostConfig;
use crate::logging::LogFormat;
use crate::metrics::Metrics;
use crate::page::PageFiles;
use crate::page::source;
use crate::relay::{Relay, RelayPolicy, RemoteUpstream, Upstream};
use crate::router::{Host, router};
use crate::server::{self, ListenAddress, Listener, Tls};
use std::path::Path;
use std::sync::Arc;
use std::{env, fs};
use url::Url;

pub(super) async fn run(args: ServeArgs, log_format: LogFormat) -> Result<(), CommandError> {
    let config = config(&args.page)?.with_options(&args.relay)?;
    let policy = config.policy();
    let remote = match args.relay.allow_remote_upstream {
        true => RemoteUpstream::Allowed,
        false => RemoteUpstream::Refused,
    };
    let upstream = match &args.relay.upstream {
        Some(text) => Upstream::mirror(text, remote)?,
        None => Upstream::Aws,
    };
    for origin in args.origin.iter().filter(|origin| !is_trustworthy(origin)) {
        let origin = origin.ascii_serialization();
        tracing::warn!("browsers don't trust {origin}: over plain http the page can't sign in");
    }
    let capacity = server::raise_descriptor_limit();
    let listener = listen(&args.listen, tls(&args)?).await?;
    let allowed_hosts = AllowedHosts::new(listener.url(), args.origin.clone())?;
    say_what_matters(&upstream, &allowed_hosts, &policy);
    let metrics = Metrics::default();
    let host = Host {
        allowed_hosts,
        page: served_page(&args, &config)?,
        relay: Relay::new(
            upstream.clients(capacity.calls)?,
            upstream,
            capacity.calls,
            config.known_regions(),
            policy,
            metrics.clone(),
        ),
        rate_limits: Some(config.relay().rate_limits),
        trusted_proxies: config.relay().trusted_proxies.clone(),
        config,
        log_format,
        metrics: metrics.clone(),
    };
    let shutdown = server::shutdown_on_signal().map_err(CommandError::System)?;
    let mut servers = vec![(router(host, shutdown.clone()), listener)];
    if let Some(address) = args.metrics {
        servers.push((metrics.router(), listen(&ListenAddress::Port(address), None).await?));
    }
    serve_all(servers, capacity, &metrics, &shutdown).await
}

/// Opens a socket.
pub(super) async fn listen(
    address: &ListenAddress,
    tls: Option<Arc<Tls>>,
) -> Result<Listener, CommandError> {
    let bound = Listener::bind(address, tls).await;
    bound.map_err(|source| CommandError::Listen { address: address.clone(), source })
}

fn tls(args: &ServeArgs) -> Result<Option<Arc<Tls>>, CommandError> {
    let (Some(certificate), Some(key)) = (args.tls_cert.clone(), args.tls_key.clone()) else {
        return Ok(None);
    };
    let tls = Arc::new(Tls::load(certificate, key)?);
    tls.reload_on_hangup().map_err(CommandError::System)?;
    Ok(Some(tls))
}

/// Reads `onramp.json`, where it is given.
pub(super) fn config(args: &PageArgs) -> Result<HostConfig, CommandError> {
    args.config.as_deref().map_or_else(|| Ok(HostConfig::default()), check_config::read)
}

/// Reads the page, from its folder or out of the program, and the company's picture.
pub(super) fn page(args: &PageArgs, config: &HostConfig) -> Result<PageFiles, CommandError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        |source| CommandError::Unreadable { path, source }
    };
    let mut files = match &args.page {
        Some(path) => source::folder(path).map_err(unreadable(path))?,
        None => source::embedded(),
    };
    if let (Some(logo), Some(path)) = (config.logo(), &args.config) {
        let path = path.with_file_name(logo);
        match fs::read(&path) {
            Ok(bytes) => files.push((logo.to_owned(), bytes.into())),
            Err(_) if files.iter().any(|(file, _)| file == logo) => {}
            Err(source) => return Err(unreadable(&path)(source)),
        }
    }
    Ok(PageFiles::from_files(files))
}

fn served_page(args: &ServeArgs, config: &HostConfig) -> Result<PageFiles, CommandError> {
    if args.no_page {
        return Ok(PageFiles::default());
    }
    let page = page(&args.page, config)?;
    if page.has_page() { Ok(page) } else { Err(CommandError::NoPage) }
}

/// The proxy that the environment names for AWS, without the password that may stand in it.
fn proxy_of_environment() -> Option<(&'static str, String)> {
    let names = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
    names.into_iter().find_map(|name| {
        let value = env::var(name).ok().filter(|value| !value.is_empty())?;
        let url = Url::parse(&value).or_else(|_| Url::parse(&format!("http://{value}"))).ok()?;
        let port = url.port_or_known_default().map_or_else(String::new, |port| format!(":{port}"));
        Some((name, format!("{}{port}", url.host_str()?)))
    })
}

fn say_what_matters(upstream: &Upstream, allowed_hosts: &AllowedHosts, policy: &RelayPolicy) {
    if let Upstream::Mirror(mirror) = upstream {
        let mirror = mirror.ascii_serialization();
        tracing::warn!("EVERY RELAYED CALL, TOKENS INCLUDED, GOES TO {mirror}/ AND NOT TO AWS");
    }
    if let (Upstream::Aws, Some((name, proxy))) = (upstream, proxy_of_environment()) {
        tracing::info!("AWS is reached through the proxy {proxy} ({name})");
    }
    if allowed_hosts.is_public() && policy.allows_every_portal() {
        tracing::warn!(
            "ANYBODY WHO REACHES THIS HOST CAN BEGIN A SIGN-IN AT ANY ORGANISATION THROUGH IT: \
             name your own start URL with --allow-start-url, or in onramp.json under relay.start_urls"
        );
    }
}

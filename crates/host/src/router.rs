//! Every route and every layer of the host, in order.
//!
//! Not here: what they do. A request passes the layers from the outermost in; the lists below are to be read from
//! their ends for that, as `layer` wraps what stands before it.

use crate::allowed_hosts::AllowedHosts;
use crate::config::HostConfig;
use crate::logging::LogFormat;
use crate::metrics::Metrics;
use crate::middleware::{
    RateLimiter, RateLimits, RequestLog, add_security_headers, answer_panic, identify_client,
    limit_rate, log_request, require_allowed_host, require_same_origin,
};
use crate::page::{self, PageFiles};
use crate::relay::{self, MAX_REQUEST_BODY, Relay};
use crate::server::Shutdown;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{StatusCode, header};
use axum::middleware::{from_fn_with_state, map_request};
use axum::routing::{any, get};
use axum::{Json, Router};
use ipnet::IpNet;
use onramp_page_files::ASK_EACH_TIME;
use std::sync::Arc;
use tower::ServiceBuilder;
use tower::util::option_layer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

/// What a host is made from.
#[derive(Debug)]
pub struct Host {
    /// What it is reached as.
    pub allowed_hosts: AllowedHosts,
    /// The page's files.
    pub page: PageFiles,
    /// The page's configuration.
    pub config: HostConfig,
    /// The relay to AWS.
    pub relay: Relay,
    /// How often a client may ask; without, as often as it likes.
    pub rate_limits: Option<RateLimits>,
    /// The proxies whose word on the client counts.
    pub trusted_proxies: Vec<IpNet>,
    /// How requests are logged.
    pub log_format: LogFormat,
    /// What is counted.
    pub metrics: Metrics,
}

/// The whole host as one service, until it is told to end.
pub fn router(host: Host, shutdown: Shutdown) -> Router {
    let allowed_hosts = Arc::new(host.allowed_hosts);
    let log = Arc::new(RequestLog {
        regions: host.relay.regions().clone(),
        format: host.log_format,
        metrics: host.metrics,
    });
    let limiter = host
        .rate_limits
        .map(|limits| from_fn_with_state(Arc::new(RateLimiter::new(limits)), limit_rate));

    // A call refused for where it comes from is refused before anything of it is read, and takes none of the client's
    // allowance.
    let calls = ["", "/", "/{*call}"]
        .into_iter()
        .flat_map(|end| [format!("/aws{end}"), format!("/aws-dualstack{end}")]);
    let relay = calls
        .fold(Router::new(), |router, path| router.route(&path, any(relay::forward)))
        .route("/aws/region", any(relay::look_up_region))
        .with_state(Arc::new(host.relay))
        .layer(DefaultBodyLimit::max(MAX_REQUEST_BODY))
        .layer(option_layer(limiter))
        .layer(from_fn_with_state(Arc::clone(&allowed_hosts), require_same_origin));

    let config = ([(header::CACHE_CONTROL, ASK_EACH_TIME)], Json(host.config));
    let page = Router::new()
        .route("/onramp.json", get(config))
        .fallback(page::serve)
        .with_state(Arc::new(host.page));

    let guarded = page
        .merge(relay)
        .layer(from_fn_with_state(Arc::clone(&allowed_hosts), require_allowed_host))
        .layer(CatchPanicLayer::custom(answer_panic))
        .layer(from_fn_with_state(log, log_request));
    let identified = ServiceBuilder::new()
        .layer(map_request(forget_request_id))
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(from_fn_with_state(Arc::from(host.trusted_proxies), identify_client));

    // Probes ask by address and often, so they answer under any name and leave no line in the log.
    Router::new()
        .route("/healthz", get("ok\n"))
        .route("/readyz", get(move || readiness(shutdown.clone())))
        .merge(guarded.layer(identified))
        .layer(from_fn_with_state(allowed_hosts, add_security_headers))
}

/// The log's ids are the host's own.
async fn forget_request_id(mut request: Request) -> Request {
    request.headers_mut().remove("x-request-id");
    request
}

async fn readiness(shutdown: Shutdown) -> (StatusCode, &'static str) {
    match shutdown.is_cancelled() {
        false => (StatusCode::OK, "ready\n"),
        true => (StatusCode::SERVICE_UNAVAILABLE, "ending\n"),
    }
}

//! Every route and every layer of the host, in order.
//!
//! Not here: what they do. A request passes the layers from the outermost in; the list below is to be read from its
//! end for that, as `layer` wraps what stands before it.

use crate::config::ServedConfig;
use crate::middleware::{
    RequestLog, SecurityHeaders, add_security_headers, log_request, require_own_host,
    require_own_page,
};
use crate::own_names::OwnNames;
use crate::relay::{self, MAX_REQUEST_BODY, Relay};
use crate::site::{self, Site};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{any, get};
use std::sync::Arc;

/// What a host is made from.
#[derive(Debug)]
pub struct Host {
    /// What it is reached as.
    pub names: OwnNames,
    /// The page's files.
    pub site: Site,
    /// The page's configuration.
    pub config: ServedConfig,
    /// The relay to AWS.
    pub relay: Relay,
}

/// The whole host as one service.
pub fn router(host: Host) -> Router {
    let names = Arc::new(host.names);
    let headers = Arc::new(SecurityHeaders::new(&names));
    let log = Arc::new(RequestLog::new(host.relay.regions().clone()));

    // A call refused for where it comes from is refused before anything of it is read.
    let calls = ["/aws", "/aws/", "/aws/{*call}"];
    let dual_stack_calls = ["/aws-dualstack", "/aws-dualstack/", "/aws-dualstack/{*call}"];
    let relay = calls
        .into_iter()
        .chain(dual_stack_calls)
        .fold(Router::new(), |router, path| router.route(path, any(relay::forward)))
        .route("/aws/region", any(relay::look_up_region))
        .with_state(Arc::new(host.relay))
        .layer(DefaultBodyLimit::max(MAX_REQUEST_BODY))
        .layer(from_fn_with_state(Arc::clone(&names), require_own_page));

    let page = Router::new()
        .route("/onramp.json", get(host.config))
        .fallback(site::serve)
        .with_state(Arc::new(host.site));

    let guarded = page.merge(relay).layer(from_fn_with_state(names, require_own_host));

    // Probes ask by address, so `/healthz` answers under any name.
    Router::new()
        .route("/healthz", get("ok\n"))
        .merge(guarded)
        .layer(from_fn_with_state(headers, add_security_headers))
        .layer(from_fn_with_state(log, log_request))
}

//! Counts for whoever watches the host, as Prometheus reads them.
//!
//! Not here: who signs in where. The labels are calls' names, statuses and refusals' reasons, all from fixed lists.

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use std::sync::Arc;

/// The counts. Clones count together.
#[derive(Clone, Debug)]
pub struct Metrics {
    registry: Arc<Registry>,
    requests: Family<RequestLabels, Counter>,
    refusals: Family<Label, Counter>,
    upstream: Family<Label, Histogram>,
    /// Calls on their way to AWS.
    pub(crate) in_flight: Gauge,
    /// Open connections from clients.
    pub(crate) connections: Gauge,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    call: &'static str,
    status: u16,
}

/// One label: its name and its value.
type Label = [(&'static str, &'static str); 1];

impl Default for Metrics {
    fn default() -> Metrics {
        let mut registry = Registry::with_prefix("onramp");
        let requests = Family::default();
        registry.register("requests", "Requests by call and status", requests.clone());
        let refusals = Family::default();
        registry.register("refusals", "The relay's own refusals by reason", refusals.clone());
        let upstream: Family<Label, Histogram> =
            Family::new_with_constructor(|| Histogram::new(exponential_buckets(0.01, 2.0, 12)));
        let help = "Time from sending a call to its whole answer";
        registry.register_with_unit("upstream", help, Unit::Seconds, upstream.clone());
        let in_flight = Gauge::default();
        registry.register("calls_in_flight", "Calls on their way to AWS", in_flight.clone());
        let connections = Gauge::default();
        registry.register("connections", "Open connections from clients", connections.clone());
        let registry = Arc::new(registry);
        Metrics { registry, requests, refusals, upstream, in_flight, connections }
    }
}

impl Metrics {
    pub(crate) fn count_request(&self, call: &'static str, status: u16) {
        self.requests.get_or_create(&RequestLabels { call, status }).inc();
    }

    pub(crate) fn count_refusal(&self, reason: &'static str) {
        self.refusals.get_or_create(&[("reason", reason)]).inc();
    }

    pub(crate) fn observe_upstream(&self, call: &'static str, seconds: f64) {
        self.upstream.get_or_create(&[("call", call)]).observe(seconds);
    }

    /// What `--metrics ADDR` serves: the counts at `/metrics`.
    pub fn router(&self) -> Router {
        let metrics = self.clone();
        Router::new().route("/metrics", get(move || async move { metrics.show() }))
    }

    fn show(&self) -> Response {
        let mut text = String::new();
        match encode(&mut text, &self.registry) {
            Ok(()) => {
                let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
                ([(header::CONTENT_TYPE, kind)], text).into_response()
            }
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

/// Counts one while it lives.
#[derive(Debug)]
pub(crate) struct Counted(Gauge);

impl Counted {
    pub(crate) fn one(gauge: &Gauge) -> Counted {
        gauge.inc();
        Counted(gauge.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.dec();
    }
}

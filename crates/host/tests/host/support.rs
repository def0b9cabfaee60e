//! A host under test and an upstream that remembers what it was asked.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::request::Builder;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use onramp_host::RateLimits;
use onramp_host::allowed_hosts::{AllowedHosts, parse_origin};
use onramp_host::config::HostConfig;
use onramp_host::logging::LogFormat;
use onramp_host::metrics::Metrics;
use onramp_host::page::{PageFiles, source::File};
use onramp_host::relay::{Clients, Relay, RelayPolicy, RemoteUpstream, Upstream};
use onramp_host::router::{Host, router};
use onramp_host::server::Shutdown;
use std::fmt::Write;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tower::ServiceExt;

/// A request the upstream got: its line, its headers and its body.
pub(crate) struct Received {
    pub(crate) line: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// Stands for AWS on a loopback port.
#[derive(Clone)]
pub(crate) struct Stub {
    answer: Arc<dyn Fn() -> Response + Send + Sync>,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Stub {
    /// One that answers everything in the same way.
    pub(crate) fn answering<R: IntoResponse>(
        answer: impl Fn() -> R + Send + Sync + 'static,
    ) -> Stub {
        Stub { answer: Arc::new(move || answer().into_response()), received: Arc::default() }
    }

    /// One that answers `{}`.
    pub(crate) fn quiet() -> Stub {
        Stub::answering(|| "{}")
    }

    /// Listens, and gives the upstream to it.
    pub(crate) async fn start(&self) -> Upstream {
        async fn answer(State(stub): State<Stub>, request: Request) -> Response {
            let (parts, body) = request.into_parts();
            let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            let line = format!("{} {}", parts.method, parts.uri);
            stub.received.lock().unwrap().push(Received { line, headers: parts.headers, body });
            (stub.answer)()
        }
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let upstream = mirror_at(listener.local_addr());
        let router = Router::new().fallback(answer).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        upstream
    }

    /// What it was asked so far.
    pub(crate) fn received(&self) -> Vec<Received> {
        std::mem::take(&mut self.received.lock().unwrap())
    }
}

/// The upstream at a listener of the test's own.
pub(crate) fn mirror_at(address: io::Result<SocketAddr>) -> Upstream {
    let origin = format!("http://{}", address.unwrap());
    Upstream::mirror(&origin, RemoteUpstream::Refused).unwrap()
}

/// A host to be changed before it is made.
pub(crate) struct Setup {
    pub(crate) listen: &'static str,
    pub(crate) origins: Vec<&'static str>,
    pub(crate) files: Vec<File>,
    pub(crate) config: HostConfig,
    pub(crate) upstream: Upstream,
    /// The upstream's own clients, where none is given.
    pub(crate) client: Option<reqwest::Client>,
    /// How many calls there is room for.
    pub(crate) calls: usize,
    pub(crate) policy: RelayPolicy,
    pub(crate) rate_limits: Option<RateLimits>,
}

impl Setup {
    /// On loopback, with a page of one line, relaying to this upstream.
    pub(crate) fn on_loopback(upstream: Upstream) -> Setup {
        Setup {
            listen: "127.0.0.1",
            origins: vec![],
            files: vec![("index.html".to_owned(), Bytes::from_static(b"<!doctype html>"))],
            config: HostConfig::default(),
            upstream,
            client: None,
            calls: 256,
            policy: RelayPolicy::unlocked(),
            rate_limits: None,
        }
    }

    /// Without an upstream that would answer.
    pub(crate) fn unconnected() -> Setup {
        let nobody = Upstream::mirror("http://127.0.0.1:1", RemoteUpstream::Refused).unwrap();
        Setup::on_loopback(nobody)
    }

    pub(crate) fn router(self) -> Router {
        let origins = self.origins.iter().map(|text| parse_origin(text).unwrap()).collect();
        let clients = match self.client {
            Some(client) => Clients { calls: client.clone(), look_ups: client },
            None => self.upstream.clients(32).unwrap(),
        };
        let regions = self.config.known_regions();
        let metrics = Metrics::default();
        let host = Host {
            allowed_hosts: AllowedHosts::new(&format!("http://{}:8080/", self.listen), origins)
                .unwrap(),
            page: PageFiles::from_files(self.files),
            config: self.config,
            relay: Relay::new(
                clients,
                self.upstream,
                self.calls,
                regions,
                self.policy,
                metrics.clone(),
            ),
            rate_limits: self.rate_limits,
            trusted_proxies: Vec::new(),
            log_format: LogFormat::Text,
            metrics,
        };
        router(host, Shutdown::default())
    }
}

/// A request from the host's own page.
pub(crate) fn from_page(method: &str, path: &str) -> Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header("host", "127.0.0.1:8080")
        .header("sec-fetch-site", "same-origin")
}

/// The same, with an access token where the path is a portal call's.
fn with_token(method: &str, path: &str) -> Builder {
    let request = from_page(method, path);
    match path.contains("/portal/") {
        true => request.header("x-amz-sso_bearer_token", "token"),
        false => request,
    }
}

/// A call with a JSON body.
pub(crate) fn post(path: &str, body: impl Into<Body>) -> Request {
    let request = with_token("POST", path).header("content-type", "application/json");
    request.body(body.into()).unwrap()
}

/// A call without a body.
pub(crate) fn get(path: &str) -> Request {
    with_token("GET", path).body(Body::empty()).unwrap()
}

/// Sends one request through the router.
pub(crate) async fn send(router: &Router, request: Request) -> Response {
    router.clone().oneshot(request).await.unwrap()
}

/// Status, the headers named, and body.
pub(crate) async fn show(response: Response, headers: &[&str]) -> String {
    let mut text = response.status().to_string();
    for name in headers {
        for value in response.headers().get_all(*name) {
            write!(text, "\n{name}: {}", value.to_str().unwrap()).unwrap();
        }
    }
    let body = body(response).await;
    if body.is_empty() { text } else { format!("{text}\n\n{}", String::from_utf8_lossy(&body)) }
}

pub(crate) async fn body(response: Response) -> Bytes {
    axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap()
}

/// A status as a number, for tables.
pub(crate) fn status(response: &Response) -> u16 {
    StatusCode::as_u16(&response.status())
}

/// Says that a check could not be made. That is a failure where the project's own machines test.
pub(crate) fn not_run(missing: &str) {
    assert!(std::env::var_os("CI").is_none(), "{missing} is not here");
    eprintln!("not run: {missing} is not here");
}

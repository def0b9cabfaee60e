//! The simulated Identity Center as the AWS SDK for Rust sees it: a server on a loopback port, and the SDK's clients
//! pointed at it.
//!
//! Not here: the tests themselves (`tests/`), and the program that finds credentials as any program with the SDK does
//! (`src/bin/role-credentials.rs`).

use aws_sdk_sso::config::retry::RetryConfig;
use aws_smithy_http_client::Builder;
use onramp_fake_idc::{Clock, FakeIdc, ManualClock, Settings};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The start URL of the portal with one account and one role.
pub const SOLO: &str = "https://solo.awsapps.com/start";
/// The start URL of the portal with many accounts.
pub const BIG: &str = "https://d-0000000001.awsapps.com/start";

/// A simulated Identity Center that listens until it is dropped.
#[derive(Debug)]
pub struct Server {
    /// The organisation behind it.
    pub fake: FakeIdc,
    /// Its address, `http://127.0.0.1:PORT`.
    pub url: String,
    task: JoinHandle<()>,
}

impl Server {
    /// One with the system's time.
    ///
    /// # Panics
    /// When there is no loopback port to listen on.
    pub async fn start() -> Server {
        Server::listen(|settings| settings).await
    }

    /// One whose clock stands still at the system's time until it is turned.
    ///
    /// # Panics
    /// When there is no loopback port to listen on.
    pub async fn start_at_standstill() -> (Server, ManualClock) {
        let mut hand = None;
        let server = Server::listen(|settings| {
            let clock = hand.insert(ManualClock::new(settings.clock.now()));
            Settings { clock: Clock::Manual(clock.clone()), ..settings }
        });
        (server.await, hand.expect("the settings are made before anything listens"))
    }

    async fn listen(change: impl FnOnce(Settings) -> Settings) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a loopback port");
        let url = format!("http://{}", listener.local_addr().expect("a bound port has an address"));
        let fake = FakeIdc::new(change(Settings::at(&url)));
        let serve = axum::serve(listener, fake.router());
        let task = tokio::spawn(async { serve.await.expect("axum serves until it is stopped") });
        Server { fake, url, task }
    }

    /// The SDK's OIDC client, without retries. `place` is empty, or `/HOST` for the endpoint of a region.
    pub fn oidc(&self, place: &str) -> aws_sdk_ssooidc::Client {
        let config = aws_sdk_ssooidc::Config::builder()
            .endpoint_url(format!("{}{place}", self.url))
            .region(aws_sdk_ssooidc::config::Region::new("us-east-1"))
            .retry_config(RetryConfig::disabled())
            .http_client(Builder::new().build_http());
        aws_sdk_ssooidc::Client::from_conf(config.build())
    }

    /// The SDK's portal client, without retries.
    pub fn sso(&self, place: &str) -> aws_sdk_sso::Client {
        let config = aws_sdk_sso::Config::builder()
            .endpoint_url(format!("{}{place}", self.url))
            .region(aws_sdk_sso::config::Region::new("us-east-1"))
            .retry_config(RetryConfig::disabled())
            .http_client(Builder::new().build_http());
        aws_sdk_sso::Client::from_conf(config.build())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

//! Somebody's home folder: a config file as the page writes it, a token beside it, and the Identity Center that gave
//! the token.
//!
//! Not here: changing this process's environment, which credentials are looked for by. Each test asks a program.

use axum::body::Body;
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::aws::Request;
use onramp_domain::aws::model::StartDeviceAuthorizationResponse;
use onramp_domain::device_flow::{Command, DeviceFlow, Input, Portal};
use onramp_domain::entry::{Entry, Format, OutputFormat, SsoSession};
use onramp_domain::names::{AccountId, ConfigValue, ProfileName, RoleName, Scopes, SessionName};
use onramp_domain::{EndpointFamily, Region, block};
use onramp_fake_idc::Clock;
use onramp_sdk_tests::{SOLO, Server};
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha1::{Digest as _, Sha1};
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::time::timeout;
use tower::ServiceExt as _;

/// The one account of the portal.
pub(crate) const ACCOUNT: &str = "123456789012";

/// Far longer than a program takes that asks a server on this machine.
const ENDS_WITHIN: Duration = Duration::from_secs(120);

/// The session's name.
pub(crate) const SESSION: &str = "acme";

/// The block that the page would show for the one role.
fn block(format: Format) -> String {
    let session = session_section();
    block::write(&[Entry {
        format,
        profile: ProfileName::parse("acme-dev").unwrap(),
        session: Rc::new(session),
        account_id: AccountId::parse(ACCOUNT).unwrap(),
        role_name: RoleName::parse("AdministratorAccess").unwrap(),
        region: ConfigValue::parse("eu-west-1").ok(),
        output: OutputFormat::from_name("json"),
        extra: Default::default(),
    }])
}

fn session_section() -> SsoSession {
    SsoSession {
        name: SessionName::parse(SESSION).unwrap(),
        start_url: ConfigValue::parse(SOLO).unwrap(),
        region: ConfigValue::parse("us-east-1").unwrap(),
        scopes: Scopes::parse("sso:account:access").unwrap(),
    }
}

/// A home folder, and the Identity Center that its person signed in to.
pub(crate) struct Home {
    folder: TempDir,
    pub(crate) server: Server,
    cache: PathBuf,
}

impl Home {
    /// With a config block in this format, and a token under the cache name of `key` that says it is good for so long.
    pub(crate) async fn signed_in(format: Format, key: &str, life: TimeDelta) -> Home {
        let server = Server::start().await;
        let folder = tempfile::tempdir().unwrap();
        let aws = folder.path().join(".aws");
        let cache = aws.join("sso/cache").join(format!("{}.json", sha1(key)));
        fs::create_dir_all(cache.parent().unwrap()).unwrap();
        fs::write(aws.join("config"), block(format)).unwrap();
        let token = page_token(&server, format, Clock::System.now() + life).await;
        fs::write(&cache, token).unwrap();
        Home { folder, server, cache }
    }

    /// What a program prints there that looks for the profile's credentials; where it fails, what it says.
    pub(crate) async fn asked(
        &self,
        mut program: tokio::process::Command,
    ) -> Result<String, String> {
        let usual = ["PATH", "SystemRoot"].map(|name| (name, std::env::var_os(name)));
        let output = program
            .env_clear()
            .envs(usual.into_iter().filter_map(|(name, value)| Some((name, value?))))
            .env("HOME", self.folder.path())
            .env("USERPROFILE", self.folder.path())
            .env("AWS_PROFILE", "acme-dev")
            .env("AWS_ENDPOINT_URL_SSO", &self.server.url)
            .env("AWS_ENDPOINT_URL_SSO_OIDC", &self.server.url)
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .kill_on_drop(true)
            .output();
        let output = timeout(ENDS_WITHIN, output).await.expect("it ends in time").unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
    }

    /// The token's file.
    pub(crate) fn cached(&self) -> Value {
        serde_json::from_slice(&fs::read(&self.cache).unwrap()).unwrap()
    }
}

/// That they are the one role's credentials in this account, as far as they say one, and the profile's region.
#[track_caller]
pub(crate) fn check(printed: Result<String, String>, account: &str) {
    let printed = printed.expect("credentials");
    let [said, key, region] = printed.split_whitespace().collect::<Vec<_>>()[..] else {
        panic!("{printed}")
    };
    assert_eq!((said, key.len(), region), (account, 20, "eu-west-1"));
    assert!(key.starts_with("ASIA"));
}

/// The token's file as the page writes it, after a sign-in of the page's own.
async fn page_token(server: &Server, format: Format, expires_at: DateTime<Utc>) -> String {
    let portal = Portal {
        start_url: SOLO.to_owned(),
        region: Region::parse("us-east-1").unwrap(),
        endpoints: EndpointFamily::Standard,
        scopes: vec!["sso:account:access".to_owned()],
    };
    // A token lasts an hour; the polls take a moment.
    let mut now = expires_at - TimeDelta::hours(1) - TimeDelta::seconds(10);
    let (mut flow, mut commands) = DeviceFlow::default().step(Input::SignIn(portal), now);
    while flow.session().is_none() {
        let input = match commands.pop().expect("a sign-in goes on") {
            Command::Register(attempt, request) => {
                Input::Registered(attempt, Ok(ask(server, &request).await))
            }
            Command::Authorize(attempt, request) => {
                let code: StartDeviceAuthorizationResponse = ask(server, &request).await;
                server.fake.approve(&code.user_code);
                Input::Authorized(attempt, Ok(code))
            }
            Command::Poll(attempt, request) => {
                Input::Polled(attempt, Ok(ask(server, &request).await))
            }
            Command::WakeAt { attempt, at } => {
                now = at;
                Input::Woke(attempt)
            }
            other => panic!("{other:?}"),
        };
        (flow, commands) = flow.step(input, now);
    }
    let session = flow.session().expect("somebody is signed in");
    session.cli_token(&session_section(), format).expose().to_owned()
}

/// Asks the simulated Identity Center as the relay does.
async fn ask<T: DeserializeOwned>(server: &Server, request: &Request) -> T {
    let body = serde_json::to_vec(&request.body).unwrap();
    let path = request.operation.aws_path();
    let asked = axum::http::Request::post(path).body(Body::from(body)).unwrap();
    let answer = server.fake.router().oneshot(asked).await.unwrap();
    let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    serde_json::from_slice(&body).unwrap()
}

fn sha1(text: &str) -> String {
    Sha1::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

//! The operator's locks, and the limits a client has.

use crate::running::{Running, onramp};
use crate::support::{Setup, Stub, body, get, post, send, status};
use axum::Router;
use axum::extract::Request;
use expect_test::{Expect, expect};
use onramp_host::RateLimits;
use onramp_host::config::HostConfig;
use std::fs;

const CREDENTIALS: &str = "/aws/eu-west-1/portal/federation/credentials?account_id=1&role_name=a";

/// A host whose `onramp.json` says this.
async fn host(stub: &Stub, config: &str) -> Router {
    let config = HostConfig::parse(config).unwrap();
    let policy = config.policy();
    let rate_limits = Some(config.relay().rate_limits);
    Setup { config, policy, rate_limits, ..Setup::on_loopback(stub.start().await) }.router()
}

/// Each request's answer, and whether AWS was asked.
async fn check(config: &str, requests: Vec<Request>, expect: Expect) {
    let stub = Stub::quiet();
    let router = host(&stub, config).await;
    let mut lines = Vec::new();
    for request in requests {
        let line = format!("{} {}", request.method(), request.uri());
        let answer = send(&router, request).await;
        let status = status(&answer);
        let wait = answer.headers().get("retry-after").cloned();
        let wait =
            wait.map_or_else(String::new, |wait| format!(" after {}", wait.to_str().unwrap()));
        let body = String::from_utf8_lossy(&body(answer).await).into_owned();
        let asked = if stub.received().is_empty() { "" } else { " asked" };
        lines.push(format!("{line} {status} {body}{asked}{wait}"));
    }
    expect.assert_eq(&lines.join("\n"));
}

fn sign_in(start_url: &str) -> Request {
    let body = format!(r#"{{"clientId":"a","clientSecret":"b","startUrl":"{start_url}"}}"#);
    post("/aws/eu-west-1/oidc/device_authorization", body)
}

#[tokio::test]
async fn without_locks_all_but_role_credentials_is_relayed() {
    check(
        "{}",
        vec![
            get("/aws/eu-west-1/portal/assignment/accounts"),
            get(CREDENTIALS),
            sign_in("https://anybody.awsapps.com/start"),
        ],
        expect![[r#"
            GET /aws/eu-west-1/portal/assignment/accounts 200 {} asked
            GET /aws/eu-west-1/portal/federation/credentials?account_id=1&role_name=a 403 {"error":"onramp_relay","reason":"call_not_allowed"}
            POST /aws/eu-west-1/oidc/device_authorization 200 {} asked"#]],
    )
    .await;
}

#[tokio::test]
async fn what_is_locked_out_is_refused_before_anything_is_sent() {
    let config = r#"{"regions": {"eu-west-9": "aws"}, "relay": {
        "start_urls": ["https://Acme.awsapps.com/start/#/"],
        "regions": ["eu-west-1", "eu-west-9"],
        "calls": ["RegisterClient", "StartDeviceAuthorization", "GetRoleCredentials"]
    }}"#;
    check(
        config,
        vec![
            sign_in("https://acme.awsapps.com/start"),
            sign_in("https://acme.awsapps.com/start/"),
            sign_in("https://evil.awsapps.com/start"),
            post("/aws/us-east-1/oidc/client/register", "{}"),
            post("/aws/eu-west-9/oidc/client/register", "{}"),
            post("/aws/eu-west-1/oidc/token", "{}"),
            get(CREDENTIALS),
            get("/aws/region?portal=acme.awsapps.com"),
            get("/aws/region?portal=evil.awsapps.com"),
        ],
        expect![[r#"
            POST /aws/eu-west-1/oidc/device_authorization 200 {} asked
            POST /aws/eu-west-1/oidc/device_authorization 403 {"error":"onramp_relay","reason":"start_url_not_allowed"}
            POST /aws/eu-west-1/oidc/device_authorization 403 {"error":"onramp_relay","reason":"start_url_not_allowed"}
            POST /aws/us-east-1/oidc/client/register 403 {"error":"onramp_relay","reason":"region_not_allowed"}
            POST /aws/eu-west-9/oidc/client/register 200 {} asked
            POST /aws/eu-west-1/oidc/token 403 {"error":"onramp_relay","reason":"call_not_allowed"}
            GET /aws/eu-west-1/portal/federation/credentials?account_id=1&role_name=a 200 {} asked
            GET /aws/region?portal=acme.awsapps.com 200 {"region":null} asked
            GET /aws/region?portal=evil.awsapps.com 403 {"error":"onramp_relay","reason":"start_url_not_allowed"}"#]],
    )
    .await;
}

#[tokio::test]
async fn a_client_that_asks_too_often_is_refused() {
    let config =
        r#"{"relay": {"rate_limits": {"sign_ins_per_minute": 2, "look_ups_per_minute": 1}}}"#;
    let register = || post("/aws/eu-west-1/oidc/client/register", "{}");
    let look_up =
        || get("/aws/region?portal=ssoins-1234567890abcdef.eu-west-1.portal.amazonaws.com");
    check(
        config,
        vec![
            register(),
            register(),
            register(),
            sign_in("https://acme.awsapps.com/start"),
            look_up(),
            look_up(),
            post("/aws/eu-west-1/oidc/token", "{}"),
        ],
        expect![[r#"
            POST /aws/eu-west-1/oidc/client/register 200 {} asked
            POST /aws/eu-west-1/oidc/client/register 200 {} asked
            POST /aws/eu-west-1/oidc/client/register 429 {"error":"onramp_relay","reason":"rate_limited"} after 30
            POST /aws/eu-west-1/oidc/device_authorization 200 {} asked
            GET /aws/region?portal=ssoins-1234567890abcdef.eu-west-1.portal.amazonaws.com 200 {"region":"eu-west-1"}
            GET /aws/region?portal=ssoins-1234567890abcdef.eu-west-1.portal.amazonaws.com 429 {"error":"onramp_relay","reason":"rate_limited"} after 60
            POST /aws/eu-west-1/oidc/token 200 {} asked"#]],
    )
    .await;
    assert_eq!(RateLimits::default().sign_ins_per_minute.get(), 60);
}

/// What the program says at its start.
fn said(args: &[&str], environment: &[(&str, &str)]) -> String {
    let mut command = onramp(&[&["serve", "--no-page"], args].concat());
    let (status, _, stderr) = Running::of(command.envs(environment.iter().copied())).end("-TERM");
    assert_eq!(status, Some(0), "{stderr}");
    stderr
}

#[test]
fn a_public_host_without_a_lock_says_so_at_its_start() {
    const LOUD: &str = "ANYBODY WHO REACHES THIS HOST CAN BEGIN A SIGN-IN AT ANY ORGANISATION";
    let public = ["--listen", "127.0.0.1:0", "--origin", "https://onramp.acme.example"];
    assert!(said(&public, &[]).contains(LOUD));
    let lock = ["--allow-start-url", "https://acme.awsapps.com/start"];
    assert!(!said(&[&public[..], &lock].concat(), &[]).contains(LOUD));
    let locked = ("ONRAMP_ALLOW_START_URL", "acme.awsapps.com/start,d-1234567890.awsapps.com");
    assert!(!said(&public, &[locked]).contains(LOUD));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("onramp.json");
    fs::write(&file, r#"{"relay": {"start_urls": ["https://acme.awsapps.com/start"]}}"#).unwrap();
    let locked = ("ONRAMP_CONFIG", file.to_str().unwrap());
    assert!(!said(&public, &[locked]).contains(LOUD));
    assert!(!said(&["--listen", "127.0.0.1:0"], &[]).contains(LOUD));
}

#[test]
fn an_option_goes_before_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("onramp.json");
    fs::write(&file, r#"{"relay": {"calls": ["ListAccounts"], "regions": ["us-east-1"]}}"#)
        .unwrap();
    let environment = [
        ("ONRAMP_LISTEN", "127.0.0.1:0"),
        ("ONRAMP_NO_PAGE", "1"),
        ("ONRAMP_UPSTREAM", "http://127.0.0.1:1"),
        ("ONRAMP_CONFIG", file.to_str().unwrap()),
        ("ONRAMP_ALLOW_REGION", "eu-west-1,eu-west-3"),
    ];
    let mut command = onramp(&["serve", "--allow-call", "ListAccountRoles"]);
    let running = Running::of(command.envs(environment));
    let status = |path: &str| running.get(path)[9..12].to_owned();
    assert_eq!(status("/aws/eu-west-3/portal/assignment/roles"), "502");
    assert_eq!(status("/aws/us-east-1/portal/assignment/roles"), "403");
    assert_eq!(status("/aws/eu-west-1/portal/assignment/accounts"), "403");
}

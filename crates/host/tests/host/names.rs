//! Which hosts are answered, and what a browser is told to refuse.

use crate::support::{Setup, send, show, status};
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use expect_test::expect;

async fn get(router: &Router, host: &str, path: &str) -> axum::response::Response {
    let request = Request::builder().uri(path).header("host", host).body(Body::empty());
    send(router, request.unwrap()).await
}

#[tokio::test]
async fn the_page_is_served_to_the_hosts_own_names_alone() {
    let router = Setup::unconnected().router();
    for host in ["127.0.0.1:8080", "localhost", "[::1]:1"] {
        assert_eq!(status(&get(&router, host, "/").await), 200, "{host}");
    }
    let refused = get(&router, "evil.example", "/onramp.json").await;
    expect![[r#"
        403 Forbidden
        content-type: text/plain; charset=utf-8

        this address is not served here
    "#]]
    .assert_eq(&show(refused, &["content-type"]).await);
}

#[tokio::test]
async fn off_loopback_only_the_origins_given_are_answered() {
    let setup = Setup {
        listen: "0.0.0.0",
        origins: vec!["https://onramp.acme.example"],
        ..Setup::unconnected()
    };
    let router = setup.router();
    assert_eq!(status(&get(&router, "onramp.acme.example", "/").await), 200);
    assert_eq!(status(&get(&router, "localhost", "/").await), 403);
    assert_eq!(status(&get(&router, "10.0.0.1", "/").await), 403);
}

#[tokio::test]
async fn a_request_line_may_name_the_host() {
    let router = Setup::unconnected().router();
    let request = |uri: &str| Request::builder().uri(uri).body(Body::empty()).unwrap();
    assert_eq!(status(&send(&router, request("http://localhost:8080/")).await), 200);
    assert_eq!(status(&send(&router, request("http://evil.example/")).await), 403);
    assert_eq!(status(&send(&router, request("http://x@localhost/")).await), 403);
    assert_eq!(status(&send(&router, request("/")).await), 403);
}

#[tokio::test]
async fn healthz_answers_under_any_name() {
    let router = Setup::unconnected().router();
    let response = get(&router, "10.0.0.1:80", "/healthz").await;
    assert_eq!(show(response, &[]).await, "200 OK\n\nok\n");
}

const SECURITY: [&str; 9] = [
    "content-security-policy",
    "permissions-policy",
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "cache-control",
    "strict-transport-security",
    "server",
];

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let router = Setup::unconnected().router();
    expect![[r#"
        200 OK
        content-security-policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'
        permissions-policy: accelerometer=(), autoplay=(), camera=(), clipboard-read=(), clipboard-write=(self), compute-pressure=(), cross-origin-isolated=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), keyboard-map=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), sync-xhr=(), usb=(), window-management=(), xr-spatial-tracking=()
        x-content-type-options: nosniff
        referrer-policy: no-referrer
        cross-origin-opener-policy: same-origin
        cross-origin-resource-policy: same-origin
        cache-control: no-cache

        <!doctype html>"#]].assert_eq(&show(get(&router, "localhost", "/").await, &SECURITY).await);
    for path in ["/nothing", "/healthz", "/onramp.json"] {
        let response = get(&router, "localhost", path).await;
        let policy = response.headers()["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
    }
    let refusal = get(&router, "localhost", "/aws/eu-west-1/oidc/token").await;
    expect![[r#"
        403 Forbidden
        content-security-policy: default-src 'none'; frame-ancestors 'none'; sandbox
        permissions-policy: accelerometer=(), autoplay=(), camera=(), clipboard-read=(), clipboard-write=(self), compute-pressure=(), cross-origin-isolated=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), keyboard-map=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), sync-xhr=(), usb=(), window-management=(), xr-spatial-tracking=()
        x-content-type-options: nosniff
        referrer-policy: no-referrer
        cross-origin-opener-policy: same-origin
        cross-origin-resource-policy: same-origin
        cache-control: no-store

        {"error":"onramp_relay","reason":"foreign_origin"}"#]].assert_eq(&show(refusal, &SECURITY).await);
}

#[tokio::test]
async fn only_an_https_origin_is_to_be_remembered() {
    let remembered = |origins: Vec<&'static str>| async {
        let router = Setup { origins, ..Setup::unconnected() }.router();
        let response = get(&router, "localhost", "/").await;
        response.headers().get("strict-transport-security").cloned()
    };
    assert_eq!(remembered(vec!["https://a.example"]).await.unwrap(), "max-age=63072000");
    assert_eq!(remembered(vec!["http://a.example"]).await, None);
    assert_eq!(remembered(vec![]).await, None);
}

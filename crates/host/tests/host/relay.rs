//! What goes out to AWS, and what comes back.

use crate::support::{Setup, Stub, body, from_page, get, post, send, show, status};
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use expect_test::{Expect, expect};
use onramp_domain::aws::{Method, Operation};
use onramp_domain::{EndpointFamily, Region};
use std::fmt::Write;

async fn relay_to(stub: &Stub) -> Router {
    Setup::on_loopback(stub.start().await).router()
}

/// What the upstream is sent for a request: line, headers in order of their names, body.
async fn sent(request: Request) -> String {
    let stub = Stub::quiet();
    let response = send(&relay_to(&stub).await, request).await;
    assert_eq!(status(&response), 200);
    let received = stub.received();
    let [one] = received.as_slice() else { panic!("{} requests", received.len()) };
    let mut headers: Vec<_> = one.headers.iter().collect();
    headers.sort_by_key(|(name, _)| name.as_str());
    let mut text = one.line.clone();
    for (name, value) in headers.into_iter().filter(|(name, _)| *name != "host") {
        write!(text, "\n{name}: {}", value.to_str().unwrap()).unwrap();
    }
    format!("{text}\n\n{}", String::from_utf8_lossy(&one.body))
}

#[tokio::test]
async fn every_call_reaches_its_host_and_path() {
    let stub = Stub::quiet();
    let router = relay_to(&stub).await;
    let region = Region::parse("eu-west-1").unwrap();
    for call in Operation::ALL {
        for family in [EndpointFamily::Standard, EndpointFamily::DualStack] {
            let path = call.relay_url_path(&region, family);
            let request = match call.method() {
                Method::Get => get(&path),
                Method::Post => post(&path, "{}"),
            };
            assert_eq!(status(&send(&router, request).await), 200, "{path}");
        }
    }
    let lines: Vec<String> = stub.received().into_iter().map(|one| one.line).collect();
    expect![[r#"
        POST /oidc.eu-west-1.amazonaws.com/client/register
        POST /oidc.eu-west-1.api.aws/client/register
        POST /oidc.eu-west-1.amazonaws.com/device_authorization
        POST /oidc.eu-west-1.api.aws/device_authorization
        POST /oidc.eu-west-1.amazonaws.com/token
        POST /oidc.eu-west-1.api.aws/token
        GET /portal.sso.eu-west-1.amazonaws.com/assignment/accounts
        GET /portal.sso.eu-west-1.api.aws/assignment/accounts
        GET /portal.sso.eu-west-1.amazonaws.com/assignment/roles
        GET /portal.sso.eu-west-1.api.aws/assignment/roles
        GET /portal.sso.eu-west-1.amazonaws.com/federation/credentials
        GET /portal.sso.eu-west-1.api.aws/federation/credentials
        POST /portal.sso.eu-west-1.amazonaws.com/logout
        POST /portal.sso.eu-west-1.api.aws/logout"#]]
    .assert_eq(&lines.join("\n"));
}

#[tokio::test]
async fn of_the_requests_headers_three_go_out() {
    let request = from_page("GET", "/aws/eu-west-1/portal/assignment/accounts?next_token=a%2Bb%3D")
        .header("accept", "application/json")
        .header("accept-encoding", "br")
        .header("accept-language", "de")
        .header("authorization", "Bearer x")
        .header("connection", "x-hop")
        .header("cookie", "a=b")
        .header("forwarded", "for=10.0.0.1")
        .header("origin", "http://127.0.0.1:8080")
        .header("referer", "http://127.0.0.1:8080/")
        .header("sec-fetch-mode", "cors")
        .header("user-agent", "browser")
        .header("via", "1.1 proxy")
        .header("x-amz-date", "today")
        .header("x-amz-sso_bearer_token", "token")
        .header("x-forwarded-for", "10.0.0.1")
        .header("x-hop", "hop")
        .body(Body::empty());
    expect![[r#"
        GET /portal.sso.eu-west-1.amazonaws.com/assignment/accounts?next_token=a%2Bb%3D
        accept: application/json
        x-amz-sso_bearer_token: token

    "#]]
    .assert_eq(&sent(request.unwrap()).await);
}

#[tokio::test]
async fn a_body_goes_out_as_it_is() {
    expect![[r#"
        POST /oidc.eu-west-1.amazonaws.com/token
        accept: */*
        content-length: 11
        content-type: application/json

        {"a": "é"}"#]]
    .assert_eq(&sent(post("/aws/eu-west-1/oidc/token", "{\"a\": \"é\"}")).await);
    let logout = from_page("POST", "/aws/eu-west-1/portal/logout")
        .header("x-amz-sso_bearer_token", "token")
        .body(Body::empty());
    expect![[r#"
        POST /portal.sso.eu-west-1.amazonaws.com/logout
        accept: */*
        content-length: 0
        x-amz-sso_bearer_token: token

    "#]]
    .assert_eq(&sent(logout.unwrap()).await);
}

/// What the page gets of an answer: everything but the security headers, which are the same on all.
async fn check_answer(stub: Stub, expect: Expect) {
    let router = relay_to(&stub).await;
    let response = send(&router, get("/aws/eu-west-1/portal/assignment/accounts")).await;
    let names: Vec<String> = response.headers().keys().map(ToString::to_string).collect();
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.retain(|name| {
        ![
            "cross-origin",
            "content-security",
            "permissions",
            "referrer",
            "x-content-type",
            "x-request-id",
        ]
        .iter()
        .any(|start| name.starts_with(start))
    });
    names.sort_unstable();
    expect.assert_eq(&show(response, &names).await);
    assert_eq!(stub.received().len(), 1);
}

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
}

#[tokio::test]
async fn of_the_answers_headers_five_come_back() {
    let answer = || {
        let headers = headers(&[
            ("access-control-allow-origin", "*"),
            ("content-type", "application/json"),
            ("date", "Tue, 27 May 2025 10:42:21 GMT"),
            ("location", "https://evil.example/"),
            ("retry-after", "7"),
            ("server", "aws"),
            ("set-cookie", "a=b"),
            ("strict-transport-security", "max-age=1"),
            ("x-amzn-errortype", "TooManyRequestsException:"),
            ("x-amzn-requestid", "1234"),
        ]);
        (StatusCode::TOO_MANY_REQUESTS, headers, r#"{"message":"HTTP 429 Unknown Code"}"#)
    };
    check_answer(
        Stub::answering(answer),
        expect![[r#"
            429 Too Many Requests
            cache-control: no-store
            content-length: 35
            content-type: application/json
            date: Tue, 27 May 2025 10:42:21 GMT
            retry-after: 7
            x-amzn-errortype: TooManyRequestsException:
            x-amzn-requestid: 1234

            {"message":"HTTP 429 Unknown Code"}"#]],
    )
    .await;
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let answer = || {
        let headers = headers(&[("location", "/elsewhere"), ("date", "then")]);
        (StatusCode::TEMPORARY_REDIRECT, headers)
    };
    check_answer(
        Stub::answering(answer),
        expect![[r#"
            307 Temporary Redirect
            cache-control: no-store
            content-length: 0
            date: then"#]],
    )
    .await;
}

#[tokio::test]
async fn an_answer_may_have_a_megabyte_and_no_more() {
    let size = |bytes: usize| async move {
        let stub = Stub::answering(move || vec![b' '; bytes]);
        let router = relay_to(&stub).await;
        let response = send(&router, get("/aws/eu-west-1/portal/assignment/accounts")).await;
        (status(&response), body(response).await.len())
    };
    assert_eq!(size(1024 * 1024).await, (200, 1024 * 1024));
    assert_eq!(size(1024 * 1024 + 1).await.0, 502);
}

#[tokio::test]
async fn an_operators_region_is_relayed() {
    let stub = Stub::quiet();
    let config = r#"{"regions": {"eu-west-9": "aws"}}"#;
    let setup = Setup {
        config: onramp_host::config::HostConfig::parse(config).unwrap(),
        ..Setup::on_loopback(stub.start().await)
    };
    let response = send(&setup.router(), post("/aws/eu-west-9/oidc/token", "{}")).await;
    assert_eq!(status(&response), 200);
    assert_eq!(stub.received()[0].line, "POST /oidc.eu-west-9.amazonaws.com/token");
}

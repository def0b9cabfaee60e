//! Everything the relay says no to, and that nothing of it reaches AWS.

use crate::support::{Setup, Stub, from_page, get, mirror_at, post, send, show};
use axum::body::{Body, Bytes};
use axum::extract::Request;
use expect_test::{Expect, expect};
use futures_util::stream::pending;
use onramp_domain::aws::TOKEN_HEADER;
use std::convert::Infallible;

const ACCOUNTS: &str = "/aws/eu-west-1/portal/assignment/accounts";
const TOKEN: &str = "/aws/eu-west-1/oidc/token";

#[track_caller]
fn check(request: Request, expect: Expect) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let shown = runtime.block_on(async {
        let stub = Stub::quiet();
        let router = Setup::on_loopback(stub.start().await).router();
        let response = send(&router, request).await;
        assert_eq!(response.headers()["cache-control"], "no-store");
        assert!(!response.headers().keys().any(|name| name.as_str().starts_with("access-control")));
        assert!(stub.received().is_empty(), "the upstream was asked");
        show(response, &["allow"]).await
    });
    expect.assert_eq(&shown);
}

/// A request to a relayed call with these headers and nothing else.
fn with(method: &str, path: &str, headers: &[(&str, &str)]) -> Request {
    let builder = Request::builder().method(method).uri(path);
    let builder =
        headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
    builder.body(Body::empty()).unwrap()
}

#[test]
fn another_host_is_refused() {
    let refused = || {
        expect![[r#"
            403 Forbidden

            {"error":"onramp_relay","reason":"foreign_host"}"#]]
    };
    let same = ("sec-fetch-site", "same-origin");
    check(with("GET", ACCOUNTS, &[same, ("host", "evil.example")]), refused());
    check(with("GET", ACCOUNTS, &[same, ("host", "127.0.0.1.evil.example:8080")]), refused());
    check(with("GET", ACCOUNTS, &[same]), refused());
    check(with("GET", ACCOUNTS, &[same, ("host", "localhost"), ("host", "a")]), refused());
    let absolute = format!("http://evil.example{ACCOUNTS}");
    check(with("GET", &absolute, &[same, ("host", "localhost")]), refused());
}

#[test]
fn a_request_that_is_not_the_pages_own_is_refused() {
    let refused = || {
        expect![[r#"
            403 Forbidden

            {"error":"onramp_relay","reason":"foreign_origin"}"#]]
    };
    let host = ("host", "127.0.0.1:8080");
    let own = ("origin", "http://127.0.0.1:8080");
    check(with("GET", ACCOUNTS, &[host]), refused());
    for site in ["cross-site", "same-site", "none", "same-origin, cross-site", ""] {
        check(with("GET", ACCOUNTS, &[host, own, ("sec-fetch-site", site)]), refused());
    }
    for origin in ["https://evil.example", "null", "http://127.0.0.1:8081", "http://localhost:8080"]
    {
        check(with("POST", TOKEN, &[host, ("origin", origin)]), refused());
    }
    check(with("OPTIONS", TOKEN, &[host, ("origin", "https://evil.example")]), refused());

    let same = ("sec-fetch-site", "same-origin");
    for more in [
        &[same][..],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-dest", "document")],
        &[("sec-fetch-dest", "")],
        &[("sec-fetch-dest", "empty"), ("sec-fetch-dest", "empty")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[own, own],
        &[own, ("origin", "https://evil.example")],
    ] {
        check(with("GET", ACCOUNTS, &[&[host, same], more].concat()), refused());
    }
    check(with("POST", TOKEN, &[host, own, own]), refused());
}

#[test]
fn a_portal_call_has_one_access_token() {
    check(
        from_page("GET", ACCOUNTS).body(Body::empty()).unwrap(),
        expect![[r#"
            400 Bad Request

            {"error":"onramp_relay","reason":"no_token"}"#]],
    );
    let twice = |path| {
        let request = from_page("GET", path).method(if path == TOKEN { "POST" } else { "GET" });
        request.header(TOKEN_HEADER, "a").header(TOKEN_HEADER, "a").body(Body::empty()).unwrap()
    };
    for path in [ACCOUNTS, TOKEN] {
        check(
            twice(path),
            expect![[r#"
                400 Bad Request

                {"error":"onramp_relay","reason":"duplicate_header"}"#]],
        );
    }
}

#[tokio::test]
async fn without_sec_fetch_site_the_own_origin_will_do() {
    let stub = Stub::quiet();
    let router = Setup::on_loopback(stub.start().await).router();
    let headers = [("host", "localhost:9"), ("origin", "http://localhost:9")];
    let response = send(&router, with("POST", TOKEN, &headers)).await;
    assert_eq!(show(response, &[]).await, "200 OK\n\n{}");
}

#[test]
fn what_is_no_relayed_call_is_not_found() {
    for path in [
        "/aws",
        "/aws/",
        "/aws/eu-west-1",
        "/aws/moon-1/oidc/token",
        "/aws/EU-WEST-1/oidc/token",
        "/aws/eu-west-1/oidc/introspect",
        "/aws/eu-west-1/oidc/token/",
        "/aws/eu-west-1/oidc/%74oken",
        "/aws/evil.example%2Feu-west-1/oidc/token",
        "/aws-dualstack",
        "/aws-dualstack/",
        "/aws-dualstack/eu-west-1/portal/assignment",
    ] {
        check(
            get(path),
            expect![[r#"
                404 Not Found

                {"error":"onramp_relay","reason":"unknown_path"}"#]],
        );
    }
}

#[test]
fn each_call_has_one_method() {
    for method in ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"] {
        let request = from_page(method, TOKEN).body(Body::empty()).unwrap();
        let text = match method {
            "HEAD" => expect![[r#"
                405 Method Not Allowed
                allow: POST"#]],
            _ => expect![[r#"
                405 Method Not Allowed
                allow: POST

                {"error":"onramp_relay","reason":"wrong_method"}"#]],
        };
        check(request, text);
    }
    check(
        post(ACCOUNTS, "{}"),
        expect![[r#"
            405 Method Not Allowed
            allow: GET

            {"error":"onramp_relay","reason":"wrong_method"}"#]],
    );
}

#[test]
fn a_query_the_call_does_not_have_is_refused() {
    for query in ["?x=1", "?", "?account_id=1", "?max_result=1&max_result=2", "?max_result=1&"] {
        let expect = match query {
            "?" => continue,
            _ => expect![[r#"
                400 Bad Request

                {"error":"onramp_relay","reason":"unknown_query"}"#]],
        };
        check(get(&format!("{ACCOUNTS}{query}")), expect);
    }
    check(
        post(&format!("{TOKEN}?grant_type=x"), "{}"),
        expect![[r#"
            400 Bad Request

            {"error":"onramp_relay","reason":"unknown_query"}"#]],
    );
}

#[test]
fn a_body_is_json_and_at_most_16_kb() {
    let form = from_page("POST", TOKEN).header("content-type", "text/plain").body("{}".into());
    let unsaid = from_page("POST", TOKEN).body("{}".into());
    for request in [form.unwrap(), unsaid.unwrap()] {
        check(
            request,
            expect![[r#"
                415 Unsupported Media Type

                {"error":"onramp_relay","reason":"not_json"}"#]],
        );
    }
    check(
        post(TOKEN, vec![b' '; 16 * 1024 + 1]),
        expect![[r#"
            413 Payload Too Large

            {"error":"onramp_relay","reason":"body_too_large"}"#]],
    );
    check(
        from_page("GET", ACCOUNTS).header(TOKEN_HEADER, "token").body("{}".into()).unwrap(),
        expect![[r#"
            400 Bad Request

            {"error":"onramp_relay","reason":"body_on_get"}"#]],
    );
}

#[tokio::test]
async fn a_body_of_exactly_16_kb_passes() {
    let stub = Stub::quiet();
    let router = Setup::on_loopback(stub.start().await).router();
    let response = send(&router, post(TOKEN, vec![b' '; 16 * 1024])).await;
    assert_eq!(show(response, &[]).await, "200 OK\n\n{}");
    assert_eq!(stub.received()[0].body.len(), 16 * 1024);
}

#[tokio::test]
async fn an_upstream_that_is_not_there_is_a_bad_gateway() {
    let response = send(&Setup::unconnected().router(), get(ACCOUNTS)).await;
    expect![[r#"
        502 Bad Gateway

        {"error":"onramp_relay","reason":"unreachable"}"#]]
    .assert_eq(&show(response, &[]).await);
}

#[tokio::test]
async fn more_than_256_calls_at_once_are_too_many() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let router = Setup::on_loopback(mirror_at(silent.local_addr())).router();
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..257 {
        let router = router.clone();
        calls.spawn(async move { send(&router, get(ACCOUNTS)).await });
    }
    let first = calls.join_next().await.unwrap().unwrap();
    expect![[r#"
        429 Too Many Requests

        {"error":"onramp_relay","reason":"busy"}"#]]
    .assert_eq(&show(first, &[]).await);
}

/// Time is virtual here: it jumps ahead whenever everybody waits.
#[tokio::test(start_paused = true)]
async fn an_upstream_that_never_answers_is_given_up() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let router = Setup::on_loopback(mirror_at(silent.local_addr())).router();
    let response = send(&router, get(ACCOUNTS)).await;
    expect![[r#"
        504 Gateway Timeout

        {"error":"onramp_relay","reason":"timed_out"}"#]]
    .assert_eq(&show(response, &[]).await);
}

#[tokio::test(start_paused = true)]
async fn a_body_that_never_ends_is_given_up() {
    let stub = Stub::quiet();
    let router = Setup::on_loopback(stub.start().await).router();
    let endless = Body::from_stream(pending::<Result<Bytes, Infallible>>());
    let response = send(&router, post(TOKEN, endless)).await;
    assert_eq!(response.status(), 504);
    assert!(stub.received().is_empty());
}

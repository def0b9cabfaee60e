//! The region of a portal, from its start page.

use crate::running::DEADLINE;
use crate::support::{Setup, Stub, body, from_page, get, mirror_at, send, status};
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use expect_test::{Expect, expect};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;

const PORTAL: &str = "/aws/region?portal=d-1234567890.awsapps.com";

/// The answer to a look-up, and what the upstream was asked for it.
async fn look_up<R: IntoResponse>(
    path: &str,
    page: impl Fn() -> R + Send + Sync + 'static,
) -> String {
    let stub = Stub::answering(page);
    let router = Setup::on_loopback(stub.start().await).router();
    let answer = send(&router, get(path)).await;
    let (status, json) = (status(&answer), body(answer).await);
    let asked: Vec<String> = stub.received().into_iter().map(|one| one.line).collect();
    format!("{status} {} asked [{}]", String::from_utf8_lossy(&json), asked.join(", "))
}

async fn check<R: IntoResponse>(page: impl Fn() -> R + Send + Sync + 'static, expect: Expect) {
    expect.assert_eq(&look_up(PORTAL, page).await);
}

#[tokio::test]
async fn the_start_page_says_it() {
    check(
        || r#"<html><head><meta name="region" content="us-west-2"></head></html>"#,
        expect![[r#"200 {"region":"us-west-2"} asked [GET /d-1234567890.awsapps.com/start]"#]],
    )
    .await;
}

#[tokio::test]
async fn a_redirect_is_read_and_not_followed() {
    let to = |location: &'static str| move || (StatusCode::FOUND, [("location", location)]);
    check(
        to("https://eu-central-1.signin.aws/platform/login?x=1"),
        expect![[r#"200 {"region":"eu-central-1"} asked [GET /d-1234567890.awsapps.com/start]"#]],
    )
    .await;
    check(
        to("https://evil.example/start"),
        expect![[r#"200 {"region":null} asked [GET /d-1234567890.awsapps.com/start]"#]],
    )
    .await;
}

#[tokio::test]
async fn where_nothing_says_it_the_answer_is_null() {
    let null = || expect![[r#"200 {"region":null} asked [GET /d-1234567890.awsapps.com/start]"#]];
    check(|| "<html>", null()).await;
    check(|| (StatusCode::NOT_FOUND, "no such portal"), null()).await;
    check(|| StatusCode::FOUND, null()).await;
}

#[tokio::test]
async fn of_a_page_256_kb_are_read() {
    let meta = r#"<meta name="region" content="us-west-2">"#;
    let page = |blanks: usize| move || format!("<html>{}{meta}", " ".repeat(blanks));
    check(
        page(200 * 1024),
        expect![[r#"200 {"region":"us-west-2"} asked [GET /d-1234567890.awsapps.com/start]"#]],
    )
    .await;
    check(
        page(256 * 1024),
        expect![[r#"200 {"region":null} asked [GET /d-1234567890.awsapps.com/start]"#]],
    )
    .await;
}

#[tokio::test]
async fn a_host_that_names_its_region_is_not_asked() {
    let path = "/aws/region?portal=ssoins-1234567890abcdef.eu-west-1.portal.amazonaws.com";
    expect![[r#"200 {"region":"eu-west-1"} asked []"#]].assert_eq(&look_up(path, || "").await);
}

#[tokio::test]
async fn no_other_host_is_ever_asked() {
    for host in [
        "evil.example",
        "awsapps.com",
        "a.b.awsapps.com",
        "127.0.0.1",
        "d-1234567890.awsapps.com.",
        "d-1234567890.awsapps.com:8443",
        "d-1234567890.awsapps.com%2F..",
        "d-1234567890.awsapps.com&x=1",
        "identitycenter.amazonaws.com",
        "",
    ] {
        let answer = look_up(&format!("/aws/region?portal={host}"), || "").await;
        let refused = r#"400 {"error":"onramp_relay","reason":"not_a_portal"} asked []"#;
        assert_eq!(answer, refused, "{host}");
    }
    for query in ["", "?", "?host=d-1234567890.awsapps.com", "?x=1&portal=a.awsapps.com"] {
        let answer = look_up(&format!("/aws/region{query}"), || "").await;
        let refused = r#"400 {"error":"onramp_relay","reason":"unknown_query"} asked []"#;
        assert_eq!(answer, refused, "{query}");
    }
}

#[tokio::test]
async fn a_page_is_remembered_and_a_failure_is_not() {
    let asked = |stub: Stub| async move {
        let router = Setup::on_loopback(stub.start().await).router();
        send(&router, get(PORTAL)).await;
        send(&router, get(PORTAL)).await;
        stub.received().len()
    };
    assert_eq!(asked(Stub::answering(|| "<html>")).await, 1);
    assert_eq!(asked(Stub::answering(|| StatusCode::SERVICE_UNAVAILABLE)).await, 2);
}

/// Anybody may name portals without end, and each would cost a descriptor for a while.
#[tokio::test(start_paused = true)]
async fn no_connection_to_a_portal_is_kept() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let router = Setup::on_loopback(mirror_at(listener.local_addr())).router();
    // Time stands still meanwhile, so that the client gives nothing up for being idle.
    let portal = tokio::task::spawn_blocking(move || {
        let (stream, _) = listener.accept().unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        let mut reader = BufReader::new(&stream);
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            reader.read_line(&mut line).unwrap();
        }
        (&stream).write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>").unwrap();
        // Comes to its end when the other closes.
        reader.read_to_end(&mut Vec::new()).expect("the connection is closed");
    });
    let (answer, portal) = tokio::join!(send(&router, get(PORTAL)), portal);
    assert_eq!(status(&answer), 200);
    portal.unwrap();
}

#[tokio::test]
async fn it_is_refused_as_calls_are() {
    let router = Setup::unconnected().router();
    let post = send(&router, from_page("POST", PORTAL).body(Body::empty()).unwrap()).await;
    assert_eq!((status(&post), &post.headers()["allow"]), (405, &"GET".parse().unwrap()));
    let foreign = axum::extract::Request::builder()
        .uri(PORTAL)
        .header("host", "localhost")
        .header("sec-fetch-site", "cross-site")
        .body(Body::empty());
    assert_eq!(status(&send(&router, foreign.unwrap()).await), 403);
    assert_eq!(status(&send(&router, get(PORTAL)).await), 502);
}

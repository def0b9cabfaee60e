//! What goes wrong on purpose, and what AWS refuses to browsers.

mod common;

use axum::body::Body;
use axum::http::{Method, Request};
use common::{Answer, BIG, SOLO, World};
use expect_test::{Expect, expect};
use onramp_domain::aws::Operation;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

#[track_caller]
fn check(answer: &Answer, expect: Expect) {
    expect.assert_eq(&answer.show());
}

async fn put_faults(world: &World, spec: &str) -> Answer {
    world.send(Request::put("/fake/faults").body(Body::from(spec.to_owned())).unwrap()).await
}

#[tokio::test]
async fn a_throttle_answers_as_aws_does_and_lets_the_rate_through() {
    let world = World::new();
    let token = world.token(BIG).await;
    put_faults(&world, "throttle=2/s").await;
    let list = async || world.portal("", Operation::ListAccounts, "", &token).await;
    assert_eq!(list().await.status, 200);
    assert_eq!(list().await.status, 200);
    let throttled = list().await;
    check(
        &throttled,
        expect![[r#"
            429 TooManyRequestsException
            {"__type":"com.amazonaws.switchboard.portal#TooManyRequestsException","message":"HTTP 429 Unknown Code"}
        "#]],
    );
    assert_eq!(throttled.header("retry-after"), "");
    world.pass(1);
    assert_eq!(list().await.status, 200);
}

#[tokio::test]
async fn a_throttle_leaves_the_sign_in_alone() {
    let world = World::new();
    put_faults(&world, "throttle=1/s").await;
    for _ in 0..5 {
        world.token(SOLO).await;
    }
}

#[tokio::test]
async fn errors_are_each_services_own() {
    let world = World::new();
    put_faults(&world, "error=100%").await;
    check(
        &world.portal("", Operation::ListAccounts, "", "any").await,
        expect![[r#"
            500 InternalServerException
            {"__type":"com.amazonaws.switchboard.portal#InternalServerException","message":"Internal server error"}
        "#]],
    );
    check(
        &world.portal("", Operation::CreateToken, "", "any").await,
        expect![[r#"
            500 InternalServerException
            {"error":"server_error","error_description":"Unexpected internal error"}
        "#]],
    );
    assert_eq!(world.get("/device").await.status, 200);
}

#[tokio::test]
async fn a_share_of_calls_goes_wrong() {
    let world = World::new();
    let token = world.token(SOLO).await;
    put_faults(&world, "error=25%").await;
    let mut failed = 0;
    for _ in 0..400 {
        let answer = world.portal("", Operation::ListAccounts, "", &token).await;
        failed += usize::from(answer.status == 500);
    }
    assert!((70..130).contains(&failed), "{failed}");
}

#[tokio::test(start_paused = true)]
async fn a_slow_answer_takes_its_time() {
    let world = World::new();
    put_faults(&world, "slow=1500ms").await;
    let begun = tokio::time::Instant::now();
    world.portal("", Operation::ListAccounts, "", "any").await;
    let took = begun.elapsed();
    assert!((Duration::from_millis(1500)..Duration::from_millis(1600)).contains(&took), "{took:?}");
}

#[tokio::test]
async fn a_dropped_call_is_a_connection_closed_without_a_byte() {
    let world = World::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(axum::serve(listener, world.fake.router()).into_future());
    let answer = async || {
        let mut connection = TcpStream::connect(address).await.unwrap();
        let call =
            b"POST /token HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        connection.write_all(call).await.unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).await.unwrap();
        answer
    };
    assert!(answer().await.starts_with("HTTP/1.1 400"));
    put_faults(&world, "drop=100%").await;
    assert_eq!(answer().await, "");
    put_faults(&world, "").await;
    assert!(answer().await.starts_with("HTTP/1.1 400"));
    server.abort();
}

#[tokio::test]
async fn a_code_lives_as_long_as_the_fault_says() {
    let world = World::new();
    put_faults(&world, "code-life=5s,token-life=7s").await;
    let client = world.register("").await;
    assert_eq!(world.start("", &client, SOLO).await.json()["expiresIn"], 5);
    assert_eq!(world.sign_in(&client, SOLO).await.json()["expiresIn"], 7);
}

#[tokio::test]
async fn browsers_are_refused() {
    let world = World::new();
    let ask = async |method: Method, path: &str| {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("origin", "https://onramp.acme.example");
        world.send(request.body(Body::empty()).unwrap()).await
    };
    check(
        &ask(Method::OPTIONS, "/portal.sso.us-east-1.amazonaws.com/assignment/accounts").await,
        expect![[r#"
            400 InvalidRequestException
            {"__type":"com.amazonaws.switchboard.portal#InvalidRequestException","message":"Origin not allowed: https://onramp.acme.example"}
        "#]],
    );
    check(
        &ask(Method::GET, "/assignment/accounts").await,
        expect![[r#"
            400 InvalidRequestException
            {"__type":"com.amazonaws.switchboard.portal#InvalidRequestException","message":"Origin not allowed: https://onramp.acme.example"}
        "#]],
    );
    check(
        &ask(Method::OPTIONS, "/oidc.us-east-1.amazonaws.com/token").await,
        expect![[r#"
            403
            <AccessDeniedException/>
        "#]],
    );
}

//! What happens in the wrong region and at the wrong hosts.

mod common;

use common::{Answer, BIG, World};
use expect_test::{Expect, expect};
use onramp_domain::aws::Operation;
use onramp_fake_idc::Outcome;

const RIGHT: &str = "/oidc.eu-west-1.amazonaws.com";
const WRONG: &str = "/oidc.us-east-1.amazonaws.com";

#[track_caller]
fn check(answer: &Answer, expect: Expect) {
    expect.assert_eq(&answer.show());
}

#[tokio::test]
async fn an_unknown_start_url_is_refused_with_an_empty_text() {
    let world = World::new();
    let client = world.register(RIGHT).await;
    let answer = world.start(RIGHT, &client, "https://acme.awsapps.com/start").await;
    check(
        &answer,
        expect![[r#"
        400 InvalidRequestException
        {"error":"invalid_request","error_description":""}
    "#]],
    );
    let china = "https://start.home.awsapps.cn/directory/onramp";
    assert_eq!(world.start(RIGHT, &client, china).await.body, answer.body);
}

#[tokio::test]
async fn in_another_region_only_the_person_is_told() {
    let world = World::new();
    let client = world.register(WRONG).await;
    let started = world.started(WRONG, &client, BIG).await;
    assert_eq!(world.fake.approve(&started.user_code), Outcome::InvalidGrant);
    let poll = async || world.poll(WRONG, &client, &started.device_code).await.text("error");
    assert_eq!(poll().await, "authorization_pending");
    world.pass(599);
    assert_eq!(poll().await, "authorization_pending");
    world.pass(1);
    assert_eq!(poll().await, "expired_token");
}

#[tokio::test]
async fn a_registration_holds_for_its_region() {
    let world = World::new();
    let client = world.register(WRONG).await;
    check(
        &world.start(RIGHT, &client, BIG).await,
        expect![[r#"
        401 InvalidClientException
        {"error":"invalid_client","error_description":"Invalid client provided"}
    "#]],
    );
    assert_eq!(world.start("", &client, BIG).await.status, 200);
}

#[tokio::test]
async fn codes_and_refresh_tokens_hold_for_their_region() {
    let world = World::new();
    let client = world.register("").await;
    let started = world.started(RIGHT, &client, BIG).await;
    world.fake.approve(&started.user_code);
    let elsewhere = world.poll(WRONG, &client, &started.device_code).await;
    assert_eq!(elsewhere.text("error"), "invalid_grant");
    let token = world.poll(RIGHT, &client, &started.device_code).await;
    let refresh = async |place| world.refresh(place, &client, &token.text("refreshToken")).await;
    assert_eq!(refresh(WRONG).await.text("error"), "invalid_grant");
    assert_eq!(refresh(RIGHT).await.status, 200);
}

#[tokio::test]
async fn a_token_holds_for_its_region() {
    let world = World::new();
    let token = world.token(BIG).await;
    let list = async |place| world.portal(place, Operation::ListAccounts, "", &token).await;
    check(
        &list("/portal.sso.us-east-1.amazonaws.com").await,
        expect![[r#"
        401 UnauthorizedException
        {"__type":"com.amazonaws.switchboard.portal#UnauthorizedException","message":"Session token not found or invalid"}
    "#]],
    );
    assert_eq!(list("/portal.sso.eu-west-1.amazonaws.com").await.status, 200);
    assert_eq!(list("/portal.sso.eu-west-1.api.aws").await.status, 200);
}

#[tokio::test]
async fn a_sign_in_holds_together_below_a_host() {
    let world = World::new();
    let client = world.register(RIGHT).await;
    let started = world.started(RIGHT, &client, BIG).await;
    assert_eq!(
        world.fake.approve(&started.user_code.to_lowercase().replace('-', "")),
        Outcome::Approved
    );
    let token = world.poll(RIGHT, &client, &started.device_code).await;
    assert_eq!(token.status, 200);
    let refreshed = world.refresh(RIGHT, &client, &token.text("refreshToken")).await;
    assert_eq!(refreshed.status, 200);
}

#[tokio::test]
async fn a_portal_for_dual_stack_only_needs_the_dual_stack_hosts() {
    let world = World::new();
    let portal = "https://ssoins-0000000000000001.portal.eu-central-1.app.aws";
    let outcome = async |place: &str| {
        let client = world.register(place).await;
        let started = world.started(place, &client, portal).await;
        world.fake.approve(&started.user_code)
    };
    assert_eq!(outcome("/oidc.eu-central-1.amazonaws.com").await, Outcome::DoesNotCompute);
    assert_eq!(outcome("/oidc.eu-central-1.api.aws").await, Outcome::Approved);
    assert_eq!(outcome("").await, Outcome::Approved);
}

#[tokio::test]
async fn a_host_answers_its_own_calls_only() {
    let world = World::new();
    check(
        &world.get("/oidc.eu-west-1.amazonaws.com/assignment/accounts").await,
        expect![[r#"
        404 UnknownOperationException
        {"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}
    "#]],
    );
    check(
        &world.get("/oidc.mars-1.amazonaws.com/token").await,
        expect![[r#"
        404 UnknownOperationException
        {"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}
    "#]],
    );
    check(
        &world.get("/token").await,
        expect![[r#"
        404 UnknownOperationException
        {"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}
    "#]],
    );
}

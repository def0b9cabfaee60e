//! What tests turn, below `/fake/`.

mod common;

use axum::body::Body;
use axum::http::Request;
use common::{Answer, BIG, SOLO, World};
use expect_test::{Expect, expect};
use onramp_domain::aws::Operation;
use onramp_fake_idc::Faults;
use serde_json::Value;

#[track_caller]
fn check(answer: &Answer, expect: Expect) {
    expect.assert_eq(&answer.show());
}

async fn put_faults(world: &World, spec: &str) -> Answer {
    world.send(Request::put("/fake/faults").body(Body::from(spec.to_owned())).unwrap()).await
}

#[tokio::test]
async fn faults_change_while_it_runs() {
    let world = World::new();
    check(
        &put_faults(&world, "throttle=2/s, code-life=5 s").await,
        expect![[r#"
        200
    "#]],
    );
    check(
        &put_faults(&world, "throttle=often").await,
        expect![[r#"
            400
            `often` is not a value for throttle=N/s"#]],
    );
    assert_eq!(world.fake.faults(), Faults::parse("throttle=2/s,code-life=5s").unwrap());
}

#[tokio::test]
async fn the_buttons_can_be_pressed_without_a_browser() {
    let world = World::new();
    let client = world.register("").await;
    let press = async |button: &str, code: &str| {
        world.post_json(&format!("/fake/{button}?user_code={code}"), &Value::Null).await
    };
    let allowed = world.started("", &client, BIG).await;
    check(
        &press("approve", &allowed.user_code).await,
        expect![[r#"
        200
        {"outcome":"approved"}
    "#]],
    );
    assert_eq!(world.poll("", &client, &allowed.device_code).await.status, 200);
    let denied = world.started("", &client, BIG).await;
    check(
        &press("deny", &denied.user_code).await,
        expect![[r#"
        200
        {"outcome":"denied"}
    "#]],
    );
    assert_eq!(world.poll("", &client, &denied.device_code).await.text("error"), "access_denied");
    check(
        &press("approve", "AAAA-AAAA").await,
        expect![[r#"
        400
        {"outcome":"invalid-code"}
    "#]],
    );
}

#[tokio::test]
async fn revoking_ends_every_session() {
    let world = World::new();
    let client = world.register("").await;
    let signed_in = world.sign_in(&client, SOLO).await;
    assert_eq!(world.post_json("/fake/revoke", &Value::Null).await.status, 204);
    let list = world.portal("", Operation::ListAccounts, "", &signed_in.text("accessToken")).await;
    assert_eq!(list.status, 401);
    let refresh = world.refresh("", &client, &signed_in.text("refreshToken")).await;
    assert_eq!(refresh.text("error"), "invalid_grant");
}

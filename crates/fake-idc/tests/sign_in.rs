//! RegisterClient, StartDeviceAuthorization and CreateToken, with every answer AWS gives.

mod common;

use common::{Answer, BIG, Client, SOLO, World};
use expect_test::{Expect, expect};
use onramp_domain::aws::Operation;
use onramp_fake_idc::{Faults, Outcome, Settings, VerificationForm};
use serde_json::json;

#[track_caller]
fn check(answer: &Answer, expect: Expect) {
    expect.assert_eq(&answer.show());
}

#[tokio::test]
async fn a_sign_in_goes_from_registration_to_token() {
    let world = World::new();
    let registration =
        json!({ "clientName": "Onramp", "clientType": "public", "scopes": ["sso:account:access"] });
    let registered = world.post_json("/client/register", &registration).await;
    check(
        &registered,
        expect![[r#"
            200
            {"authorizationEndpoint":null,"clientId":"sb7Rts29M6g9_rWq5ZfciIZGYW55d2hlcmU","clientIdIssuedAt":1767268800,"clientSecret":"(971 characters)","clientSecretExpiresAt":1775044800,"tokenEndpoint":null}
        "#]],
    );
    let client =
        Client { id: registered.text("clientId"), secret: registered.text("clientSecret") };

    let started = world.start("", &client, BIG).await;
    check(
        &started,
        expect![[r#"
            200
            {"deviceCode":"(86 characters)","expiresIn":600,"interval":1,"userCode":"SPPB-DZHF","verificationUri":"http://127.0.0.1:8080/device","verificationUriComplete":"http://127.0.0.1:8080/device?user_code=SPPB-DZHF"}
        "#]],
    );
    let code = started.text("deviceCode");

    check(
        &world.poll("", &client, &code).await,
        expect![[r#"
            400 AuthorizationPendingException
            {"error":"authorization_pending","error_description":""}
        "#]],
    );
    assert_eq!(world.fake.approve(&started.text("userCode")), Outcome::Approved);
    check(
        &world.poll("", &client, &code).await,
        expect![[r#"
            200
            {"accessToken":"(305 characters)","aws_sso_app_session_id":null,"expiresIn":3600,"idToken":null,"issuedTokenType":null,"originSessionId":null,"refreshToken":"(305 characters)","tokenType":"Bearer"}
        "#]],
    );
    check(
        &world.poll("", &client, &code).await,
        expect![[r#"
            400 InvalidGrantException
            {"error":"invalid_grant","error_description":"Invalid grant provided"}
        "#]],
    );
}

#[tokio::test]
async fn answers_carry_aws_headers_and_the_clocks_date() {
    let world = World::new();
    let answer = world.post_json("/token", &json!({})).await;
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("date"), "Thu, 01 Jan 2026 12:00:00 GMT");
    assert_eq!(
        answer.header("x-amzn-errortype"),
        "InvalidRequestException:http://internal.amazon.com/coral/com.amazon.sso.oidc/"
    );
    assert_eq!(answer.header("x-amzn-requestid").len(), 36);
    let other = world.post_json("/token", &json!({})).await;
    assert_ne!(answer.header("x-amzn-requestid"), other.header("x-amzn-requestid"));
}

#[tokio::test]
async fn a_registration_is_checked() {
    let world = World::new();
    let register = async |body: serde_json::Value| world.post_json("/client/register", &body).await;
    let private = json!({ "clientName": "x", "clientType": "private" });
    check(
        &register(private).await,
        expect![[r#"
            400 InvalidClientMetadataException
            {"error":"invalid_client_metadata","error_description":"Invalid client type"}
        "#]],
    );
    check(
        &register(json!({ "clientType": "public" })).await,
        expect![[r#"
            400 InvalidClientMetadataException
            {"error":"invalid_client_metadata","error_description":"Invalid client name"}
        "#]],
    );
    let scope = json!({ "clientName": "x", "clientType": "public", "scopes": ["everything"] });
    check(
        &register(scope).await,
        expect![[r#"
            400 InvalidScopeException
            {"error":"invalid_scope","error_description":"Invalid scope provided"}
        "#]],
    );
    let grant =
        json!({ "clientName": "x", "clientType": "public", "grantTypes": ["authorization_code"] });
    check(
        &register(grant).await,
        expect![[r#"
            400 UnsupportedGrantTypeException
            {"error":"unsupported_grant_type","error_description":"Only the device grant is offered here: use the device code flow"}
        "#]],
    );
    check(
        &register(json!("not an object")).await,
        expect![[r#"
            400 InvalidRequestException
            {"error":"invalid_request","error_description":"Invalid request"}
        "#]],
    );
}

#[tokio::test]
async fn a_client_that_is_not_registered_is_refused() {
    let world = World::new();
    let client = world.register("").await;
    let forged = Client { secret: "guessed".to_owned(), ..client.clone() };
    check(
        &world.start("", &forged, BIG).await,
        expect![[r#"
            401 InvalidClientException
            {"error":"invalid_client","error_description":"Invalid client provided"}
        "#]],
    );
    world.pass(90 * 86_400);
    check(
        &world.start("", &client, BIG).await,
        expect![[r#"
            401 InvalidClientException
            {"error":"invalid_client","error_description":"Invalid client provided"}
        "#]],
    );
}

#[tokio::test]
async fn a_poll_before_its_time_is_slowed_down_for_good() {
    let world = World::new();
    let client = world.register("").await;
    let code = world.started("", &client, BIG).await.device_code;
    let error = async |seconds| {
        world.pass(seconds);
        world.poll("", &client, &code).await.text("error")
    };
    assert_eq!(error(0).await, "authorization_pending");
    assert_eq!(error(1).await, "authorization_pending");
    assert_eq!(error(0).await, "slow_down");
    assert_eq!(error(5).await, "slow_down");
    assert_eq!(error(11).await, "authorization_pending");
    assert_eq!(error(10).await, "slow_down");
}

#[tokio::test]
async fn a_code_runs_out_after_ten_minutes() {
    let world = World::new();
    let client = world.register("").await;
    let started = world.started("", &client, BIG).await;
    world.pass(599);
    assert_eq!(
        world.poll("", &client, &started.device_code).await.text("error"),
        "authorization_pending"
    );
    world.pass(1);
    check(
        &world.poll("", &client, &started.device_code).await,
        expect![[r#"
            400 ExpiredTokenException
            {"error":"expired_token","error_description":"Device code expired"}
        "#]],
    );
    assert_eq!(world.fake.approve(&started.user_code), Outcome::Expired);
}

#[tokio::test]
async fn a_denied_code_says_so() {
    let world = World::new();
    let client = world.register("").await;
    let started = world.started("", &client, BIG).await;
    assert_eq!(world.fake.deny(&started.user_code), Outcome::Denied);
    check(
        &world.poll("", &client, &started.device_code).await,
        expect![[r#"
            400 AccessDeniedException
            {"error":"access_denied","error_description":"Access denied"}
        "#]],
    );
    assert_eq!(world.fake.approve(&started.user_code), Outcome::InvalidCode);
}

#[tokio::test]
async fn a_code_is_only_its_own_clients() {
    let world = World::new();
    let (client, other) = (world.register("").await, world.register("").await);
    let started = world.started("", &client, BIG).await;
    world.fake.approve(&started.user_code);
    check(
        &world.poll("", &other, &started.device_code).await,
        expect![[r#"
            400 InvalidGrantException
            {"error":"invalid_grant","error_description":"Invalid grant provided"}
        "#]],
    );
    check(
        &world.poll("", &client, "unknown").await,
        expect![[r#"
            400 InvalidGrantException
            {"error":"invalid_grant","error_description":"Invalid grant provided"}
        "#]],
    );
    assert_eq!(world.poll("", &client, &started.device_code).await.status, 200);
}

#[tokio::test]
async fn other_grants_and_missing_parts_are_refused() {
    let world = World::new();
    let client = world.register("").await;
    let token = async |grant: &str| {
        let body =
            json!({ "clientId": client.id, "clientSecret": client.secret, "grantType": grant });
        world.post_json("/token", &body).await
    };
    check(
        &token("authorization_code").await,
        expect![[r#"
            400 UnsupportedGrantTypeException
            {"error":"unsupported_grant_type","error_description":"Only the device grant is offered here: use the device code flow"}
        "#]],
    );
    check(
        &token("refresh_token").await,
        expect![[r#"
            400 InvalidRequestException
            {"error":"invalid_request","error_description":"Invalid request: missing refresh token"}
        "#]],
    );
    check(
        &token("urn:ietf:params:oauth:grant-type:device_code").await,
        expect![[r#"
            400 InvalidRequestException
            {"error":"invalid_request","error_description":"Invalid request: missing device code"}
        "#]],
    );
}

#[tokio::test]
async fn a_refresh_keeps_the_refresh_token_until_the_session_ends() {
    let world = World::new();
    let client = world.register("").await;
    let signed_in = world.sign_in(&client, SOLO).await;
    let refresh_token = signed_in.text("refreshToken");
    world.pass(3600);
    let old = world.portal("", Operation::ListAccounts, "", &signed_in.text("accessToken")).await;
    assert_eq!(old.status, 401);
    let refreshed = world.refresh("", &client, &refresh_token).await;
    check(
        &refreshed,
        expect![[r#"
            200
            {"accessToken":"(305 characters)","aws_sso_app_session_id":null,"expiresIn":3600,"idToken":null,"issuedTokenType":null,"originSessionId":null,"refreshToken":null,"tokenType":"Bearer"}
        "#]],
    );
    let new = world.portal("", Operation::ListAccounts, "", &refreshed.text("accessToken")).await;
    assert_eq!(new.status, 200);
    world.pass(7 * 3600 - 1);
    assert_eq!(world.refresh("", &client, &refresh_token).await.status, 200);
    world.pass(1);
    check(
        &world.refresh("", &client, &refresh_token).await,
        expect![[r#"
            400 InvalidGrantException
            {"error":"invalid_grant","error_description":"Invalid grant provided"}
        "#]],
    );
}

#[tokio::test]
async fn a_token_dies_with_its_session_before_its_own_time() {
    let world = World::new();
    world.fake.change_faults(Faults::parse("session-life=60s").unwrap());
    let token = world.token(SOLO).await;
    assert_eq!(world.portal("", Operation::ListAccounts, "", &token).await.status, 200);
    world.pass(60);
    assert_eq!(world.portal("", Operation::ListAccounts, "", &token).await.status, 401);
}

#[tokio::test]
async fn without_scopes_there_is_no_refresh_and_the_token_lasts_as_the_session() {
    let world = World::new();
    let client = world.register_with("", json!([])).await;
    check(
        &world.sign_in(&client, SOLO).await,
        expect![[r#"
            200
            {"accessToken":"(305 characters)","aws_sso_app_session_id":null,"expiresIn":28800,"idToken":null,"issuedTokenType":null,"originSessionId":null,"refreshToken":null,"tokenType":"Bearer"}
        "#]],
    );
}

#[tokio::test]
async fn verification_addresses_come_in_every_form() {
    let expected = [
        (
            VerificationForm::Simulated,
            expect![[r#"
                http://127.0.0.1:8080/device
                http://127.0.0.1:8080/device?user_code=SPPB-DZHF"#]],
        ),
        (
            VerificationForm::DeviceSso,
            expect![[r#"
                https://device.sso.eu-west-1.amazonaws.com/
                https://device.sso.eu-west-1.amazonaws.com/?user_code=SPPB-DZHF"#]],
        ),
        (
            VerificationForm::StartUrl,
            expect![[r#"
                https://d-0000000001.awsapps.com/start/#/device
                https://d-0000000001.awsapps.com/start/#/device?user_code=SPPB-DZHF"#]],
        ),
        (
            VerificationForm::Instance,
            expect![[r#"
                https://ssoins-0000000000000003.eu-west-1.portal.amazonaws.com/#/device
                https://ssoins-0000000000000003.eu-west-1.portal.amazonaws.com/#/device?user_code=SPPB-DZHF"#]],
        ),
        (
            VerificationForm::InstanceDualStack,
            expect![[r#"
                https://ssoins-0000000000000003.portal.eu-west-1.app.aws/#/device
                https://ssoins-0000000000000003.portal.eu-west-1.app.aws/#/device?user_code=SPPB-DZHF"#]],
        ),
        (
            VerificationForm::PlatformAuthorize,
            expect![[r#"
                https://eu-west-1.signin.aws/platform/authorize?request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Ag89fRceTzQLyAT3JJB4SrOOG-gygInAg
                https://eu-west-1.signin.aws/platform/authorize?request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Ag89fRceTzQLyAT3JJB4SrOOG-gygInAg"#]],
        ),
    ];
    for (verification, expect) in expected {
        let world = World::with(|settings| Settings { verification, ..settings });
        let client = world.register("").await;
        let answer = world.start("", &client, BIG).await;
        let complete = answer.text("verificationUriComplete");
        expect.assert_eq(&format!("{}\n{complete}", answer.text("verificationUri")));
    }
}

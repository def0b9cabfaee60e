//! A whole sign-in by AWS's own SDK.

use aws_sdk_ssooidc::operation::create_token::CreateTokenOutput;
use aws_sdk_ssooidc::operation::register_client::RegisterClientOutput;
use chrono::{DateTime, TimeDelta};
use onramp_fake_idc::Outcome;
use onramp_sdk_tests::{BIG, SOLO, Server};

const DEVICE_CODE: &str = "urn:ietf:params:oauth:grant-type:device_code";

async fn register(client: &aws_sdk_ssooidc::Client) -> RegisterClientOutput {
    let call = client.register_client().client_name("Onramp").client_type("public");
    call.scopes("sso:account:access").send().await.unwrap()
}

async fn sign_in(server: &Server, start_url: &str) -> (RegisterClientOutput, CreateTokenOutput) {
    let client = server.oidc("");
    let registered = register(&client).await;
    let started = client
        .start_device_authorization()
        .set_client_id(registered.client_id.clone())
        .set_client_secret(registered.client_secret.clone())
        .start_url(start_url)
        .send()
        .await
        .unwrap();
    assert_eq!(server.fake.approve(started.user_code().unwrap()), Outcome::Approved);
    let token = client
        .create_token()
        .set_client_id(registered.client_id.clone())
        .set_client_secret(registered.client_secret.clone())
        .grant_type(DEVICE_CODE)
        .set_device_code(started.device_code)
        .send()
        .await
        .unwrap();
    (registered, token)
}

#[tokio::test]
async fn the_sdk_goes_from_registration_to_role_credentials() {
    let (server, clock) = Server::start_at_standstill().await;
    let now = clock.now();
    let oidc = server.oidc("");
    let registered = register(&oidc).await;
    let life = registered.client_secret_expires_at() - registered.client_id_issued_at();
    assert_eq!(life, 90 * 86_400);

    let started = oidc
        .start_device_authorization()
        .set_client_id(registered.client_id.clone())
        .set_client_secret(registered.client_secret.clone())
        .start_url(SOLO)
        .send()
        .await
        .unwrap();
    assert_eq!((started.expires_in(), started.interval()), (600, 1));
    let address = format!("{}/device?user_code={}", server.url, started.user_code().unwrap());
    assert_eq!(started.verification_uri_complete(), Some(address.as_str()));

    let poll = oidc
        .create_token()
        .set_client_id(registered.client_id)
        .set_client_secret(registered.client_secret)
        .grant_type(DEVICE_CODE)
        .set_device_code(started.device_code);
    let pending = poll.clone().send().await.unwrap_err().into_service_error();
    assert!(pending.is_authorization_pending_exception(), "{pending:?}");
    server.fake.approve(&started.user_code.unwrap());
    let token = poll.send().await.unwrap();
    assert_eq!((token.token_type(), token.expires_in()), (Some("Bearer"), 3600));

    let sso = server.sso("");
    let accounts = sso.list_accounts().set_access_token(token.access_token.clone());
    let accounts = accounts.send().await.unwrap();
    let [account] = accounts.account_list() else { panic!("{accounts:?}") };
    assert_eq!(account.account_id(), Some("123456789012"));
    let credentials = sso
        .get_role_credentials()
        .set_access_token(token.access_token)
        .account_id("123456789012")
        .role_name("AdministratorAccess")
        .send()
        .await
        .unwrap()
        .role_credentials
        .unwrap();
    let expiration = DateTime::from_timestamp_millis(credentials.expiration()).unwrap();
    assert_eq!(expiration.timestamp(), (now + TimeDelta::hours(1)).timestamp());
}

#[tokio::test]
async fn the_sdks_paginators_see_every_account_and_role_once() {
    let server = Server::start().await;
    let (_, token) = sign_in(&server, BIG).await;
    let token = token.access_token.unwrap();
    let sso = server.sso("");
    let mut pages = sso.list_accounts().access_token(&token).max_results(5).into_paginator().send();
    let (mut sizes, mut ids) = (Vec::new(), Vec::new());
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        sizes.push(page.account_list().len());
        ids.extend(page.account_list.unwrap().into_iter().filter_map(|account| account.account_id));
    }
    assert_eq!(sizes, [5, 0, 5, 2]);
    for id in &ids {
        let roles = sso.list_account_roles().access_token(&token).account_id(id).max_results(2);
        let roles: Vec<_> =
            roles.into_paginator().items().send().collect::<Result<_, _>>().await.unwrap();
        assert_eq!(roles.len(), 3, "{id}");
        assert!(roles.iter().all(|role| role.account_id() == Some(id)));
    }
}

#[tokio::test]
async fn the_sdk_refreshes_and_logs_out() {
    let server = Server::start().await;
    let (registered, token) = sign_in(&server, SOLO).await;
    let refresh = server
        .oidc("")
        .create_token()
        .set_client_id(registered.client_id)
        .set_client_secret(registered.client_secret)
        .grant_type("refresh_token")
        .set_refresh_token(token.refresh_token);
    let refreshed = refresh.clone().send().await.unwrap();
    assert_ne!(refreshed.access_token, token.access_token);
    assert_eq!(refreshed.refresh_token, None);

    let sso = server.sso("");
    sso.logout().set_access_token(refreshed.access_token).send().await.unwrap();
    let ended = sso.list_accounts().set_access_token(token.access_token).send().await;
    assert!(ended.unwrap_err().into_service_error().is_unauthorized_exception());
    let ended = refresh.send().await.unwrap_err().into_service_error();
    assert!(ended.is_invalid_grant_exception(), "{ended:?}");
}

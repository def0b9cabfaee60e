//! Every refusal is what AWS's own SDK takes it for.

use aws_sdk_sso::operation::get_role_credentials::GetRoleCredentialsError;
use aws_sdk_sso::operation::list_accounts::ListAccountsError;
use aws_sdk_ssooidc::operation::create_token::CreateTokenError;
use aws_sdk_ssooidc::operation::create_token::builders::CreateTokenFluentBuilder;
use aws_sdk_ssooidc::operation::register_client::RegisterClientError;
use aws_sdk_ssooidc::operation::register_client::builders::RegisterClientFluentBuilder;
use aws_sdk_ssooidc::operation::start_device_authorization::StartDeviceAuthorizationError;
use chrono::TimeDelta;
use onramp_fake_idc::{Faults, ManualClock};
use onramp_sdk_tests::{BIG, SOLO, Server};

const DEVICE_CODE: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// A client that waits for a person.
struct Waiting {
    server: Server,
    clock: ManualClock,
    user_code: String,
    poll: CreateTokenFluentBuilder,
}

impl Waiting {
    /// At the endpoint of `/HOST`, or at the bare paths.
    async fn begin(place: &str, start_url: &str) -> Waiting {
        let (server, clock) = Server::start_at_standstill().await;
        let oidc = server.oidc(place);
        let client =
            registration(&server, place).scopes("sso:account:access").send().await.unwrap();
        let started = oidc
            .start_device_authorization()
            .set_client_id(client.client_id.clone())
            .set_client_secret(client.client_secret.clone())
            .start_url(start_url)
            .send()
            .await
            .unwrap();
        let poll = oidc
            .create_token()
            .set_client_id(client.client_id)
            .set_client_secret(client.client_secret)
            .set_device_code(started.device_code)
            .grant_type(DEVICE_CODE);
        Waiting { server, clock, user_code: started.user_code.unwrap(), poll }
    }

    async fn refused(&self) -> CreateTokenError {
        self.poll.clone().send().await.unwrap_err().into_service_error()
    }

    /// Approves, and gives the token.
    async fn token(&self) -> String {
        self.server.fake.approve(&self.user_code);
        self.poll.clone().send().await.unwrap().access_token.unwrap()
    }
}

fn registration(server: &Server, place: &str) -> RegisterClientFluentBuilder {
    server.oidc(place).register_client().client_name("Onramp").client_type("public")
}

async fn unregistered(call: RegisterClientFluentBuilder) -> RegisterClientError {
    call.send().await.unwrap_err().into_service_error()
}

#[tokio::test]
async fn register_clients_refusals_are_recognised() {
    let server = Server::start().await;
    let call = || registration(&server, "");
    assert!(unregistered(call().scopes("everything")).await.is_invalid_scope_exception());
    assert!(
        unregistered(call().client_type("private")).await.is_invalid_client_metadata_exception()
    );
    let grant = unregistered(call().grant_types("authorization_code")).await;
    assert!(grant.is_unsupported_grant_type_exception());
    server.fake.change_faults(Faults::parse("error=100%").unwrap());
    assert!(unregistered(call()).await.is_internal_server_exception());
}

#[tokio::test]
async fn a_start_url_or_client_that_is_unknown_is_recognised() {
    let server = Server::start().await;
    let client = registration(&server, "").send().await.unwrap();
    let start = async |secret: &str, start_url: &str| -> StartDeviceAuthorizationError {
        let call =
            server.oidc("").start_device_authorization().set_client_id(client.client_id.clone());
        let call = call.client_secret(secret).start_url(start_url);
        call.send().await.unwrap_err().into_service_error()
    };
    let secret = client.client_secret().unwrap();
    match start(secret, "https://acme.awsapps.com/start").await {
        StartDeviceAuthorizationError::InvalidRequestException(error) => {
            assert_eq!(error.error(), Some("invalid_request"));
            assert_eq!(error.error_description(), Some(""));
        }
        other => panic!("{other:?}"),
    }
    assert!(start("guessed", SOLO).await.is_invalid_client_exception());
}

#[tokio::test]
async fn waiting_and_polling_too_fast_are_recognised() {
    let waiting = Waiting::begin("", SOLO).await;
    let pending = waiting.refused().await;
    assert!(pending.is_authorization_pending_exception(), "{pending:?}");
    let fast = waiting.refused().await;
    assert!(fast.is_slow_down_exception(), "{fast:?}");
    waiting.clock.advance(TimeDelta::seconds(6));
    assert!(waiting.refused().await.is_authorization_pending_exception());
    waiting.clock.advance(TimeDelta::seconds(594));
    assert!(waiting.refused().await.is_expired_token_exception());
}

#[tokio::test]
async fn a_denied_a_used_and_a_foreign_code_are_recognised() {
    let denied = Waiting::begin("", SOLO).await;
    denied.server.fake.deny(&denied.user_code);
    let error = denied.refused().await;
    assert!(error.is_access_denied_exception(), "{error:?}");

    let used = Waiting::begin("", SOLO).await;
    used.token().await;
    assert!(used.refused().await.is_invalid_grant_exception());
    let foreign = registration(&used.server, "").send().await.unwrap();
    let call = used.poll.clone();
    let call = call.set_client_id(foreign.client_id).set_client_secret(foreign.client_secret);
    assert!(call.send().await.unwrap_err().into_service_error().is_invalid_grant_exception());
}

#[tokio::test]
async fn other_refusals_of_a_token_are_recognised() {
    let waiting = Waiting::begin("", SOLO).await;
    let refused = async |call: CreateTokenFluentBuilder| -> CreateTokenError {
        call.send().await.unwrap_err().into_service_error()
    };
    let poll = || waiting.poll.clone();
    assert!(refused(poll().client_secret("guessed")).await.is_invalid_client_exception());
    assert!(refused(poll().grant_type("password")).await.is_unsupported_grant_type_exception());
    assert!(refused(poll().set_device_code(None)).await.is_invalid_request_exception());
    waiting.server.fake.change_faults(Faults::parse("error=100%").unwrap());
    assert!(refused(poll()).await.is_internal_server_exception());
}

#[tokio::test]
async fn the_wrong_region_keeps_the_sdk_waiting() {
    let waiting = Waiting::begin("/oidc.us-west-2.amazonaws.com", BIG).await;
    waiting.server.fake.approve(&waiting.user_code);
    assert!(waiting.refused().await.is_authorization_pending_exception());
}

#[tokio::test]
async fn a_token_that_is_unknown_or_of_another_region_is_recognised() {
    let waiting = Waiting::begin("/oidc.us-east-1.api.aws", SOLO).await;
    let token = waiting.token().await;
    let list = async |place: &str, token: &str| {
        let call = waiting.server.sso(place).list_accounts().access_token(token);
        call.send().await.map_err(aws_sdk_sso::error::SdkError::into_service_error)
    };
    assert!(list("/portal.sso.us-east-1.api.aws", &token).await.is_ok());
    for (place, token) in [("", "made-up"), ("/portal.sso.eu-west-1.api.aws", &token)] {
        match list(place, token).await {
            Err(ListAccountsError::UnauthorizedException(error)) => {
                assert_eq!(error.message(), Some("Session token not found or invalid"));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_throttle_is_recognised_and_has_aws_text() {
    let waiting = Waiting::begin("", SOLO).await;
    let token = waiting.token().await;
    waiting.server.fake.change_faults(Faults::parse("throttle=1/s").unwrap());
    let sso = waiting.server.sso("");
    let list = || sso.list_accounts().access_token(&token).send();
    assert!(list().await.is_ok());
    match list().await.unwrap_err().into_service_error() {
        ListAccountsError::TooManyRequestsException(error) => {
            assert_eq!(error.message(), Some("HTTP 429 Unknown Code"));
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_role_without_access_is_not_in_aws_model_and_has_its_code() {
    let waiting = Waiting::begin("", SOLO).await;
    let token = waiting.token().await;
    let sso = waiting.server.sso("");
    let role = |account: &str, role: &str| {
        sso.get_role_credentials().access_token(&token).account_id(account).role_name(role).send()
    };
    let error: GetRoleCredentialsError =
        role("123456789012", "PowerUserAccess").await.unwrap_err().into_service_error();
    assert_eq!(error.meta().code(), Some("ForbiddenException"));
    assert_eq!(error.meta().message(), Some("No access"));
    let error = role("12", "AdministratorAccess").await.unwrap_err().into_service_error();
    assert!(error.is_invalid_request_exception(), "{error:?}");
}

#[tokio::test]
async fn a_dropped_call_is_a_lost_connection() {
    let server = Server::start().await;
    server.fake.change_faults(Faults::parse("drop=100%").unwrap());
    let error = registration(&server, "").send().await.unwrap_err();
    assert!(matches!(error, aws_sdk_ssooidc::error::SdkError::DispatchFailure(_)), "{error:?}");
}

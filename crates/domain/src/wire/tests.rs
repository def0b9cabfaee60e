use super::*;
use crate::json::{FromFields, Json, Unreadable, from_serde};
use expect_test::expect;

fn read<T: FromFields>(json: &str) -> Result<T, Unreadable> {
    let json = serde_json::from_str(json).ok().map(from_serde).and_then(Json::into_fields);
    T::from_fields(json.unwrap())
}

#[test]
fn requests_stand_as_aws_reads_them() {
    let secret = Secret::new("s");
    expect![[r#"{"clientName":"Onramp","clientType":"public","scopes":["sso:account:access"]}"#]]
        .assert_eq(
            RegisterClientRequest {
                client_name: "Onramp",
                client_type: "public",
                scopes: &["sso:account:access".to_owned()],
            }
            .to_json()
            .expose(),
        );
    expect![[
        r#"{"clientId":"c","clientSecret":"s","grantType":"refresh_token","refreshToken":"s"}"#
    ]]
    .assert_eq(
        CreateTokenRequest {
            client_id: "c",
            client_secret: &secret,
            grant_type: REFRESH_TOKEN_GRANT,
            device_code: None,
            refresh_token: Some(&secret),
        }
        .to_json()
        .expose(),
    );
}

#[test]
fn an_error_is_named_by_header_or_body() {
    let name = |header, json: &str| {
        error_name(header, &read::<ErrorBody>(json).unwrap()).map(str::to_owned)
    };
    assert_eq!(
        name(Some("UnauthorizedException:http://x"), "{}").as_deref(),
        Some("UnauthorizedException")
    );
    assert_eq!(
        name(None, r#"{"__type":"com.amazonaws.switchboard.portal#TooManyRequestsException"}"#)
            .as_deref(),
        Some("TooManyRequestsException")
    );
    assert_eq!(name(None, "{}"), None);
}

#[test]
fn what_aws_leaves_out_has_its_default() {
    let client: RegisterClientResponse = read(r#"{"clientId":"c","clientSecret":"s"}"#).unwrap();
    assert_eq!((client.client_id.as_str(), client.client_secret_expires_at), ("c", 0.0));
    let token: CreateTokenResponse =
        read(r#"{"accessToken":"a","refreshToken":null,"tokenType":"Bearer"}"#).unwrap();
    assert_eq!((token.access_token.expose(), token.refresh_token), ("a", None));
    let accounts: ListAccountsResponse =
        read(r#"{"accountList":[{"accountId":"123456789012"}],"nextToken":"n"}"#).unwrap();
    assert_eq!(accounts.account_list[0].account_name, "");
    assert_eq!(accounts.next_token.as_deref(), Some("n"));
    assert!(read::<ListAccountRolesResponse>("{}").unwrap().role_list.is_empty());
}

#[test]
fn what_must_be_there_or_has_another_type_is_an_error() {
    assert!(read::<RegisterClientResponse>(r#"{"clientId":"c"}"#).is_err());
    assert!(read::<CreateTokenResponse>(r#"{"accessToken":"a","expiresIn":"60"}"#).is_err());
    assert!(read::<ListAccountRolesResponse>(r#"{"roleList":[{}]}"#).is_err());
    assert!(read::<ListAccountRolesResponse>(r#"{"roleList":{}}"#).is_err());
    assert!(read::<ErrorBody>(r#"{"error":{"code":1}}"#).is_err());
}

#[test]
fn an_authorization_is_read_whole() {
    let read: StartDeviceAuthorizationResponse = read(
        r#"{"deviceCode":"d","userCode":"ABCD-EFGH","verificationUri":"u","verificationUriComplete":"c","expiresIn":600,"interval":1}"#,
    )
    .unwrap();
    assert_eq!((read.device_code.expose(), read.user_code.as_str()), ("d", "ABCD-EFGH"));
    assert_eq!(read.verification_uri_complete.as_deref(), Some("c"));
    assert_eq!((read.expires_in, read.interval), (Some(600.0), Some(1.0)));
}

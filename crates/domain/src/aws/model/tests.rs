use super::*;
use expect_test::{Expect, expect};
use serde::de::DeserializeOwned;

fn read<T: DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(json)
}

#[track_caller]
fn check_written(body: impl Serialize, expect: Expect) {
    expect.assert_eq(&serde_json::to_string(&body).unwrap());
}

#[test]
fn bodies_have_awss_names_and_leave_out_what_is_not_there() {
    let request = RegisterClientRequest {
        client_name: "Onramp".to_owned(),
        client_type: "public".to_owned(),
        ..RegisterClientRequest::default()
    };
    check_written(&request, expect![[r#"{"clientName":"Onramp","clientType":"public"}"#]]);
    check_written(
        RegisterClientRequest { scopes: vec!["sso:account:access".to_owned()], ..request },
        expect![[
            r#"{"clientName":"Onramp","clientType":"public","scopes":["sso:account:access"]}"#
        ]],
    );
    let secret = Secret::new("s");
    check_written(
        CreateTokenRequest {
            client_id: "c".to_owned(),
            client_secret: secret.clone(),
            grant_type: REFRESH_TOKEN_GRANT.to_owned(),
            device_code: None,
            refresh_token: Some(secret.clone()),
        },
        expect![[
            r#"{"clientId":"c","clientSecret":"s","grantType":"refresh_token","refreshToken":"s"}"#
        ]],
    );
    check_written(
        StartDeviceAuthorizationRequest {
            client_id: "c".to_owned(),
            client_secret: secret,
            start_url: "https://acme.awsapps.com/start".to_owned(),
        },
        expect![[
            r#"{"clientId":"c","clientSecret":"s","startUrl":"https://acme.awsapps.com/start"}"#
        ]],
    );
}

#[test]
fn what_aws_leaves_out_has_its_default() {
    let client: RegisterClientResponse = read(r#"{"clientId":"c","clientSecret":"s"}"#).unwrap();
    assert_eq!((client.client_id.as_str(), client.client_secret_expires_at), ("c", None));
    let token: CreateTokenResponse =
        read(r#"{"accessToken":"a","refreshToken":null,"tokenType":"Bearer","more":{}}"#).unwrap();
    assert_eq!((token.access_token.expose(), token.refresh_token), ("a", None));
    let accounts: ListAccountsResponse = read(
        r#"{"accountList":[{"accountId":"123456789012","emailAddress":null}],"nextToken":"n"}"#,
    )
    .unwrap();
    assert_eq!(accounts.account_list[0].account_name, "");
    assert_eq!(accounts.next_token.as_deref(), Some("n"));
    assert!(read::<ListAccountRolesResponse>("{}").unwrap().role_list.is_empty());
    let nothing: ListAccountRolesResponse = read(r#"{"roleList":null,"nextToken":null}"#).unwrap();
    assert!(nothing.role_list.is_empty());
}

#[test]
fn what_must_be_there_or_has_another_type_is_an_error() {
    assert!(read::<RegisterClientResponse>(r#"{"clientId":"c"}"#).is_err());
    assert!(read::<CreateTokenResponse>(r#"{"accessToken":"a","expiresIn":"60"}"#).is_err());
    assert!(read::<ListAccountRolesResponse>(r#"{"roleList":[{}]}"#).is_err());
    assert!(read::<ListAccountRolesResponse>(r#"{"roleList":{}}"#).is_err());
    assert!(read::<ListAccountRolesResponse>("null").is_err());
    assert!(read::<ErrorBody>(r#"{"error":{"code":1}}"#).is_err());
    assert!(read::<ErrorBody>("null").is_err());
}

#[test]
fn numbers_may_have_a_fraction() {
    let seconds = |expires_in: &str| {
        let read = read::<CreateTokenResponse>(&format!(
            r#"{{"accessToken":"a","expiresIn":{expires_in}}}"#
        ));
        read.unwrap().expires_in
    };
    assert_eq!(seconds("60"), Some(60));
    assert_eq!(seconds("60.0"), Some(60));
    assert_eq!(seconds("59.5"), Some(60));
    assert_eq!(seconds("-1"), Some(-1));
    assert_eq!(seconds("1e300"), Some(i64::MAX));
    assert_eq!(seconds("null"), None);
}

#[test]
fn an_authorization_is_read_whole() {
    let read: StartDeviceAuthorizationResponse = read(
        r#"{"deviceCode":"d","userCode":"ABCD-EFGH","verificationUri":"u","verificationUriComplete":"c","expiresIn":600,"interval":1}"#,
    )
    .unwrap();
    assert_eq!((read.device_code.expose(), read.user_code.as_str()), ("d", "ABCD-EFGH"));
    assert_eq!(read.verification_uri_complete.as_deref(), Some("c"));
    assert_eq!((read.expires_in, read.interval), (Some(600), Some(1)));
}

#[test]
fn role_credentials_are_read_and_not_shown() {
    let read: GetRoleCredentialsResponse = read(
        r#"{"roleCredentials":{"accessKeyId":"ASIA","secretAccessKey":"hush-1","sessionToken":"hush-2","expiration":1800000000000}}"#,
    )
    .unwrap();
    assert_eq!(read.role_credentials.expiration, Some(1_800_000_000_000));
    assert!(!format!("{read:?}").contains("hush"));
}

#[test]
fn logging_out_may_answer_anything() {
    for body in ["null", "{}", r#"{"message":"bye"}"#, "[]"] {
        assert!(read::<LogoutResponse>(body).is_ok(), "{body}");
    }
}

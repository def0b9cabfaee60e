use super::*;
use crate::json::from_serde;
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn with_serde_json(text: &str) -> Result<CacheFields, JsonFault> {
    let value: serde_json::Value =
        serde_json::from_str(text).map_err(|_| JsonFault::NotJson { at: None })?;
    from_serde(value).into_fields().map(CacheFields::of_object).ok_or(JsonFault::NotAnObject)
}

#[track_caller]
fn check(text: &str, expect: Expect) {
    let now = parse_timestamp("2025-05-26T10:00:00Z").unwrap();
    let got = match read(text, with_serde_json) {
        Ok(report) => format!(
            "{:?} {}s {:?}",
            report.state(now),
            report.remaining(now).num_seconds(),
            report.refreshable(now)
        ),
        Err(error) => format!("{error:?}"),
    };
    expect.assert_eq(&got);
}

#[test]
fn what_keeps_a_token_from_being_refreshed_is_named() {
    let token = r#"{"startURL":"u","accessToken":"SECRET","expiresAt":"2025-05-26T10:14:59Z""#;
    let check = |rest: &str, expect: Expect| check(&format!("{token}{rest}}}"), expect);
    check("", expect!["ExpiresSoon 899s NoRefreshToken"]);
    check(r#","refreshToken":"""#, expect!["ExpiresSoon 899s NoRefreshToken"]);
    check(r#","refreshToken":"r","clientId":"c""#, expect!["ExpiresSoon 899s NoClient"]);
    let all = r#","refreshToken":"r","clientId":"c","clientSecret":"s""#;
    check(all, expect!["ExpiresSoon 899s NoRegistrationEnd"]);
    check(
        &format!(r#"{all},"registrationExpiresAt":"2025-08-01T00:00:00""#),
        expect!["ExpiresSoon 899s NoRegistrationEnd"],
    );
    check(
        &format!(r#"{all},"registrationExpiresAt":"2025-05-26T10:00:00Z""#),
        expect!["ExpiresSoon 899s RegistrationEnded { at: 2025-05-26T10:00:00Z }"],
    );
}

#[test]
fn a_token_is_known_with_its_secrets_taken_out() {
    check(
        r#"{"startUrl":"u","expiresAt":"2025-05-26T18:00:00Z"}"#,
        expect!["Valid 28800s NoRefreshToken"],
    );
}

#[test]
fn a_file_of_aws_login_is_told_apart() {
    for text in [
        r#"{"accessToken":{"accessKeyId":"A"},"tokenType":"aws_sigv4","expiresAt":"x"}"#,
        r#"{"accessToken":"t","dpopKey":"k"}"#,
    ] {
        check(text, expect!["UnknownKind(AwsLogin)"]);
    }
}

#[test]
fn a_config_file_is_told_from_a_list() {
    check("# mine\n\n[acme]\nregion = eu-west-1", expect!["LooksLikeConfig"]);
    check("[default]", expect!["LooksLikeConfig"]);
    check("sso_region = eu-west-1", expect!["LooksLikeConfig"]);
    check("[true]", expect!["NotAnObject"]);
    check("[\n1,\n2]", expect!["NotAnObject"]);
    check("\"text\"", expect!["NotAnObject"]);
    check("[1, 2", expect!["NotJson { at: None }"]);
}

#[test]
fn a_field_of_another_type_is_never_an_error_of_json() {
    check(
        r#"{"startUrl":[1,{"a":2}],"region":null,"accessToken":"t","expiresAt":{"a":[true]}}"#,
        expect!["BadTimestamp"],
    );
    check(r#"{"accessToken":"t","expiresAt":null}"#, expect!["MissingExpiry"]);
    check(r#"{"Credentials":"none"}"#, expect!["UnknownKind(Other)"]);
    check(r#"{"Credentials":{"SecretAccessKey":1.5}}"#, expect!["MissingExpiry"]);
}

#[track_caller]
fn check_standing(text: &str, now: &str, expect: Expect) {
    let (report, now) = (read(text, with_serde_json).unwrap(), parse_timestamp(now).unwrap());
    let clock = if report.shows_late_clock(now) { ", clock behind" } else { "" };
    expect.assert_eq(&format!("{:?} {:?}{clock}", report.origin(), report.standing(now)));
}

#[test]
fn where_a_file_comes_from_and_where_it_stands() {
    let token = r#"{"accessToken":"t","expiresAt":"2025-05-26T10:00:00Z""#;
    let refreshed = format!(
        r#"{token},"refreshToken":"r","clientId":"c","clientSecret":"s","registrationExpiresAt":"2025-08-01T00:00:00Z"}}"#
    );
    check_standing(&format!("{token}}}"), "2025-05-26T09:00:00Z", expect!["Unsaid Valid"]);
    check_standing(&format!("{token}}}"), "2025-05-26T09:45:01Z", expect!["Unsaid EndsSoon"]);
    check_standing(&format!("{token}}}"), "2025-05-26T10:00:00Z", expect!["Unsaid Ended"]);
    check_standing(&refreshed, "2025-05-26T09:45:01Z", expect!["Unsaid Valid"]);
    check_standing(&refreshed, "2025-05-26T10:00:00Z", expect!["Unsaid Refreshable"]);
    check_standing(&refreshed, "2025-08-01T00:00:00Z", expect!["Unsaid Ended"]);
    check_standing(&refreshed, "2025-05-02T00:00:00Z", expect!["Unsaid Valid, clock behind"]);
    check_standing(
        r#"{"issuerUrl":"u","accessToken":"t","createdAt":"2025-05-26T08:00:00Z","expiresAt":"2025-05-26T10:00:00Z"}"#,
        "2025-05-26T07:54:59Z",
        expect!["OtherTool Valid, clock behind"],
    );
    check_standing(
        r#"{"clientId":"c","clientSecret":"s","redirectUris":["u"],"expiresAt":"2025-08-01T00:00:00Z"}"#,
        "2025-05-26T10:00:00Z",
        expect!["OtherTool NotASignIn"],
    );
    check_standing(
        r#"{"accessToken":"t","expiresAt":"2025-05-26T10:00:00Z","clientIdHash":"h","authMethod":"IdC","provider":"Enterprise","region":"us-east-1"}"#,
        "2025-05-26T09:00:00Z",
        expect!["OtherTool Valid"],
    );
}

#[test]
fn credentials_say_who_gave_them() {
    let check = |rest: &str, expect: Expect| {
        let text = format!(r#"{{"Credentials":{{"Expiration":"2025-05-26T11:00:00Z"}}{rest}}}"#);
        check_standing(&text, "2025-05-26T10:00:00Z", expect);
    };
    check("", expect!["Unsaid Valid"]);
    check(r#","ProviderType":"sso""#, expect!["IdentityCenter Valid"]);
    check(r#","ProviderType":"login""#, expect!["OtherProvider Valid"]);
    check(r#","AssumedRoleUser":{"Arn":"a"}"#, expect!["AssumedRole Valid"]);
    check(
        r#","AssumedRoleUser":{"Arn":"a"},"SubjectFromWebIdentityToken":"s""#,
        expect!["WebIdentity Valid"],
    );
}

#[test]
fn the_issuers_address_stands_for_a_start_url() {
    let text = r#"{"issuerUrl":"u","accessToken":"t","expiresAt":"2025-05-26T10:00:00Z"}"#;
    assert_eq!(read(text, with_serde_json).unwrap().start_url(), Some("u"));
}

#[test]
fn nothing_secret_is_kept() {
    let text = r#"{"startUrl":"u","region":"r","accessToken":"hunter2","refreshToken":"hunter2",
        "clientId":"hunter2","clientSecret":"hunter2","dpopKey":"hunter2","expiresAt":"2025-05-26T18:00:00Z",
        "Credentials":{"SecretAccessKey":"hunter2","SessionToken":"hunter2"}}"#;
    let fields = with_serde_json(text).unwrap();
    assert!(!format!("{fields:?}").contains("hunter2"), "{fields:?}");
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        let _ = read(&text, with_serde_json);
    }

    #[test]
    fn any_expiry_is_read_without_panic(text in "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,]{0,12}[Z+UTC0-9:-]{0,6}") {
        let _ = parse_timestamp(&text);
    }
}

use super::*;
use expect_test::{Expect, expect};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expect: Expect) {
    let now = parse_timestamp("2025-05-26T10:00:00Z").unwrap();
    let got = match read(text) {
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
        expect!["ExpiresSoon 899s RegistrationExpired { at: 2025-05-26T10:00:00Z }"],
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
fn what_the_cli_prints_is_told_from_its_files() {
    check(
        r#"{"clientId":"c","clientSecret":"s","clientIdIssuedAt":1795000000,"clientSecretExpiresAt":1802776000}"#,
        expect!["UnknownKind(RegisterClient { expires_at: Some(2027-02-16T11:06:40Z) })"],
    );
    check(
        r#"{"roleCredentials":{"accessKeyId":"A","secretAccessKey":"s","expiration":1748256141000}}"#,
        expect!["UnknownKind(GetRoleCredentials { expires_at: Some(2025-05-26T10:42:21Z) })"],
    );
    check(
        r#"{"Version":1,"AccessKeyId":"A","SecretAccessKey":"s","Expiration":"2026-11-27T18:03:48+00:00"}"#,
        expect!["UnknownKind(ProcessCredentials { expires_at: Some(2026-11-27T18:03:48Z) })"],
    );
    check(
        r#"{"Version":1,"AccessKeyId":"A","SecretAccessKey":"s"}"#,
        expect!["UnknownKind(ProcessCredentials { expires_at: None })"],
    );
}

#[test]
fn a_token_is_one_whatever_was_taken_out_of_it() {
    let token = r#"{"startUrl":"u","expiresAt":"2025-05-26T18:00:00Z","clientId":"c""#;
    let check = |rest: &str, expect: Expect| check(&format!("{token}{rest}}}"), expect);
    check(r#","clientSecret":"s","refreshToken":"r""#, expect!["Valid 28800s NoRegistrationEnd"]);
    check(
        r#","registrationExpiresAt":"2025-08-01T00:00:00Z""#,
        expect!["Valid 28800s NoRefreshToken"],
    );
}

#[test]
fn odd_json_is_no_trouble() {
    // Of a name that comes twice, the last counts, as in Python; the CLI's own spelling before another.
    check(
        r#"{"accessToken":"t","expiresAt":"soon","expiresAt":"2025-05-26T18:00:00Z"}"#,
        expect!["Valid 28800s NoRefreshToken"],
    );
    check(
        r#"{"accessToken":"t","expiresAt":"2025-05-26T18:00:00Z","expires_at":"soon","EXPIRESAT":"x"}"#,
        expect!["Valid 28800s NoRefreshToken"],
    );
    check(&format!(r#"{{"accessToken":"t","deep":{}"#, "[".repeat(100_000)), expect!["NotJson"]);
    check(
        &format!(
            r#"{{"accessToken":"t","expiresAt":1e999,"a":{}1{}}}"#,
            "[".repeat(100),
            "]".repeat(100)
        ),
        expect!["BadTimestamp"],
    );
}

#[test]
fn a_config_file_is_told_from_a_list() {
    check("# mine\n\n[acme]\nregion = eu-west-1", expect!["LooksLikeConfig"]);
    check("[default]", expect!["LooksLikeConfig"]);
    check("sso_region = eu-west-1", expect!["LooksLikeConfig"]);
    check("[true]", expect!["NotAnObject"]);
    check("[\n1,\n2]", expect!["NotAnObject"]);
    check("\"text\"", expect!["NotAnObject"]);
    check("[1, 2", expect!["NotJson"]);
}

#[test]
fn a_field_of_another_type_is_never_an_error_of_json() {
    check(
        r#"{"startUrl":[1,{"a":2}],"region":null,"accessToken":"t","expiresAt":{"a":[true]}}"#,
        expect!["BadTimestamp"],
    );
    check(r#"{"accessToken":"t","expiresAt":null}"#, expect!["MissingExpiry"]);
    check(r#"{"Credentials":"none"}"#, expect!["UnknownKind(Unknown)"]);
    check(r#"{"Credentials":{"SecretAccessKey":1.5}}"#, expect!["MissingExpiry"]);
}

#[track_caller]
fn check_status(text: &str, now: &str, expect: Expect) {
    let (report, now) = (read(text).unwrap(), parse_timestamp(now).unwrap());
    let clock = if report.shows_clock_behind(now) { ", clock behind" } else { "" };
    let sign_in = if report.is_cli_sign_in() { ", the CLI's sign-in" } else { "" };
    expect.assert_eq(&format!("{:?} {:?}{sign_in}{clock}", report.source(), report.status(now)));
}

#[test]
fn where_a_file_comes_from_and_where_it_stands() {
    let token = r#"{"accessToken":"t","expiresAt":"2025-05-26T10:00:00Z""#;
    let refreshed = format!(
        r#"{token},"refreshToken":"r","clientId":"c","clientSecret":"s","registrationExpiresAt":"2025-08-01T00:00:00Z"}}"#
    );
    check_status(
        &format!("{token}}}"),
        "2025-05-26T09:00:00Z",
        expect!["Unspecified Valid, the CLI's sign-in"],
    );
    check_status(
        &format!("{token}}}"),
        "2025-05-26T09:45:01Z",
        expect!["Unspecified ExpiresSoon, the CLI's sign-in"],
    );
    check_status(
        &format!("{token}}}"),
        "2025-05-26T10:00:00Z",
        expect!["Unspecified Expired, the CLI's sign-in"],
    );
    check_status(
        &refreshed,
        "2025-05-26T09:45:01Z",
        expect!["Unspecified Valid, the CLI's sign-in"],
    );
    check_status(
        &refreshed,
        "2025-05-26T10:00:00Z",
        expect!["Unspecified Refreshable, the CLI's sign-in"],
    );
    check_status(
        &refreshed,
        "2025-08-01T00:00:00Z",
        expect!["Unspecified Expired, the CLI's sign-in"],
    );
    check_status(
        &refreshed,
        "2025-05-02T00:00:00Z",
        expect!["Unspecified Valid, the CLI's sign-in, clock behind"],
    );
    check_status(
        r#"{"issuerUrl":"u","accessToken":"t","createdAt":"2025-05-26T08:00:00Z","expiresAt":"2025-05-26T10:00:00Z"}"#,
        "2025-05-26T07:54:59Z",
        expect!["OtherTool Valid, clock behind"],
    );
    check_status(
        r#"{"clientId":"c","clientSecret":"s","redirectUris":["u"],"expiresAt":"2025-08-01T00:00:00Z"}"#,
        "2025-05-26T10:00:00Z",
        expect!["OtherTool NotASignIn"],
    );
    check_status(
        r#"{"accessToken":"t","expiresAt":"2025-05-26T10:00:00Z","clientIdHash":"h","authMethod":"IdC","provider":"Enterprise","region":"us-east-1"}"#,
        "2025-05-26T09:00:00Z",
        expect!["OtherTool Valid"],
    );
}

#[test]
fn a_clock_is_behind_where_a_file_would_be_of_the_future() {
    let registration = r#"{"clientId":"c","clientSecret":"s","expiresAt":"2025-08-24T10:00:00Z"}"#;
    check_status(registration, "2025-05-26T09:56:00Z", expect!["Unspecified NotASignIn"]);
    check_status(
        registration,
        "2025-05-26T09:54:00Z",
        expect!["Unspecified NotASignIn, clock behind"],
    );
    let credentials = r#"{"Credentials":{"Expiration":"2025-05-26T22:00:00Z"}}"#;
    check_status(credentials, "2025-05-26T09:56:00Z", expect!["Unspecified Valid"]);
    check_status(credentials, "2025-05-26T09:54:00Z", expect!["Unspecified Valid, clock behind"]);
    // No clock is wrong by a century: that is an example.
    let example = r#"{"clientId":"c","clientSecret":"s","expiresAt":"2999-01-01T00:00:00Z"}"#;
    check_status(example, "2025-05-26T10:00:00Z", expect!["Unspecified NotASignIn"]);
}

#[test]
fn credentials_say_who_gave_them() {
    let check = |rest: &str, expect: Expect| {
        let text = format!(r#"{{"Credentials":{{"Expiration":"2025-05-26T11:00:00Z"}}{rest}}}"#);
        check_status(&text, "2025-05-26T10:00:00Z", expect);
    };
    check("", expect!["Unspecified Valid"]);
    check(r#","ProviderType":"sso""#, expect!["IdentityCenter Valid"]);
    check(r#","ProviderType":"login""#, expect!["OtherProvider Valid"]);
    check(r#","AssumedRoleUser":{"Arn":"a"}"#, expect!["AssumedRole Valid"]);
    check(
        r#","AssumedRoleUser":{"Arn":"a"},"SubjectFromWebIdentityToken":"s""#,
        expect!["WebIdentity Valid"],
    );
}

#[test]
fn a_token_that_gives_no_access_to_accounts_is_another_tools() {
    let check = |rest: &str, expect: Expect| {
        let text = format!(r#"{{"accessToken":"t","startUrl":"u",{rest}}}"#);
        check_status(&text, "2025-05-26T10:00:00Z", expect);
    };
    let end = r#""expiresAt":"2025-05-26T18:00:00Z""#;
    check(&format!(r#"{end},"scopes":["codewhisperer:completions"]"#), expect!["OtherTool Valid"]);
    check(
        &format!(r#"{end},"scopes":["sso:account:access"]"#),
        expect!["Unspecified Valid, the CLI's sign-in"],
    );
}

#[test]
fn the_issuers_address_stands_for_a_start_url() {
    let text = r#"{"issuerUrl":"u","accessToken":"t","expiresAt":"2025-05-26T10:00:00Z"}"#;
    assert_eq!(read(text).unwrap().start_url(), Some("u"));
}

#[test]
fn nothing_secret_is_kept() {
    let text = r#"{"startUrl":"u","region":"r","accessToken":"hunter2","refreshToken":"hunter2",
        "clientId":"hunter2","clientSecret":"hunter2","dpopKey":"hunter2","expiresAt":"2025-05-26T18:00:00Z",
        "Credentials":{"SecretAccessKey":"hunter2","SessionToken":"hunter2"}}"#;
    let fields = CacheFields::of_object(text).unwrap();
    assert!(!format!("{fields:?}").contains("hunter2"), "{fields:?}");
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        let _ = read(&text);
    }

    #[test]
    fn any_expiry_is_read_without_panic(text in "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,]{0,12}[Z+UTC0-9:-]{0,6}") {
        let _ = parse_timestamp(&text);
    }
}

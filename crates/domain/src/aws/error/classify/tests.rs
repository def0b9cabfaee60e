//! Every error of the two services' models, and what stands between the page and AWS.

use super::{Reply, ReplyBody, classify};
use crate::aws::{CallError, ErrorKind, Operation};
use expect_test::{Expect, expect};

/// A reply with AWS's request id and JSON, unless a test says otherwise.
fn aws(status: u16) -> Reply {
    Reply {
        status,
        content_type: Some("application/json".to_owned()),
        error_type: None,
        request_id: Some("r-1".to_owned()),
        retry_after: None,
        body: ReplyBody::Text(String::new()),
    }
}

/// A reply from something that knows nothing of AWS.
fn stranger(status: u16, content_type: &str) -> Reply {
    Reply { content_type: Some(content_type.to_owned()), request_id: None, ..aws(status) }
}

/// Reads the body as a browser would: JSON where it is, else text.
fn read(operation: Operation, reply: Reply, body: &str) -> CallError {
    let body = serde_json::from_str(body)
        .map_or_else(|_| ReplyBody::Text(body.to_owned()), ReplyBody::Json);
    classify(operation, Reply { body, ..reply })
}

#[track_caller]
fn check(operation: Operation, reply: Reply, body: &str, expect: Expect) {
    let CallError { kind, code, text, reason, .. } = read(operation, reply, body);
    let told: Vec<String> = [code, text, reason].into_iter().flatten().collect();
    expect.assert_eq(&format!("{kind:?} {told:?}"));
}

#[test]
fn create_token_says_it_in_error() {
    let check = |status, body, expect| check(Operation::CreateToken, aws(status), body, expect);
    check(
        400,
        r#"{"error":"authorization_pending","error_description":null}"#,
        expect![[r#"AuthorizationPending ["authorization_pending"]"#]],
    );
    check(
        400,
        r#"{"error":"slow_down","error_description":"Too fast"}"#,
        expect![[r#"SlowDown ["slow_down", "Too fast"]"#]],
    );
    check(
        400,
        r#"{"error":"expired_token","error_description":""}"#,
        expect![[r#"ExpiredToken ["expired_token"]"#]],
    );
    check(
        400,
        r#"{"error":"access_denied"}"#,
        expect![[r#"AccessDenied(Person) ["access_denied"]"#]],
    );
    check(
        400,
        r#"{"error":"access_denied","reason":"KMS_AccessDeniedException"}"#,
        expect![[r#"AccessDenied(EncryptionKey) ["access_denied", "KMS_AccessDeniedException"]"#]],
    );
    check(
        400,
        r#"{"error":"invalid_request","reason":"KMS_DisabledException"}"#,
        expect![[r#"AccessDenied(EncryptionKey) ["invalid_request", "KMS_DisabledException"]"#]],
    );
    check(400, r#"{"error":"invalid_grant"}"#, expect![[r#"InvalidGrant ["invalid_grant"]"#]]);
    check(
        401,
        r#"{"error":"invalid_client","error_description":"x"}"#,
        expect![[r#"InvalidClient ["invalid_client", "x"]"#]],
    );
    check(
        400,
        r#"{"error":"unsupported_grant_type"}"#,
        expect![[r#"BadRequest ["unsupported_grant_type"]"#]],
    );
    check(500, r#"{"error":"server_error"}"#, expect![[r#"ServerError ["server_error"]"#]]);
}

#[test]
fn oidc_may_say_it_in_the_header_only() {
    for (name, expect) in [
        (
            "AuthorizationPendingException",
            expect![[r#"AuthorizationPending ["AuthorizationPendingException"]"#]],
        ),
        (
            "SlowDownException:http://internal.amazon.com/",
            expect![[r#"SlowDown ["SlowDownException"]"#]],
        ),
        ("ExpiredTokenException", expect![[r#"ExpiredToken ["ExpiredTokenException"]"#]]),
        ("InvalidGrantException", expect![[r#"InvalidGrant ["InvalidGrantException"]"#]]),
        ("InvalidClientException", expect![[r#"InvalidClient ["InvalidClientException"]"#]]),
    ] {
        let reply = Reply { error_type: Some(name.to_owned()), ..aws(400) };
        check(Operation::CreateToken, reply, "", expect);
    }
}

#[test]
fn the_start_is_refused_for_region_url_or_registration() {
    let start = Operation::StartDeviceAuthorization;
    check(
        start,
        aws(400),
        r#"{"error":"invalid_request"}"#,
        expect![[r#"InvalidRequest ["invalid_request"]"#]],
    );
    check(start, aws(400), "", expect!["InvalidRequest []"]);
    check(start, aws(401), "", expect!["InvalidClient []"]);
    let register = Operation::RegisterClient;
    check(
        register,
        aws(400),
        r#"{"error":"invalid_scope"}"#,
        expect![[r#"InvalidScope ["invalid_scope"]"#]],
    );
    check(
        register,
        aws(400),
        r#"{"error":"invalid_client_metadata"}"#,
        expect![[r#"InvalidClientMetadata ["invalid_client_metadata"]"#]],
    );
    check(
        register,
        aws(400),
        r#"{"error":"invalid_request"}"#,
        expect![[r#"BadRequest ["invalid_request"]"#]],
    );
}

#[test]
fn the_portal_says_it_in_status_and_type() {
    let list = Operation::ListAccountRoles;
    let unauthorized = r#"{"message":"Session token not found or invalid","__type":"com.amazonaws.switchboard.portal#UnauthorizedException"}"#;
    check(
        list,
        aws(401),
        unauthorized,
        expect![[
            r#"Unauthorized ["UnauthorizedException", "Session token not found or invalid"]"#
        ]],
    );
    check(
        list,
        aws(403),
        r#"{"message":"No access","__type":"ForbiddenException"}"#,
        expect![[r#"Forbidden ["ForbiddenException", "No access"]"#]],
    );
    let throttled = r#"{"message":"HTTP 429 Unknown Code","__type":"com.amazonaws.switchboard.portal#TooManyRequestsException"}"#;
    check(
        list,
        aws(429),
        throttled,
        expect![[r#"Throttled ["TooManyRequestsException", "HTTP 429 Unknown Code"]"#]],
    );
    let origin = r#"{"message":"Origin not allowed: https://x","__type":"com.amazonaws.switchboard.portal#InvalidRequestException"}"#;
    check(
        list,
        aws(400),
        origin,
        expect![[r#"BadRequest ["InvalidRequestException", "Origin not allowed: https://x"]"#]],
    );
    check(
        list,
        aws(404),
        r#"{"__type":"ResourceNotFoundException"}"#,
        expect![[r#"NotFound ["ResourceNotFoundException"]"#]],
    );
    check(list, aws(503), "<html>", expect!["ServerError []"]);
}

#[test]
fn throttling_is_known_by_its_name_too() {
    for name in ["ThrottlingException", "TooManyRequestsException:", "Throttling"] {
        let reply = Reply { error_type: Some(name.to_owned()), ..aws(400) };
        for operation in Operation::ALL {
            assert_eq!(read(operation, reply.clone(), "").kind, ErrorKind::Throttled, "{name}");
        }
    }
    check(
        Operation::ListAccountRoles,
        aws(400),
        r#"{"message":"Rate exceeded","__type":"com.amazon.coral.availability#ThrottlingException"}"#,
        expect![[r#"Throttled ["ThrottlingException", "Rate exceeded"]"#]],
    );
    check(
        Operation::CreateToken,
        aws(400),
        r#"{"error":"invalid_request","__type":"ThrottlingException"}"#,
        expect![[r#"Throttled ["invalid_request"]"#]],
    );
}

#[test]
fn an_error_is_named_by_header_or_body() {
    let list = Operation::ListAccounts;
    let reply = Reply { error_type: Some("UnauthorizedException:http://x".to_owned()), ..aws(400) };
    check(list, reply, "{}", expect![[r#"Unauthorized ["UnauthorizedException"]"#]]);
    check(list, aws(400), r#"{"Message":"x"}"#, expect![[r#"BadRequest ["x"]"#]]);
}

#[test]
fn bodies_that_are_no_json_survive() {
    let bare = Reply { request_id: None, ..aws(403) };
    check(
        Operation::CreateToken,
        bare,
        "<AccessDeniedException/>",
        expect![[r#"Forbidden ["AccessDeniedException"]"#]],
    );
    check(Operation::CreateToken, aws(200), r#"{"accessToken":"hush"#, expect!["Malformed []"]);
    check(Operation::ListAccounts, aws(400), "<", expect!["BadRequest []"]);
    check(Operation::ListAccounts, aws(400), "[1, 2]", expect!["BadRequest []"]);
}

#[test]
fn the_relays_own_refusals_are_told_from_awss() {
    let body = r#"{"error":"onramp_relay","reason":"the region is not in the list"}"#;
    for (status, expect) in [
        (400, expect![[r#"Relay(Request) ["onramp_relay", "the region is not in the list"]"#]]),
        (403, expect![[r#"Relay(Forbidden) ["onramp_relay", "the region is not in the list"]"#]]),
        (404, expect![[r#"Relay(NotOffered) ["onramp_relay", "the region is not in the list"]"#]]),
        (429, expect![[r#"Relay(Throttled) ["onramp_relay", "the region is not in the list"]"#]]),
        (504, expect![[r#"Relay(Upstream) ["onramp_relay", "the region is not in the list"]"#]]),
        (418, expect![[r#"Relay(Other) ["onramp_relay", "the region is not in the list"]"#]]),
    ] {
        check(Operation::CreateToken, stranger(status, "application/json"), body, expect);
    }
    for (reason, expect) in [
        (
            "region_not_allowed",
            expect![[r#"Relay(RegionNotAllowed) ["onramp_relay", "region_not_allowed"]"#]],
        ),
        (
            "start_url_not_allowed",
            expect![[r#"Relay(StartUrlNotAllowed) ["onramp_relay", "start_url_not_allowed"]"#]],
        ),
        (
            "call_not_allowed",
            expect![[r#"Relay(CallNotAllowed) ["onramp_relay", "call_not_allowed"]"#]],
        ),
    ] {
        let body = format!(r#"{{"error":"onramp_relay","reason":"{reason}"}}"#);
        check(Operation::CreateToken, stranger(403, "application/json"), &body, expect);
    }
}

#[test]
fn any_sign_of_aws_is_enough() {
    let with = |error_type: Option<&str>| Reply {
        error_type: error_type.map(str::to_owned),
        ..stranger(404, "application/json")
    };
    for (reply, body) in [
        (aws(404), ""),
        (with(Some("OtherException")), ""),
        (with(None), r#"{"__type":"OtherException"}"#),
        (with(None), r#"{"error":"other"}"#),
        (with(None), "<OtherException/>"),
    ] {
        let error = read(Operation::ListAccounts, reply, body);
        assert_eq!(error.kind, ErrorKind::NotFound, "{body}");
    }
    let error = read(Operation::ListAccounts, with(None), "");
    assert_eq!(error.kind, ErrorKind::NoRelay);
}

#[test]
fn what_is_no_relay_is_told() {
    let call = Operation::RegisterClient;
    check(
        call,
        stranger(404, "text/html; charset=utf-8"),
        "<!doctype html>",
        expect!["NoRelay []"],
    );
    check(call, stranger(405, "text/plain"), "", expect!["NoRelay []"]);
    check(call, stranger(200, "Text/HTML"), "<!doctype html><title>Onramp", expect!["NoRelay []"]);
    check(call, stranger(403, "text/html"), "<h1>Blocked by policy</h1>", expect!["NoRelay []"]);
    check(call, stranger(501, "text/html"), "Unsupported method ('POST')", expect!["NoRelay []"]);
    check(call, stranger(502, "text/html"), "<h1>Bad Gateway</h1>", expect!["ServerError []"]);
    check(call, aws(404), "", expect!["NotFound []"]);
}

#[test]
fn an_error_can_be_shown_with_its_details() {
    let reply = Reply { retry_after: Some(" 7 ".to_owned()), ..aws(401) };
    let error = read(Operation::ListAccounts, reply, r#"{"message":"Session token not found"}"#);
    expect!["ListAccounts: the access token is not valid"].assert_eq(&error.to_string());
    assert_eq!((error.status, error.retry_after), (Some(401), Some(7)));
    assert_eq!(error.request_id.as_deref(), Some("r-1"));
    let date = Reply { retry_after: Some("Wed, 21 Oct 2026 07:28:00 GMT".to_owned()), ..aws(429) };
    assert_eq!(read(Operation::ListAccounts, date, "{}").retry_after, None);
}

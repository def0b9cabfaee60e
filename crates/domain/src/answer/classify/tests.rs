//! The table of FACTS "Errors", and what stands between the page and AWS.

use super::{Reply, ReplyBody, classify};
use crate::answer::CallError;
use crate::call::Call;
use crate::json::{FromFields, Json, from_serde};
use crate::wire::ErrorBody;
use expect_test::{Expect, expect};

/// A reply with AWS's request id and JSON, unless a test says otherwise.
fn aws(status: u16) -> Reply<'static> {
    Reply {
        status,
        content_type: Some("application/json"),
        error_type: None,
        request_id: Some("r-1"),
        retry_after: None,
        body: ReplyBody::Text(""),
    }
}

/// A reply from something that knows nothing of AWS.
fn stranger(status: u16, content_type: &'static str) -> Reply<'static> {
    Reply { content_type: Some(content_type), request_id: None, ..aws(status) }
}

/// Reads the body as a browser would: JSON where it is, else text.
fn read(call: Call, reply: Reply<'_>, body: &str) -> CallError {
    let json = serde_json::from_str(body).ok().map(from_serde).and_then(Json::into_fields);
    match json.map(ErrorBody::from_fields) {
        Some(Ok(json)) => classify(call, Reply { body: ReplyBody::Json(&json), ..reply }),
        Some(Err(_)) | None => classify(call, Reply { body: ReplyBody::Text(body), ..reply }),
    }
}

#[track_caller]
fn check(call: Call, reply: Reply<'_>, body: &str, expect: Expect) {
    let CallError { kind, code, text, reason, .. } = read(call, reply, body);
    let told: Vec<String> = [code, text, reason].into_iter().flatten().collect();
    expect.assert_eq(&format!("{kind:?} {told:?}"));
}

#[test]
fn create_token_says_it_in_error() {
    let check = |status, body, expect| check(Call::CreateToken, aws(status), body, expect);
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
        let reply = Reply { error_type: Some(name), ..aws(400) };
        check(Call::CreateToken, reply, "", expect);
    }
}

#[test]
fn the_start_is_refused_for_region_url_or_registration() {
    let start = Call::StartDeviceAuthorization;
    check(
        start,
        aws(400),
        r#"{"error":"invalid_request"}"#,
        expect![[r#"InvalidRequest ["invalid_request"]"#]],
    );
    check(start, aws(400), "", expect!["InvalidRequest []"]);
    check(start, aws(401), "", expect!["InvalidClient []"]);
    let register = Call::RegisterClient;
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
    let list = Call::ListAccountRoles;
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
fn bodies_that_are_no_json_survive() {
    let bare = Reply { request_id: None, ..aws(403) };
    check(
        Call::CreateToken,
        bare,
        "<AccessDeniedException/>",
        expect![[r#"Forbidden ["AccessDeniedException"]"#]],
    );
    check(Call::CreateToken, aws(200), r#"{"accessToken":"hush"#, expect!["Malformed []"]);
    check(Call::ListAccounts, aws(400), "<", expect!["BadRequest []"]);
    check(Call::ListAccounts, aws(400), "[1, 2]", expect!["BadRequest []"]);
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
        check(Call::CreateToken, stranger(status, "application/json"), body, expect);
    }
}

#[test]
fn what_is_no_relay_is_told() {
    let call = Call::RegisterClient;
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
    let reply = Reply { retry_after: Some(" 7 "), ..aws(401) };
    let error = read(Call::ListAccounts, reply, r#"{"message":"Session token not found"}"#);
    expect!["ListAccounts: the access token is not valid"].assert_eq(&error.to_string());
    assert_eq!((error.status, error.retry_after), (Some(401), Some(7)));
    assert_eq!(error.request_id.as_deref(), Some("r-1"));
    let date = Reply { retry_after: Some("Wed, 21 Oct 2026 07:28:00 GMT"), ..aws(429) };
    assert_eq!(read(Call::ListAccounts, date, "{}").retry_after, None);
}

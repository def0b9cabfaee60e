//! Cache files through the browser's own JSON parser, and times in the person's own zone.

use crate::waiting::Listener;
use chrono::{DateTime, Utc};
use onramp::app::effect::Effect;
use onramp::app::event::{Event, TokenEvent};
use onramp::app::token::CacheText;
use onramp_domain::cache::{CacheKind, CacheReport, JsonFault, RefreshParts};
use wasm_bindgen_test::wasm_bindgen_test;

/// What a text's fields mean, in a few words.
async fn read(text: &str) -> String {
    let event = Listener::new().answer(Effect::ParseJson(CacheText::pasted(text.to_owned()))).await;
    let Event::Token(TokenEvent::JsonParsed(given, parsed)) = event else { panic!("{event:?}") };
    assert_eq!(given.expose(), text);
    match parsed {
        Err(JsonFault::NotJson { .. }) => "not JSON".to_owned(),
        Err(JsonFault::NotAnObject) => "not an object".to_owned(),
        Ok(fields) => match CacheReport::of_fields(*fields) {
            Err(error) => error.to_string(),
            Ok(report) => format!("{} until {}", kind(&report), report.expires_at()),
        },
    }
}

fn kind(report: &CacheReport) -> &'static str {
    match report.kind() {
        CacheKind::SsoToken(RefreshParts::Complete { .. }) => "token with a refresh",
        CacheKind::SsoToken(_) => "token",
        CacheKind::ClientRegistration => "registration",
        CacheKind::RoleCredentials => "credentials",
    }
}

#[wasm_bindgen_test]
async fn every_kind_of_file_is_known() {
    for (text, expected) in [
        (
            r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T11:00:00Z"}"#,
            "token until 2026-11-24 11:00:00 UTC",
        ),
        (
            r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T11:00:00UTC","refreshToken":"SECRET","clientId":"c","clientSecret":"SECRET","registrationExpiresAt":"2027-01-01T00:00:00Z"}"#,
            "token with a refresh until 2026-11-24 11:00:00 UTC",
        ),
        (
            r#"{"clientId":"c","clientSecret":"SECRET","expiresAt":"2027-01-01T00:00:00Z"}"#,
            "registration until 2027-01-01 00:00:00 UTC",
        ),
        (
            r#"{"ProviderType":"sso","Credentials":{"SessionToken":"SECRET","Expiration":"2026-11-24T11:00:00Z"}}"#,
            "credentials until 2026-11-24 11:00:00 UTC",
        ),
    ] {
        assert_eq!(read(text).await, expected, "{text}");
    }
}

#[wasm_bindgen_test]
async fn a_file_as_deep_as_somebody_pleases_is_read() {
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    let token =
        format!(r#"{{"accessToken":"SECRET","more":{deep},"expiresAt":"2026-11-24T11:00:00Z"}}"#);
    assert_eq!(read(&token).await, "token until 2026-11-24 11:00:00 UTC");
    assert_eq!(read(&deep).await, "not an object");
}

#[wasm_bindgen_test]
async fn fields_of_other_types_are_read_as_such() {
    for (value, expected) in [
        ("null", "the file doesn't say when it expires"),
        ("true", "the expiry is not a time"),
        ("0", "the expiry is not a time"),
        ("-1", "the expiry is not a time"),
        ("1.5", "the expiry is not a time"),
        ("1e400", "the expiry is not a time"),
        ("123456789012345678901234567890", "the expiry is not a time"),
        ("[]", "the expiry is not a time"),
        (r#"["2026-11-24T11:00:00Z"]"#, "the expiry is not a time"),
        ("{}", "the expiry is not a time"),
        (r#"{"a":{"b":[1,null]}}"#, "the expiry is not a time"),
        (r#""""#, "the expiry is not a time"),
        (r#""2026-11-24T11:00:00""#, "the expiry has no time zone"),
    ] {
        let text = format!(r#"{{"accessToken":"SECRET","expiresAt":{value}}}"#);
        assert_eq!(read(&text).await, expected, "{text}");
    }
}

#[wasm_bindgen_test]
async fn odd_neighbours_are_passed_over() {
    let text = r#"{"__proto__":{"expiresAt":"no"},"constructor":1,"":[],"toString":null,"big":1e999,"nested":[[[{}]]],"accessToken":"S\ud800","expiresAt":"2020-01-01T00:00:00Z","expiresAt":"2026-11-24T11:00:00Z"}"#;
    assert_eq!(read(text).await, "token until 2026-11-24 11:00:00 UTC");
}

#[wasm_bindgen_test]
async fn what_is_no_object_is_told_from_what_is_no_json() {
    for (text, expected) in [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("{'a': 1}", "not JSON"),
        ("{} {}", "not JSON"),
        ("null", "not an object"),
        ("[{}]", "not an object"),
        ("\"{}\"", "not an object"),
        ("1", "not an object"),
        ("{}", "not a cache file of IAM Identity Center"),
        (r#"{"accessToken":{"a":1}}"#, "not a cache file of IAM Identity Center"),
    ] {
        assert_eq!(read(text).await, expected, "{text}");
    }
}

#[wasm_bindgen_test]
async fn a_time_is_written_for_the_person() {
    let times: Vec<DateTime<Utc>> = ["2026-06-15T12:34:07Z", "2026-06-15T15:34:07Z"]
        .map(|time| time.parse().expect("a time"))
        .to_vec();
    let event = Listener::new().answer(Effect::TellLocalTimes(times.clone())).await;
    let Event::Token(TokenEvent::LocalTimesTold(told)) = event else { panic!("{event:?}") };
    // Whatever the zone, the year and the seconds are the same, and three hours make a difference.
    assert_eq!(told.iter().map(|(time, _)| *time).collect::<Vec<_>>(), times);
    assert!(told.iter().all(|(_, text)| text.contains("2026") && text.contains("07")), "{told:?}");
    assert_ne!(told[0].1, told[1].1);
}

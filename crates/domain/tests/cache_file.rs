//! Promises about cache files that hold for any bytes.
//!
//! Not here: that an answer is the right one, which the test vectors say.

#[allow(dead_code, reason = "those about config files have a test of their own")]
mod promises;

use chrono::{DateTime, Utc};
use proptest::prelude::*;

/// What cache files, and what is copied along with them, are made of.
const PARTS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\",
    "\\\"",
    ":",
    ",",
    "\n",
    " ",
    "“",
    "”",
    "\0",
    "\u{feff}",
    "\u{a0}",
    "ü",
    "2025-05-26T10:42:21Z",
    "Token for corp does not exist",
    "Session token not found or invalid",
    "[profile dev]\nregion = x",
];

/// Fields of cache files, right and wrong.
const FIELDS: &[&str] = &[
    "\"accessToken\":null",
    "\"expiresAt\":1e999",
    "\"accessToken\":\"SECRET\"",
    "\"refreshToken\":\"SECRET\"",
    "\"clientId\":\"c\",\"clientSecret\":\"SECRET\"",
    "\"startUrl\":\"https://acme.awsapps.com/start\"",
    "\"issuerUrl\":1",
    "\"expiresAt\":\"2025-05-26T10:42:21Z\"",
    "\"expiresAt\":\"0000-01-01T00:00:00+23:59\"",
    "\"expiresAt\":\"9999-12-31T23:59:59-23:59\"",
    "\"registrationExpiresAt\":\"2025-08-01T00:00:00Z\"",
    "\"Credentials\":{\"Expiration\":\"2025-05-26T10:42:21UTC\"}",
];

fn text() -> impl Strategy<Value = String> {
    let parts = prop::collection::vec(prop::sample::select([PARTS, FIELDS].concat()), 0..40);
    let file = prop::collection::vec(prop::sample::select(FIELDS), 0..6);
    let bytes = prop::collection::vec(any::<u8>(), 0..200);
    prop_oneof![
        3 => parts.prop_map(|parts| parts.concat()),
        3 => file.prop_map(|fields| format!("{{{}}}", fields.join(","))),
        1 => bytes.prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    ]
}

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    let around = -62_167_219_200..253_402_300_800_i64;
    let of = |seconds| DateTime::from_timestamp(seconds, 0).unwrap();
    prop_oneof![around, 1_748_256_000..1_748_257_000_i64].prop_map(of)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_an_answer_or_an_error(text in text(), now in moment()) {
        promises::cache_file::any_text_is_answered(&text, now);
    }
}

#[test]
fn a_long_hostile_text_has_an_answer() {
    let now = DateTime::from_timestamp(1_748_256_000, 0).unwrap();
    for part in
        PARTS.iter().chain(FIELDS).chain(&["{\"", "{}", "{\"a\":", "{\"a\n", "[{\"", "{\"\\", "“{"])
    {
        promises::cache_file::any_text_is_answered(&part.repeat(20_000), now);
    }
}

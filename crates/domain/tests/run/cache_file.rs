//! `cache` and `cache-name`: what a pasted cache file is, and what the file is called.

use chrono::{DateTime, Datelike, Timelike, Utc};
use onramp_domain::cache_file::{
    self, CacheError, CacheKind, CacheReport, CacheState, Owner, Refreshable,
};
use serde_json::{Value, json};

#[derive(serde::Deserialize)]
pub(crate) struct Given {
    text: String,
    now: String,
}

pub(crate) fn answer(given: Given) -> Result<Value, String> {
    Ok(file(cache_file::read(&given.text).as_ref(), now(&given.now)?))
}

pub(super) fn now(text: &str) -> Result<DateTime<Utc>, String> {
    cache_file::parse_timestamp(text).map_err(|error| format!("`now`: {error}"))
}

/// What a file is, or why it is none.
pub(super) fn file(read: Result<&CacheReport, &CacheError>, now: DateTime<Utc>) -> Value {
    let report = match read {
        Ok(report) => report,
        Err(error) => return json!({"error": code(error)}),
    };
    let mut got = json!({
        "kind": match report.kind() {
            CacheKind::SsoToken => "sso-token",
            CacheKind::ClientRegistration => "client-registration",
            CacheKind::RoleCredentials => "role-credentials",
        },
        "expires_at": iso(report.expires_at()),
        "state": match report.state(now) {
            CacheState::Valid => "valid",
            CacheState::ExpiresSoon => "expires-soon",
            CacheState::Expired => "expired",
        },
        "remaining_seconds": report.remaining(now).num_seconds(),
    });
    match report.refreshable(now) {
        Refreshable::NotAToken => {}
        refreshable => {
            got["refreshable"] = matches!(refreshable, Refreshable::Yes { .. }).into();
        }
    }
    got
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum GivenName {
    Session(String),
    StartUrl(String),
}

pub(crate) fn answer_name(given: GivenName) -> Result<Value, String> {
    let owner = match given {
        GivenName::Session(name) => Owner::Session(name),
        GivenName::StartUrl(url) => Owner::StartUrl(url),
    };
    Ok(json!({"file_name": owner.file_name()}))
}

fn code(error: &CacheError) -> &'static str {
    match error {
        CacheError::Empty => "empty",
        CacheError::LooksLikeConfig => "looks-like-config",
        CacheError::NotJson | CacheError::BareSecret | CacheError::Database => "not-json",
        CacheError::NotAnObject => "not-an-object",
        CacheError::UnknownKind(_) => "unknown-kind",
        CacheError::MissingExpiry => "missing-expiry",
        CacheError::BadTimestamp => "bad-timestamp",
        CacheError::TimestampWithoutZone => "timestamp-without-zone",
    }
}

pub(super) fn iso(time: DateTime<Utc>) -> String {
    let (date, clock) = (time.date_naive(), time.time());
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        date.year(),
        date.month(),
        date.day(),
        clock.hour(),
        clock.minute(),
        clock.second()
    )
}

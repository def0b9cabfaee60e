//! The lines for a terminal say of every file what the page says of it, run for real.
//!
//! The time of each case stands in the place of the lines' own look at the clock; nothing else of them is changed.

use super::super::super::text;
use crate::app::testing::{Page, at};
use crate::app::token::{Checked, Finding};
use chrono::{DateTime, Utc};
use onramp_domain::cache::{CacheError, CacheKind, OneLiners, Owner};
use std::path::Path;
use std::process::Command;

const CASES: &str = include_str!("../../../../crates/domain/tests/vectors/cache.jsonl");

/// Files that these cases lack.
const MORE: &[&str] = &[
    r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T10:14:59Z"}"#,
    r#"{"accessToken":"SECRET","expiresAt":"2026-11-24 10:14:59 UTC"}"#,
    r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T10:00:30.999Z"}"#,
    r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T09:59:59Z"}"#,
    r#"{"accessToken":"SECRET","expiresAt":"2026-11-25T11:00:00GMT"}"#,
    r#"{"accessToken":"SECRET","expiresAt":"2026-11-26T10:00:00-0730"}"#,
    r#"{"accessToken":"SECRET","expiresAt":"2026-02-30T10:00:00Z"}"#,
    r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T09:00:00Z","refreshToken":"","clientId":"c","clientSecret":"SECRET","registrationExpiresAt":"2027-01-01T00:00:00Z"}"#,
    r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T09:00:00Z","refreshToken":"SECRET","clientId":"c","clientSecret":"SECRET","registrationExpiresAt":"2027-01-01T00:00:00"}"#,
    r#"{"accessToken":"SECRET","expiresAt":"2026-11-24T09:00:00Z","refreshToken":"SECRET","clientId":"c","clientSecret":"SECRET","registrationExpiresAt":"2027-01-01T00:00:00.5UTC"}"#,
    r#"{"startUrl":"u","accessToken":"SECRET","expiresAt":null}"#,
    "  \n",
    "7",
];

/// What the page says of a file, in one line; `None` for what no sign-in's file can be.
fn page_says(text: &str, now: DateTime<Utc>) -> Option<String> {
    let mut page = Page::open("#/token");
    page.now = now;
    page.drop_files(&[("file.json", text)]);
    let token = &page.model().token;
    let Some(Checked { outcome, .. }) = token.checked().first() else {
        assert!(token.names(&page.model().center).config().is_some(), "no answer to {text}");
        return None;
    };
    match outcome {
        Ok(Finding::File(report)) => match report.kind() {
            CacheKind::SsoToken(_) => {
                let (_, state) = text::state(report, now);
                let left = text::remaining(report.remaining(now).num_seconds());
                Some(format!("{state}: {left}, {} UTC", report.expires_at().naive_utc()))
            }
            // The CLI gives these files other names, so a line for a sign-in never reads one.
            CacheKind::ClientRegistration | CacheKind::RoleCredentials => None,
        },
        Ok(other) => panic!("{text} is no file, but {other:?}"),
        Err(CacheError::LooksLikeConfig) => None,
        Err(error) => Some(text::cache_error(error).0.to_owned()),
    }
}

/// What a line says where this is the file of the session `corp`.
fn line_says(line: &str, text: &str, home: &Path) -> String {
    let cache = home.join(".aws/sso/cache");
    std::fs::create_dir_all(&cache).unwrap();
    std::fs::write(cache.join(corp().file_name()), text).unwrap();
    let output = Command::new("bash").args(["-c", line]).env("HOME", home).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    String::from_utf8(said).unwrap().trim().to_owned()
}

fn corp() -> Owner {
    Owner::Session("corp".to_owned())
}

/// The program where it is installed; a machine without it is told so, and runs the other lines.
fn is_there(program: &str) -> bool {
    let is_there =
        Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !is_there {
        eprintln!("{program} is not there; its line was not run");
    }
    is_there
}

/// A line that takes `now` for the time; the line must look at the clock in this one way.
fn at_time(line: &str, clock: &str, now: &str) -> String {
    assert!(line.contains(clock), "{line}");
    line.replace(clock, now)
}

#[test]
fn every_line_says_what_the_page_says() {
    let vectors = CASES.lines().map(|line| {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let given = |key: &str| case["given"][key].as_str().unwrap().to_owned();
        (given("text"), given("now"))
    });
    let more = MORE.iter().map(|text| ((*text).to_owned(), "2026-11-24T10:00:00Z".to_owned()));
    let home = tempfile::tempdir().unwrap();
    let OneLiners { jq, python, .. } = OneLiners::of(&corp());
    let (has_jq, has_python) = (is_there("jq"), is_there("python3"));
    let mut compared = 0;
    for (text, now) in vectors.chain(more) {
        let now = at(&now);
        let Some(expected) = page_says(&text, now) else { continue };
        compared += 1;
        let seconds = now.timestamp().to_string();
        if has_jq {
            let line = at_time(&jq, "now)", &format!("{seconds})"));
            assert_eq!(line_says(&line, &text, home.path()), expected, "jq: {text}");
        }
        if has_python {
            let fixed = format!("d.datetime.fromtimestamp({seconds}, d.timezone.utc)");
            let line = at_time(&python, "d.datetime.now(d.timezone.utc)", &fixed);
            assert_eq!(line_says(&line, &text, home.path()), expected, "python3: {text}");
        }
    }
    assert!(compared > 35, "only {compared} were compared");
}

//! The lines for a terminal, run for real: what they say of a token is what the page says.
//!
//! PowerShell's is only compared with what it was; `jq` and `python3` are run where they are.
#![cfg(unix)]

use chrono::{DateTime, TimeDelta, Utc};
use expect_test::expect;
use onramp_domain::cache::{OneLiners, Owner};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

const OWNER: &str = "it's corp";

fn lines() -> OneLiners {
    OneLiners::of(&Owner::Session(OWNER.to_owned()))
}

#[expect(clippy::disallowed_methods, reason = "the lines look at the system's own clock")]
fn now() -> DateTime<Utc> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    DateTime::from_timestamp(since.as_secs().try_into().unwrap(), 0).unwrap()
}

fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

/// What a line says in this home folder.
fn said(line: &str, home: &Path) -> String {
    let output = Command::new("bash").args(["-c", line]).env("HOME", home).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    String::from_utf8(text).unwrap().trim().replace(home.to_str().unwrap(), "~")
}

/// Runs both lines on a token with these fields; the end in its last form, to be compared.
#[track_caller]
fn check(fields: &str, left: TimeDelta, expected: &str) {
    let home = tempfile::tempdir().unwrap();
    let cache = home.path().join(".aws/sso/cache");
    std::fs::create_dir_all(&cache).unwrap();
    let end = (now() + left).naive_utc().to_string().replace(' ', "T");
    let text =
        format!(r#"{{"startUrl": "u", "accessToken": "SECRET", {fields}}}"#).replace("END", &end);
    std::fs::write(cache.join(Owner::Session(OWNER.to_owned()).file_name()), text).unwrap();
    let expected = format!("{expected}, {end}Z");
    for (program, line) in [("jq", lines().jq), ("python3", lines().python)] {
        if is_there(program) {
            assert_eq!(said(&line, home.path()), expected, "{program}");
        } else {
            eprintln!("{program} is not there; its line was not run");
        }
    }
}

const REFRESH: &str = r#""refreshToken": "SECRET", "clientId": "c", "clientSecret": "SECRET""#;

#[test]
fn every_state_is_told() {
    let half = TimeDelta::seconds(30);
    check(r#""expiresAt": "ENDZ""#, TimeDelta::minutes(185) + half, "Valid: 3 h 5 min left");
    check(r#""expiresAt": "ENDUTC""#, TimeDelta::minutes(10) + half, "Ends soon: 0 h 10 min left");
    check(r#""expiresAt": "END.123456Z""#, -half, "Expired: ended");
    let refreshed = format!(
        r#""expiresAt": "END+00:00", {REFRESH}, "registrationExpiresAt": "2999-01-01T00:00:00Z""#
    );
    check(&refreshed, -half, "Expired, but can be refreshed: ended");
    check(&refreshed, TimeDelta::minutes(1) + half, "Valid, about to be refreshed: 0 h 1 min left");
    let ended = refreshed.replace("2999", "2001");
    check(&ended, -half, "Expired: ended");
    check(&format!(r#""expiresAt": "ENDZ", {REFRESH}"#), -half, "Expired: ended");
}

#[test]
fn a_file_that_is_not_there_is_said() {
    let home = tempfile::tempdir().unwrap();
    for (program, line) in [("jq", lines().jq), ("python3", lines().python)] {
        if is_there(program) {
            let file = Owner::Session(OWNER.to_owned()).file_name();
            let expected = format!("No sign-in: ~/.aws/sso/cache/{file} is not there");
            assert_eq!(said(&line, home.path()), expected, "{program}");
        }
    }
}

#[test]
fn powershells_line_is_as_it_was() {
    expect![[r#"$f = "$HOME/.aws/sso/cache/82c803fe1c5234e123f3065b1b4e55902d782519.json"; if (Test-Path $f) { $j = Get-Content $f -Raw | ConvertFrom-Json; $t = { param($v) if ($v -is [datetime]) { $v.ToUniversalTime() } elseif ($v) { [datetime]::ParseExact($v.Substring(0, 19), 's', [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal') } else { [datetime]::MinValue } }; $n = [datetime]::UtcNow; $e = & $t $j.expiresAt; $s = [math]::Floor(($e - $n).TotalSeconds); $r = $j.refreshToken -and $j.clientId -and $j.clientSecret -and (& $t $j.registrationExpiresAt) -gt $n; $w = if ($s -ge 900) { 'Valid' } elseif ($s -gt 0 -and $r) { 'Valid, about to be refreshed' } elseif ($s -gt 0) { 'Ends soon' } elseif ($r) { 'Expired, but can be refreshed' } else { 'Expired' }; $l = if ($s -gt 0) { "$([math]::Floor($s / 3600)) h $([math]::Floor($s % 3600 / 60)) min left" } else { 'ended' }; "${w}: $l, $($e.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture))" } else { "No sign-in: $f is not there" }"#]].assert_eq(&lines().powershell);
}

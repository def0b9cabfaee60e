//! The lines for a terminal, run for real and with the real clock. That they say what the page says, of every kind of
//! file, is a test of the page's.
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

/// Runs both lines on a token with these fields, and compares how what they say begins and ends.
#[track_caller]
fn check(fields: &str, left: TimeDelta, expected: &str) {
    let home = tempfile::tempdir().unwrap();
    let cache = home.path().join(".aws/sso/cache");
    std::fs::create_dir_all(&cache).unwrap();
    let end = (now() + left).naive_utc().to_string();
    let text = format!(r#"{{"startUrl": "u", "accessToken": "SECRET", {fields}}}"#)
        .replace("END", &end.replace(' ', "T"));
    std::fs::write(cache.join(Owner::Session(OWNER.to_owned()).file_name()), text).unwrap();
    for (program, line) in [("jq", lines().jq), ("python3", lines().python)] {
        if is_there(program) {
            let said = said(&line, home.path());
            let is_right = said.starts_with(expected) && said.ends_with(&format!(", {end} UTC"));
            assert!(is_right, "{program}: {said}");
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
    check(r#""expiresAt": "ENDUTC""#, TimeDelta::minutes(10) + half, "Ends soon: 10 min ");
    check(r#""expiresAt": "END.123456Z""#, -half, "Expired: ended 3");
    let refreshed = format!(
        r#""expiresAt": "END+00:00", {REFRESH}, "registrationExpiresAt": "2999-01-01T00:00:00Z""#
    );
    check(&refreshed, -half, "Expired, but can be refreshed: ended 3");
    check(&refreshed, TimeDelta::minutes(1) + half, "Valid, about to be refreshed: 1 min ");
    let ended = refreshed.replace("2999", "2001");
    check(&ended, -half, "Expired: ended 3");
    check(&format!(r#""expiresAt": "ENDZ", {REFRESH}"#), -half, "Expired: ended 3");
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
    expect![[r#"$f = "$HOME/.aws/sso/cache/82c803fe1c5234e123f3065b1b4e55902d782519.json"; $x = if (Test-Path $f) { "$(Get-Content $f -Raw -Encoding UTF8)".Trim() }; $j = try { ConvertFrom-Json $x } catch { }; $t = { param($v) if ($v -is [datetime]) { if ($v.Kind -eq 'Unspecified') { $false } else { $v.ToUniversalTime() } } elseif ("$v" -match '^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)([.,]\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$') { if ($Matches[4]) { try { ([datetimeoffset]"$($Matches[1])T$($Matches[2])$($Matches[4] -replace 'UTC|GMT', 'Z')").UtcDateTime } catch { } } else { $false } } }; $w = { param($s) $s = [math]::Floor($s); $m = [math]::Floor($s / 60) % 60; $h = [math]::Floor($s / 3600); $d = [math]::Floor($h / 24); if ($d -gt 1) { "$d days" } elseif ($d -eq 1) { "1 day $($h % 24) h" } elseif ($h -gt 0) { "$h h $m min" } elseif ($m -gt 0) { "$m min $($s % 60) s" } else { "$s s" } }; $n = [datetime]::UtcNow; $e = & $t $j.expiresAt; if ($null -eq $x) { "No sign-in: $f is not there" } elseif ($x -eq '') { 'There is nothing in it' } elseif ($null -eq $j -and $x -ne 'null' -and $x -notmatch '^\[\s*\]$') { 'That is not a whole cache file' } elseif ($j -isnot [System.Management.Automation.PSCustomObject]) { 'That is JSON, but no cache file' } elseif ($j.accessToken -isnot [string]) { "That is not one of the AWS CLI's cache files" } elseif ($null -eq $j.expiresAt) { 'It does not say when it ends' } elseif ($e -is [bool]) { 'Its end has no time zone' } elseif ($null -eq $e) { 'Its end is not a time' } else { $e = $e.AddTicks(-($e.Ticks % 10000000)); $s = ($e - $n).TotalSeconds; $g = & $t $j.registrationExpiresAt; $r = $j.refreshToken -and $j.clientId -and $j.clientSecret -and $g -is [datetime] -and $g -gt $n; $q = if ($s -ge 900) { 'Valid' } elseif ($s -gt 0 -and $r) { 'Valid, about to be refreshed' } elseif ($s -gt 0) { 'Ends soon' } elseif ($r) { 'Expired, but can be refreshed' } else { 'Expired' }; $l = if ($s -gt 0) { "$(& $w $s) left" } else { "ended $(& $w (-$s)) ago" }; "${q}: $l, $($e.ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)) UTC" }"#]].assert_eq(&lines().powershell);
}

//! The lines for a terminal, run for real and with the real clock.
//!
//! PowerShell's is only compared with what it was; `jq` and `python3` are run where they are.
#![cfg(unix)]

use chrono::{DateTime, TimeDelta, Utc};
use expect_test::expect;
use onramp_domain::cache_file::{Owner, terminal_lines};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

const OWNER: &str = "it's corp";

/// For `jq`, PowerShell and Python.
fn lines() -> [String; 3] {
    terminal_lines(&Owner::Session(OWNER.to_owned()))
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

/// Runs both lines on a token that expires so long from now.
#[track_caller]
fn check(form: &str, left: TimeDelta, expected: &str) {
    let home = tempfile::tempdir().unwrap();
    let cache = home.path().join(".aws/sso/cache");
    std::fs::create_dir_all(&cache).unwrap();
    let end = (now() + left).naive_utc().to_string().replace(' ', "T");
    let text =
        format!(r#"{{"accessToken": "SECRET", "expiresAt": "{}"}}"#, form.replace("END", &end));
    std::fs::write(cache.join(Owner::Session(OWNER.to_owned()).file_name()), text).unwrap();
    let [jq, _, python] = lines();
    for (program, line) in [("jq", jq), ("python3", python)] {
        if is_there(program) {
            assert_eq!(said(&line, home.path()), expected, "{program} of {form}");
        } else {
            eprintln!("{program} is not there; its line was not run");
        }
    }
}

#[test]
fn what_is_left_is_told_in_every_form_that_the_cli_writes() {
    let half = TimeDelta::seconds(30);
    for form in ["ENDZ", "ENDUTC", "END.123456Z", "END+00:00"] {
        check(form, TimeDelta::minutes(185) + half, "3 h 5 min left");
        check(form, half, "0 h 0 min left");
        check(form, -half, "expired");
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let home = tempfile::tempdir().unwrap();
    let file = Owner::Session(OWNER.to_owned()).file_name();
    let [jq, _, python] = lines();
    for (program, line) in [("jq", jq), ("python3", python)] {
        if is_there(program) {
            let said = said(&line, home.path());
            assert!(said.contains(&format!("~/.aws/sso/cache/{file}")), "{program}: {said}");
        }
    }
}

#[test]
fn powershells_line_is_as_it_was() {
    expect![[r#"$null = (Get-Content -Raw ~/.aws/sso/cache/82c803fe1c5234e123f3065b1b4e55902d782519.json) -match '"expiresAt": *"(.{19})'; $left = [datetimeoffset]"$($Matches[1])Z" - [datetimeoffset]::Now; if ($left -gt [timespan]::Zero) { '{0} h {1} min left' -f [math]::Floor($left.TotalHours), $left.Minutes } else { 'expired' }"#]].assert_eq(&lines()[1]);
}

//! The real program: its ready line, its end, and how it says no.

use crate::running::{Running, ending, onramp};
use expect_test::{Expect, expect};
use std::fs;
use std::net::TcpStream;
use std::process::Output;

#[test]
fn it_serves_from_the_ready_line_to_the_signal() {
    let page = tempfile::tempdir().unwrap();
    fs::write(page.path().join("index.html"), "the page").unwrap();
    let page = page.path().to_str().unwrap();
    for signal in ["-TERM", "-INT"] {
        let running = Running::start(&["serve", "--listen", "127.0.0.1:0", "--page", page]);
        assert!(running.get("/healthz").starts_with("HTTP/1.1 200 OK"));
        assert!(running.get("/").ends_with("\r\n\r\nthe page"));
        assert!(running.get("/onramp.json").ends_with("\r\n\r\n{}"));
        // An idle connection doesn't keep it.
        let _idle = TcpStream::connect(&running.address).unwrap();
        let (status, stdout, stderr) = running.end(signal);
        assert_eq!((status, stdout.as_str()), (Some(0), ""), "{stderr}");
        assert_eq!(stderr.matches(" page - 200 ").count(), 1, "{stderr}");
    }
}

#[test]
fn it_answers_when_nobody_reads_its_log_any_more() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = onramp(&["serve", "--no-page", "--listen", "127.0.0.1:0"]);
    let running = Running::of(command.stderr(writer));
    assert!(running.get("/nothing").starts_with("HTTP/1.1 404 "));
    assert_eq!(running.end("-TERM").0, Some(0));
}

#[test]
fn it_fails_as_usual_when_nobody_reads_why() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = onramp(&["check-config", "/nowhere.json"]);
    command.stderr(writer);
    assert_eq!(ending(command).status.code(), Some(1));
}

#[test]
fn an_organisation_that_no_machine_holds_is_a_wrong_option() {
    let most = usize::MAX.to_string();
    for option in ["--accounts", "--roles"] {
        let output = ending(onramp(&["fake-idc", "--listen", "127.0.0.1:0", option, &most]));
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn an_upstream_is_said_loudly() {
    let args =
        ["serve", "--no-page", "--listen", "127.0.0.1:0", "--upstream", "http://127.0.0.1:9"];
    let (_, _, stderr) = Running::start(&args).end("-TERM");
    assert!(
        stderr.contains("EVERY RELAYED CALL, TOKENS INCLUDED, GOES TO http://127.0.0.1:9/"),
        "{stderr}"
    );
}

#[track_caller]
fn check_failure(args: &[&str], expect: Expect) {
    let Output { status, stdout, stderr } = ending(onramp(args));
    assert_eq!((status.code(), stdout.as_slice()), (Some(1), b"".as_slice()));
    expect.assert_eq(&String::from_utf8(stderr).unwrap());
}

#[test]
fn it_does_not_start_with_what_is_wrong() {
    check_failure(
        &["serve", "--listen", "0.0.0.0:0"],
        expect![[r#"
            onramp: off loopback, name what browsers reach this host as with `--origin https://…`
        "#]],
    );
    check_failure(
        &["serve", "--listen", "127.0.0.1:0"],
        expect![[r#"
        onramp: there is no page in this program: give --page DIR, or --no-page to serve the relay alone
    "#]],
    );
    check_failure(
        &["serve", "--no-page", "--allow-region", "eu-wst-1"],
        expect![[r#"
        onramp: --allow-region: no region `eu-wst-1` with Identity Center is known, did you mean `eu-west-1`?
    "#]],
    );
    check_failure(
        &["fake-idc", "--listen", "0.0.0.0:0"],
        expect![[r#"
        onramp: 0.0.0.0:0 is not a loopback address: give --allow-remote-clients if others may approve sign-ins
    "#]],
    );
    check_failure(
        &["serve", "--upstream", "http://10.0.0.1", "--allow-remote-upstream"],
        expect![[r#"
            onramp: an upstream on another machine sees every token, and so must be reached by https
        "#]],
    );
    check_failure(
        &["serve", "--listen", "127.0.0.1:0", "--upstream", "http://10.0.0.1"],
        expect![[r#"
            onramp: an upstream on another machine sees every token: give --allow-remote-upstream if it may
        "#]],
    );
}

#[test]
fn a_file_that_is_not_there_is_named_with_the_systems_reason() {
    let reason = fs::read("/nowhere.json").unwrap_err();
    let output = ending(onramp(&["check-config", "/nowhere.json"]));
    let expected = format!("onramp: can't read /nowhere.json: {reason}\n");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);
}

#[test]
fn check_config_says_what_is_wrong_and_where() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("onramp.json");
    let path = file.to_str().unwrap();
    fs::write(&file, "{\n  \"region\": \"eu-wst-1\"\n}").unwrap();
    let output = ending(onramp(&["check-config", path]));
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap().replace(path, "FILE");
    expect![[r#"
        onramp: FILE:2:13: region: no region `eu-wst-1` with Identity Center is known, did you mean `eu-west-1`?
    "#]].assert_eq(&stderr);

    fs::write(&file, "{\"region\": \"eu-west-1\"}").unwrap();
    assert!(ending(onramp(&["check-config", path])).status.success());
}

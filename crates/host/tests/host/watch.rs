//! What whoever runs the program sees of it: metrics, the log as JSON, the version.

use crate::address::reserved_address;
use crate::running::{Running, ending, get, onramp, read_answer};

#[test]
fn calls_and_refusals_are_counted() {
    let metrics = reserved_address();
    let running = Running::start(&[
        "serve",
        "--no-page",
        "--listen",
        "127.0.0.1:0",
        "--upstream",
        "http://127.0.0.1:1",
        "--metrics",
        &metrics,
    ]);
    running.get("/aws/eu-west-1/portal/assignment/accounts");
    running.get("/aws/eu-west-1/portal/assignment/accounts?x=1");
    running.get("/healthz");
    assert!(running.get("/metrics").starts_with("HTTP/1.1 404 "));
    let metrics = get(&metrics, "/metrics");
    for line in [
        r#"onramp_requests_total{call="ListAccounts",status="502"} 1"#,
        r#"onramp_requests_total{call="ListAccounts",status="400"} 1"#,
        r#"onramp_requests_total{call="page",status="404"} 1"#,
        r#"onramp_refusals_total{reason="unreachable"} 1"#,
        r#"onramp_refusals_total{reason="unknown_query"} 1"#,
        r#"onramp_upstream_seconds_count{call="ListAccounts"} 1"#,
        "onramp_calls_in_flight 0",
        "onramp_connections ",
    ] {
        assert!(metrics.contains(line), "{line}\n{metrics}");
    }
}

#[test]
fn the_log_can_be_json_with_the_client_behind_a_trusted_proxy() {
    let running = Running::start(&[
        "serve",
        "--no-page",
        "--listen",
        "127.0.0.1:0",
        "--log-format",
        "json",
        "--trusted-proxy",
        "127.0.0.1",
    ]);
    let request = format!(
        "GET /nothing HTTP/1.1\r\nhost: {}\r\nx-forwarded-for: 203.0.113.9, 198.51.100.7\r\n\
         x-request-id: forged\r\nconnection: close\r\n\r\n",
        running.address
    );
    let answer = read_answer(&mut running.send(request.as_bytes()));
    let (_, _, stderr) = running.end("-TERM");
    let lines: Vec<serde_json::Value> =
        stderr.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let line = lines.iter().find(|line| line["message"] == "request").unwrap();
    let shown =
        ["level", "method", "call", "region", "client"].map(|key| line[key].as_str().unwrap());
    assert_eq!(shown, ["INFO", "GET", "page", "-", "198.51.100.7"]);
    assert_eq!(line["status"], 404);
    // The id that the client was given, and not one of its own making.
    let id = line["id"].as_str().unwrap();
    assert!(answer.contains(&format!("x-request-id: {id}\r\n")) && id != "forged", "{answer}");
}

#[test]
fn the_version_names_the_commit() {
    let output = ending(onramp(&["--version"]));
    let version = String::from_utf8(output.stdout).unwrap();
    let expected = concat!("onramp ", env!("CARGO_PKG_VERSION"), " (");
    assert!(version.starts_with(expected) && version.ends_with(")\n"), "{version}");
}

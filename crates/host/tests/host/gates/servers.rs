//! nginx and Caddy as they come with the system, in front of the simulated Identity Center.

use super::start::{Gate, caddy, nginx};
use crate::attacks::{closed_proxy, on_every_gate};
use crate::demo::Page;
use crate::running::{Running, get, in_time, read_answer, send};
use crate::support::not_run;
use onramp_domain::{Region, StartUrl};
use onramp_page_files::{ASK_EACH_TIME, FOR_GOOD, PAGE_HEADERS};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use tempfile::TempDir;

/// One of the two in front of this upstream, with a page of one line; `None` where it is not here.
fn gate(make: Make, upstream: &str) -> Option<(Gate, TempDir)> {
    let page = tempfile::tempdir().unwrap();
    fs::write(page.path().join("index.html"), "the page").unwrap();
    fs::write(page.path().join(HASHED), "a file").unwrap();
    let gate = make(page.path(), upstream);
    if gate.is_none() {
        not_run("nginx or Caddy");
    }
    gate.map(|gate| (gate, page))
}

type Make = fn(&Path, &str) -> Option<Gate>;

const HASHED: &str = "app-0123456789abcdef01234567.css";

fn check_attacks(address: &str, asked: &AtomicUsize) {
    let mut through = Vec::new();
    for attack in on_every_gate(address) {
        let answer = read_answer(&mut send(address, &attack.request));
        let status = answer.get(9..12).unwrap_or("closed");
        if asked.swap(0, Ordering::SeqCst) > 0 || !(status == "closed" || status.starts_with('4')) {
            through.push(format!("{}: {status}", attack.name));
        }
    }
    assert!(through.is_empty(), "\n{}", through.join("\n"));
    // A right call does go out.
    let call = get(address, "/aws/eu-west-1/portal/assignment/accounts?next_token=a&max_result=1");
    assert!(call.starts_with("HTTP/1.1 502 "), "{call}");
    assert!(asked.load(Ordering::SeqCst) > 0);
}

fn check_page(address: &str) {
    for (path, status, cache) in [
        ("/", 200, ASK_EACH_TIME),
        (&format!("/{HASHED}"), 200, FOR_GOOD),
        ("/gone-0123456789abcdef01234567.css", 404, ASK_EACH_TIME),
    ] {
        let answer = get(address, path);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{path}: {answer}");
        for (name, value) in PAGE_HEADERS.into_iter().chain([("cache-control", cache)]) {
            let is_there = |line: &str| {
                line.split_once(": ")
                    .is_some_and(|(it, text)| it.eq_ignore_ascii_case(name) && text == value)
            };
            assert!(answer.lines().any(is_there), "{path}: {name}\n{answer}");
        }
    }
}

#[test]
fn nginx_refuses_every_attack() {
    let (upstream, asked) = closed_proxy();
    let Some((gate, _page)) = gate(nginx, &upstream) else { return };
    check_attacks(&gate.address, &asked);
    check_page(&gate.address);
}

#[test]
fn caddy_refuses_every_attack() {
    let (upstream, asked) = closed_proxy();
    let Some((gate, _page)) = gate(caddy, &upstream) else { return };
    check_attacks(&gate.address, &asked);
    check_page(&gate.address);
}

/// An upstream that takes one request, and gives its head.
fn one_head() -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let taken = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut lines = BufReader::new(&stream).lines().map(Result::unwrap);
        let head: Vec<String> = lines.by_ref().take_while(|line| !line.is_empty()).collect();
        let answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-type: application/json\r\n\
            set-cookie: a=b\r\nlocation: https://evil.example/\r\naccess-control-allow-origin: *\r\n\
            x-amzn-requestid: 1234\r\nconnection: close\r\n\r\n{}";
        (&stream).write_all(answer.as_bytes()).unwrap();
        head.join("\n").to_ascii_lowercase()
    });
    (origin, taken)
}

/// Of a browser's headers three go out, and of AWS's those come back that the page reads.
fn check_headers(make: Make) {
    let (upstream, taken) = one_head();
    let Some((gate, _page)) = gate(make, &upstream) else { return };
    let request = format!(
        "GET /aws/eu-west-1/portal/assignment/accounts?next_token=a%2Bb HTTP/1.1\r\nHost: {}\r\n\
         Accept: application/json\r\nAuthorization: x\r\nCookie: x\r\nForwarded: for=x\r\n\
         Origin: http://{}\r\nReferer: x\r\nSec-Fetch-Dest: empty\r\nSec-Fetch-Mode: cors\r\n\
         Sec-Fetch-Site: same-origin\r\nUser-Agent: x\r\nVia: x\r\nX-Amz-Date: x\r\n\
         X-Forwarded-For: x\r\nX-Amz-Sso_Bearer_Token: token\r\nConnection: close\r\n\r\n",
        gate.address, gate.address
    );
    let answer = read_answer(&mut send(&gate.address, request.as_bytes())).to_ascii_lowercase();
    let head = in_time("a request", || taken.join().unwrap());
    let mut lines = head.lines();
    let line = lines.next().unwrap();
    assert!(line.ends_with("/assignment/accounts?next_token=a%2bb http/1.1"), "{line}");
    assert!(head.contains("\naccept: application/json"), "{head}");
    assert!(head.contains("\nx-amz-sso_bearer_token: token"), "{head}");
    for line in lines {
        let name = line.split(':').next().unwrap();
        let passes = [
            "host",
            "accept",
            "accept-encoding",
            "connection",
            "content-type",
            "x-amz-sso_bearer_token",
        ];
        assert!(passes.contains(&name), "{line}");
    }
    assert!(
        answer.starts_with("http/1.1 200") && answer.contains("\nx-amzn-requestid: 1234"),
        "{answer}"
    );
    for name in ["set-cookie", "location", "access-control-allow-origin"] {
        assert!(!answer.contains(&format!("\n{name}:")), "{answer}");
    }
}

#[test]
fn through_nginx_pass_only_the_headers_that_must() {
    check_headers(nginx);
}

#[test]
fn through_caddy_pass_only_the_headers_that_must() {
    check_headers(caddy);
}

/// The largest body that it takes: nginx would put it into a file, and warn of that.
#[test]
fn nginx_writes_no_call_to_disk() {
    let (upstream, asked) = closed_proxy();
    let Some((gate, _page)) = gate(nginx, &upstream) else { return };
    let call = format!(
        "POST /aws/eu-west-1/oidc/token HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/json\r\nContent-Length: 16384\r\nConnection: close\r\n\r\n{}",
        gate.address,
        " ".repeat(16384)
    );
    let answer = read_answer(&mut send(&gate.address, call.as_bytes()));
    assert!(answer.starts_with("HTTP/1.1 502 ") && asked.load(Ordering::SeqCst) > 0, "{answer}");
    assert!(!gate.log().contains("temporary file"), "{}", gate.log());
}

#[tokio::test]
async fn a_person_signs_in_through_nginx() {
    let fake = Running::start(&["fake-idc", "--listen", "127.0.0.1:0", "--accounts", "120"]);
    let upstream = format!("http://{}", fake.address);
    let Some((gate, _page)) = gate(nginx, &upstream) else { return };
    check_sign_in(&gate, &upstream).await;
}

#[tokio::test]
async fn a_person_signs_in_through_caddy() {
    let fake = Running::start(&["fake-idc", "--listen", "127.0.0.1:0", "--accounts", "120"]);
    let upstream = format!("http://{}", fake.address);
    let Some((gate, _page)) = gate(caddy, &upstream) else { return };
    check_sign_in(&gate, &upstream).await;
}

/// The whole sign-in, of whose secrets none is in the server's log.
async fn check_sign_in(gate: &Gate, upstream: &str) {
    let page = Page::at(&gate.address);
    for (start_url, region, accounts) in [
        ("https://d-0000000001.awsapps.com/start", "eu-west-1", 120),
        ("https://ssoins-0000000000000001.portal.eu-central-1.app.aws", "eu-central-1", 3),
        ("https://start.home.awsapps.cn/directory/onramp", "cn-north-1", 3),
    ] {
        let start_url = StartUrl::parse(start_url).unwrap();
        let region = Region::parse(region).unwrap();
        assert_eq!(page.sign_in(&start_url, region, upstream).await, accounts, "{start_url:?}");
    }
    let (log, secrets) = (gate.log(), page.secrets());
    assert_eq!(secrets.len(), 6 * 3);
    assert!(secrets.iter().all(|secret| !log.contains(secret)), "a secret is in the log: {log}");
}

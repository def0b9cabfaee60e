//! Every attack of `deploy/attacks.txt`, byte for byte, against the program as it stands in the open.

use crate::running::{Running, onramp, read_answer};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const ATTACKS: &str = include_str!("../../../../deploy/attacks.txt");

/// Those that any server in front of AWS must refuse; the rest are on this program's own parser.
pub(crate) fn on_every_gate(host: &str) -> Vec<Attack<'static>> {
    let mut attacks = Attack::read_all(ATTACKS, host);
    attacks.retain(|attack| !attack.name.starts_with("[program]"));
    attacks
}

/// One attack: its name, its bytes, and the answer that it gets.
pub(crate) struct Attack<'a> {
    pub(crate) name: &'a str,
    pub(crate) request: Vec<u8>,
    answer: &'a str,
}

impl<'a> Attack<'a> {
    fn read_all(text: &'a str, host: &str) -> Vec<Attack<'a>> {
        text.split("\n== ").skip(1).map(|entry| Attack::read(entry, host)).collect()
    }

    fn read(entry: &'a str, host: &str) -> Attack<'a> {
        let (request, answer) = entry.split_once("\n=> ").expect(entry);
        let (name, request) = request.split_once('\n').expect(entry);
        let request = request
            .replace("{OWN}", "Host: {HOST}\nSec-Fetch-Site: same-origin\nConnection: close")
            .replace("{HOST}", host);
        Attack { name, request: bytes(&repeat(&request)), answer: answer.trim() }
    }
}

/// Writes out `{x*N}` and `{h*N}`.
fn repeat(request: &str) -> String {
    let mut text = String::new();
    let mut rest = request;
    while let Some((before, after)) = rest.split_once("{x*").or_else(|| rest.split_once("{h*")) {
        let (count, after) = after.split_once('}').unwrap();
        let unit = if rest[before.len()..].starts_with("{x") { "x" } else { "H: h\n" };
        text = text + before + &unit.repeat(count.parse().unwrap());
        rest = after;
    }
    text + rest
}

/// Ends each line in CR LF, but for those that end in `\`, and writes out `\xNN`.
fn bytes(request: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for line in request.split('\n') {
        let (line, end) = match line.strip_suffix('\\') {
            Some(line) => (line, ""),
            None => (line, "\r\n"),
        };
        let mut parts = line.split("\\x");
        bytes.extend_from_slice(parts.next().unwrap_or_default().as_bytes());
        for part in parts {
            let (hex, rest) = part.split_at(2);
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
            bytes.extend_from_slice(rest.as_bytes());
        }
        bytes.extend_from_slice(end.as_bytes());
    }
    bytes
}

/// Status of the first answer, and the relay's reason where there is one.
fn summary(answers: &str) -> String {
    let Some(first) = answers.split("HTTP/1.").nth(1).filter(|_| answers.starts_with("HTTP/1."))
    else {
        return if answers.is_empty() { "closed".to_owned() } else { format!("{answers:?}") };
    };
    let status = first.split(' ').nth(1).unwrap_or_default();
    match first.split_once(r#""reason":""#).and_then(|(_, rest)| rest.split('"').next()) {
        Some(reason) => format!("{status} {reason}"),
        None => status.to_owned(),
    }
}

/// A proxy that lets nobody through, and counts who asks. It stands between the program and AWS.
pub(crate) fn closed_proxy() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    thread::spawn(move || {
        for stream in listener.incoming() {
            count.fetch_add(1, Ordering::SeqCst);
            drop(stream);
        }
    });
    (address, asked)
}

#[test]
fn every_attack_gets_its_answer_and_nothing_else() {
    let (proxy, asked) = closed_proxy();
    let page = tempfile::tempdir().unwrap();
    std::fs::write(page.path().join("index.html"), "the page").unwrap();
    let args = ["serve", "--listen", "127.0.0.1:0", "--page", page.path().to_str().unwrap()];
    let locks =
        ["--allow-start-url", "https://acme.awsapps.com/start", "--allow-region", "eu-west-1"];
    let mut command = onramp(&[&args[..], &locks].concat());
    for name in ["HTTP_PROXY", "NO_PROXY", "http_proxy", "no_proxy", "https_proxy", "all_proxy"] {
        command.env_remove(name);
    }
    let running = Running::of(command.env("HTTPS_PROXY", &proxy).env("ALL_PROXY", &proxy));

    let attacks = Attack::read_all(ATTACKS, &running.address);
    assert!(attacks.len() >= 80, "{}", attacks.len());
    let mut wrong = Vec::new();
    for Attack { name, request, answer } in attacks {
        let got = read_answer(&mut running.send(&request));
        if summary(&got) != answer {
            wrong.push(format!("{name}: {} in place of {answer}", summary(&got)));
        }
        for line in got.lines().map(str::to_ascii_lowercase) {
            assert!(!line.starts_with("access-control-"), "{name}: {line}");
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert_eq!(asked.load(Ordering::SeqCst), 0, "AWS was called");

    // It is well, and a right call would still go out.
    assert!(running.get("/healthz").starts_with("HTTP/1.1 200 OK"));
    assert!(running.get("/aws/eu-west-1/portal/assignment/accounts").starts_with("HTTP/1.1 502 "));
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    let (status, _, stderr) = running.end("-TERM");
    assert_eq!(status, Some(0), "{stderr}");
    assert!(!stderr.contains("hunter") && !stderr.contains("panicked"), "{stderr}");
}

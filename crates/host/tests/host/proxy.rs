//! A company's proxy, as `HTTPS_PROXY` and `HTTP_PROXY` name it.

use crate::running::{Running, in_time, onramp};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::Command;
use std::thread::{self, JoinHandle};

const SERVE: [&str; 4] = ["serve", "--no-page", "--listen", "127.0.0.1:0"];
const ACCOUNTS: &str = "/aws/eu-west-1/portal/assignment/accounts";

/// Takes one connection, answers 204, and gives the first line that came in.
fn one_request() -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let taken = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut reader = BufReader::new(&stream);
        let mut first = String::new();
        reader.read_line(&mut first).unwrap();
        let mut line = first.clone();
        while !line.trim().is_empty() {
            line.clear();
            reader.read_line(&mut line).unwrap();
        }
        (&stream).write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n").unwrap();
        first.trim().to_owned()
    });
    (origin, taken)
}

/// Forgets what the machine that runs the test says about proxies.
fn without_proxy(command: &mut Command) -> &mut Command {
    let names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"];
    names.into_iter().fold(command, |command, name| {
        command.env_remove(name).env_remove(name.to_ascii_lowercase())
    })
}

#[test]
fn aws_is_reached_through_the_proxy() {
    let (proxy, taken) = one_request();
    let named = proxy.replace("//", "//user:secret@");
    let running = Running::of(without_proxy(&mut onramp(&SERVE)).env("HTTPS_PROXY", named));
    // The proxy hangs up after its first answer, so AWS is not reached.
    assert!(running.get(ACCOUNTS).starts_with("HTTP/1.1 502 "));
    let asked = in_time("a request", || taken.join().unwrap());
    assert_eq!(asked, "CONNECT portal.sso.eu-west-1.amazonaws.com:443 HTTP/1.1");
    let (_, _, stderr) = running.end("-TERM");
    let address = proxy.strip_prefix("http://").unwrap();
    let said = format!("AWS is reached through the proxy {address} (HTTPS_PROXY)");
    assert!(stderr.contains(&said) && !stderr.contains("secret"), "{stderr}");
}

#[test]
fn a_loopback_upstream_is_not() {
    let (upstream, taken) = one_request();
    let mut command = onramp(&[&SERVE[..], &["--upstream", &upstream]].concat());
    // Nobody listens at port 1.
    let nobody = "http://127.0.0.1:1";
    let proxied = without_proxy(&mut command).env("HTTP_PROXY", nobody).env("ALL_PROXY", nobody);
    let running = Running::of(proxied);
    assert!(running.get(ACCOUNTS).starts_with("HTTP/1.1 204 "));
    let asked = in_time("a request", || taken.join().unwrap());
    assert_eq!(asked, "GET /portal.sso.eu-west-1.amazonaws.com/assignment/accounts HTTP/1.1");
}

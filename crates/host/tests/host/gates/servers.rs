//! nginx and Caddy as they come with the system, in front of the simulated Identity Center.

use super::DEPLOY;
use crate::attacks::{closed_proxy, on_every_gate};
use crate::demo::Page;
use crate::running::{Running, get, read_answer, send};
use crate::support::not_run;
use onramp_domain::{Region, StartUrl};
use onramp_host::PAGE_HEADERS;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tempfile::TempDir;
use tokio::time::Instant;

/// A server of the machine's own in front of an upstream, ended with the test.
struct Gate {
    child: Child,
    address: String,
    _folder: TempDir,
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// nginx with the files of `deploy/`, in the clear on a port of its own, and this in AWS's place; `None` where nginx
/// is not here.
fn nginx(upstream: &str) -> Option<Gate> {
    let folder = tempfile::tempdir().unwrap();
    let path = &folder.path().to_str().unwrap().to_owned();
    let address = crate::watch::free_address();
    let site = fs::read_to_string(Path::new(DEPLOY).join("nginx/onramp.conf")).unwrap();
    let in_the_clear: Vec<&str> =
        site.lines().filter(|line| !line.trim_start().starts_with("ssl_")).collect();
    let site = in_the_clear
        .join("\n")
        .replace("listen 443 ssl", &format!("listen {address}"))
        .replace(
            r"https://onramp\.acme\.example",
            &format!("http://{}", address.replace('.', r"\.")),
        )
        .replace("server_name onramp.acme.example", "server_name 127.0.0.1")
        .replace("onramp.acme.example", &address)
        .replace("https://$onramp_host", &format!("{upstream}/$onramp_host"))
        .replace("/var/www/onramp", path);
    let main = format!(
        "daemon off;\nmaster_process off;\npid {path}/pid;\nerror_log stderr;\n\
         events {{}}\nhttp {{\n\
         client_body_temp_path {path}/a;\nproxy_temp_path {path}/b;\nfastcgi_temp_path {path}/c;\n\
         uwsgi_temp_path {path}/d;\nscgi_temp_path {path}/e;\n{site}\n}}\n"
    );
    fs::create_dir(folder.path().join("onramp")).unwrap();
    for file in ["calls.conf", "headers.conf"] {
        fs::copy(
            Path::new(DEPLOY).join("nginx").join(file),
            folder.path().join("onramp").join(file),
        )
        .unwrap();
    }
    fs::write(folder.path().join("nginx.conf"), main).unwrap();
    fs::write(folder.path().join("index.html"), "the page").unwrap();
    let mut command = Command::new("nginx");
    command.args(["-p", path, "-c", &format!("{path}/nginx.conf")]);
    Gate::start(command, address, folder)
}

/// Caddy, likewise.
fn caddy(upstream: &str) -> Option<Gate> {
    let folder = tempfile::tempdir().unwrap();
    let path = &folder.path().to_str().unwrap().to_owned();
    let address = crate::watch::free_address();
    let (_, port) = address.split_once(':').unwrap();
    let site = fs::read_to_string(Path::new(DEPLOY).join("caddy/Caddyfile")).unwrap();
    // Plain HTTP has nothing to set but its timeouts.
    let in_the_clear: Vec<&str> =
        site.lines().filter(|line| !line.trim_start().starts_with("tls")).collect();
    let site = in_the_clear
        .join("\n")
        .replace("onramp.acme.example {", &format!("http://{address} {{"))
        .replace(":443 {\n\trespond", &format!("http://:{port} {{\n\trespond"))
        .replace(
            r"https://onramp\.acme\.example",
            &format!("http://{}", address.replace('.', r"\.")),
        )
        .replace("rewrite * ", "rewrite * /{onramp_host}")
        .replace("{onramp_host}:443", upstream.trim_start_matches("http://"))
        .replace("/var/www/onramp", path);
    for file in ["calls.caddy", "headers.caddy", "strip.caddy"] {
        fs::copy(Path::new(DEPLOY).join("caddy").join(file), folder.path().join(file)).unwrap();
    }
    let site = format!("{{\n\tadmin off\n\tauto_https off\n}}\n{site}\n");
    fs::write(folder.path().join("Caddyfile"), site).unwrap();
    fs::write(folder.path().join("index.html"), "the page").unwrap();
    let mut command = Command::new("caddy");
    command.args(["run", "--config", &format!("{path}/Caddyfile")]);
    command.env("HOME", path).env("XDG_DATA_HOME", path).env("XDG_CONFIG_HOME", path);
    Gate::start(command, address, folder)
}

impl Gate {
    /// Starts a server and waits until it listens; `None` where it is not here.
    fn start(mut command: Command, address: String, folder: TempDir) -> Option<Gate> {
        let log = folder.path().join("stderr");
        command.stdout(Stdio::null()).stderr(fs::File::create(&log).unwrap());
        let Ok(child) = command.spawn() else {
            not_run(&command.get_program().to_string_lossy());
            return None;
        };
        let gate = Gate { child, address, _folder: folder };
        let deadline = Instant::now() + Duration::from_secs(20);
        while std::net::TcpStream::connect(&gate.address).is_err() {
            let log = fs::read_to_string(&log).unwrap_or_default();
            assert!(Instant::now() < deadline, "it does not start: {log}");
        }
        Some(gate)
    }
}

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
    let page = get(address, "/");
    assert!(page.starts_with("HTTP/1.1 200 ") && page.ends_with("the page"), "{page}");
    for (name, value) in PAGE_HEADERS {
        let is_there = |line: &str| {
            line.split_once(": ")
                .is_some_and(|(it, text)| it.eq_ignore_ascii_case(name) && text == value)
        };
        assert!(page.lines().any(is_there), "{name}\n{page}");
    }
}

#[test]
fn nginx_refuses_every_attack() {
    let (upstream, asked) = closed_proxy();
    let Some(gate) = nginx(&upstream) else { return };
    check_attacks(&gate.address, &asked);
    check_page(&gate.address);
}

#[test]
fn caddy_refuses_every_attack() {
    let (upstream, asked) = closed_proxy();
    let Some(gate) = caddy(&upstream) else { return };
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
fn check_headers(make: fn(&str) -> Option<Gate>) {
    let (upstream, taken) = one_head();
    let Some(gate) = make(&upstream) else { return };
    let request = format!(
        "GET /aws/eu-west-1/portal/assignment/accounts?next_token=a%2Bb HTTP/1.1\r\nHost: {}\r\n\
         Accept: application/json\r\nAuthorization: x\r\nCookie: x\r\nForwarded: for=x\r\n\
         Origin: http://{}\r\nReferer: x\r\nSec-Fetch-Dest: empty\r\nSec-Fetch-Mode: cors\r\n\
         Sec-Fetch-Site: same-origin\r\nUser-Agent: x\r\nVia: x\r\nX-Amz-Date: x\r\n\
         X-Forwarded-For: x\r\nX-Amz-Sso_Bearer_Token: token\r\nConnection: close\r\n\r\n",
        gate.address, gate.address
    );
    let answer = read_answer(&mut send(&gate.address, request.as_bytes())).to_ascii_lowercase();
    let head = taken.join().unwrap();
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

#[tokio::test]
async fn a_person_signs_in_through_nginx() {
    let fake = Running::start(&["fake-idc", "--listen", "127.0.0.1:0", "--accounts", "120"]);
    let upstream = format!("http://{}", fake.address);
    let Some(gate) = nginx(&upstream) else { return };
    check_sign_in(&gate.address, &upstream).await;
}

#[tokio::test]
async fn a_person_signs_in_through_caddy() {
    let fake = Running::start(&["fake-idc", "--listen", "127.0.0.1:0", "--accounts", "120"]);
    let upstream = format!("http://{}", fake.address);
    let Some(gate) = caddy(&upstream) else { return };
    check_sign_in(&gate.address, &upstream).await;
}

async fn check_sign_in(address: &str, upstream: &str) {
    let page = Page::at(address);
    for (start_url, region, accounts) in [
        ("https://d-0000000001.awsapps.com/start", "eu-west-1", 120),
        ("https://ssoins-0000000000000001.portal.eu-central-1.app.aws", "eu-central-1", 3),
        ("https://start.home.awsapps.cn/directory/onramp", "cn-north-1", 3),
    ] {
        let start_url = StartUrl::parse(start_url).unwrap();
        let region = Region::parse(region).unwrap();
        assert_eq!(page.sign_in(&start_url, region, upstream).await, accounts, "{start_url:?}");
    }
}

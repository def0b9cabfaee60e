//! The ways in beside a plain port: TLS, a socket file, systemd's socket.

use crate::running::{DEADLINE, Running, ending, get, onramp, read_answer};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Command, Stdio};
use tokio::time::Instant;

const HEAD: &str = "host: onramp.acme.example\r\nconnection: close\r\n\r\n";

/// Writes a certificate for `localhost` with its key into a folder; gives the certificate.
fn write_certificate(folder: &Path) -> reqwest::Certificate {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    fs::write(folder.join("cert.pem"), cert.pem()).unwrap();
    fs::write(folder.join("key.pem"), signing_key.serialize_pem()).unwrap();
    reqwest::Certificate::from_pem(cert.pem().as_bytes()).unwrap()
}

/// A client that trusts this certificate alone, and the origin of the page there.
fn client(address: &str, certificate: &reqwest::Certificate) -> (reqwest::Client, String) {
    rustls::crypto::ring::default_provider().install_default().ok();
    let client = reqwest::Client::builder().no_proxy().tls_certs_only([certificate.clone()]);
    let port = address.rsplit(':').next().unwrap();
    (client.build().unwrap(), format!("https://localhost:{port}"))
}

/// Whether such a client is answered.
async fn is_answered(address: &str, certificate: &reqwest::Certificate) -> bool {
    let (client, origin) = client(address, certificate);
    let answer = client.get(format!("{origin}/healthz")).send().await;
    answer
        .is_ok_and(|answer| answer.status() == 200 && answer.version() == reqwest::Version::HTTP_11)
}

#[tokio::test]
async fn tls_is_the_hosts_own_and_its_certificate_can_be_renewed() {
    let folder = tempfile::tempdir().unwrap();
    let first = write_certificate(folder.path());
    let file = |name| folder.path().join(name).to_str().unwrap().to_owned();
    let (certificate, key) = (file("cert.pem"), file("key.pem"));
    let running = Running::start(&[
        "serve",
        "--no-page",
        "--listen",
        "127.0.0.1:0",
        "--tls-cert",
        &certificate,
        "--tls-key",
        &key,
        "--upstream",
        "http://127.0.0.1:1",
    ]);
    assert!(is_answered(&running.address, &first).await);
    // The page there may have calls made, which reach nobody here.
    let (browser, origin) = client(&running.address, &first);
    let call = browser.post(format!("{origin}/aws/eu-west-1/portal/logout"));
    let call = call.header("sec-fetch-site", "same-origin").header("origin", &origin);
    let call = call.header("x-amz-sso_bearer_token", "token").send().await.unwrap();
    assert_eq!(call.status(), 502);
    // In the clear nothing is answered.
    let mut plain = running.send(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n");
    assert!(!read_answer(&mut plain).starts_with("HTTP"));

    fs::write(folder.path().join("key.pem"), "nothing").unwrap();
    running.signal("-HUP");
    let second = write_certificate(folder.path());
    let deadline = Instant::now() + DEADLINE;
    while !is_answered(&running.address, &second).await {
        assert!(Instant::now() < deadline, "the certificate is not read anew");
        running.signal("-HUP");
    }
    assert!(!is_answered(&running.address, &first).await);
    assert_eq!(running.end("-TERM").0, Some(0));
}

#[test]
fn a_certificate_that_is_none_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cert.pem");
    fs::write(&path, "nothing").unwrap();
    let path = path.to_str().unwrap();
    let output = ending(onramp(&["serve", "--no-page", "--tls-cert", path, "--tls-key", path]));
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.starts_with(&format!("onramp: can't read {path}: ")), "{stderr}");
}

#[test]
fn a_socket_file_is_for_a_proxy_on_the_same_machine() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("onramp.sock");
    let listen = format!("unix:{}", path.display());
    let args =
        ["serve", "--no-page", "--listen", &listen, "--origin", "https://onramp.acme.example"];
    // The second time the file is there already, of a program that was killed.
    for signal in ["-KILL", "-TERM"] {
        let running = Running::start(&args);
        assert_eq!(running.address, listen);
        let mut stream = UnixStream::connect(&path).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        write!(stream, "GET /nothing HTTP/1.1\r\nx-forwarded-for: 192.0.2.1\r\n{HEAD}").unwrap();
        let answer = std::io::read_to_string(stream).unwrap();
        assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
        let (_, _, stderr) = running.end(signal);
        assert!(stderr.contains(" client=192.0.2.1"), "{stderr}");
    }
    assert!(!path.exists());
}

#[test]
fn systemd_may_open_the_socket() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let program = onramp(&["serve", "--no-page", "--listen", "systemd"]);
    // What systemd does: the socket is descriptor 3, and two variables say so.
    let script = "exec 3<&0 </dev/null; LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" \"$@\"";
    let mut command = Command::new("sh");
    command.args(["-c", script]).arg(program.get_program()).args(program.get_args());
    command.stdin(Stdio::from(std::os::fd::OwnedFd::from(listener)));
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let running = Running::of(&mut command);
    assert_eq!(running.address, address);
    assert!(get(&address, "/healthz").starts_with("HTTP/1.1 200 OK"));
}

#[test]
fn a_machine_without_certificates_can_serve() {
    let mut command = onramp(&["serve", "--no-page", "--listen", "127.0.0.1:0"]);
    command.env("SSL_CERT_FILE", "/nowhere").env("SSL_CERT_DIR", "/nowhere");
    assert!(Running::of(&mut command).get("/healthz").starts_with("HTTP/1.1 200 OK"));
}

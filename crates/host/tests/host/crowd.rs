//! Many connections at once, slow ones, and the end of the program while a call is under way.

use crate::running::{DEADLINE, Running, onramp, read_answer};
use onramp_host::server::raise_descriptor_limit;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::Duration;
use tokio::time::Instant;

const SERVE: [&str; 4] = ["serve", "--no-page", "--listen", "127.0.0.1:0"];
const QUICKLY: Duration = Duration::from_secs(2);

/// To be held by each crowd, so that none has to share a small machine with another and is slow for that.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Opens so many connections that send nothing, the beginning of a head, or the beginning of a body.
fn crowd(running: &Running, connections: usize) -> Vec<TcpStream> {
    let body = format!(
        "POST /aws/eu-west-1/oidc/token HTTP/1.1\r\nhost: {}\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/json\r\ncontent-length: 1000\r\n\r\n{{",
        running.address
    );
    let begin = |n: usize| ["", "GET / HTTP/1.1\r\n", &body][n % 3].to_owned();
    (0..connections).map(|n| running.send(begin(n).as_bytes())).collect()
}

#[track_caller]
fn check_quick(running: &Running) {
    let begun = Instant::now();
    for path in ["/healthz", "/readyz"] {
        assert!(running.get(path).starts_with("HTTP/1.1 200 OK"), "{path}");
    }
    // A right call that reaches nobody is answered all the same.
    let call = running.get("/aws/eu-west-1/portal/assignment/accounts");
    assert!(call.starts_with("HTTP/1.1 502 "), "{call}");
    assert!(begun.elapsed() < QUICKLY, "{:?}", begun.elapsed());
}

#[test]
fn a_thousand_idle_connections_keep_nobody_out() {
    let _alone = alone();
    raise_descriptor_limit();
    let running = Running::start(&[&SERVE[..], &["--upstream", "http://127.0.0.1:1"]].concat());
    let idle = crowd(&running, 1000);
    check_quick(&running);
    drop(idle);
    let (status, _, stderr) = running.end("-TERM");
    assert_eq!(status, Some(0), "{stderr}");
}

/// The program with 256 descriptors.
fn limited(args: &[&str]) -> Running {
    let program = onramp(args);
    let mut limited = Command::new("sh");
    limited.args(["-c", "ulimit -n 256 && exec \"$0\" \"$@\""]).arg(program.get_program());
    limited.args(program.get_args()).stdout(Stdio::piped()).stderr(Stdio::piped());
    Running::of(&mut limited)
}

#[test]
fn calls_that_wait_for_aws_keep_nobody_out() {
    let _alone = alone();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", silent.local_addr().unwrap());
    let running = limited(&[&SERVE[..], &["--upstream", &origin]].concat());
    let call = format!(
        "POST /aws/eu-west-1/oidc/token HTTP/1.1\r\nhost: {}\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/json\r\ncontent-length: 2\r\n\r\n{{}}",
        running.address
    );
    let calls: Vec<TcpStream> = (0..200).map(|_| running.send(call.as_bytes())).collect();
    let begun = Instant::now();
    assert!(running.get("/healthz").starts_with("HTTP/1.1 200 OK"));
    assert!(begun.elapsed() < QUICKLY, "{:?}", begun.elapsed());
    drop(calls);
}

#[test]
fn more_idle_connections_than_descriptors_keep_nobody_out() {
    let _alone = alone();
    raise_descriptor_limit();
    let running = limited(&[&SERVE[..], &["--upstream", "http://127.0.0.1:1"]].concat());
    let idle = crowd(&running, 300);
    check_quick(&running);
    // The one that came first made way.
    assert_eq!(read_answer(&mut idle.into_iter().next().unwrap()), "");
    let (status, _, stderr) = running.end("-TERM");
    assert_eq!(status, Some(0), "{stderr}");
    assert!(!stderr.contains("can't take a connection"), "{stderr}");
}

/// An upstream that answers its one call when it is told to. Says when the call has come.
fn upstream_on_demand() -> (String, mpsc::Receiver<()>, mpsc::Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let (come, has_come) = mpsc::channel();
    let (go, may_go) = mpsc::channel();
    thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut lines = BufReader::new(&stream).lines();
        while lines.next().is_some_and(|line| !line.unwrap().is_empty()) {}
        come.send(()).unwrap();
        may_go.recv().unwrap();
        let answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";
        (&stream).write_all(answer.as_bytes()).unwrap();
    });
    (origin, has_come, go)
}

#[test]
fn an_answer_under_way_at_the_end_is_given() {
    let (origin, has_come, go) = upstream_on_demand();
    let running = Running::start(&[&SERVE[..], &["--upstream", &origin]].concat());
    let head = format!(
        "host: {}\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\n",
        running.address
    );
    // The program takes them in this order, so by the time of the call it has what came before.
    let mut probe = running.send(b"GET /readyz HTTP/1.1\r\n");
    let mut idle = running.send(b"");
    assert!(running.get("/readyz").starts_with("HTTP/1.1 200 OK"));
    let mut call = running.send(
        format!("POST /aws/eu-west-1/oidc/token HTTP/1.1\r\n{head}content-length: 2\r\n\r\n{{}}")
            .as_bytes(),
    );
    has_come.recv_timeout(DEADLINE).unwrap();

    running.signal("-TERM");
    // It ends at once for who has nothing under way, and takes nobody new.
    assert_eq!(read_answer(&mut idle), "");
    let deadline = Instant::now() + DEADLINE;
    while TcpStream::connect(&running.address).is_ok() {
        assert!(Instant::now() < deadline, "it still takes connections");
    }
    write!(probe, "host: {}\r\n\r\n", running.address).unwrap();
    let ready = read_answer(&mut probe);
    assert!(ready.starts_with("HTTP/1.1 503 "), "{ready}");

    go.send(()).unwrap();
    let answer = read_answer(&mut call);
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("{}"), "{answer}");
    let (status, stdout, stderr) = running.wait();
    assert_eq!((status, stdout.as_str()), (Some(0), ""), "{stderr}");
    assert!(stderr.contains(" POST CreateToken eu-west-1 200 "), "{stderr}");
}

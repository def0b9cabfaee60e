//! Many connections at once, slow ones, and the end of the program while a call is under way.

use crate::running::{DEADLINE, Running, get, onramp, read_answer, send};
use crate::support::Setup;
use onramp_host::metrics::Metrics;
use onramp_host::relay::{RemoteUpstream, Upstream};
use onramp_host::server::{
    Capacity, ListenAddress, Listener, Server, Shutdown, raise_descriptor_limit,
};
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use tokio::runtime::Builder;
use tokio::time::Instant;

const SERVE: [&str; 4] = ["serve", "--no-page", "--listen", "127.0.0.1:0"];
const NOBODY: &str = "http://127.0.0.1:1";

/// To be held by each crowd, so that none takes another's descriptors.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does this with a host whose clock stands still, so that what would wait for any time of the host's never comes.
fn without_waiting(capacity: Capacity, upstream: &str, work: fn(&str)) {
    let upstream = Upstream::mirror(upstream, RemoteUpstream::Refused).unwrap();
    let runtime = Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let address = ListenAddress::Port(([127, 0, 0, 1], 0).into());
        let listener = Listener::bind(&address, None).await.unwrap();
        let url = listener.url().to_owned();
        let router = Setup { calls: capacity.calls, ..Setup::on_loopback(upstream) }.router();
        let server = Server { router, capacity, metrics: Metrics::default() };
        tokio::spawn(server.serve(listener, Shutdown::default()));
        // As long as such work goes on, the runtime does not let time pass by itself.
        let client = tokio::task::spawn_blocking(move || {
            let begun = Instant::now();
            work(url.trim_start_matches("http://").trim_end_matches('/'));
            assert_eq!(begun.elapsed().as_millis(), 0);
        });
        client.await.unwrap();
    });
}

/// Opens so many connections that send nothing, the beginning of a head, or the beginning of a body.
fn crowd(address: &str, connections: usize) -> Vec<TcpStream> {
    let body = format!(
        "POST /aws/eu-west-1/oidc/token HTTP/1.1\r\nhost: {address}\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/json\r\ncontent-length: 1000\r\n\r\n{{"
    );
    let begin = |n: usize| ["", "GET / HTTP/1.1\r\n", &body][n % 3].to_owned();
    (0..connections).map(|n| send(address, begin(n).as_bytes())).collect()
}

#[track_caller]
fn check_answers(address: &str) {
    for path in ["/healthz", "/readyz"] {
        assert!(get(address, path).starts_with("HTTP/1.1 200 OK"), "{path}");
    }
    // A right call that reaches nobody is answered all the same.
    let call = get(address, "/aws/eu-west-1/portal/assignment/accounts");
    assert!(call.starts_with("HTTP/1.1 502 "), "{call}");
}

#[test]
fn a_thousand_idle_connections_keep_nobody_out() {
    let _alone = alone();
    let capacity = raise_descriptor_limit();
    let work = |address: &str| {
        let _idle = crowd(address, 1000);
        check_answers(address);
    };
    without_waiting(capacity, NOBODY, work);
    let running = Running::start(&[&SERVE[..], &["--upstream", NOBODY]].concat());
    work(&running.address);
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

/// What that program has room for.
const LIMITED: Capacity = Capacity { connections: 64, calls: 32 };

#[test]
fn calls_that_wait_for_aws_keep_nobody_out() {
    let _alone = alone();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", silent.local_addr().unwrap());
    let work = |address: &str| {
        let call = format!(
            "POST /aws/eu-west-1/oidc/token HTTP/1.1\r\nhost: {address}\r\nsec-fetch-site: same-origin\r\n\
             content-type: application/json\r\ncontent-length: 2\r\n\r\n{{}}"
        );
        let _calls: Vec<TcpStream> = (0..200).map(|_| send(address, call.as_bytes())).collect();
        assert!(get(address, "/healthz").starts_with("HTTP/1.1 200 OK"));
    };
    without_waiting(LIMITED, &origin, work);
    work(&limited(&[&SERVE[..], &["--upstream", &origin]].concat()).address);
}

#[test]
fn more_idle_connections_than_descriptors_keep_nobody_out() {
    let _alone = alone();
    raise_descriptor_limit();
    let work = |address: &str| {
        let idle = crowd(address, 300);
        check_answers(address);
        // The one that came first made way.
        assert_eq!(read_answer(&mut idle.into_iter().next().unwrap()), "");
    };
    without_waiting(LIMITED, NOBODY, work);
    let running = limited(&[&SERVE[..], &["--upstream", NOBODY]].concat());
    work(&running.address);
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

/// Waits until the other end has read all that was sent, as far as the system tells.
fn wait_until_read(stream: &TcpStream) {
    let port = |address: io::Result<SocketAddr>| format!(":{:04X}", address.unwrap().port());
    let (theirs, ours) = (port(stream.peer_addr()), port(stream.local_addr()));
    let deadline = Instant::now() + DEADLINE;
    // A row has the two addresses of a connection, and what its end has still to send and to read.
    while let Ok(table) = fs::read_to_string("/proc/net/tcp") {
        let is_read = |row: &str| {
            let row: Vec<&str> = row.split_whitespace().collect();
            row[1].ends_with(&theirs) && row[2].ends_with(&ours) && row[4].ends_with(":00000000")
        };
        if table.lines().any(is_read) {
            return;
        }
        assert!(Instant::now() < deadline, "it is not read");
    }
}

#[test]
fn an_answer_under_way_at_the_end_is_given() {
    let (origin, has_come, go) = upstream_on_demand();
    let running = Running::start(&[&SERVE[..], &["--upstream", &origin]].concat());
    let head = format!(
        "host: {}\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\n",
        running.address
    );
    let mut probe = running.send(b"GET /readyz HTTP/1.1\r\n");
    wait_until_read(&probe);
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

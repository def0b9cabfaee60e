//! The real program while it runs.

use std::env;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Longer than the program gives any request.
pub(crate) const DEADLINE: Duration = Duration::from_secs(30);

/// Longer than the program takes to end, with calls under way.
const END: Duration = Duration::from_secs(60);

/// The program with these arguments, its output kept.
pub(crate) fn onramp(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onramp"));
    command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
    // Its options may stand in the environment of whoever tests.
    let variables = env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    for name in variables.filter(|name| name.starts_with("ONRAMP_")) {
        command.env_remove(name);
    }
    command
}

/// How a command ends that does so by itself.
pub(crate) fn ending(mut command: Command) -> Output {
    let child = command.spawn().unwrap();
    in_time("the program's end", move || child.wait_with_output().unwrap())
}

/// What this work comes to, which can only wait; where it takes too long, the test fails.
pub(crate) fn in_time<T: Send + 'static>(
    what: &str,
    work: impl FnOnce() -> T + Send + 'static,
) -> T {
    let (done, result) = mpsc::channel();
    thread::spawn(move || drop(done.send(work())));
    result.recv_timeout(END).unwrap_or_else(|_| panic!("waited in vain for {what}"))
}

/// The program while it serves; ended with the test, however that ends.
pub(crate) struct Running {
    child: Child,
    /// What it prints after the ready line, in the background.
    stdout: mpsc::Receiver<String>,
    /// What it logs, in the background too: a log that nobody takes would hold it up.
    stderr: Option<JoinHandle<String>>,
    /// Where it is, as in its ready line: `127.0.0.1:PORT` or `unix:PATH`.
    pub(crate) address: String,
}

impl Running {
    /// Starts a command that serves, and waits for its ready line.
    pub(crate) fn start(args: &[&str]) -> Running {
        Running::of(&mut onramp(args))
    }

    /// The same for a command with an environment of its own.
    pub(crate) fn of(command: &mut Command) -> Running {
        let mut child = command.spawn().unwrap();
        let mut pipe = BufReader::new(child.stdout.take().unwrap());
        let (said, stdout) = mpsc::channel();
        thread::spawn(move || {
            let mut line = String::new();
            pipe.read_line(&mut line).unwrap();
            said.send(line).unwrap();
            let mut rest = String::new();
            pipe.read_to_string(&mut rest).unwrap();
            // Whoever had no use for it has gone on.
            said.send(rest).ok();
        });
        let log = child.stderr.take();
        let stderr = log.map(|log| thread::spawn(|| std::io::read_to_string(log).unwrap()));
        let mut running = Running { child, stdout, stderr, address: String::new() };
        let line = running.stdout.recv_timeout(DEADLINE).expect("a line in time");
        let place = line.strip_prefix("ready ").and_then(|rest| rest.strip_suffix('\n'));
        let place = place.unwrap_or_else(|| panic!("no ready line: {line:?}"));
        let address = place.split_once("://").map_or(place, |(_, address)| address);
        running.address = address.trim_end_matches('/').to_owned();
        running
    }

    /// A whole answer, as it stands on the wire.
    pub(crate) fn get(&self, path: &str) -> String {
        get(&self.address, path)
    }

    /// A connection on which this has been sent.
    pub(crate) fn send(&self, bytes: &[u8]) -> TcpStream {
        send(&self.address, bytes)
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
    }

    /// Sends a signal and waits for the end: exit status, what else was on stdout, and stderr.
    pub(crate) fn end(self, signal: &str) -> (Option<i32>, String, String) {
        self.signal(signal);
        self.wait()
    }

    /// Waits for the end.
    pub(crate) fn wait(mut self) -> (Option<i32>, String, String) {
        let log = self.stderr.take();
        let stderr = in_time("the program's end", || log.map(|log| log.join().unwrap()));
        let stdout = self.stdout.recv_timeout(END).expect("it has ended");
        (self.child.wait().unwrap().code(), stdout, stderr.unwrap_or_default())
    }
}

/// What stands at a path of whoever listens there.
pub(crate) fn get(address: &str, path: &str) -> String {
    let mut stream = connect(address);
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: {address}\r\nsec-fetch-site: same-origin\r\n\
         x-amz-sso_bearer_token: token\r\nconnection: close\r\n\r\n"
    )
    .unwrap();
    read_answer(&mut stream)
}

/// A connection to whoever listens there, on which this has been sent.
pub(crate) fn send(address: &str, bytes: &[u8]) -> TcpStream {
    let mut stream = connect(address);
    // Where the rest is refused, the answer says so.
    stream.write_all(bytes).ok();
    stream
}

fn connect(address: &str) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    stream.set_write_timeout(Some(DEADLINE)).unwrap();
    stream
}

/// What comes until the other end hangs up, or for so long.
pub(crate) fn read_answer(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    if let Err(error) = stream.read_to_end(&mut answer) {
        // Hanging up on a client that still sends is a reset, after an answer as well as before.
        assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{answer:?}");
    }
    String::from_utf8_lossy(&answer).into_owned()
}

impl Drop for Running {
    fn drop(&mut self) {
        // Already ended where the test got as far as `end`.
        self.child.kill().ok();
    }
}

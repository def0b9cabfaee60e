//! The real program while it runs.

use std::env;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Longer than the program gives any request.
const DEADLINE: Duration = Duration::from_secs(30);

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

/// The program while it serves; ended with the test, however that ends.
pub(crate) struct Running {
    child: Child,
    stdout: BufReader<std::process::ChildStdout>,
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
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let place = line.strip_prefix("ready ").and_then(|rest| rest.strip_suffix('\n'));
        let place = place.unwrap_or_else(|| panic!("no ready line: {line:?}"));
        let address = place.split_once("://").map_or(place, |(_, address)| address);
        let address = address.trim_end_matches('/').to_owned();
        Running { child, stdout, address }
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
        let mut stdout = String::new();
        self.stdout.read_to_string(&mut stdout).unwrap();
        let mut stderr = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        (self.child.wait().unwrap().code(), stdout, stderr)
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

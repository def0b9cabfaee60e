//! The real program while it runs.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// The program with these arguments, its output kept.
pub(crate) fn onramp(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onramp"));
    command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The program while it serves; ended with the test, however that ends.
pub(crate) struct Running {
    child: Child,
    stdout: BufReader<std::process::ChildStdout>,
    /// Where it is, as in its ready line: `127.0.0.1:PORT`.
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
        let address = line.strip_prefix("ready http://").and_then(|rest| rest.strip_suffix("/\n"));
        let address = address.unwrap_or_else(|| panic!("no ready line: {line:?}")).to_owned();
        Running { child, stdout, address }
    }

    /// A whole answer, as it stands on the wire.
    pub(crate) fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nhost: {}\r\nsec-fetch-site: same-origin\r\nconnection: close\r\n\r\n",
            self.address
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Sends a signal and waits for the end: exit status, what else was on stdout, and stderr.
    pub(crate) fn end(mut self, signal: &str) -> (Option<i32>, String, String) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        let mut stdout = String::new();
        self.stdout.read_to_string(&mut stdout).unwrap();
        let mut stderr = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        (self.child.wait().unwrap().code(), stdout, stderr)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Already ended where the test got as far as `end`.
        self.child.kill().ok();
    }
}

//! `trunk serve` by hand: it serves the page, and passes on what `onramp demo` answers on 127.0.0.1:8090.

use super::Prerequisites;
use crate::command::{CommandError, not_started, shown};
use crate::error::TaskError;
use crate::{page, project};
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// Where `Trunk.toml` sends calls to.
const BACKEND: &str = "127.0.0.1:8090";

/// The page is compiled by then; Trunk puts it together.
const STARTS_WITHIN_SECONDS: u32 = 300;

/// What is asked for, and what stands in the answer.
const ANSWERS: [(&str, &str); 4] = [
    ("/", "<title>Onramp"),
    ("/onramp.json", "\"demo\""),
    ("/aws/region?portal=solo.awsapps.com", "us-east-1"),
    ("/aws-dualstack/eu-west-1/portal/assignment/accounts", "UnauthorizedException"),
];

pub(super) fn passes_calls_on(prerequisites: &Prerequisites) -> Result<(), TaskError> {
    if TcpListener::bind(BACKEND).is_err() {
        return Err(TaskError::NotRun(format!("another program listens on {BACKEND}")));
    }
    page::build_host()?;
    let mut demo = Command::new(project::built("debug", "onramp"));
    demo.args(["demo", "--listen", BACKEND]);
    let _demo = Running::start(&mut demo)?;

    let port = free_port().map_err(|source| TaskError::PortTaken { port: 0, source })?;
    let mut trunk = prerequisites.toolbox()?.command("trunk");
    trunk.current_dir(project::root()).env_remove("NO_COLOR");
    trunk.args(["serve", "--offline", "--skip-version-check", "--no-autoreload", "--log", "error"]);
    trunk.args(["--address", "127.0.0.1", "--port", &port.to_string(), "--cargo-profile", "page"]);
    trunk.arg("--dist").arg(project::target().join("trunk-serve"));
    // As the page that is deployed was compiled, so that it need not be again.
    page::without_paths(&mut trunk, &project::root());
    let mut trunk = Running::start(&mut trunk)?;
    ANSWERS.iter().try_for_each(|(path, part)| trunk.wait_for(port, path, part))
}

/// A program, ended with the check.
struct Running {
    child: Child,
    command: String,
}

impl Running {
    fn start(command: &mut Command) -> Result<Running, TaskError> {
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let child = command.spawn().map_err(|source| not_started(command, source))?;
        Ok(Running { child, command: shown(command) })
    }

    /// Asks once a second until the answer has this part.
    fn wait_for(&mut self, port: u16, path: &str, part: &str) -> Result<(), TaskError> {
        let mut last = String::new();
        for _ in 0..STARTS_WITHIN_SECONDS {
            last = get(port, path).unwrap_or_else(|error| error.to_string());
            if last.contains(part) {
                return Ok(());
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(CommandError::Failed { command: self.command.clone(), status }.into());
            }
            thread::sleep(Duration::from_secs(1));
        }
        Err(TaskError::WrongAnswer { path: path.to_owned(), answer: last })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn get(port: u16, path: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\naccept: */*\r\nsec-fetch-site: same-origin\r\n\
         x-amz-sso_bearer_token: no-token\r\nconnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

/// A port that the system gives to nobody else for a minute, since a connection has ended there, but to whoever asks for
/// it.
fn free_port() -> io::Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let client = TcpStream::connect(address)?;
    // The end that closes first is the one whose port is kept.
    drop(listener.accept()?);
    drop(client);
    Ok(address.port())
}

//! The relay beside nginx, as JSON: `cargo xtask bench relay`.
//!
//! `relay ONRAMP` takes the built program. All forward a page of accounts from one upstream in this process, and are
//! loaded in turn, so that they meet the same state of the machine; each figure is the median of the rounds. nginx is
//! there twice: with the files of `deploy/nginx`, which does what the program does, and as a bare proxy that checks
//! nothing and keeps its connections, which is as fast as it gets.
#![expect(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]

#[path = "../../crates/host/tests/host/address.rs"]
mod address;
#[allow(dead_code, reason = "Caddy isn't measured")]
#[path = "../../crates/host/tests/host/gates/start.rs"]
mod gates;

use serde_json::{Value, json};
use std::any::Any;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const ROUNDS: usize = 7;
const ROUND: Duration = Duration::from_secs(2);
/// Connections that each have one request under way.
const CLIENTS: usize = 32;
const MEGABYTE: f64 = 1_000_000.0;

/// A server under load, and what was measured of it. It ends when this is dropped.
struct Server {
    id: u32,
    address: String,
    startup: Duration,
    idle_memory: f64,
    rounds: Vec<Round>,
    _running: Box<dyn Any>,
}

/// One round: requests a second, and how many milliseconds 99 % of them took at most.
struct Round {
    rate: f64,
    p99: f64,
}

fn main() -> io::Result<()> {
    let Some(program) = env::args_os().nth(1) else {
        return Err(io::Error::other("usage: relay ONRAMP"));
    };
    let upstream = upstream()?;
    let mut onramp = Server::start(Command::new(&program).args([
        "serve",
        "--no-page",
        "--listen",
        "127.0.0.1:0",
        "--upstream",
        &format!("http://{upstream}"),
    ]))?;
    let mut nginx = Server::deployed(&upstream)?;
    let mut bare = Server::bare(&upstream)?;
    for _ in 0..ROUNDS {
        for server in [&mut onramp, &mut nginx, &mut bare] {
            let round = load(&server.address)?;
            server.rounds.push(round);
        }
    }
    let size = |path| Ok::<_, io::Error>(fs::metadata(path)?.len() as f64 / MEGABYTE);
    let nginx_program = fs::read_link(format!("/proc/{}/exe", nginx.id))?;
    let startup = |server: &Server| milliseconds(server.startup);
    let (rate, p99) = (Server::rate, Server::p99);
    let rows = [
        row("relay: requests a second", "1/s", rate(&onramp), "nginx", rate(&nginx)),
        row("relay: 99 % within", "ms", p99(&onramp), "nginx", p99(&nginx)),
        row("relay: beside a bare proxy", "1/s", rate(&onramp), "a bare nginx", rate(&bare)),
        row("relay: memory, loaded", "MB", onramp.memory()?, "nginx", nginx.memory()?),
        row("relay: memory, idle", "MB", onramp.idle_memory, "nginx", nginx.idle_memory),
        row("relay: start-up", "ms", startup(&onramp), "nginx", startup(&nginx)),
        row("relay: size", "MB", size(program.into())?, "nginx", size(nginx_program)?),
    ];
    writeln!(io::stdout(), "{}", json!(rows))
}

fn row(name: &str, unit: &str, value: f64, other: &str, theirs: f64) -> Value {
    let against = format!("{other}'s {theirs:.1} {unit}");
    json!({ "name": name, "value": value, "unit": unit, "against": against, "ratio": value / theirs })
}

impl Server {
    /// The program, once it says that it is ready.
    fn start(command: &mut Command) -> io::Result<Server> {
        let begun = Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("it is piped")).read_line(&mut line)?;
        let startup = begun.elapsed();
        let address =
            line.trim().trim_start_matches("ready http://").trim_end_matches('/').to_owned();
        Server::measured(child.id(), address, startup, Box::new(Ended(child)))
    }

    /// nginx as `deploy/nginx` has it, but in the clear; once it listens.
    fn deployed(upstream: &str) -> io::Result<Server> {
        let begun = Instant::now();
        let gate = gates::nginx(&env::temp_dir(), &format!("http://{upstream}"))
            .ok_or_else(|| io::Error::other("nginx isn't here"))?;
        let (id, address) = (gate.child.id(), gate.address.clone());
        Server::measured(id, address, begun.elapsed(), Box::new(gate))
    }

    /// nginx as a proxy that checks nothing and keeps its connections, in one process; once it listens.
    fn bare(upstream: &str) -> io::Result<Server> {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        let path = folder.display();
        let address = address::reserved_address();
        let config = folder.join("nginx.conf");
        fs::write(
            &config,
            format!(
                "daemon off;\nmaster_process off;\npid {path}/pid;\nerror_log stderr;\nevents {{ worker_connections 1024; }}\n\
                 http {{\naccess_log off;\nkeepalive_requests 1000000000;\nclient_body_temp_path {path}/a;\n\
                 proxy_temp_path {path}/b;\nfastcgi_temp_path {path}/c;\nuwsgi_temp_path {path}/d;\nscgi_temp_path {path}/e;\n\
                 upstream aws {{ server {upstream}; keepalive 64; keepalive_requests 1000000000; }}\n\
                 server {{ listen {address}; underscores_in_headers on; location / {{ proxy_pass http://aws; \
                 proxy_http_version 1.1; proxy_set_header Connection \"\"; }} }}\n}}\n"
            ),
        )?;
        let begun = Instant::now();
        let child = Command::new("nginx")
            .arg("-p")
            .arg(folder)
            .arg("-c")
            .arg(&config)
            .stderr(Stdio::null())
            .spawn()?;
        while TcpStream::connect(&address).is_err() {
            thread::yield_now();
        }
        Server::measured(child.id(), address, begun.elapsed(), Box::new(Ended(child)))
    }

    fn measured(
        id: u32,
        address: String,
        startup: Duration,
        running: Box<dyn Any>,
    ) -> io::Result<Server> {
        let rounds = Vec::new();
        let mut server =
            Server { id, address, startup, idle_memory: 0.0, rounds, _running: running };
        server.idle_memory = server.memory()?;
        Ok(server)
    }

    /// What it has in memory, in megabytes. Linux only.
    fn memory(&self) -> io::Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.id))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
        kilobytes.map(|size| size * 1024.0 / MEGABYTE).ok_or(io::ErrorKind::InvalidData.into())
    }

    fn rate(&self) -> f64 {
        self.median(|round| round.rate)
    }

    fn p99(&self) -> f64 {
        self.median(|round| round.p99)
    }

    fn median(&self, of: fn(&Round) -> f64) -> f64 {
        let mut figures: Vec<f64> = self.rounds.iter().map(of).collect();
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    }
}

/// A program, ended when this is dropped.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Stands for AWS: the same answer to whatever is asked. Gives its address.
fn upstream() -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?.to_string();
    let account = r#"{"accountId":"123456789012","accountName":"Acme Development","emailAddress":"aws@acme.example"}"#;
    let body = format!(r#"{{"accountList":[{}],"nextToken":null}}"#, vec![account; 20].join(","));
    let answer: &'static str = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-amzn-requestid: 5f2c7d1e-90ab-4c11\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .leak();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            thread::spawn(move || {
                let mut head = Vec::new();
                while read_until(&mut stream, &mut head, b"\r\n\r\n").is_ok()
                    && stream.write_all(answer.as_bytes()).is_ok()
                {}
            });
        }
    });
    Ok(address)
}

/// Every client sends its next request when the answer to its last one is whole.
fn load(address: &str) -> io::Result<Round> {
    let request = format!(
        "GET /aws/eu-west-1/portal/assignment/accounts?max_result=100 HTTP/1.1\r\nhost: {address}\r\n\
         accept: application/json\r\nsec-fetch-site: same-origin\r\nsec-fetch-dest: empty\r\n\
         x-amz-sso_bearer_token: {}\r\n\r\n",
        "t".repeat(500)
    );
    let begun = Instant::now();
    let mut times = thread::scope(|scope| {
        let client = || scope.spawn(|| client(address, request.as_bytes(), begun + ROUND));
        let clients: Vec<_> = (0..CLIENTS).map(|_| client()).collect();
        let mut times = Vec::new();
        for client in clients {
            times.extend(client.join().map_err(|_| io::Error::other("a client failed"))??);
        }
        io::Result::Ok(times)
    })?;
    let rate = times.len() as f64 / begun.elapsed().as_secs_f64();
    times.sort();
    Ok(Round { rate, p99: milliseconds(times[times.len() * 99 / 100]) })
}

fn client(address: &str, request: &[u8], end: Instant) -> io::Result<Vec<Duration>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    let (mut times, mut answer) = (Vec::new(), Vec::new());
    while Instant::now() < end {
        let begun = Instant::now();
        stream.write_all(request)?;
        read_until(&mut stream, &mut answer, b"\"nextToken\":null}")?;
        if !answer.starts_with(b"HTTP/1.1 200") {
            return Err(io::Error::other(String::from_utf8_lossy(&answer).into_owned()));
        }
        times.push(begun.elapsed());
    }
    Ok(times)
}

/// Reads until this has come last.
fn read_until(stream: &mut TcpStream, read: &mut Vec<u8>, end: &[u8]) -> io::Result<()> {
    read.clear();
    let mut buffer = [0; 16 * 1024];
    while !read.ends_with(end) {
        match stream.read(&mut buffer)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => read.extend_from_slice(&buffer[..count]),
        }
    }
    Ok(())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

//! The relay beside nginx that forwards the same, as JSON: `cargo xtask bench relay`.
//!
//! `relay ONRAMP` takes the built program. Both forward a page of accounts from one upstream in this process, over
//! connections that stay open on both sides, and are loaded in turn, so that both meet the same state of the machine.
//! Each figure is the median of the rounds.
#![expect(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]

use serde_json::{Value, json};
use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime;

const ROUNDS: usize = 7;
const ROUND: Duration = Duration::from_secs(2);
/// Connections that each have one request under way.
const CLIENTS: usize = 32;
const MEGABYTE: f64 = 1_000_000.0;

/// A server under load, and what was measured of it.
struct Server {
    child: Child,
    address: String,
    startup: Duration,
    idle_memory: f64,
    rounds: Vec<Round>,
    _folder: TempDir,
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
    let mut nginx = Server::nginx(&upstream)?;
    for _ in 0..ROUNDS {
        for server in [&mut onramp, &mut nginx] {
            let round = load(&server.address)?;
            server.rounds.push(round);
        }
    }
    let size = |path| Ok::<_, io::Error>(fs::metadata(path)?.len() as f64 / MEGABYTE);
    let nginx_program = fs::read_link(format!("/proc/{}/exe", nginx.child.id()))?;
    let rows = [
        row(
            "relay: requests a second",
            "1/s",
            onramp.median(|it| it.rate),
            nginx.median(|it| it.rate),
        ),
        row("relay: 99 % within", "ms", onramp.median(|it| it.p99), nginx.median(|it| it.p99)),
        row("relay: memory, loaded", "MB", onramp.memory()?, nginx.memory()?),
        row("relay: memory, idle", "MB", onramp.idle_memory, nginx.idle_memory),
        row("relay: start-up", "ms", milliseconds(onramp.startup), milliseconds(nginx.startup)),
        row("relay: size", "MB", size(program.into())?, size(nginx_program)?),
    ];
    writeln!(io::stdout(), "{}", json!(rows))
}

fn row(name: &str, unit: &str, value: f64, against: f64) -> Value {
    let ratio = value / against;
    json!({ "name": name, "value": value, "unit": unit, "against": format!("nginx's {against:.1} {unit}"), "ratio": ratio })
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
        Server::measured(child, address, startup, tempfile::tempdir()?)
    }

    /// nginx as an ordinary proxy that keeps its connections, in one process; once it listens.
    fn nginx(upstream: &str) -> io::Result<Server> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().display();
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let config = folder.path().join("nginx.conf");
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
            .arg(folder.path())
            .arg("-c")
            .arg(&config)
            .stderr(Stdio::null())
            .spawn()?;
        while std::net::TcpStream::connect(&address).is_err() {
            thread::yield_now();
        }
        Server::measured(child, address, begun.elapsed(), folder)
    }

    fn measured(
        child: Child,
        address: String,
        startup: Duration,
        folder: TempDir,
    ) -> io::Result<Server> {
        let mut server = Server {
            child,
            address,
            startup,
            idle_memory: 0.0,
            rounds: Vec::new(),
            _folder: folder,
        };
        server.idle_memory = server.memory()?;
        Ok(server)
    }

    /// What it has in memory, in megabytes. Linux only.
    fn memory(&self) -> io::Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
        kilobytes.map(|size| size * 1024.0 / MEGABYTE).ok_or(io::ErrorKind::InvalidData.into())
    }

    fn median(&self, of: fn(&Round) -> f64) -> f64 {
        let mut figures: Vec<f64> = self.rounds.iter().map(of).collect();
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Stands for AWS: the same answer to whatever is asked, on its own thread. Gives its address.
fn upstream() -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?.to_string();
    let account = r#"{"accountId":"123456789012","accountName":"Acme Development","emailAddress":"aws@acme.example"}"#;
    let body = format!(r#"{{"accountList":[{}],"nextToken":null}}"#, vec![account; 20].join(","));
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-amzn-requestid: 5f2c7d1e-90ab-4c11\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let answer: &'static str = answer.leak();
    listener.set_nonblocking(true)?;
    let runtime = runtime::Builder::new_current_thread().enable_io().build()?;
    thread::spawn(move || {
        runtime.block_on(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            loop {
                let (mut stream, _) = listener.accept().await?;
                stream.set_nodelay(true)?;
                tokio::spawn(async move {
                    let mut head = Vec::new();
                    while stream.read_buf(&mut head).await.is_ok_and(|count| count > 0) {
                        if head.ends_with(b"\r\n\r\n") {
                            head.clear();
                            if stream.write_all(answer.as_bytes()).await.is_err() {
                                break;
                            }
                        }
                    }
                });
            }
            #[expect(unreachable_code, reason = "it says what the block gives")]
            io::Result::Ok(())
        })
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
    let runtime = runtime::Builder::new_current_thread().enable_io().build()?;
    let begun = Instant::now();
    let mut times = runtime.block_on(async {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|_| tokio::task::spawn(client(address.to_owned(), request.clone(), begun + ROUND)))
            .collect();
        let mut times = Vec::new();
        for client in clients {
            times.extend(client.await.map_err(io::Error::other)??);
        }
        io::Result::Ok(times)
    })?;
    let rate = times.len() as f64 / begun.elapsed().as_secs_f64();
    times.sort();
    Ok(Round { rate, p99: milliseconds(times[times.len() * 99 / 100]) })
}

async fn client(address: String, request: String, end: Instant) -> io::Result<Vec<Duration>> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (mut times, mut answer) = (Vec::new(), Vec::new());
    while Instant::now() < end {
        let begun = Instant::now();
        stream.write_all(request.as_bytes()).await?;
        answer.clear();
        while !answer.ends_with(b"\"nextToken\":null}") {
            if stream.read_buf(&mut answer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        if !answer.starts_with(b"HTTP/1.1 200") {
            return Err(io::Error::other(String::from_utf8_lossy(&answer).into_owned()));
        }
        times.push(begun.elapsed());
    }
    Ok(times)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

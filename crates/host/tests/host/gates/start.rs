//! nginx and Caddy with the files of `deploy/`, in the clear on ports of their own, with another server in AWS's place.
//!
//! The end-to-end tests and the benchmark start them too, so of the host's own tests only [`crate::address`] is used here.

use crate::address::reserved_address;
use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const LOG: &str = "stderr";

const STARTS_WITHIN: Duration = Duration::from_secs(20);

/// A server of the machine's own, ended with the test.
pub(crate) struct Gate {
    pub(crate) child: Child,
    /// `127.0.0.1:PORT`.
    pub(crate) address: String,
    folder: TempDir,
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// nginx; `None` where it is not here.
pub(crate) fn nginx(page: &Path, upstream: &str) -> Option<Gate> {
    let folder = tempfile::tempdir().unwrap();
    let path = &folder.path().to_str().unwrap().to_owned();
    let address = reserved_address();
    let site = fs::read_to_string(deploy().join("nginx/onramp.conf")).unwrap();
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
        .replace("/var/www/onramp", page.to_str().unwrap());
    let main = format!(
        "daemon off;\nmaster_process off;\npid {path}/pid;\nerror_log stderr warn;\n\
         events {{}}\nhttp {{\n\
         types {{ text/html html; text/css css; text/javascript js; application/wasm wasm; image/svg+xml svg; }}\n\
         client_body_temp_path {path}/a;\nproxy_temp_path {path}/b;\nfastcgi_temp_path {path}/c;\n\
         uwsgi_temp_path {path}/d;\nscgi_temp_path {path}/e;\n{site}\n}}\n"
    );
    fs::create_dir(folder.path().join("onramp")).unwrap();
    copy("nginx", &["calls.conf", "headers.conf"], &folder.path().join("onramp"));
    fs::write(folder.path().join("nginx.conf"), main).unwrap();
    let mut command = Command::new("nginx");
    command.args(["-p", path, "-c", &format!("{path}/nginx.conf")]);
    Gate::start(command, address, folder)
}

/// Caddy; `None` where it is not here.
pub(crate) fn caddy(page: &Path, upstream: &str) -> Option<Gate> {
    let folder = tempfile::tempdir().unwrap();
    let path = &folder.path().to_str().unwrap().to_owned();
    let address = reserved_address();
    let (_, port) = address.split_once(':').unwrap();
    let site = fs::read_to_string(deploy().join("caddy/Caddyfile")).unwrap();
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
        .replace("/var/www/onramp", page.to_str().unwrap());
    copy("caddy", &["calls.caddy", "headers.caddy", "strip.caddy"], folder.path());
    let site = format!("{{\n\tadmin off\n\tauto_https off\n}}\n{site}\n");
    fs::write(folder.path().join("Caddyfile"), site).unwrap();
    let mut command = Command::new("caddy");
    command.args(["run", "--config", &format!("{path}/Caddyfile")]);
    command.env("HOME", path).env("XDG_DATA_HOME", path).env("XDG_CONFIG_HOME", path);
    Gate::start(command, address, folder)
}

impl Gate {
    /// Starts a server and waits until it listens.
    #[expect(clippy::disallowed_methods, reason = "a test may wait for so long")]
    fn start(mut command: Command, address: String, folder: TempDir) -> Option<Gate> {
        let log = fs::File::create(folder.path().join(LOG)).unwrap();
        command.stdout(Stdio::null()).stderr(log);
        let child = command.spawn().ok()?;
        let mut gate = Gate { child, address, folder };
        let begun = Instant::now();
        while TcpStream::connect(&gate.address).is_err() {
            let has_ended = !matches!(gate.child.try_wait(), Ok(None));
            let is_late = begun.elapsed() > STARTS_WITHIN;
            assert!(!has_ended && !is_late, "it does not start: {}", gate.log());
        }
        Some(gate)
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join(LOG)).unwrap_or_default()
    }
}

fn copy(way: &str, files: &[&str], to: &Path) {
    for file in files {
        fs::copy(deploy().join(way).join(file), to.join(file)).unwrap();
    }
}

/// In the clone, wherever in it the package lies that is built with this file.
fn deploy() -> PathBuf {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.map(|folder| folder.join("deploy")).find(|it| it.is_dir()).unwrap()
}

//! chromedriver and the sessions it opens.

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::env;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// One that asks for any free port may find that port taken in the other of IPv4 and IPv6, and ends.
const MOST_STARTS: usize = 5;

/// A chromedriver of its own on a free port; it ends when this is dropped.
pub(crate) struct Driver {
    address: String,
    _child: Child,
}

impl Driver {
    /// Starts it and waits until it listens.
    pub(crate) async fn start() -> Driver {
        let mut said = Vec::new();
        for _ in 0..MOST_STARTS {
            match Driver::try_to_start().await {
                Ok(driver) => return driver,
                Err(lines) => said.extend(lines),
            }
        }
        panic!("chromedriver did not say on which port it listens, but:\n{}", said.join("\n"));
    }

    /// Starts it once; what it printed where it does not come to listening.
    async fn try_to_start() -> Result<Driver, Vec<String>> {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut child = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{} did not start: {error}; CHROMEDRIVER can name it", program.display())
            });
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let mut said = Vec::new();
        let listening = async {
            while let Some(line) = lines.next_line().await.expect("it prints text") {
                if let Some(port) = port(&line) {
                    return Some(port);
                }
                said.push(line);
            }
            None
        };
        let Ok(Some(port)) = tokio::time::timeout(STARTS_WITHIN, listening).await else {
            return Err(said);
        };
        // It must always find somebody who reads what it prints.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok(Driver { address: format!("http://127.0.0.1:{port}"), _child: child })
    }

    /// A new browser with an empty profile, without a window on the screen.
    pub(crate) async fn connect(&self) -> Client {
        let Value::Object(capabilities) = capabilities() else { unreachable!("it is an object") };
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&self.address)
            .await
            .expect("chromedriver opens a browser")
    }
}

/// Without a sandbox, since the only page it opens is ours and containers often allow none.
fn capabilities() -> Value {
    let mut options = json!({
        "args": [
            "--headless",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,900",
        ]
    });
    if let Some(browser) = env::var("CHROME").ok().filter(|path| Path::new(path).is_absolute()) {
        options["binary"] = json!(browser);
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

/// Of `ChromeDriver was started successfully on port 41234.`
fn port(line: &str) -> Option<u16> {
    let (_, after) = line.split_once("successfully on port ")?;
    after.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_its_one_line() {
        assert_eq!(port("ChromeDriver was started successfully on port 41234."), Some(41234));
        assert_eq!(port("Starting ChromeDriver 156.0 on port 0"), None);
    }
}

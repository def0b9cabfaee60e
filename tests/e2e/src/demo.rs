//! One running `onramp demo` for one test.

use crate::package;
use std::env;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::process::{Child, Command};

const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// The program, answering; it ends when this is dropped.
pub(crate) struct Demo {
    address: String,
    log: Log,
    _child: Child,
}

type Log = Arc<Mutex<Vec<String>>>;

impl Demo {
    /// Starts it on a free port and waits until it answers.
    pub(crate) async fn start(options: &[&str]) -> Demo {
        let program = built_program();
        let mut demo = Command::new(&program);
        // Its options may stand in the environment, and one has the name of ours.
        demo.args(["demo", "--listen", "127.0.0.1:0"]).env_remove("ONRAMP_PAGE");
        if !is_page_inside() {
            demo.arg("--page").arg(built_page());
        }
        let mut child = demo
            .args(options)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{} did not start: {error}", program.display()));
        let log = Log::default();
        keep(child.stderr.take().expect("it is piped"), Arc::clone(&log));
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let ready = async {
            while let Some(line) = lines.next_line().await.expect("it prints text") {
                if let Some(address) = line.strip_prefix("ready ") {
                    return Some(address.to_owned());
                }
            }
            None
        };
        let Ok(Some(address)) = tokio::time::timeout(STARTS_WITHIN, ready).await else {
            panic!("`onramp demo` did not say that it is ready:\n{}", text(&log));
        };
        Demo { address, log, _child: child }
    }

    /// `http://127.0.0.1:PORT/`.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        text(&self.log)
    }
}

/// Reads to the end in the background, so that the program never waits for us.
fn keep(from: impl AsyncRead + Unpin + Send + 'static, log: Log) {
    tokio::spawn(async move {
        let mut lines = BufReader::new(from).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            log.lock().expect("nothing panics while it writes a line").push(line);
        }
    });
}

fn text(log: &Log) -> String {
    log.lock().expect("nothing panics while it writes a line").join("\n")
}

fn built_program() -> PathBuf {
    named_or("ONRAMP_PROGRAM", "`cargo build -p onramp-host` builds it", || {
        // A test lies in TARGET/debug/deps/.
        let test = env::current_exe().expect("the system knows where this test lies");
        let folder = test.ancestors().nth(2).expect("cargo built it").to_owned();
        folder.join(format!("onramp{}", env::consts::EXE_SUFFIX))
    })
}

/// Whether the program that is driven has the page inside it.
fn is_page_inside() -> bool {
    env::var_os("ONRAMP_PAGE").is_some_and(|page| page.is_empty())
}

/// The folder with the page's files.
pub fn built_page() -> PathBuf {
    named_or("ONRAMP_PAGE", "`cargo xtask dist` builds it", || package().join("../../dist"))
}

/// What the variable names, or else the usual place.
pub(crate) fn named_or(variable: &str, built_by: &str, usual: impl FnOnce() -> PathBuf) -> PathBuf {
    let path = env::var_os(variable).map_or_else(usual, PathBuf::from);
    assert!(path.exists(), "{} is not there; {built_by}, or {variable} names it", path.display());
    path
}

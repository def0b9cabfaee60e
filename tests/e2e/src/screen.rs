//! A simulated screen, for a browser that can't do without one.

use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// Xvfb on a display of its own; it ends when this is dropped.
pub(crate) struct Screen {
    display: String,
    _child: Child,
}

impl Screen {
    pub(crate) async fn start() -> Screen {
        let mut child = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb did not start: {error}"));
        // It prints the display's number once it can be used.
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        match tokio::time::timeout(STARTS_WITHIN, lines.next_line()).await {
            Ok(Ok(Some(number))) => Screen { display: format!(":{number}"), _child: child },
            other => panic!("Xvfb did not say which display it has: {other:?}"),
        }
    }

    /// For `DISPLAY`.
    pub(crate) fn name(&self) -> &str {
        &self.display
    }
}

//! A browser's driver and the sessions it opens.

use crate::address::reserved_address;
use crate::browser::Browser;
use crate::screen::Screen;
use crate::wait::maybe;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use std::process::Stdio;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// The same port may be taken in IPv6; then the driver ends.
const MOST_STARTS: usize = 5;

/// A driver of its own on a free port; it ends when this is dropped, and then its screen.
pub(crate) struct Driver {
    browser: Browser,
    address: String,
    _child: Child,
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts it and waits until it listens.
    pub(crate) async fn start() -> Driver {
        let browser = Browser::chosen();
        for _ in 0..MOST_STARTS {
            if let Some(driver) = Driver::try_to_start(browser).await {
                return driver;
            }
        }
        panic!("{} does not listen on the port it is given", browser.driver().display());
    }

    async fn try_to_start(browser: Browser) -> Option<Driver> {
        let screen = match browser {
            Browser::WebKit => Some(Screen::start().await),
            Browser::Chromium | Browser::Firefox => None,
        };
        let address = reserved_address();
        let port = address.rsplit(':').next().unwrap_or_default();
        let program = browser.driver();
        let mut child = Command::new(&program)
            .arg(format!("--port={port}"))
            .envs(screen.iter().map(|screen| ("DISPLAY", screen.name())))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{} did not start: {error}", program.display()));
        let listens = maybe(async || match child.try_wait() {
            Ok(None) => TcpStream::connect(&address).await.ok().map(|_| true),
            Ok(Some(_)) | Err(_) => Some(false),
        });
        if listens.await != Some(true) {
            return None;
        }
        let address = format!("http://{address}");
        Some(Driver { browser, address, _child: child, _screen: screen })
    }

    /// A new browser.
    pub(crate) async fn connect(&self) -> Client {
        let Value::Object(capabilities) = self.browser.capabilities() else {
            unreachable!("it is an object")
        };
        let mut client = ClientBuilder::new(HttpConnector::new());
        client.capabilities(capabilities);
        // On a machine that is busy a browser may take longer to start than its driver waits.
        for _ in 1..MOST_STARTS {
            if let Ok(client) = client.connect(&self.address).await {
                return client;
            }
        }
        client.connect(&self.address).await.expect("the driver opens a browser")
    }
}

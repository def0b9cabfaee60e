//! How soon a page is there on a slow machine and line: the first paint, and the moment from which typing works.

use crate::devtools::devtools;
use crate::driver::Driver;
use crate::file_host::{FileHost, Policy};
use crate::wait::until;
use fantoccini::Client;
use serde_json::{Value, json};
use std::path::Path;

/// A line of 10 Mbit/s, in bytes a second, and its delay in milliseconds.
const BYTES_A_SECOND: u32 = 1_250_000;
const LATENCY: u32 = 40;

/// The processor is made this many times slower.
const SLOWER: u32 = 4;

/// Types one letter into the first text field as soon as there is one, and notes when the letter has been painted.
/// What the page makes of its field later may not lose it: [`start_times`] looks again.
const WATCH: &str = "(() => {
    const typed = () => document.querySelector('input:not([type]), input[type=text], input[type=url]');
    const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
    window.onrampStart = { usable: null, kept: () => typed()?.value.includes('h') ?? false };
    (async () => {
        while (!typed()) await frame();
        typed().focus();
        document.execCommand('insertText', false, 'h');
        await frame();
        onrampStart.usable = performance.now();
    })();
})()";

const FIRST_PAINT: &str =
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";

/// Milliseconds from the beginning of the navigation.
#[derive(Clone, Copy, Debug)]
pub struct StartTimes {
    /// Until the first text or picture is painted.
    pub first_paint: f64,
    /// Until a letter typed into the first text field is painted.
    pub usable: f64,
}

/// Loads the page in this folder once, in a new browser with nothing in its cache.
///
/// # Panics
/// When the browser does not answer, the page never has a text field, or it loses what was typed into it.
pub async fn start_times(folder: &Path) -> StartTimes {
    let host = FileHost::start(folder, Policy::AsBuilt).await;
    let driver = Driver::start().await;
    let client = driver.connect().await;
    slow_down(&client).await;
    client.goto(host.address()).await.expect("the page can be opened");
    let usable = number(&client, "onrampStart.usable").await;
    let first_paint = number(&client, FIRST_PAINT).await;
    number(&client, "document.readyState === 'complete' ? 1 : null").await;
    // When all is loaded, and what was loaded has run.
    let settled = "return new Promise((go) => requestIdleCallback(() => go(onrampStart.kept())))";
    let kept = client.execute(settled, Vec::new()).await.expect("the browser answers");
    client.close().await.expect("the browser can be closed");
    assert_eq!(kept, Value::Bool(true), "the page lost what was typed before it was ready");
    StartTimes { first_paint, usable }
}

async fn slow_down(client: &Client) {
    let line = json!({
        "offline": false,
        "latency": LATENCY,
        "downloadThroughput": BYTES_A_SECOND,
        "uploadThroughput": BYTES_A_SECOND,
    });
    for (command, parameters) in [
        ("Network.enable", json!({})),
        ("Network.emulateNetworkConditions", line),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })),
        ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })),
    ] {
        let done = devtools(client, command, parameters).await;
        done.unwrap_or_else(|error| panic!("{command}: {error}"));
    }
}

/// What a script gives, once it is a number.
async fn number(client: &Client, script: &str) -> f64 {
    let script = format!("return {script}");
    until(script.as_str(), async || client.execute(&script, Vec::new()).await.ok()?.as_f64()).await
}

//! The browser that the tests drive, and what each needs. Chromium does every test; the others do the main job.

use serde_json::{Value, json};
use std::env;
use std::path::{Path, PathBuf};

/// What `ONRAMP_BROWSER` names: `chromium` where it is not set, `firefox` or `webkit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
    /// WebKitGTK's, which needs a screen: it gets a simulated one.
    WebKit,
}

impl Browser {
    pub(crate) fn chosen() -> Browser {
        let name = env::var("ONRAMP_BROWSER").unwrap_or_default();
        match name.as_str() {
            "" | "chromium" => Browser::Chromium,
            "firefox" => Browser::Firefox,
            "webkit" => Browser::WebKit,
            other => panic!("ONRAMP_BROWSER is {other:?}, neither chromium, firefox nor webkit"),
        }
    }

    /// Its WebDriver.
    pub(crate) fn driver(self) -> PathBuf {
        let (variable, usual) = match self {
            Browser::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Browser::Firefox => ("GECKODRIVER", "geckodriver"),
            Browser::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        env::var_os(variable).unwrap_or_else(|| usual.into()).into()
    }

    /// A browser with an empty profile, without a window on the screen.
    pub(crate) fn capabilities(self) -> Value {
        match self {
            Browser::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": with_binary(json!({ "args": CHROMIUM }), "CHROME"),
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Browser::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": with_binary(json!({ "args": ["-headless"] }), "FIREFOX"),
            }),
            Browser::WebKit => json!({}),
        }
    }
}

/// Without a sandbox, since the only page it opens is ours and containers often allow none; without motion, so that
/// nothing moves away under a press.
const CHROMIUM: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",
    "--window-size=1280,900",
];

fn with_binary(mut options: Value, variable: &str) -> Value {
    if let Some(program) = env::var(variable).ok().filter(|path| Path::new(path).is_absolute()) {
        options["binary"] = json!(program);
    }
    options
}

//! Commands that WebDriver does not have, in chromedriver's two extensions: the DevTools protocol and the log.

use fantoccini::Client;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// Runs a command of the DevTools protocol in the current tab.
pub(crate) async fn devtools(
    client: &Client,
    command: &str,
    parameters: Value,
) -> Result<Value, CmdError> {
    let body = json!({ "cmd": command, "params": parameters });
    client.issue_cmd(Extension { path: "goog/cdp/execute", body }).await
}

/// Takes what the browser has logged since the last time: an array of `{level, source, message, timestamp}`.
pub(crate) async fn browser_log(client: &Client) -> Result<Value, CmdError> {
    client.issue_cmd(Extension { path: "se/log", body: json!({ "type": "browser" }) }).await
}

#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

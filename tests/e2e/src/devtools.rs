//! Commands that our WebDriver client does not have: chromedriver's two extensions, the DevTools protocol and the log;
//! and what a browser computes for assistive technology.

use fantoccini::Client;
use fantoccini::elements::Element;
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
    client.issue_cmd(Extension { path: "goog/cdp/execute".to_owned(), body: Some(body) }).await
}

/// Takes what the browser has logged since the last time: an array of `{level, source, message, timestamp}`.
pub(crate) async fn browser_log(client: &Client) -> Result<Value, CmdError> {
    let body = json!({ "type": "browser" });
    client.issue_cmd(Extension { path: "se/log".to_owned(), body: Some(body) }).await
}

/// What the browser computes of an element: its `computedrole` or its `computedlabel`.
pub(crate) async fn computed(
    client: &Client,
    element: &Element,
    what: &str,
) -> Result<String, CmdError> {
    let path = format!("element/{}/{what}", &*element.element_id());
    let answer = client.issue_cmd(Extension { path, body: None }).await?;
    Ok(answer.as_str().unwrap_or_default().to_owned())
}

#[derive(Debug)]
struct Extension {
    path: String,
    /// Sent by POST; without one the command is a GET.
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}

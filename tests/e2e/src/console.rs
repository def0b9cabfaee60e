//! What the browser complained about: script errors, breaches of the content security policy, missing files.

use crate::devtools::browser_log;
use fantoccini::Client;
use fantoccini::error::CmdError;
use serde_json::Value;

/// The complaints since the last time, one a line.
pub(crate) async fn complaints(client: &Client) -> Result<Vec<String>, CmdError> {
    let log = browser_log(client).await?;
    let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(entries.iter().filter(|entry| is_complaint(entry)).map(line).collect())
}

/// Everything at the level of a warning or above. That a relayed call is refused is part of the flow (a code that is
/// still pending is a 400), and the browser logs each such answer.
fn is_complaint(entry: &Value) -> bool {
    let is_loud = matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
    let is_answer_of_a_call = entry["source"] == "network"
        && entry["message"].as_str().is_some_and(|message| {
            let (address, status) = message.split_once(" - ").unwrap_or((message, ""));
            address.contains("/aws") && status.contains("responded with a status of")
        });
    is_loud && !is_answer_of_a_call
}

fn line(entry: &Value) -> String {
    let text = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    format!("{} {}: {}", text("level"), text("source"), text("message"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn entry(level: &str, source: &str, message: &str) -> Value {
        json!({ "level": level, "source": source, "message": message, "timestamp": 1 })
    }

    #[test]
    fn a_refused_call_is_no_complaint_but_a_missing_file_is() {
        let status =
            "Failed to load resource: the server responded with a status of 400 (Bad Request)";
        let call = format!("http://127.0.0.1:1/aws/eu-west-1/oidc/token - {status}");
        assert!(!is_complaint(&entry("SEVERE", "network", &call)));
        let file = format!("http://127.0.0.1:1/favicon.ico - {status}");
        assert!(is_complaint(&entry("SEVERE", "network", &file)));
        assert!(is_complaint(&entry("SEVERE", "security", "Refused to execute inline script")));
        assert!(!is_complaint(&entry("INFO", "console-api", "hello")));
    }
}

//! What the browser complained about: script errors, breaches of the content security policy, missing files.

use fantoccini::Client;
use fantoccini::error::CmdError;
use serde_json::Value;

/// What the browser has logged so far.
#[derive(Debug, Default)]
pub(crate) struct Log {
    entries: Vec<Value>,
    excused: Vec<String>,
}

impl Log {
    /// Takes what the log command answered.
    pub(crate) fn add(&mut self, answer: &Value) {
        self.entries.extend(answer.as_array().cloned().unwrap_or_default());
    }

    /// Complaints with this text are none.
    pub(crate) fn excuse(&mut self, text: &str) {
        self.excused.push(text.to_owned());
    }

    /// Every entry, one a line.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.entries.iter().map(line).collect()
    }

    /// The complaints, one a line.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let excused = |line: &String| self.excused.iter().any(|text| line.contains(text.as_str()));
        let complaints = self.entries.iter().filter(|entry| is_complaint(entry));
        complaints.map(line).filter(|line| !excused(line)).collect()
    }
}

/// From here on errors and breaches are noticed in the page itself, for a browser whose driver keeps no log.
pub(crate) async fn notice(client: &Client) -> Result<(), CmdError> {
    let listen = "const noticed = window.__onrampNoticed = [];
        const add = (source, message) => noticed.push({ level: 'SEVERE', source, message });
        addEventListener('error', event => add('javascript', event.message));
        addEventListener('unhandledrejection', event => add('javascript', String(event.reason)));
        document.addEventListener('securitypolicyviolation',
            event => add('security', `${event.violatedDirective} ${event.blockedURI}`))";
    client.execute(listen, vec![]).await.map(drop)
}

/// What was noticed so far and not told yet, as a log command answers it.
pub(crate) async fn noticed(client: &Client) -> Result<Value, CmdError> {
    client.execute("return window.__onrampNoticed?.splice(0) ?? []", vec![]).await
}

/// Everything at the level of a warning or above. That a relayed call is refused is part of the flow (a code that is
/// still pending is a 400), and so is an approval that fails; the browser logs each such answer.
fn is_complaint(entry: &Value) -> bool {
    let is_loud = matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
    let is_answer_of_a_call = entry["source"] == "network"
        && entry["message"].as_str().is_some_and(|message| {
            let (address, status) = message.split_once(" - ").unwrap_or((message, ""));
            let is_call = address.contains("/aws") || address.contains("/device?user_code=");
            is_call && status.contains("responded with a status of")
        });
    // How late the page starts is the machine's matter. A file that is loaded twice is another warning.
    let is_about_time = entry["message"]
        .as_str()
        .is_some_and(|message| message.contains("not used within a few seconds"));
    is_loud && !is_answer_of_a_call && !is_about_time
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
        let preload = "The resource http://127.0.0.1:1/onramp.json was preloaded using link preload but not used within a few seconds from the window's load event.";
        assert!(!is_complaint(&entry("WARNING", "other", preload)));
        assert!(is_complaint(&entry("SEVERE", "security", "Refused to execute inline script")));
        assert!(!is_complaint(&entry("INFO", "console-api", "hello")));
    }
}

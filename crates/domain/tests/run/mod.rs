//! Runs test vectors: one JSON object a line, with `kind`, `name`, `given` and `expect`.
//!
//! Shared by the example `vectors`, which is the runner for any file, and the test of the same name.

mod block;
mod cache_file;
mod cache_text;
mod config;
mod lint;
mod message;
mod profile_name;
mod start_url;

use serde::Deserialize;
use serde_json::{Value, json};

/// One line of a vector file. What is missing in it makes it fail, with its name.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Case {
    kind: String,
    name: String,
    given: Value,
    expect: Value,
}

/// What became of one case.
pub(crate) struct Outcome {
    pub(crate) name: String,
    pub(crate) pass: bool,
    /// In the form of the case's `expect`.
    pub(crate) got: Value,
}

impl Outcome {
    /// As the runner prints it.
    pub(crate) fn to_json(&self) -> Value {
        json!({"name": self.name, "pass": self.pass, "got": self.got})
    }
}

/// Runs one line. What isn't a case, and a kind that isn't known, fails; nothing is left out.
pub(crate) fn line(line: &str) -> Outcome {
    let case: Case = match serde_json::from_str(line) {
        Ok(case) => case,
        Err(error) => {
            let got = json!({"fault": format!("not a case: {error}")});
            return Outcome { name: String::new(), pass: false, got };
        }
    };
    let got = answer(&case.kind, case.given).unwrap_or_else(|fault| json!({"fault": fault}));
    Outcome { name: case.name, pass: got == case.expect, got }
}

fn answer(kind: &str, given: Value) -> Result<Value, String> {
    match kind {
        "block" => with(given, block::answer),
        "cache" => with(given, cache_file::answer),
        "cache-name" => with(given, cache_file::answer_name),
        "cache-owner" => with(given, cache_text::answer_owner),
        "cache-text" => with(given, cache_text::answer),
        "lint" => with(given, lint::answer),
        "merge" => with(given, config::answer_merge),
        "message" => with(given, message::answer),
        "profile-names" => with(given, profile_name::answer),
        "read" => with(given, config::answer_read),
        "remove" => with(given, config::answer_remove),
        "start-url" => with(given, start_url::answer),
        _ => Err(format!("the kind `{kind}` is not known")),
    }
}

fn with<G: for<'de> Deserialize<'de>>(
    given: Value,
    answer: impl FnOnce(G) -> Result<Value, String>,
) -> Result<Value, String> {
    answer(serde_json::from_value(given).map_err(|error| format!("`given`: {error}"))?)
}

//! What the company that hosts this page has set: `onramp.json`, beside the page.
//!
//! A page without such a file is complete. Everything in it is a default that a person can change. A key that the
//! page doesn't know is left alone: the host refuses those when it starts.

use serde::Deserialize;

/// The file's keys.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct HostConfig {
    /// The company's name, for the headline.
    pub company: Option<String>,
    /// Its start URL.
    pub start_url: Option<String>,
    /// The SSO region.
    pub region: Option<String>,
    /// The session's name in everybody's config.
    pub session_name: Option<String>,
    /// The region that profiles get.
    pub default_region: Option<String>,
    /// The output format that profiles get.
    pub output: Option<String>,
    /// How profiles are named.
    pub profile_name_template: Option<String>,
    /// Set by the demo's own host only.
    pub demo: Option<Demo>,
}

/// What the demo's host says of itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Demo {
    /// The simulated organisation's own pages are here; its approval addresses count as expected.
    pub approval_origin: String,
    /// Its portals, to try.
    pub start_urls: Vec<String>,
}

/// `onramp.json` is there, and isn't what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostConfigUnreadable;

/// The host's settings, as far as the page has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum HostSettings {
    /// Asked for, not here yet.
    #[default]
    Loading,
    /// Here; an absent file is an empty one.
    Ready(Box<HostConfig>),
    /// There is a file, and it can't be read: defaults are used, and the page says so.
    Unreadable,
}

impl HostSettings {
    /// The file, where there is one that can be read.
    pub fn config(&self) -> Option<&HostConfig> {
        match self {
            HostSettings::Ready(config) => Some(config),
            HostSettings::Loading | HostSettings::Unreadable => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: Option<HostConfig>) {
        assert_eq!(serde_json::from_str(json).ok(), expected, "{json}");
    }

    #[test]
    fn keys_that_are_not_known_are_left_alone() {
        check("{}", Some(HostConfig::default()));
        let company = Some("Acme".to_owned());
        let demo = Some(Demo { approval_origin: "http://x".to_owned(), start_urls: vec![] });
        check(
            r#"{"company": "Acme", "region": null, "later": [1], "demo": {"approval_origin": "http://x"}}"#,
            Some(HostConfig { company, demo, ..HostConfig::default() }),
        );
    }

    #[test]
    fn values_of_another_kind_are_not_taken() {
        check(r#"{"company": 1}"#, None);
        check(r#"{"demo": {"start_urls": "x"}}"#, None);
    }
}

//! The host's configuration: `onramp.json`, written by its operator, read at start, served to the page but for the
//! relay's part.
//!
//! Not here: anything that would make the page do something. Every key fills in a field that a person then sees; a
//! shared configuration can't add a host name, a command or a credential (FACTS "What people ask other tools for").
//! A bad or unknown entry is an error, never a warning: the file is right or the host does not start.

mod read;
pub(crate) mod values;

use crate::middleware::RateLimits;
use crate::relay::{KnownRegions, RelayPolicy};
use axum::body::Bytes;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use ipnet::IpNet;
use onramp_domain::aws::Operation;
use onramp_domain::{Region, StartUrl};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeMap;

/// A configuration in which everything is right.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct HostConfig {
    /// The company's name, for the page's heading. 1 to 60 characters.
    #[serde(deserialize_with = "read::company", skip_serializing_if = "Option::is_none")]
    company: Option<String>,
    /// Its access portal.
    #[serde(deserialize_with = "read::start_url", skip_serializing_if = "Option::is_none")]
    start_url: Option<String>,
    /// The region of its Identity Center.
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    /// The name of the sso-session that profiles share.
    #[serde(deserialize_with = "read::session_name", skip_serializing_if = "Option::is_none")]
    session_name: Option<String>,
    /// The region profiles get.
    #[serde(skip_serializing_if = "Option::is_none")]
    default_region: Option<String>,
    /// The output format profiles get.
    #[serde(deserialize_with = "read::output", skip_serializing_if = "Option::is_none")]
    output: Option<String>,
    /// What profiles are called: `{role_name}-{account_id}`.
    #[serde(deserialize_with = "read::template", skip_serializing_if = "Option::is_none")]
    profile_name_template: Option<String>,
    /// Regions that the program does not know yet, with the partition of each: `{"eu-west-9": "aws"}`.
    #[serde(
        deserialize_with = "read::regions",
        serialize_with = "write_regions",
        skip_serializing_if = "Vec::is_empty"
    )]
    regions: Vec<Region>,
    /// What the relay does; the page is not told.
    #[serde(skip_serializing)]
    relay: RelayConfig,
    /// That the page plays against a simulated Identity Center. No file can say this.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    demo: Option<Demo>,
}

/// What the operator has the relay do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RelayConfig {
    /// The only portals that people may sign in at; without, any.
    #[serde(deserialize_with = "read::start_urls")]
    pub start_urls: Vec<StartUrl>,
    /// The only regions that are called; without, any.
    pub regions: Vec<String>,
    /// The calls that are made; without, all but `GetRoleCredentials`.
    #[serde(deserialize_with = "read::calls")]
    pub calls: Option<Vec<Operation>>,
    /// How often one client may ask.
    pub rate_limits: RateLimits,
    /// The proxies whose `X-Forwarded-For` counts, such as `10.0.0.0/8`.
    pub trusted_proxies: Vec<IpNet>,
}

impl HostConfig {
    /// Reads `onramp.json`.
    ///
    /// # Errors
    /// At the first thing that is wrong, with its place.
    pub fn parse(text: &str) -> Result<HostConfig, BadConfig> {
        // A struct may be read from a list too, which nobody would mean.
        serde_json::from_str::<BTreeMap<String, IgnoredAny>>(text)
            .map_err(|error| BadConfig::new(String::new(), &error))?;
        let mut json = serde_json::Deserializer::from_str(text);
        let mut config: HostConfig = serde_path_to_error::deserialize(&mut json)?;

        // A region may be one that `regions` adds further down, so they are checked last.
        let known = config.known_regions();
        let relayed = config.relay.regions.iter_mut().map(|region| ("relay.regions", region));
        let own = [("region", &mut config.region), ("default_region", &mut config.default_region)];
        let own = own.into_iter().filter_map(|(field, region)| Some((field, region.as_mut()?)));
        for (field, region) in own.chain(relayed) {
            *region = values::region(region, &known)
                .map_err(|what| BadConfig::at_value(text, field, region, what))?
                .id()
                .to_owned();
        }
        Ok(config)
    }

    /// The regions the relay has hosts for: the domain's table, and what the operator added.
    pub fn known_regions(&self) -> KnownRegions {
        KnownRegions::with_added(self.regions.clone())
    }

    /// What the operator has the relay do.
    pub fn relay(&self) -> &RelayConfig {
        &self.relay
    }

    /// What the relay is locked to.
    pub fn policy(&self) -> RelayPolicy {
        let known = self.known_regions();
        let default = RelayPolicy::default();
        RelayPolicy {
            start_urls: self.relay.start_urls.clone(),
            regions: self.relay.regions.iter().filter_map(|id| known.find(id)).collect(),
            calls: self.relay.calls.clone().unwrap_or(default.calls),
        }
    }

    /// The same, telling the page that it plays against a simulated Identity Center.
    pub fn with_demo(self, demo: Demo) -> HostConfig {
        HostConfig { demo: Some(demo), ..self }
    }
}

fn write_regions<S: Serializer>(regions: &[Region], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(regions.iter().map(|region| (region.id(), region.partition().id())))
}

/// What the page must know of a simulated Identity Center.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Demo {
    /// The one origin besides AWS's whose approval page may be linked to.
    pub approval_origin: String,
    /// The portals that exist.
    pub start_urls: Vec<String>,
}

/// The configuration as it is served at `/onramp.json`.
#[derive(Clone, Debug)]
pub struct ServedConfig(Bytes);

impl From<&HostConfig> for ServedConfig {
    fn from(config: &HostConfig) -> ServedConfig {
        // Texts under distinct keys that are texts: there is nothing JSON could not hold.
        ServedConfig(Bytes::from(serde_json::to_vec(config).unwrap_or_default()))
    }
}

impl IntoResponse for ServedConfig {
    fn into_response(self) -> Response {
        let headers =
            [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-cache")];
        (headers, self.0).into_response()
    }
}

/// What is wrong with a configuration, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {field}{}{what}", if field.is_empty() { "" } else { ": " })]
pub struct BadConfig {
    /// From 1.
    pub line: usize,
    /// From 1, in bytes; where reading stopped, so the end of the value that is wrong.
    pub column: usize,
    /// The key it stands under, such as `relay.start_urls`; empty for the file as a whole.
    pub field: String,
    /// In words.
    pub what: String,
}

/// What is wrong with an option that only shows together with the configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{option}: {what}")]
pub struct BadOption {
    /// As it is given.
    pub option: &'static str,
    /// In words.
    pub what: String,
}

impl BadConfig {
    fn new(field: String, error: &serde_json::Error) -> BadConfig {
        let text = error.to_string();
        // The place stands at the end of serde_json's text; here it stands in front.
        let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
        let (line, column) = (error.line(), error.column().max(1));
        BadConfig { line, column, field, what: what.to_owned() }
    }

    /// The end of the first value that reads like this.
    fn at_value(text: &str, field: &str, value: &str, what: String) -> BadConfig {
        let quoted = format!("\"{value}\"");
        let before = text.find(&quoted).map_or("", |start| &text[..start + quoted.len()]);
        let line = before.lines().count().max(1);
        let column = before.lines().next_back().map_or(1, str::len).max(1);
        BadConfig { line, column, field: field.to_owned(), what }
    }
}

impl From<serde_path_to_error::Error<serde_json::Error>> for BadConfig {
    fn from(error: serde_path_to_error::Error<serde_json::Error>) -> BadConfig {
        let path = error.path().to_string();
        let bad = BadConfig::new(path, error.inner());
        // An unknown key is named in the text already.
        let is_named = bad.field == "." || bad.what.contains(&format!("`{}`", bad.field));
        if is_named { BadConfig { field: String::new(), ..bad } } else { bad }
    }
}

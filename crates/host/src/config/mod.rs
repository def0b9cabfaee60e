//! The host's configuration: `onramp.json`, written by its operator, read at start, served to the page but for the
//! relay's part.
//!
//! Not here: the keys that the page reads too ([`onramp_domain::host_config`]).
//! A bad or unknown entry is an error, never a warning: the file is right or the host does not start.

mod place;
#[cfg(test)]
mod schema;
pub(crate) mod values;

use crate::cli::RelayArgs;
use crate::middleware::RateLimits;
use crate::relay::{KnownRegions, RelayPolicy};
use ipnet::IpNet;
use onramp_domain::StartUrl;
use onramp_domain::aws::Operation;
pub use onramp_domain::host_config::Demo;
use place::{UniqueKeys, place_of};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A configuration in which everything is right.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct HostConfig(onramp_domain::HostConfig<RelayConfig>);

/// What the operator has the relay do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RelayConfig {
    /// The only portals that people may sign in at. Without, the company's, or any that `allow` has them use.
    #[serde(deserialize_with = "values::start_urls")]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub start_urls: Vec<StartUrl>,
    /// The only regions that are called. Without, any.
    pub regions: Vec<String>,
    /// The calls that are made. Without, all but `GetRoleCredentials`, and that one where `allow` has it.
    #[serde(deserialize_with = "values::calls")]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub calls: Option<Vec<Operation>>,
    /// How often one client may ask.
    pub rate_limits: RateLimits,
    /// The proxies whose `X-Forwarded-For` counts, such as `10.0.0.0/8`.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub trusted_proxies: Vec<IpNet>,
}

impl HostConfig {
    /// Reads `onramp.json`.
    ///
    /// # Errors
    /// At the first thing that is wrong, with its place.
    pub fn parse(text: &str) -> Result<HostConfig, BadConfig> {
        // Some editors put a mark before the text, which browsers skip too.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // A struct may be read from a list too, which nobody would mean.
        let keys = read_json::<BTreeMap<String, UniqueKeys>>(text)?;
        let mut config = read_json::<onramp_domain::HostConfig<RelayConfig>>(text)?;
        config.schema = None;
        if let Some(problem) = config.check().into_iter().next() {
            let is_old = problem.path == "name" && keys.contains_key("company");
            let field = if is_old { "company".to_owned() } else { problem.path };
            return Err(BadConfig::at(text, field, problem.wrong.to_string()));
        }
        let known = KnownRegions::with_added(config.added_regions().collect());
        for (place, region) in config.relay.regions.iter_mut().enumerate() {
            *region = values::region(region, &known)
                .map_err(|what| BadConfig::at(text, format!("relay.regions[{place}]"), what))?
                .id()
                .to_owned();
        }
        Ok(HostConfig(config))
    }

    /// The regions the relay has hosts for: the domain's table, and what the operator added.
    pub fn known_regions(&self) -> KnownRegions {
        KnownRegions::with_added(self.0.added_regions().collect())
    }

    /// What the operator has the relay do.
    pub fn relay(&self) -> &RelayConfig {
        &self.0.relay
    }

    /// The picture's path beside the file.
    pub fn logo(&self) -> Option<&str> {
        self.0.logo.as_deref()
    }

    /// What the relay is locked to.
    pub fn policy(&self) -> RelayPolicy {
        let (known, config) = (self.known_regions(), &self.0);
        let mut start_urls = config.relay.start_urls.clone();
        if start_urls.is_empty() && !config.allow.other_start_urls {
            let portals = config.portals().into_iter().filter_map(|portal| portal.start_url);
            start_urls.extend(portals.filter_map(|url| StartUrl::parse(&url).ok()));
        }
        let calls = match &config.relay.calls {
            Some(calls) => calls.clone(),
            None if config.allow.role_credentials => Operation::ALL.to_vec(),
            None => RelayPolicy::default().calls,
        };
        let regions = config.relay.regions.iter().filter_map(|id| known.find(id)).collect();
        RelayPolicy { start_urls, regions, calls }
    }

    /// With the options that are given, each in place of what the file says.
    pub(crate) fn with_options(mut self, args: &RelayArgs) -> Result<HostConfig, BadOption> {
        fn put<T: Clone>(values: &mut Vec<T>, given: &[T]) {
            if !given.is_empty() {
                *values = given.to_vec();
            }
        }
        let known = self.known_regions();
        let region = |id: &String| values::region(id, &known).map(|region| region.id().to_owned());
        let regions = args.allow_region.iter().map(region).collect::<Result<Vec<_>, _>>();
        let relay = &mut self.0.relay;
        put(&mut relay.regions, &regions.map_err(|what| BadOption { what })?);
        put(&mut relay.start_urls, &args.allow_start_url);
        put(&mut relay.trusted_proxies, &args.trusted_proxy);
        if !args.allow_call.is_empty() {
            relay.calls = Some(args.allow_call.clone());
        }
        let limits = &mut relay.rate_limits;
        limits.sign_ins_per_minute = args.sign_ins_per_minute.unwrap_or(limits.sign_ins_per_minute);
        limits.look_ups_per_minute = args.look_ups_per_minute.unwrap_or(limits.look_ups_per_minute);
        Ok(self)
    }

    /// The same, telling the page that it plays against a simulated Identity Center.
    pub fn with_demo(self, demo: Demo) -> HostConfig {
        HostConfig(onramp_domain::HostConfig { demo: Some(demo), ..self.0 })
    }
}

fn read_json<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, BadConfig> {
    let mut json = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut json)?;
    json.end().map_err(|error| BadConfig::new(String::new(), &error))?;
    Ok(read)
}

/// What is wrong with a configuration, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {field}{}{what}", if field.is_empty() { "" } else { ": " })]
pub struct BadConfig {
    /// From 1.
    pub line: usize,
    /// From 1, in bytes; where the value begins, or where reading stopped.
    pub column: usize,
    /// The key it stands under, such as `relay.start_urls`; empty for the file as a whole.
    pub field: String,
    /// In words.
    pub what: String,
}

/// What is wrong with an option that only shows together with the configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("--allow-region: {what}")]
pub struct BadOption {
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

    fn at(text: &str, field: String, what: String) -> BadConfig {
        let before = &text[..place_of(text, &field)];
        let column = before.rsplit('\n').next().map_or(0, str::len) + 1;
        BadConfig { line: before.matches('\n').count() + 1, column, field, what }
    }
}

impl From<serde_path_to_error::Error<serde_json::Error>> for BadConfig {
    fn from(error: serde_path_to_error::Error<serde_json::Error>) -> BadConfig {
        let path = error.path().to_string();
        let bad = BadConfig::new(path, error.inner());
        // An unknown key is named in the text already.
        let is_named = [".", "?"].contains(&bad.field.as_str())
            || bad.what.contains(&format!("`{}`", bad.field));
        if is_named { BadConfig { field: String::new(), ..bad } } else { bad }
    }
}

//! The page's configuration: `onramp.json`, written by a host's operator, read at start, served to the page.
//!
//! Not here: anything that would make the page do something. Every key fills in a field that a person then sees; a
//! shared configuration can't add a host name, a command or a credential (FACTS "What people ask other tools for").
//! A bad or unknown entry is an error, never a warning: the file is right or the host does not start.

mod key;
mod reader;

use key::Key;

use axum::body::Bytes;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use onramp_domain::Region;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeMap;

/// A configuration in which everything is right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageConfig {
    values: BTreeMap<Key, String>,
    regions: Vec<Region>,
    demo: Option<Demo>,
}

impl PageConfig {
    /// Reads `onramp.json`.
    ///
    /// # Errors
    /// At the first thing that is wrong, with its place.
    pub fn parse(text: &str) -> Result<PageConfig, BadConfig> {
        reader::read(text).map_err(BadConfig::from)
    }

    /// The regions the operator added to the domain's table.
    pub fn added_regions(&self) -> &[Region] {
        &self.regions
    }

    /// The same, telling the page that it plays against a simulated Identity Center. No file can say this.
    pub fn with_demo(self, demo: Demo) -> PageConfig {
        PageConfig { demo: Some(demo), ..self }
    }
}

impl Serialize for PageConfig {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in &self.values {
            map.serialize_entry(key.name(), value)?;
        }
        if !self.regions.is_empty() {
            let regions: BTreeMap<&str, &str> =
                self.regions.iter().map(|region| (region.id(), region.partition().id())).collect();
            map.serialize_entry(Key::Regions.name(), &regions)?;
        }
        if let Some(demo) = &self.demo {
            map.serialize_entry(reader::DEMO, demo)?;
        }
        map.end()
    }
}

/// What the page must know of a simulated Identity Center.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Demo {
    /// The one origin besides AWS's whose approval page may be linked to.
    pub approval_origin: String,
    /// The portals that exist.
    pub start_urls: Vec<String>,
}

/// The configuration as it is served at `/onramp.json`.
#[derive(Clone, Debug)]
pub struct ServedConfig(Bytes);

impl From<&PageConfig> for ServedConfig {
    fn from(config: &PageConfig) -> ServedConfig {
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
#[error("{line}:{column}: {what}")]
pub struct BadConfig {
    /// From 1.
    pub line: usize,
    /// From 1, in bytes; where reading stopped, so the end of the value that is wrong.
    pub column: usize,
    /// In words.
    pub what: String,
}

impl From<serde_json::Error> for BadConfig {
    fn from(error: serde_json::Error) -> BadConfig {
        let text = error.to_string();
        // The place stands at the end of serde_json's text; here it stands in front.
        let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
        BadConfig { line: error.line(), column: error.column().max(1), what: what.to_owned() }
    }
}

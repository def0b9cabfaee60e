//! What the values of the relay's part of `onramp.json` and of the options must be; for serde, so that each is checked
//! while its place in the file is known.
//!
//! Not here: which keys there are ([`super::HostConfig`]).

use crate::relay::KnownRegions;
use onramp_domain::aws::Operation;
use onramp_domain::{Region, StartUrl};
use serde::Deserialize;
use serde::de::{Deserializer, Error};

/// An access portal's address, in any spelling that people paste.
pub(crate) fn start_url(text: &str) -> Result<StartUrl, String> {
    StartUrl::parse(text).map_err(|error| format!("not a start URL: {error}"))
}

/// A region of the table or of the operator's own.
pub(crate) fn region(text: &str, regions: &KnownRegions) -> Result<Region, String> {
    if let Some(region) = regions.find(text) {
        return Ok(region);
    }
    Region::parse(text).map_err(|error| match &error.nearest {
        Some(near) => format!("{error}, did you mean `{near}`?"),
        None => error.to_string(),
    })
}

/// One of AWS's operations, by its API name.
pub(crate) fn call(text: &str) -> Result<Operation, String> {
    Operation::ALL.into_iter().find(|call| call.name() == text).ok_or_else(|| {
        let known = Operation::ALL.map(Operation::name).join(", ");
        format!("unknown call `{text}`, there are {known}")
    })
}

pub(super) fn start_urls<'de, D: Deserializer<'de>>(json: D) -> Result<Vec<StartUrl>, D::Error> {
    all_checked(json, start_url)
}

pub(super) fn calls<'de, D: Deserializer<'de>>(
    json: D,
) -> Result<Option<Vec<Operation>>, D::Error> {
    all_checked(json, call).map(Some)
}

fn all_checked<'de, D: Deserializer<'de>, T>(
    json: D,
    check: fn(&str) -> Result<T, String>,
) -> Result<Vec<T>, D::Error> {
    let texts = Vec::<String>::deserialize(json)?;
    texts.iter().map(|text| check(text)).collect::<Result<_, _>>().map_err(D::Error::custom)
}

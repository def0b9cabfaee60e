//! Functions for serde: each value of `onramp.json` is checked while its place in the file is known.
//!
//! Not here: what a value must be ([`super::values`]).

use super::values;
use onramp_domain::aws::Operation;
use onramp_domain::{Region, StartUrl};
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::fmt;

pub(super) fn company<'de, D: Deserializer<'de>>(json: D) -> Result<Option<String>, D::Error> {
    checked(json, values::company).map(Some)
}

pub(super) fn start_url<'de, D: Deserializer<'de>>(json: D) -> Result<Option<String>, D::Error> {
    checked(json, values::start_url).map(|start_url| Some(start_url.as_str().to_owned()))
}

pub(super) fn session_name<'de, D: Deserializer<'de>>(json: D) -> Result<Option<String>, D::Error> {
    checked(json, values::session_name).map(Some)
}

pub(super) fn output<'de, D: Deserializer<'de>>(json: D) -> Result<Option<String>, D::Error> {
    checked(json, values::output).map(Some)
}

pub(super) fn template<'de, D: Deserializer<'de>>(json: D) -> Result<Option<String>, D::Error> {
    checked(json, values::template).map(Some)
}

pub(super) fn start_urls<'de, D: Deserializer<'de>>(json: D) -> Result<Vec<StartUrl>, D::Error> {
    all_checked(json, values::start_url)
}

pub(super) fn calls<'de, D: Deserializer<'de>>(
    json: D,
) -> Result<Option<Vec<Operation>>, D::Error> {
    all_checked(json, values::call).map(Some)
}

/// An object of region ids, each with its partition's id.
pub(super) fn regions<'de, D: Deserializer<'de>>(json: D) -> Result<Vec<Region>, D::Error> {
    struct AddedRegions;

    impl<'de> Visitor<'de> for AddedRegions {
        type Value = Vec<Region>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of region ids, each with its partition's id")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<Region>, A::Error> {
            let mut regions: Vec<Region> = Vec::new();
            while let Some((id, partition)) = map.next_entry::<String, String>()? {
                let region = values::added_region(&id, &partition).map_err(A::Error::custom)?;
                if regions.iter().any(|known| known.id() == region.id()) {
                    return Err(A::Error::custom(format!("duplicate region `{id}`")));
                }
                regions.push(region);
            }
            Ok(regions)
        }
    }

    json.deserialize_map(AddedRegions)
}

type Check<T> = fn(&str) -> Result<T, String>;

fn checked<'de, D: Deserializer<'de>, T>(json: D, check: Check<T>) -> Result<T, D::Error> {
    check(&String::deserialize(json)?).map_err(D::Error::custom)
}

fn all_checked<'de, D: Deserializer<'de>, T>(json: D, check: Check<T>) -> Result<Vec<T>, D::Error> {
    let texts = Vec::<String>::deserialize(json)?;
    texts.iter().map(|text| check(text)).collect::<Result<_, _>>().map_err(D::Error::custom)
}

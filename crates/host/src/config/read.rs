//! Functions for serde: each value of the relay's part is checked while its place in the file is known.
//!
//! Not here: what a value must be ([`super::values`]).

use super::values;
use onramp_domain::StartUrl;
use onramp_domain::aws::Operation;
use serde::Deserialize;
use serde::de::{Deserializer, Error};

pub(super) fn start_urls<'de, D: Deserializer<'de>>(json: D) -> Result<Vec<StartUrl>, D::Error> {
    all_checked(json, values::start_url)
}

pub(super) fn calls<'de, D: Deserializer<'de>>(
    json: D,
) -> Result<Option<Vec<Operation>>, D::Error> {
    all_checked(json, values::call).map(Some)
}

type Check<T> = fn(&str) -> Result<T, String>;

fn all_checked<'de, D: Deserializer<'de>, T>(json: D, check: Check<T>) -> Result<Vec<T>, D::Error> {
    let texts = Vec::<String>::deserialize(json)?;
    texts.iter().map(|text| check(text)).collect::<Result<_, _>>().map_err(D::Error::custom)
}

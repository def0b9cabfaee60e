//! From JSON to a configuration, checking each value while its place in the file is known.
//!
//! Not here: what a value must be ([`Key`]). The text is read twice: a `region` may be one that `regions` adds further
//! down.

use super::{Key, PageConfig};
use crate::relay::KnownRegions;
use onramp_domain::{Partition, Region};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// The key that only `onramp demo` sets.
pub(super) const DEMO: &str = "demo";

pub(super) fn read(text: &str) -> Result<PageConfig, serde_json::Error> {
    let table = KnownRegions::default();
    let added = run(text, Reading::Regions, &table)?.regions;
    run(text, Reading::Everything, &KnownRegions::with_added(added))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Regions,
    Everything,
}

fn run(
    text: &str,
    reading: Reading,
    regions: &KnownRegions,
) -> Result<PageConfig, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(text);
    let config = json.deserialize_map(ConfigVisitor { reading, regions })?;
    json.end()?;
    Ok(config)
}

struct ConfigVisitor<'a> {
    reading: Reading,
    regions: &'a KnownRegions,
}

impl<'de> Visitor<'de> for ConfigVisitor<'_> {
    type Value = PageConfig;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of settings")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PageConfig, A::Error> {
        let mut config = PageConfig::default();
        let mut seen = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if name == DEMO {
                return Err(A::Error::custom("`demo` is said by `onramp demo` alone"));
            }
            let key = Key::parse(&name).map_err(A::Error::custom)?;
            if seen.contains(&key) {
                return Err(A::Error::custom(format!("`{name}` stands here twice")));
            }
            seen.push(key);
            match (key, self.reading) {
                (Key::Regions, _) => config.regions = map.next_value_seed(AddedRegions)?,
                (_, Reading::Regions) => {
                    map.next_value::<IgnoredAny>()?;
                }
                (_, Reading::Everything) => {
                    let value = map.next_value_seed(Text { key, regions: self.regions })?;
                    config.values.insert(key, value);
                }
            }
        }
        Ok(config)
    }
}

/// One text value.
struct Text<'a> {
    key: Key,
    regions: &'a KnownRegions,
}

impl<'de> DeserializeSeed<'de> for Text<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Text<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a text for `{}`", self.key.name())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        self.key.read_text(text, self.regions).map_err(E::custom)
    }
}

/// The object of added regions.
struct AddedRegions;

impl<'de> DeserializeSeed<'de> for AddedRegions {
    type Value = Vec<Region>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Region>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for AddedRegions {
    type Value = Vec<Region>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of region ids, each with its partition's id, for `regions`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<Region>, A::Error> {
        let mut regions: Vec<Region> = Vec::new();
        while let Some((id, partition)) = map.next_entry::<String, String>()? {
            let region = added_region(&id, &partition).map_err(A::Error::custom)?;
            if regions.iter().any(|known| known.id() == region.id()) {
                return Err(A::Error::custom(format!("`{id}` stands here twice")));
            }
            regions.push(region);
        }
        Ok(regions)
    }
}

fn added_region(id: &str, partition: &str) -> Result<Region, String> {
    let Some(known) = Partition::from_id(partition) else {
        let ids = Partition::ALL.map(Partition::id).join(", ");
        return Err(format!("unknown partition `{partition}`, there are {ids}"));
    };
    Region::in_partition(id, known).map_err(|_| match Region::parse(id) {
        Ok(region) => format!("`{id}` belongs to the partition `{}`", region.partition().id()),
        Err(_) => format!("`{id}` is not shaped like a region's id, such as `eu-west-9`"),
    })
}

//! A JSON object whose keys the file chooses.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::{Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// Keys in their alphabetical order, each once, with their values. There are few of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs<V>(Vec<(String, V)>);

impl<V> Pairs<V> {
    pub fn iter(&self) -> impl Iterator<Item = (&String, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// In place of what the key has.
    pub fn insert(&mut self, key: String, value: V) {
        self.remove(&key);
        let place = self.0.partition_point(|(other, _)| *other < key);
        self.0.insert(place, (key, value));
    }

    pub fn remove(&mut self, key: &str) -> Option<V> {
        let place = self.0.iter().position(|(other, _)| other == key)?;
        Some(self.0.remove(place).1)
    }
}

impl<V> Default for Pairs<V> {
    fn default() -> Pairs<V> {
        Pairs(Vec::new())
    }
}

impl<V: Serialize> Serialize for Pairs<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Pairs<V>, D::Error> {
        deserializer.deserialize_map(AnyKeys(PhantomData))
    }
}

struct AnyKeys<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for AnyKeys<V> {
    type Value = Pairs<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Pairs<V>, A::Error> {
        let mut pairs = Pairs::default();
        while let Some((key, value)) = entries.next_entry()? {
            pairs.insert(key, value);
        }
        Ok(pairs)
    }
}

//! A JSON object whose keys the file chooses.

use crate::sort::sort_by;
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
        let mut pairs: Vec<(String, V)> = Vec::new();
        while let Some(pair) = entries.next_entry()? {
            pairs.push(pair);
        }
        // Of a key that is there twice, the last counts.
        pairs.reverse();
        sort_by(&mut pairs, |one, other| one.0.cmp(&other.0));
        pairs.dedup_by(|one, other| one.0 == other.0);
        Ok(Pairs(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::Pairs;

    #[test]
    fn keys_are_in_order_and_of_one_that_comes_twice_the_last_counts() {
        let mut pairs: Pairs<u8> =
            serde_json::from_str(r#"{"b": 1, "a": 2, "b": 3, "c": 4, "b": 5}"#).unwrap();
        pairs.insert("a".to_owned(), 6);
        let pairs: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}{value}")).collect();
        assert_eq!(pairs, ["a6", "b5", "c4"]);
    }

    #[test]
    fn what_is_no_object_is_refused_in_words() {
        let error = serde_json::from_str::<Pairs<u8>>("[1]").unwrap_err().to_string();
        assert_eq!(error, "invalid type: sequence, expected a map at line 1 column 0");
    }
}

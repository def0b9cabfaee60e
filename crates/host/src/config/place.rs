//! Where a value stands in a JSON text, and whether every key in it stands once.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Where the value under a path such as `rules[2].region` begins, in bytes; its parent where it isn't there.
pub(super) fn place_of(text: &str, path: &str) -> usize {
    let Ok(whole) = serde_json::from_str::<&RawValue>(text) else { return 0 };
    let (mut value, mut path) = (whole.get(), path);
    while let Some((inner, rest)) = child(value, path) {
        (value, path) = (inner, rest);
    }
    value.as_ptr().addr() - text.as_ptr().addr()
}

fn child<'t, 'p>(value: &'t str, path: &'p str) -> Option<(&'t str, &'p str)> {
    if let Some(path) = path.strip_prefix('[') {
        let (place, rest) = path.split_once(']')?;
        let list: Vec<&RawValue> = serde_json::from_str(value).ok()?;
        return Some((list.get(place.parse::<usize>().ok()?)?.get(), rest));
    }
    let path = path.strip_prefix('.').unwrap_or(path);
    let map: BTreeMap<Cow<'_, str>, &RawValue> = serde_json::from_str(value).ok()?;
    // A key may have a dot in it.
    map.into_iter().find_map(|(key, value)| {
        let rest = path.strip_prefix(&*key)?;
        (rest.is_empty() || rest.starts_with(['.', '['])).then_some((value.get(), rest))
    })
}

/// Any JSON in which no object has a key twice.
pub(super) struct UniqueKeys;

impl<'de> Deserialize<'de> for UniqueKeys {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<UniqueKeys, D::Error> {
        json.deserialize_any(UniqueKeys)
    }
}

macro_rules! plain {
    ($($visit:ident $kind:ty),*) => {$(
        fn $visit<E>(self, _: $kind) -> Result<UniqueKeys, E> {
            Ok(self)
        }
    )*};
}

impl<'de> Visitor<'de> for UniqueKeys {
    type Value = UniqueKeys;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    plain!(visit_bool bool, visit_i64 i64, visit_u64 u64, visit_f64 f64, visit_str &str);

    fn visit_unit<E>(self) -> Result<UniqueKeys, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<UniqueKeys, A::Error> {
        while list.next_element::<UniqueKeys>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<UniqueKeys, A::Error> {
        let mut keys = BTreeSet::new();
        while let Some((key, _)) = map.next_entry::<String, UniqueKeys>()? {
            if let Some(key) = keys.replace(key) {
                return Err(A::Error::custom(format!("duplicate key `{key}`")));
            }
        }
        Ok(self)
    }
}

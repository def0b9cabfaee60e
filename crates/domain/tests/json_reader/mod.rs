//! JSON by serde_json, handed over as the page's own reader hands over what the browser has parsed.

use onramp_domain::cache::{CacheFields, JsonFault};
use onramp_domain::json::Json;
use serde_json::Value;

/// A cache file's fields: all of the text first, then what it is.
pub(crate) fn parse(text: &str) -> Result<CacheFields, JsonFault> {
    let value: Value = serde_json::from_str(text).map_err(|_| JsonFault::NotJson { at: None })?;
    json_of(value).into_fields().map(CacheFields::of_object).ok_or(JsonFault::NotAnObject)
}

fn json_of(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(_) => Json::Bool,
        Value::Number(number) => Json::Number(number.as_f64().unwrap_or_default()),
        Value::String(text) => Json::Text(text),
        Value::Array(list) => Json::List(list.into_iter().map(json_of).collect()),
        Value::Object(map) => {
            Json::Object(map.into_iter().map(|(key, value)| (key, json_of(value))).collect())
        }
    }
}

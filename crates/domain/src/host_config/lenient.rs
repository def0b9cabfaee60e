//! Reading `onramp.json` on a page: what is wrong is left out, and the rest counts.

use super::{Demo, HostConfig};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

/// `onramp.json` is there, and is no JSON object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostConfigUnreadable;

impl HostConfig<IgnoredAny> {
    /// Reads what can be read. Keys under which anything is wrong, or that are not known, stand in `left_out`.
    ///
    /// # Errors
    /// When the text is not a JSON object.
    pub fn read_leniently(text: &str) -> Result<Self, HostConfigUnreadable> {
        let mut keys: Map<String, Value> =
            serde_json::from_str(text).map_err(|_| HostConfigUnreadable)?;
        let demo = keys.remove("demo").and_then(|demo| Demo::deserialize(demo).ok());
        let mut left_out = Vec::new();
        keys.retain(|key, value| {
            let mut alone = Map::new();
            alone.insert(key.clone(), value.clone());
            let is_readable = read(alone).is_ok();
            if !is_readable {
                left_out.push(key.clone());
            }
            is_readable
        });
        loop {
            let mut config = read(keys.clone())?;
            let Some(problem) = config.check().into_iter().next() else {
                return Ok(HostConfig { schema: None, demo, left_out, ..config });
            };
            let key = problem.path.split(['.', '[']).next().unwrap_or_default();
            let key = if key == "name" && !keys.contains_key(key) { "company" } else { key };
            keys.remove(key).ok_or(HostConfigUnreadable)?;
            left_out.push(key.to_owned());
        }
    }
}

fn read(keys: Map<String, Value>) -> Result<HostConfig<IgnoredAny>, HostConfigUnreadable> {
    HostConfig::deserialize(Value::Object(keys)).map_err(|_| HostConfigUnreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: Option<(&str, &[&str])>) {
        let read = HostConfig::read_leniently(json).ok();
        let read = read.map(|config| (serde_json::to_string(&config).unwrap(), config.left_out));
        let expected = expected
            .map(|(json, keys)| (json.to_owned(), keys.iter().map(ToString::to_string).collect()));
        assert_eq!(read, expected, "{json}");
    }

    #[test]
    fn what_is_wrong_is_left_out_and_named() {
        check("{}", Some(("{}", &[])));
        check(r#"{"company": "Acme", "relay": {"calls": 1}}"#, Some((r#"{"name":"Acme"}"#, &[])));
        check(
            r#"{"name": "Acme", "region": null, "later": [1], "accent": 7, "rules": [{"role": 1}]}"#,
            Some((r#"{"name":"Acme"}"#, &["accent", "later", "rules"])),
        );
        check(
            r#"{"name": "Acme", "support": {"text": "x", "link": "javascript:1"}, "logo": "//x/a.svg"}"#,
            Some((r#"{"name":"Acme"}"#, &["logo", "support"])),
        );
        check(r#"{"company": "", "output": "json"}"#, Some((r#"{"output":"json"}"#, &["company"])));
        check(
            r#"{"demo": {"approval_origin": "http://x"}}"#,
            Some((r#"{"demo":{"approval_origin":"http://x","start_urls":[]}}"#, &[])),
        );
        // What is missing can't be left out.
        check(
            r#"{"allow": {"other_start_urls": false}, "output": "text"}"#,
            Some((r#"{"output":"text"}"#, &["allow"])),
        );
    }

    #[test]
    fn what_is_no_object_is_not_read() {
        for json in ["", "[]", "1", "{", "<!doctype html>", r#"{"name": "A", "company": "B"}"#] {
            check(json, None);
        }
    }
}

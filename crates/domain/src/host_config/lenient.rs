//! Reading `onramp.json` on a page: what is wrong is left out, and the rest counts.

use super::{HostConfig, Pairs};
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

/// `onramp.json` is there, and is no JSON object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostConfigUnreadable;

impl HostConfig<IgnoredAny> {
    /// Reads what can be read. Keys under which anything is wrong, or that are not known, stand in `left_out`.
    ///
    /// # Errors
    /// When the text is not a JSON object.
    pub fn read_leniently(text: &str) -> Result<Self, HostConfigUnreadable> {
        let mut keys: Pairs<&RawValue> =
            serde_json::from_str(text).map_err(|_| HostConfigUnreadable)?;
        let demo = keys.remove("demo").and_then(|demo| serde_json::from_str(demo.get()).ok());
        let text_of = |(key, value): (&String, &&RawValue)| (key.clone(), member(key, value));
        let members = keys.iter().map(text_of);
        let (mut readable, unreadable): (Vec<_>, Vec<_>) =
            members.partition(|(_, member)| read(&[&**member]).is_ok());
        let mut left_out: Vec<String> = unreadable.into_iter().map(|(key, _)| key).collect();
        loop {
            let members: Vec<&str> = readable.iter().map(|(_, member)| &**member).collect();
            let mut config = read(&members)?;
            let Some(problem) = config.check().into_iter().next() else {
                return Ok(HostConfig { schema: None, demo, left_out, ..config });
            };
            let name = problem.path.split(['.', '[']).next().unwrap_or_default();
            let is_it = |key: &str| key == name || name == "name" && key == "company";
            let place = readable.iter().position(|(key, _)| is_it(key));
            left_out.push(readable.remove(place.ok_or(HostConfigUnreadable)?).0);
        }
    }
}

/// As it stands in the file. Where Rust and JSON write a key differently, it is none that is known.
fn member(key: &str, value: &RawValue) -> String {
    format!("{key:?}:{}", value.get())
}

/// The file with these members alone.
fn read(members: &[&str]) -> Result<HostConfig<IgnoredAny>, HostConfigUnreadable> {
    let text = ["{", &members.join(","), "}"].concat();
    serde_json::from_str(&text).map_err(|_| HostConfigUnreadable)
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

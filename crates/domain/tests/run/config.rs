//! `read`, `merge` and `remove`: what a config file means, and changing it.

use super::block::GivenEntry;
use onramp_domain::config::{self, Document, Editor, Settings, Value as ConfigValue};
use serde::Deserialize;
use serde_json::{Map, Value, json};

#[derive(Deserialize)]
pub(crate) struct GivenText {
    text: String,
}

#[derive(Deserialize)]
pub(crate) struct GivenMerge {
    existing: String,
    entry: GivenEntry,
}

#[derive(Deserialize)]
pub(crate) struct GivenRemoval {
    existing: String,
    profile: String,
}

pub(crate) fn answer_read(given: GivenText) -> Result<Value, String> {
    let document = Document::parse(given.text);
    let reading = config::read(&document);
    if !reading.parse_errors().is_empty() {
        return Ok(json!({"error": "ConfigParseError"}));
    }
    Ok(json!({
        "profiles": reading.profiles().map(named).collect::<Map<_, _>>(),
        "sso_sessions": reading.sso_sessions().map(named).collect::<Map<_, _>>(),
    }))
}

pub(crate) fn answer_merge(given: GivenMerge) -> Result<Value, String> {
    let document = Document::parse(given.existing);
    let mut editor = Editor::new(document);
    editor.merge(&[given.entry.entry()?]);
    Ok(json!({"text": editor.document().as_str()}))
}

pub(crate) fn answer_remove(given: GivenRemoval) -> Result<Value, String> {
    let mut editor = Editor::new(Document::parse(given.existing));
    editor.remove_profiles(&[given.profile.as_str()]);
    Ok(json!({"text": editor.document().as_str()}))
}

fn named(settings: &Settings<'_>) -> (String, Value) {
    let values = settings.iter().map(|(key, value)| {
        let value = match value {
            ConfigValue::Text(text) => text.as_ref().into(),
            ConfigValue::Nested(nested) => Value::Object(
                nested.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
            ),
        };
        (key.into_owned(), value)
    });
    (settings.name().to_owned(), Value::Object(values.collect()))
}

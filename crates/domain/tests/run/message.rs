//! `message`: the cause of an error message, who says it, and what it names.

use onramp_domain::cli_message::{self, RunAs};
use serde_json::{Map, Value, json};

#[derive(serde::Deserialize)]
pub(crate) struct Given {
    text: String,
}

/// `null` where there is no message; of what it names only what is there.
pub(crate) fn answer(given: Given) -> Result<Value, String> {
    let Some(message) = cli_message::find(&given.text) else { return Ok(Value::Null) };
    let mentions = message.mentions;
    let named = [
        ("profile", mentions.profile),
        ("session", mentions.session),
        ("start_url", mentions.start_url),
        ("file", mentions.file),
        ("line", mentions.line.map(|line| line.to_string())),
        ("section", mentions.section),
        ("setting", mentions.setting),
        ("host", mentions.host),
        ("region", mentions.region),
        ("run_as", (mentions.run_as == RunAs::Root).then(|| "root".to_owned())),
    ];
    let named: Map<String, Value> = named
        .into_iter()
        .filter_map(|(name, text)| Some((name.to_owned(), text?.into())))
        .collect();
    Ok(json!({
        "cause": format!("{:?}", message.cause),
        "speaker": format!("{:?}", message.speaker),
        "names": named,
    }))
}

//! `cache-text` and `cache-owner`: what a pasted text consists of, and whose a file is.

use super::cache_file::{file, iso, now};
use onramp_domain::cache_file::{self, Checked, Finding, KnownNames, Owner};
use onramp_domain::cli_message::{Cause, CliMessage};
use serde_json::{Value, json};

#[derive(serde::Deserialize)]
pub(crate) struct Given {
    text: String,
    now: String,
}

/// The parts in their order; of a file only its kind and state, or its error, and where it breaks off.
pub(crate) fn answer(given: Given) -> Result<Value, String> {
    let now = now(&given.now)?;
    let part = |checked: &Checked| {
        let mut got = match &checked.outcome {
            Ok(Finding::File(report)) => {
                let read = file(Ok(report), now);
                json!({"kind": read["kind"], "state": read["state"]})
            }
            Ok(Finding::Time(at)) => json!({"time": iso(*at)}),
            Ok(Finding::Message(message)) => message_json(message),
            Ok(Finding::Config(_)) => json!("config"),
            Err(error) => file(Err(error), now),
        };
        if let Some(cut) = checked.cut {
            got["cut_after"] = cut.characters.into();
            got["cut_in"] = cut.field.into();
        }
        got
    };
    Ok(cache_file::check(&given.text).iter().map(part).collect())
}

fn message_json(message: &CliMessage) -> Value {
    let mentions = &message.mentions;
    let mut got = json!({"message": code(message)});
    if message.cause == Cause::NotSignedIn {
        if let Some(owner) = mentions.owner() {
            got["of"] = owner.as_str().into();
        } else if let Some(file) = &mentions.file {
            got["file"] = file.rsplit('/').next().into();
        }
    }
    if let Some(profile) = &mentions.profile {
        got["profile"] = profile.as_str().into();
    }
    got
}

#[derive(serde::Deserialize)]
pub(crate) struct GivenFile {
    file: String,
    known: Vec<String>,
    start_url: Option<String>,
}

pub(crate) fn answer_owner(given: GivenFile) -> Result<Value, String> {
    let known: KnownNames = given.known.iter().filter_map(|name| Owner::parse(name)).collect();
    Ok(match known.owner_of(&given.file, given.start_url.as_deref()) {
        Some(Owner::Session(name)) => json!({"session": name}),
        Some(Owner::StartUrl(url)) => json!({"start_url": url}),
        None => Value::Null,
    })
}

/// The cause in words with dashes; who is not signed in, and where, by what the message says of it.
fn code(message: &CliMessage) -> String {
    match message.cause {
        Cause::NotSignedIn if message.mentions.owner().is_some() => "token-missing".to_owned(),
        Cause::NotSignedIn if message.mentions.file.is_some() => "file-missing".to_owned(),
        cause => format!("{cause:?}").chars().fold(String::new(), |mut code, c| {
            if c.is_ascii_uppercase() && !code.is_empty() {
                code.push('-');
            }
            code.push(c.to_ascii_lowercase());
            code
        }),
    }
}

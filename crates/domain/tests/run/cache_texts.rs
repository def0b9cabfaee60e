//! `cache-text` and `cache-owner`: what a pasted text consists of, and whose a file is.

use super::cache::{file, iso, now};
use onramp_domain::cache::{self, CliMessage, Known, Owner, Piece};
use serde_json::{Value, json};

#[derive(serde::Deserialize)]
pub(crate) struct Given {
    text: String,
    now: String,
}

/// The pieces in their order; of a file only its kind and state, or its error, and where it breaks off.
pub(crate) fn answer(given: Given) -> Result<Value, String> {
    let now = now(&given.now)?;
    let piece = |piece: &Piece| match piece {
        Piece::File { text, cut } => {
            let read = file(text.expose(), now);
            let mut got = match read.get("error") {
                Some(error) => json!({"error": error}),
                None => json!({"kind": read["kind"], "state": read["state"]}),
            };
            if let Some(cut) = cut {
                got["cut_after"] = cut.characters.into();
                got["cut_in"] = cut.field.into();
            }
            got
        }
        Piece::Time(at) => json!({"time": iso(*at)}),
        Piece::Message { said, profile } => {
            let mut got = json!({"message": code(said)});
            match said {
                CliMessage::TokenMissing { of } => got["of"] = of.as_str().into(),
                CliMessage::FileMissing { file } => got["file"] = file.as_str().into(),
                _ => {}
            }
            if let Some(profile) = profile {
                got["profile"] = profile.as_str().into();
            }
            got
        }
        Piece::Config(_) => json!("config"),
    };
    Ok(cache::pieces(&given.text).iter().map(piece).collect())
}

#[derive(serde::Deserialize)]
pub(crate) struct GivenFile {
    file: String,
    known: Vec<String>,
    start_url: Option<String>,
}

pub(crate) fn answer_owner(given: GivenFile) -> Result<Value, String> {
    let known: Known = given.known.iter().filter_map(|name| Owner::parse(name)).collect();
    Ok(match known.owner_of(&given.file, given.start_url.as_deref()) {
        Some(Owner::Session(name)) => json!({"session": name}),
        Some(Owner::StartUrl(url)) => json!({"start_url": url}),
        None => Value::Null,
    })
}

fn code(message: &CliMessage) -> &'static str {
    match message {
        CliMessage::RefreshFailed => "refresh-failed",
        CliMessage::SignInEnded => "sign-in-ended",
        CliMessage::TokenMissing { .. } => "token-missing",
        CliMessage::FileMissing { .. } => "file-missing",
        CliMessage::NotSignedIn => "not-signed-in",
        CliMessage::WrongPlace => "wrong-place",
        CliMessage::Unreachable => "unreachable",
        CliMessage::SettingsDiffer => "settings-differ",
        CliMessage::ConfigUnreadable => "config-unreadable",
        CliMessage::LoginEnded => "login-ended",
        CliMessage::OldCli => "old-cli",
        CliMessage::PluginMissing => "plugin-missing",
        CliMessage::TokenUnreadable => "token-unreadable",
        CliMessage::SessionEnded => "session-ended",
        CliMessage::GrantRefused => "grant-refused",
        CliMessage::RegistrationEnded => "registration-ended",
        CliMessage::CodeEnded => "code-ended",
        CliMessage::RoleRefused => "role-refused",
        CliMessage::ProfileMissing => "profile-missing",
        CliMessage::SessionMissing => "session-missing",
        CliMessage::SettingsMissing => "settings-missing",
        CliMessage::NoCredentials => "no-credentials",
        CliMessage::KeysEnded => "keys-ended",
    }
}

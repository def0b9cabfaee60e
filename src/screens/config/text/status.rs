//! What is said about the whole: under the title, in the tab, and by a screen reader.

use super::files::saved;
use super::portal_changes::updated;
use super::profiles::overview;
use crate::numbers::{count, grouped};
use crate::screens::config::state::{AwsFile, Done, RemovedFrom, Saving, State};
use chrono::{DateTime, Utc};
use onramp_domain::entry::Format;

pub const TITLE: &str = "Tidy my config";
pub const LEAD: &str = "See what's in your ~/.aws/config and what's wrong with it. Add profiles, remove old ones, and check every change before you copy it. Your config never leaves this page.";

/// What the tab's title begins with.
pub fn title(state: &State, _now: DateTime<Utc>) -> Option<String> {
    let problems = state.draft.problems.len();
    (problems > 0).then(|| format!("{} · {TITLE}", count(problems, "problem", "problems")))
}

/// What stands under the title.
pub fn lead(state: &State) -> String {
    let draft = &state.draft;
    let problems = draft.problems.len();
    let stops = match draft.unreadable() {
        // Of what is no config nobody's commands fail.
        Some(AwsFile::Config) if !draft.is_config() => "",
        Some(AwsFile::Config) => " The AWS CLI can't read your config, so every command fails.",
        Some(AwsFile::Credentials) => {
            " The AWS CLI can't read your credentials file, so every command fails."
        }
        None => "",
    };
    match problems {
        _ if draft.is_empty() && draft.credentials.is_none() => LEAD.to_owned(),
        0 => {
            let overview = overview(draft.overview.profiles, draft.overview.accounts);
            format!("{overview}, and no problems.")
        }
        _ => format!("{} left.{stops}", count(problems, "problem", "problems")),
    }
}

/// What a screen reader is told about the last step.
pub fn announcement(state: &State, _now: DateTime<Utc>) -> String {
    if let Saving::Saved(backups) = &state.saving {
        return saved(backups);
    }
    let draft = &state.draft;
    let done = match &draft.done {
        Done::Nothing => return String::new(),
        Done::Opened | Done::Typed => overview(draft.overview.profiles, draft.overview.accounts),
        Done::CredentialsOpened => "Opened the credentials file".to_owned(),
        Done::CredentialsLeftOut => "Left out the credentials file".to_owned(),
        Done::Fixed(1) => "Fixed".to_owned(),
        Done::Fixed(fixed) => format!("Fixed {} problems", grouped(*fixed)),
        Done::Removed(name, RemovedFrom::Config) => format!("Removed {name}"),
        Done::Removed(name, RemovedFrom::Credentials) => format!("Removed {name} from credentials"),
        Done::Removed(name, RemovedFrom::Both) => format!("Removed {name} from both files"),
        Done::Merged(profiles) => format!("Merged {}", count(*profiles, "profile", "profiles")),
        Done::Updated { added, removed } => updated(*added, *removed),
        Done::Converted(Format::Legacy, _) => "Converted to the legacy format".to_owned(),
        Done::Converted(Format::SsoSession, session) => format!("Converted to session {session}"),
        Done::Converted(Format::Both, session) => {
            format!("Converted to session {session} and legacy keys")
        }
    };
    format!("{done}. {}.", count(draft.problems.len(), "problem", "problems"))
}

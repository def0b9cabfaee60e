//! The sentences about profiles that "Set up" sent to be merged.

use crate::numbers::count;
use onramp_domain::config::{ChangedKey, Conflict, ProfileUse};

pub const READY_TO_MERGE: &str = "Ready to merge";
pub const MERGE_NEEDS_CONFIG: &str = "Paste your config below. They go in as soon as it's there, and you see every line before you copy anything. No config yet? Then the block from “Set up” is all you need.";
pub const MERGE_IS_CLEAR: &str =
    "Nothing in your config is in the way. You see every line before you copy anything.";
pub const MERGE_HAS_CONFLICTS: &str = "Nothing has changed yet, because some names are taken. Merge with free names, or let the new profiles replace what's there.";
pub const MERGE_NEEDS_A_CONFIG_FILE: &str =
    "The text in the box isn't a config file, so nothing can be merged into it.";
pub const MERGE: &str = "Merge";
pub const MERGE_AND_REPLACE: &str = "Merge and replace";
pub const MERGE_WITH_FREE_NAMES: &str = "Merge with free names";
pub const DONT_MERGE: &str = "Don't merge";

pub fn ready_to_merge(profiles: usize) -> String {
    format!("{} ready to merge", count(profiles, "profile", "profiles"))
}

/// What a name is taken by, and what replacing it does.
pub fn conflict(conflict: &Conflict) -> String {
    match conflict {
        Conflict::Profile { name, line, there, changed, .. } => format!(
            "There's already a profile {name} on line {line}: {}.{}",
            profile_use(there),
            replaced(changed)
        ),
        Conflict::Session { name, line, changed, profiles, .. } => {
            let others = match profiles.len() {
                0 => String::new(),
                others => {
                    [" ", &count(others, "other profile uses", "other profiles use"), " it too."]
                        .concat()
                }
            };
            format!(
                "There's already another session {name} on line {line}.{}{others}",
                replaced(changed)
            )
        }
    }
}

fn replaced(changed: &[ChangedKey]) -> String {
    let change = |ChangedKey { key, there, new }: &ChangedKey| match new {
        Some(new) => format!("{key} from {there} to {new}"),
        None => format!("{key} from {there} to nothing"),
    };
    match changed {
        [] => String::new(),
        [..] => {
            let changes: Vec<String> = changed.iter().map(change).collect();
            format!(" Replacing it changes {}.", changes.join(", "))
        }
    }
}

pub fn free_name(conflict: &Conflict) -> String {
    match conflict {
        Conflict::Profile { free, .. } => format!("Use {free}"),
        Conflict::Session { free, .. } => format!("Use {free}"),
    }
}

fn profile_use(there: &ProfileUse) -> String {
    match there {
        ProfileUse::AssumedRole { role_arn } => format!("it assumes {role_arn}"),
        ProfileUse::SignIn { account_id, role_name } => format!("{role_name} in {account_id}"),
        ProfileUse::WebIdentity => "it uses another identity provider".to_owned(),
        ProfileUse::Login => "it uses aws login".to_owned(),
        ProfileUse::Process => "a program provides its keys".to_owned(),
        ProfileUse::AccessKeys => "it has long-lived keys".to_owned(),
        ProfileUse::Settings => "it has only settings".to_owned(),
    }
}

//! Whose a file is, and what to look for in a terminal.

use crate::app::token::Whose;
use onramp_domain::cache::Owner;
use std::rc::Rc;

/// So many profiles are named in a line.
const NAMED: usize = 4;

pub(in crate::ui) const CONFIG_USED: &str = "Your config";
pub(in crate::ui) const CONFIG_TIDY: &str = "From “Tidy my config”";

pub(in crate::ui) const IN_A_TERMINAL: &str = "In a terminal instead";
pub(in crate::ui) const IN_A_TERMINAL_NEEDS: &str =
    "Enter your session's name or your start URL above; the lines for your file appear here.";
pub(in crate::ui) const IN_A_TERMINAL_HINT: &str =
    "Each line says what this page would say of your sign-in. None of them prints a token.";
pub(in crate::ui) const TERMINALS: [&str; 3] =
    ["macOS, Linux, with jq", "PowerShell", "macOS, Linux, with Python"];

pub(in crate::ui) fn owner(owner: &Owner) -> String {
    match owner {
        Owner::Session(name) => format!("Session {name}"),
        Owner::StartUrl(url) => format!("Profiles of the older format with {url}"),
    }
}

/// Whose something is, in one line.
pub(in crate::ui) fn whose(whose: &Whose<'_>) -> Option<String> {
    let used_by = match whose.profiles {
        [] => None,
        profiles => Some(format!("used by {}", profile_list(profiles))),
    };
    match (&whose.owner, used_by) {
        (Some(of), Some(used_by)) => Some(format!("{}, {used_by}", owner(of))),
        (Some(of), None) => Some(owner(of)),
        (None, used_by) => used_by,
    }
}

pub(in crate::ui) fn looked_for(owner: &Owner, file: &str) -> String {
    format!("For {} the CLI looks for {file} in ~/.aws/sso/cache.", owner.as_str())
}

/// The same where nobody knows whose file it is.
pub(in crate::ui) fn looked_for_unknown(file: &str) -> String {
    format!(
        "It looked for {file} in ~/.aws/sso/cache. Drop your config here too, and this page can say which session or start URL that is."
    )
}

pub(in crate::ui) fn missing(sought: &Owner, file: &str, other: Option<&Owner>) -> String {
    let looked_for = format!(
        "For {} the CLI looks for {file}, which is not among these files.",
        sought.as_str()
    );
    match other {
        Some(other) => format!(
            "{looked_for} There is one for {}: to the CLI another spelling is another sign-in.",
            other.as_str()
        ),
        None => format!(
            "{looked_for} If that is all of the folder, there is no such sign-in yet: log in."
        ),
    }
}

/// The file has an address in another spelling than what is known, and perhaps used by these profiles.
pub(in crate::ui) fn other_spelling(known: &str, used_by: Option<&[Rc<str>]>) -> String {
    let known = match used_by {
        Some(profiles) => format!("Your config has {known} ({}).", profile_list(profiles)),
        None => format!("You named {known}."),
    };
    format!(
        "{known} The CLI keeps a sign-in for each spelling of an address, also with and without a slash at its end: write it in the config exactly as this file's."
    )
}

/// A session's file is from another portal than the config has for it.
pub(in crate::ui) fn elsewhere(owner: &Owner, file: &str, config: &str) -> String {
    format!(
        "This sign-in is for {file}, but your config has {config} for {}. Log in again, and the CLI writes the file anew.",
        owner.as_str()
    )
}

/// `dev, prod and 3 more`.
pub(in crate::ui) fn profile_list(profiles: &[Rc<str>]) -> String {
    let (named, rest) = profiles.split_at(profiles.len().min(NAMED));
    let named = named.join(", ");
    match rest.len() {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// What was taken from a config with so many sign-ins.
pub(in crate::ui) fn config_used(sign_ins: usize) -> &'static str {
    match sign_ins {
        0 => {
            "No profile in it signs in through Identity Center, so it does not tell whose a file is. Nothing of its text was kept."
        }
        _ => {
            "It tells whose each file is. Only the names below were taken from it; nothing of its text was kept."
        }
    }
}

/// The profiles of a sign-in, and where the CLI looks for its token.
pub(in crate::ui) fn config_sign_in(profiles: &[Rc<str>], file: &str, place: FilePlace) -> String {
    let used = match profiles {
        [] => "No profile uses it.".to_owned(),
        profiles => format!("Used by {}.", profile_list(profiles)),
    };
    match place {
        FilePlace::Here => format!("{used} Its file is here."),
        FilePlace::NotHere => {
            format!("{used} The CLI looks for {file}, which is not among these files.")
        }
        FilePlace::NoFiles => format!("{used} The CLI looks for {file}."),
    }
}

/// Whether a sign-in's file is among those that were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum FilePlace {
    /// It is.
    Here,
    /// It is not.
    NotHere,
    /// None was given.
    NoFiles,
}

pub(in crate::ui) fn more_sign_ins(number: usize) -> String {
    format!("And {number} more.")
}

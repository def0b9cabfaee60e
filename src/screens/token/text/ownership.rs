//! Whose a file is, and where the AWS CLI looks for one.

use onramp_domain::cache_file::Owner;
use std::rc::Rc;

/// So many profiles are named in a line.
const NAMED: usize = 4;

pub const YOUR_CONFIG: &str = "Your config";
pub const CONFIG_OF_TIDY: &str = "From “Tidy my config”";
pub const OPEN_IN_CONFIG: &str = "Open in Tidy my config";
pub const OPEN_IN_CONFIG_HINT: &str =
    "Its text stays in this tab for that, until you go to another screen.";

pub const OLDER_FORMAT: &str = "older format, can't renew itself";

pub fn session(name: &str) -> String {
    format!("Session {name}")
}

pub fn owner(owner: &Owner) -> String {
    match owner {
        Owner::Session(name) => session(name),
        Owner::StartUrl(url) => format!("Profiles in the older format with {url}"),
    }
}

pub fn used_by(profiles: &[Rc<str>]) -> String {
    format!("used by {}", profile_list(profiles))
}

pub fn looked_for(owner: &Owner) -> String {
    let (name, file) = (owner.as_str(), owner.file_name());
    format!("For {name} the CLI looks for {file} in ~/.aws/sso/cache.")
}

/// The same where nobody knows whose file it is.
pub fn looked_for_unknown(file: &str) -> String {
    let file = file.strip_prefix("~/.aws/sso/cache/").unwrap_or(file);
    format!(
        "It looked for {file} in ~/.aws/sso/cache. Drop your config here too, and we can say which session or start URL that is."
    )
}

/// What the config at hand has in place of it.
pub fn profile_is_not_there(profile: &str, profiles: &[Rc<str>]) -> String {
    match profiles {
        [] => format!("Your config has no profile {profile}, nor any other."),
        profiles => {
            format!("Your config has no profile {profile}. It has {}.", profile_list(profiles))
        }
    }
}

pub fn missing(searched: &Owner, other: Option<&Owner>) -> String {
    let (name, file) = (searched.as_str(), searched.file_name());
    let looked_for = format!("For {name} the CLI looks for {file}, which isn't among these files.");
    match other {
        Some(other) => format!(
            "{looked_for} There's one for {}: to the CLI, another spelling is another sign-in.",
            other.as_str()
        ),
        None => format!(
            "{looked_for} If these are all the files in the folder, you haven't logged in there yet."
        ),
    }
}

/// The file has an address in another spelling than what is known, and perhaps used by these profiles.
pub fn other_spelling(known: &str, used_by: Option<&[Rc<str>]>) -> String {
    let known = match used_by {
        Some(profiles) => format!("Your config has {known} ({}).", profile_list(profiles)),
        None => format!("You entered {known}."),
    };
    format!(
        "{known} The CLI keeps a separate sign-in for each spelling of an address, with or without a slash at its end. In the config, write it exactly as in this file."
    )
}

/// A session's file is from another portal than the config has for it.
pub fn elsewhere(owner: &Owner, file: &str, config: &str) -> String {
    format!(
        "This sign-in is for {file}, but in your config {} has {config}. Log in again, and the CLI writes a new file.",
        owner.as_str()
    )
}

/// `dev, prod and 3 more`.
pub fn profile_list(profiles: &[Rc<str>]) -> String {
    let (named, rest) = profiles.split_at(profiles.len().min(NAMED));
    let named = named.join(", ");
    match rest.len() {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// What was taken from a config with so many sign-ins.
pub fn config_used(sign_ins: usize) -> &'static str {
    match sign_ins {
        0 => {
            "No profile in it signs in through Identity Center, so it doesn't tell whose a file is."
        }
        _ => "It tells whose each file is, by these names:",
    }
}

/// The profiles of a sign-in, and where the CLI looks for its token.
pub fn config_sign_in(profiles: &[Rc<str>], file: &str, place: FilePlace) -> String {
    let used = match profiles {
        [] => "No profile uses it.".to_owned(),
        profiles => format!("Used by {}.", profile_list(profiles)),
    };
    let missing = match place {
        FilePlace::Here => return used + " Its file is here.",
        FilePlace::NotHere => ", which isn't among these files",
        FilePlace::NoFiles => "",
    };
    format!("{used} The CLI looks for {file}{missing}.")
}

/// Whether a sign-in's file is among those that were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilePlace {
    Here,
    NotHere,
    NoFiles,
}

pub fn more_sign_ins(number: usize) -> String {
    format!("And {number} more.")
}

//! Whose a file is, and what to look for in a terminal.

use onramp_domain::cache::Owner;

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

/// A file's name, with whose it is.
pub(in crate::ui) fn name_and_owner(name: &str, of: &Owner) -> String {
    format!("{name} · {}", owner(of))
}

pub(in crate::ui) fn looked_for(owner: &Owner, file: &str) -> String {
    format!("For {} the CLI looks for {file} in ~/.aws/sso/cache.", owner.as_str())
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

pub(in crate::ui) fn other_spelling(known: &str) -> String {
    format!(
        "You named {known}. The CLI keeps a sign-in for each spelling of an address, also with and without a slash at its end: write it in the config exactly as this file's."
    )
}

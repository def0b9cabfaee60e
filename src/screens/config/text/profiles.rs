//! The sentences about the profiles in a config, and the formats in which they sign in.

use crate::numbers::{count, grouped};
use crate::screens::config::state::{GroupKind, SignIn};
use onramp_domain::config::ProfileUse;
use onramp_domain::entry::Format;

pub const PROFILES: &str = "Profiles";
pub const ADD_FROM_AWS: &str = "Add from AWS";
pub const FILTER_PROFILES: &str = "Filter profiles";
pub const FILTER_PLACEHOLDER: &str = "Name, account or role";
pub const NO_MATCH: &str = "No profile matches.";
pub const NO_PROFILES: &str = "There are no profiles in it.";
pub const OTHER_FORMATS: &str = "Other formats";
pub const UNUSED: &str = "No profile uses it.";

pub fn overview(profiles: usize, accounts: usize) -> String {
    in_accounts(count(profiles, "profile", "profiles"), accounts)
}

/// The same, behind the word "Profiles".
pub fn profile_count(profiles: usize, accounts: usize) -> String {
    in_accounts(grouped(profiles), accounts)
}

fn in_accounts(profiles: String, accounts: usize) -> String {
    match accounts {
        0 => profiles,
        _ => format!("{profiles} in {}", count(accounts, "account", "accounts")),
    }
}

/// A group's name, and by what it is known in a file.
pub fn group(kind: &GroupKind) -> String {
    let (name, known_by) = match kind {
        GroupKind::SignIn(SignIn { session, start_url, region }) => {
            let url = start_url.trim_start_matches("https://");
            let host = url.split('/').next().unwrap_or_default();
            let name = match session {
                Some(session) => format!("Session {session}"),
                None => "Sign-in without a session".to_owned(),
            };
            (name, format!("{host} {region}"))
        }
        GroupKind::Other(used) => {
            let (name, known_by) = other(used);
            (name.to_owned(), known_by.to_owned())
        }
    };
    match known_by.trim() {
        "" => name,
        known_by => format!("{name} · {known_by}"),
    }
}

fn other(used: &ProfileUse) -> (&'static str, &'static str) {
    match used {
        ProfileUse::AssumedRole { .. } => ("Roles that another profile assumes", "role_arn"),
        ProfileUse::WebIdentity => ("Another identity provider", "web_identity_token_file"),
        ProfileUse::Login => ("Console sign-in", "aws login"),
        ProfileUse::Process => ("Keys from a program", "credential_process"),
        ProfileUse::AccessKeys => ("Long-lived keys", "aws_access_key_id"),
        // Those that sign in have groups of their own.
        ProfileUse::Settings | ProfileUse::SignIn { .. } => ("Settings only", ""),
    }
}

pub fn convert(format: Format) -> &'static str {
    match format {
        Format::SsoSession => "Convert to a session",
        Format::Legacy => "Convert to legacy",
        Format::Both => "Convert to both",
    }
}

pub fn format_hint(format: Format) -> &'static str {
    match format {
        Format::SsoSession => {
            "Profiles share one sign-in, and the CLI refreshes it by itself. Right for nearly everybody."
        }
        Format::Legacy => {
            "Start URL and region in every profile, for tools from before mid-2023. Nothing refreshes the sign-in: log in again when it expires."
        }
        Format::Both => {
            "The session, plus start URL and region in every profile, for tools that read only those. Programs built on AWS's SDK for Rust refuse such a profile."
        }
    }
}

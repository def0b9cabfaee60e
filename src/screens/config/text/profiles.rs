//! The sentences about the profiles in a config, and the formats in which they sign in.

use crate::numbers::{count, grouped};
use crate::screens::config::state::overview::{GroupKind, SignIn};
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

/// A group's name, and what stands beside it.
pub fn group(kind: &GroupKind) -> (String, String) {
    let (name, beside) = match kind {
        GroupKind::SignIn(SignIn { session, start_url, region }) => {
            let url = start_url.trim_start_matches("https://");
            let host = url.split('/').next().unwrap_or_default();
            let name = match session {
                Some(session) => format!("Session {session}"),
                None => "Sign-in without a session".to_owned(),
            };
            return (name, format!("{host} {region}").trim().to_owned());
        }
        GroupKind::AssumedRole => ("Roles that another profile assumes", "role_arn"),
        GroupKind::WebIdentity => ("Another identity provider", "web_identity_token_file"),
        GroupKind::Login => ("Console sign-in", "aws login"),
        GroupKind::Process => ("Keys from a program", "credential_process"),
        GroupKind::AccessKeys => ("Long-lived keys", "aws_access_key_id"),
        GroupKind::Settings => ("Settings only", ""),
    };
    (name.to_owned(), beside.to_owned())
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

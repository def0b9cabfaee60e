//! Entries: what is to be written into a config file for one profile.
//!
//! Not here: the text ([`crate::block`]), and the file it goes into. An entry's start URL and regions are values as a
//! file can hold them, since an entry can also carry on a session that a file already has, in whatever spelling; what
//! a person types is read as a [`crate::StartUrl`] and a [`crate::Region`] first.
//!
//! Source: the AWS CLI's `customizations/configure/sso.py` and `writer.py`.

use crate::names::{AccountId, ConfigValue, ProfileName, RoleName, Scopes, SessionName};
use std::rc::Rc;

/// One profile, with the session that it signs in through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub format: Format,
    pub profile: ProfileName,
    /// The session; shared, since hundreds of profiles have the same.
    pub session: Rc<SsoSession>,
    pub account_id: AccountId,
    pub role_name: RoleName,
    /// The client's default region: any of AWS's, with Identity Center or without.
    pub region: Option<ConfigValue>,
    pub output: Option<OutputFormat>,
    /// More keys, each with its value, that a company's rules give it ([`crate::host_config::PROPERTIES`]).
    pub extra: Rc<[(&'static str, &'static str)]>,
}

/// A sign-in that profiles share. In the legacy format only its start URL and region are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SsoSession {
    pub name: SessionName,
    /// The start URL, in the spelling that is to stand in the file.
    pub start_url: ConfigValue,
    pub region: ConfigValue,
    pub scopes: Scopes,
}

/// The ways to write a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A section `[sso-session …]` that profiles name: tokens are refreshed. The AWS CLI knows it from 2.9.0 on, the
    /// AWS SDK for Go 1 from 1.44.298 on.
    SsoSession,
    /// Start URL and region in every profile, for tools that know no sessions: tokens are not refreshed.
    Legacy,
    /// Both in one profile, for tools that only read a profile's own keys, beside new ones. Those who know sessions use
    /// the session: botocore's `SSOProvider` demands that the two agree, which they do here, and the SDK for JavaScript
    /// takes the session's. The SDK for Rust refuses such a profile ("can only be specified in the `[sso-session]`
    /// config"). And `aws sso login` keeps the token under the session's name, where tools that look under the start
    /// URL don't find it (hashicorp/terraform 32465).
    Both,
}

impl Format {
    pub const ALL: [Format; 3] = [Format::SsoSession, Format::Legacy, Format::Both];

    /// The keys of a profile that only the other format has. Beside this one's they contradict it.
    pub fn foreign_keys(self) -> &'static [&'static str] {
        match self {
            Format::SsoSession => &["sso_start_url", "sso_region", "sso_registration_scopes"],
            Format::Legacy => &["sso_session"],
            Format::Both => &["sso_registration_scopes"],
        }
    }
}

impl Entry {
    /// The profile's own keys and values, in the CLI's order; a company's come last.
    pub fn properties(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let session = &*self.session;
        let named = Some(("sso_session", session.name.as_str()));
        let start_url = Some(("sso_start_url", session.start_url.as_str()));
        let region = Some(("sso_region", session.region.as_str()));
        let sign_in = match self.format {
            Format::SsoSession => [named, None, None],
            Format::Legacy => [None, start_url, region],
            Format::Both => [named, start_url, region],
        };
        let role = [
            Some(("sso_account_id", self.account_id.as_str())),
            Some(("sso_role_name", self.role_name.as_str())),
            self.region.as_ref().map(|region| ("region", region.as_str())),
            self.output.map(|output| ("output", output.as_str())),
        ];
        sign_in.into_iter().chain(role).flatten().chain(self.extra.iter().copied())
    }

    /// The session that needs a section of its own; none in the legacy format.
    pub fn session_section(&self) -> Option<&Rc<SsoSession>> {
        match self.format {
            Format::SsoSession | Format::Both => Some(&self.session),
            Format::Legacy => None,
        }
    }
}

impl SsoSession {
    /// The session's keys and values, in the CLI's order.
    pub fn properties(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [
            ("sso_start_url", self.start_url.as_str()),
            ("sso_region", self.region.as_str()),
            ("sso_registration_scopes", self.scopes.as_str()),
        ]
        .into_iter()
    }
}

/// What the CLI prints its answers as. A profile without one means JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutputFormat {
    Json,
    Yaml,
    YamlStream,
    Text,
    Table,
    /// `off`: nothing on standard output.
    Off,
}

impl OutputFormat {
    pub const ALL: [OutputFormat; 6] = [
        OutputFormat::Json,
        OutputFormat::Yaml,
        OutputFormat::YamlStream,
        OutputFormat::Text,
        OutputFormat::Table,
        OutputFormat::Off,
    ];

    pub fn from_name(name: &str) -> Option<OutputFormat> {
        OutputFormat::ALL.into_iter().find(|format| format.as_str() == name)
    }

    pub fn as_str(self) -> &'static str {
        match self {
            OutputFormat::Json => "json",
            OutputFormat::Yaml => "yaml",
            OutputFormat::YamlStream => "yaml-stream",
            OutputFormat::Text => "text",
            OutputFormat::Table => "table",
            OutputFormat::Off => "off",
        }
    }
}

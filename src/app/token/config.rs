//! A config file's part in "Check a token": which sign-ins it has, and which profiles use them.
//!
//! Not here: its text, which is dropped as soon as it is read, and what is wrong with it ([`super::super::tidy`]).

use crate::app::tidy::overview::{GroupKind, Overview, Row};
use onramp_domain::cache::{Owner, SignIn, role_credentials_file_name, token_hash};
use onramp_domain::config::Document;
use onramp_domain::{AccountId, RoleName};
use std::rc::Rc;

/// What a config file says of sign-ins.
#[derive(Debug)]
pub struct KnownConfig {
    source: ConfigSource,
    sign_ins: Vec<ConfigSignIn>,
    /// The hashes in the names of roles' credentials, and whose they are.
    roles: Vec<(String, Rc<str>)>,
}

/// Where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigSource {
    /// "Tidy my config" has it.
    Tidy,
    /// It was pasted here.
    Pasted,
    /// A file of this name.
    File(Rc<str>),
}

/// A sign-in, with the profiles that use it.
#[derive(Debug)]
pub struct ConfigSignIn {
    /// The session, or the start URL of profiles of the older format.
    pub owner: Owner,
    /// Where it signs in; empty where that is missing.
    pub start_url: Box<str>,
    /// The profiles' names.
    pub profiles: Vec<Rc<str>>,
}

impl KnownConfig {
    /// Reads a text.
    pub fn read(text: &str, source: ConfigSource) -> KnownConfig {
        KnownConfig::of(&Overview::of(&Document::parse(text)), source)
    }

    /// Takes what was read already.
    pub fn of(overview: &Overview, source: ConfigSource) -> KnownConfig {
        let mut config = KnownConfig { source, sign_ins: Vec::new(), roles: Vec::new() };
        for group in overview.groups() {
            let (owner, start_url) = match &group.kind {
                GroupKind::Session { name, start_url, .. } => {
                    (Owner::Session(name.to_string()), start_url)
                }
                GroupKind::Legacy { start_url, .. } if !start_url.is_empty() => {
                    (Owner::StartUrl(start_url.to_string()), start_url)
                }
                GroupKind::Legacy { .. }
                | GroupKind::AssumedRole
                | GroupKind::WebIdentity
                | GroupKind::Login
                | GroupKind::Process
                | GroupKind::AccessKeys
                | GroupKind::Settings => continue,
            };
            let file = |row: &Row| Some((credentials_hash(row, &owner)?, Rc::clone(&row.name)));
            config.roles.extend(group.rows.iter().filter_map(file));
            let profiles = group.rows.iter().map(|row| Rc::clone(&row.name));
            // The same start URL in two regions is one file to the CLI.
            match config.sign_ins.iter_mut().find(|sign_in| sign_in.owner == owner) {
                Some(sign_in) => sign_in.profiles.extend(profiles),
                None => config.sign_ins.push(ConfigSignIn {
                    owner,
                    start_url: start_url.clone(),
                    profiles: profiles.collect(),
                }),
            }
        }
        config
    }

    /// Where it comes from.
    pub fn source(&self) -> &ConfigSource {
        &self.source
    }

    /// Its sign-ins, in order.
    pub fn sign_ins(&self) -> &[ConfigSignIn] {
        &self.sign_ins
    }

    /// The sign-in of this name.
    pub fn sign_in(&self, owner: &Owner) -> Option<&ConfigSignIn> {
        self.sign_ins.iter().find(|sign_in| sign_in.owner == *owner)
    }

    /// The profile whose role's credentials are in a file of this name.
    pub fn profile_of_credentials(&self, file_name: &str) -> Option<&Rc<str>> {
        let hash = token_hash(file_name)?;
        self.roles.iter().find(|(role, _)| *role == hash).map(|(_, profile)| profile)
    }
}

fn credentials_hash(row: &Row, owner: &Owner) -> Option<String> {
    let account = AccountId::parse(&row.account_id).ok()?;
    let role = RoleName::parse(&row.role).ok()?;
    let sign_in = match owner {
        Owner::Session(name) => SignIn::Session(name),
        Owner::StartUrl(url) => SignIn::StartUrl(url),
    };
    token_hash(&role_credentials_file_name(account, &role, sign_in))
}

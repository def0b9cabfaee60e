//! The names that the page knows of a person's sign-in: by which a file is found, and which the commands take.
//!
//! Not here: reading a config file for them ([`super::config`]).

use super::config::{ConfigSignIn, KnownConfig};
use super::{Checked, Finding, TokenCheck};
use crate::app::commands::CommandShell;
use crate::app::setup::Center;
use crate::app::setup::choice::Block;
use onramp_domain::cache::{CacheKind, CliMessage, Known, Owner, is_same_portal};
use std::rc::Rc;
use std::slice;

/// What a person looks for, what their config has, and what the setup form knows.
#[derive(Debug)]
pub struct Names<'a> {
    sought: Option<Owner>,
    known: Known,
    config: Option<&'a KnownConfig>,
    /// A profile of the form's session, where the page has written one.
    form: Option<(Owner, Rc<str>)>,
}

/// Whose something is, as far as the names tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whose<'n> {
    /// The session or the start URL.
    pub owner: Option<Owner>,
    /// The profiles that use it.
    pub profiles: &'n [Rc<str>],
}

impl TokenCheck {
    /// What stands in the field: what was entered, or the session of the setup form, once there is a start URL.
    pub fn sought<'a>(&'a self, center: &'a Center) -> &'a str {
        let form = center.form();
        match &self.sought {
            Some(text) => text,
            None if form.start_url_text().trim().is_empty() => "",
            None => form.session_name_text(),
        }
    }

    /// The names that are known.
    pub fn names(&self, center: &Center) -> Names<'_> {
        let sought = Owner::parse(self.sought(center));
        let form = center.form();
        let config = self.config.as_ref();
        let session = Owner::Session(form.session_name_text().to_owned());
        let mut known: Known = sought.iter().cloned().collect();
        for sign_in in config.map_or(&[][..], KnownConfig::sign_ins) {
            known.add(sign_in.owner.clone());
        }
        if let Some(address) = Owner::parse(form.start_url_text()) {
            known.add(address);
        }
        known.add(session.clone());
        let form = match center.choice().block() {
            Block::Ready { profiles, .. } => {
                profiles.first().map(|profile| (session, profile.as_str().into()))
            }
            Block::Empty | Block::Fault(_) => None,
        };
        Names { sought, known, config, form }
    }

    /// Where the AWS CLI looks for what is sought, if files were given and that one is not among them.
    pub fn missing<'n>(&self, names: &'n Names<'_>) -> Option<(&'n Owner, String)> {
        let sought = names.sought.as_ref()?;
        self.has_named_files()
            .then(|| (sought, sought.file_name()))
            .filter(|_| !self.has_file_of(names, sought))
    }

    /// Whether files were given, and not only texts.
    pub fn has_named_files(&self) -> bool {
        self.checked.iter().any(|checked| checked.name.is_some())
    }

    /// Whether the file of this owner is among those that were given.
    pub fn has_file_of(&self, names: &Names<'_>, owner: &Owner) -> bool {
        let mut files = self.checked.iter().filter(|checked| checked.name.is_some());
        files.any(|checked| names.whose(checked).owner.as_ref() == Some(owner))
    }
}

impl<'a> Names<'a> {
    /// What is sought.
    pub fn sought(&self) -> Option<&Owner> {
        self.sought.as_ref()
    }

    /// The config that is used.
    pub fn config(&self) -> Option<&'a KnownConfig> {
        self.config
    }

    /// Whose a file is; of a message, whom it names.
    pub fn whose<'n>(&'n self, checked: &'n Checked) -> Whose<'n> {
        let owner = match &checked.outcome {
            Ok(Finding::Message { said: CliMessage::TokenMissing { of }, .. }) => Owner::parse(of),
            Ok(Finding::Message { said: CliMessage::FileMissing { file }, .. }) => {
                self.known.owner_of(file, None)
            }
            Ok(Finding::Message { profile: Some(profile), .. }) => {
                let profiles = slice::from_ref(profile);
                return Whose { owner: self.owner_of_profile(profile), profiles };
            }
            Ok(Finding::File(report)) => match (report.kind(), &checked.name) {
                (CacheKind::SsoToken(_), Some(name)) => {
                    self.known.owner_of(name, report.start_url())
                }
                // A pasted text has no name; an address that only one sign-in of the config has will do.
                (CacheKind::SsoToken(_), None) => report.start_url().and_then(|url| self.at(url)),
                (CacheKind::RoleCredentials, Some(name)) => {
                    let profile = self.config.and_then(|it| it.profile_of_credentials(name));
                    let profiles = profile.map_or(&[][..], slice::from_ref);
                    return Whose { owner: None, profiles };
                }
                (CacheKind::RoleCredentials, None) | (CacheKind::ClientRegistration, _) => None,
            },
            Ok(Finding::Message { .. } | Finding::Time(_)) | Err(_) => None,
        };
        let profiles = owner.as_ref().map_or(&[][..], |owner| self.profiles_of(owner));
        Whose { owner, profiles }
    }

    /// What the config says of an owner.
    pub fn in_config(&self, owner: &Owner) -> Option<&'a ConfigSignIn> {
        self.config?.sign_in(owner)
    }

    /// The address of which `owner` is only another spelling.
    pub fn other_spelling(&self, owner: &Owner) -> Option<&Owner> {
        let known = self.known.iter().map(|(known, _)| known);
        // One that is in the config is right as it is.
        let is_right = self.in_config(owner).is_some();
        known.into_iter().find(|known| !is_right && owner.is_other_spelling_of(known))
    }

    /// The command that signs in, and whether `PROFILE` stands in it for a name.
    pub fn log_in(&self, whose: &Whose<'_>, shell: CommandShell) -> (String, Placeholder) {
        let (owner, profile) = self.meant(whose);
        match (profile, owner) {
            (Some(profile), _) => (shell.log_in(profile), Placeholder::Filled),
            (None, Some(Owner::Session(name))) => (shell.log_in_to(name), Placeholder::Filled),
            (None, Some(Owner::StartUrl(_)) | None) => (shell.log_in(PROFILE), Placeholder::Stands),
        }
    }

    /// The command that shows who one is, likewise.
    pub fn test(&self, whose: &Whose<'_>, shell: CommandShell) -> (String, Placeholder) {
        match self.meant(whose).1 {
            Some(profile) => (shell.test(profile), Placeholder::Filled),
            None => (shell.test(PROFILE), Placeholder::Stands),
        }
    }

    /// Whose a command is for: where nothing is known of whose something is, it is for what is sought, or for the only
    /// sign-in that the config has.
    fn meant<'n>(&'n self, whose: &'n Whose<'_>) -> (Option<&'n Owner>, Option<&'n str>) {
        let only = match self.config.map(KnownConfig::sign_ins) {
            Some([only]) => Some(&only.owner),
            Some(_) | None => None,
        };
        let owner = whose.owner.as_ref().or(self.sought.as_ref()).or(only);
        let profiles = match (whose.profiles, owner) {
            ([], Some(owner)) if whose.owner.is_none() => self.profiles_of(owner),
            (profiles, _) => profiles,
        };
        (owner, profiles.first().map(|profile| &**profile))
    }

    fn profiles_of(&self, owner: &Owner) -> &[Rc<str>] {
        match (self.in_config(owner), &self.form) {
            (Some(sign_in), _) => &sign_in.profiles,
            (None, Some((of, profile))) if of == owner => slice::from_ref(profile),
            (None, _) => &[],
        }
    }

    fn owner_of_profile(&self, profile: &str) -> Option<Owner> {
        let has = |sign_in: &&ConfigSignIn| sign_in.profiles.iter().any(|name| **name == *profile);
        Some(self.config?.sign_ins().iter().find(has)?.owner.clone())
    }

    /// The only sign-in of the config at this address.
    fn at(&self, url: &str) -> Option<Owner> {
        let mut there = self
            .config?
            .sign_ins()
            .iter()
            .filter(|sign_in| is_same_portal(&sign_in.start_url, url));
        let first = there.next()?;
        there.next().is_none().then(|| first.owner.clone())
    }
}

/// Whether [`PROFILE`] stands in a command in place of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// A person has to put their profile's name there.
    Stands,
    /// The command is right as it is.
    Filled,
}

const PROFILE: &str = "PROFILE";

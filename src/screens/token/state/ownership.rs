//! Whose sign-in something is: by the config at hand, by what a person looks for, and by what "Set up" is about.

use super::answer::{Answer, Outcome};
use crate::commands::CommandShell;
use onramp_domain::cache_file::{
    CacheKind, CacheReport, ConfigNames, ConfigSignIn, KnownNames, Owner,
};
use onramp_domain::cli_message::Mentions;
use onramp_domain::portal::same_portal;
use std::rc::Rc;

/// Every session and start URL that is known here.
#[derive(Debug)]
pub struct KnownOwners<'a> {
    /// What the person looks for.
    pub searched: Option<Owner>,
    names: KnownNames,
    pub config: Option<&'a ConfigNames>,
    set_up: Option<&'a ConfigNames>,
}

/// Whose something is, as far as the names tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ownership {
    pub owner: Option<Owner>,
    pub profiles: Vec<Rc<str>>,
}

/// Stands in a command where a person must write their profile's name.
pub const PROFILE: &str = "PROFILE";

impl<'a> KnownOwners<'a> {
    /// By what the person looks for, the config at hand, and what "Set up" is about.
    pub fn new(
        search: &str,
        config: Option<&'a ConfigNames>,
        set_up: Option<&'a ConfigNames>,
    ) -> KnownOwners<'a> {
        let searched = Owner::parse(search);
        let mut names: KnownNames = searched.iter().cloned().collect();
        for sign_in in config.into_iter().flat_map(ConfigNames::sign_ins) {
            names.add(sign_in.owner.clone());
        }
        for sign_in in set_up.into_iter().flat_map(ConfigNames::sign_ins) {
            Owner::parse(&sign_in.start_url).into_iter().for_each(|url| names.add(url));
            names.add(sign_in.owner.clone());
        }
        KnownOwners { searched, names, config, set_up }
    }

    pub fn in_config(&self, owner: &Owner) -> Option<&'a ConfigSignIn> {
        self.config?.get(owner)
    }

    /// Whose an answer's file is; of a message, whom it is about.
    pub fn ownership(&self, answer: &Answer) -> Ownership {
        match &answer.outcome {
            Outcome::File(report) => self.of_file(report, answer.name.as_deref()),
            Outcome::Message(message) => self.of_message(&message.mentions),
            Outcome::Time(_) | Outcome::NotCache(..) | Outcome::Unreadable(_) => {
                Ownership::default()
            }
        }
    }

    fn of_file(&self, report: &CacheReport, name: Option<&str>) -> Ownership {
        match (report.kind(), name) {
            (CacheKind::SsoToken, Some(name)) => {
                self.of_owner(self.names.owner_of(name, report.start_url()))
            }
            // A pasted text has no name; an address that only one sign-in of the config has will do.
            (CacheKind::SsoToken, None) => {
                let url = report.start_url().filter(|_| report.is_cli_sign_in());
                self.of_owner(url.and_then(|url| self.only_sign_in_at(url)))
            }
            (CacheKind::RoleCredentials, Some(name)) => {
                let profile = self.config.and_then(|config| config.profile_of_credentials(name));
                Ownership { owner: None, profiles: profile.cloned().into_iter().collect() }
            }
            (CacheKind::RoleCredentials, None) | (CacheKind::ClientRegistration, _) => {
                Ownership::default()
            }
        }
    }

    fn of_message(&self, mentions: &Mentions) -> Ownership {
        let file = mentions.file.as_deref();
        let by_profile =
            || Some(self.config?.sign_in_of(mentions.profile.as_deref()?)?.owner.clone());
        let owner =
            mentions.owner().or_else(|| self.names.owner_of(file?, None)).or_else(by_profile);
        match &mentions.profile {
            Some(profile) => Ownership { owner, profiles: vec![profile.as_str().into()] },
            None => self.of_owner(owner),
        }
    }

    fn of_owner(&self, owner: Option<Owner>) -> Ownership {
        let profiles = owner.as_ref().map(|owner| self.profiles_of(owner)).unwrap_or_default();
        Ownership { owner, profiles }
    }

    fn profiles_of(&self, owner: &Owner) -> Vec<Rc<str>> {
        let set_up = || self.set_up?.get(owner);
        let sign_in = self.in_config(owner).or_else(set_up);
        sign_in.map(|sign_in| sign_in.profiles.clone()).unwrap_or_default()
    }

    fn only_sign_in_at(&self, url: &str) -> Option<Owner> {
        let sign_ins = self.config?.sign_ins();
        let mut there = sign_ins.iter().filter(|it| same_portal(&it.start_url, url));
        let first = there.next()?;
        there.next().is_none().then(|| first.owner.clone())
    }

    /// The address of which `owner` is only another spelling. One that is in the config is right as it is.
    pub fn other_spelling(&self, owner: &Owner) -> Option<&Owner> {
        let mut known = self.names.iter().map(|(known, _)| known);
        let is_right = self.in_config(owner).is_some();
        known.find(|known| !is_right && owner.is_other_spelling_of(known))
    }

    pub fn log_in(&self, ownership: &Ownership, shell: CommandShell) -> String {
        let Ownership { owner, profiles } = self.meant(ownership);
        match (profiles.first(), &owner) {
            (Some(profile), _) => shell.log_in(profile),
            (None, Some(Owner::Session(name))) => shell.log_in_to(name),
            (None, Some(Owner::StartUrl(_)) | None) => shell.log_in(PROFILE),
        }
    }

    /// The command that shows who one is.
    pub fn test(&self, ownership: &Ownership, shell: CommandShell) -> String {
        let profiles = self.meant(ownership).profiles;
        shell.test(profiles.first().map_or(PROFILE, |profile| profile))
    }

    /// Whose a command is for: where nothing is known of whose something is, it is for what the person looks for, or
    /// for the only sign-in that the config has.
    fn meant(&self, ownership: &Ownership) -> Ownership {
        if ownership.owner.is_some() || !ownership.profiles.is_empty() {
            return ownership.clone();
        }
        let only = match self.config.map(ConfigNames::sign_ins) {
            Some([only]) => Some(&only.owner),
            Some(_) | None => None,
        };
        self.of_owner(self.searched.as_ref().or(only).cloned())
    }
}

//! What a config says of sign-ins: which there are, which profiles use them, and so whose a cache file is.
//!
//! Nothing else of the config is kept; it may hold keys.

use super::{Owner, token_hash};
use crate::config::{Document, Header, ProfileUse, Settings, credentials, read};
use crate::names::{AccountId, RoleName};
use std::rc::Rc;

/// The sign-ins of a config.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigNames {
    sign_ins: Vec<ConfigSignIn>,
    /// The hashes in the file names of role credentials, and whose they are.
    roles: Vec<(String, Rc<str>)>,
    /// Every profile, whatever it gets its credentials from.
    profiles: Vec<Rc<str>>,
    /// Headers that are a name alone, without the word `profile`.
    bare_headers: Vec<Rc<str>>,
}

/// A sign-in, with the profiles that use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigSignIn {
    /// The session, or the start URL of profiles of the older format.
    pub owner: Owner,
    /// Where it signs in; empty where that is missing.
    pub start_url: Rc<str>,
    /// The profiles' names.
    pub profiles: Vec<Rc<str>>,
}

impl ConfigNames {
    /// Takes the names out of a config.
    pub fn of(document: &Document) -> ConfigNames {
        let reading = read(document);
        let sections = document.sections().filter(|it| it.header() == Header::Other);
        let bare = sections.map(|it| it.header_text().trim().into()).collect();
        let mut names = ConfigNames::default();
        // In a credentials file a name alone is the profile.
        if credentials::is_one(document) {
            names.profiles = credentials::names(document).map(Into::into).collect();
        } else {
            names.profiles = reading.profiles().map(|it| it.name().into()).collect();
            names.bare_headers = bare;
        }
        for session in reading.sso_sessions() {
            names.sign_in(Owner::Session(session.name().to_owned()), session);
        }
        for profile in reading.profiles() {
            let ProfileUse::SignIn { account_id, role_name } = ProfileUse::of(profile) else {
                continue;
            };
            let (owner, settings) = match profile.text("sso_session") {
                Some(name) => (Owner::Session(name.to_string()), reading.sso_session(&name)),
                None => match profile.text("sso_start_url") {
                    Some(url) if !url.is_empty() => {
                        (Owner::StartUrl(url.into_owned()), Some(profile))
                    }
                    Some(_) | None => continue,
                },
            };
            let name: Rc<str> = profile.name().into();
            names.roles.extend(
                credentials_hash(&account_id, &role_name, &owner)
                    .map(|hash| (hash, Rc::clone(&name))),
            );
            names.sign_in(owner, settings.unwrap_or(profile)).profiles.push(name);
        }
        names
    }

    /// One sign-in alone.
    pub fn of_sign_in(sign_in: ConfigSignIn) -> ConfigNames {
        ConfigNames { sign_ins: vec![sign_in], ..ConfigNames::default() }
    }

    /// Whether it has no profile and no session.
    pub fn is_empty(&self) -> bool {
        self.sign_ins.is_empty() && self.profiles.is_empty() && self.bare_headers.is_empty()
    }

    /// The sign-ins, in the config's order.
    pub fn sign_ins(&self) -> &[ConfigSignIn] {
        &self.sign_ins
    }

    /// The sign-in of this name.
    pub fn get(&self, owner: &Owner) -> Option<&ConfigSignIn> {
        self.sign_ins.iter().find(|sign_in| sign_in.owner == *owner)
    }

    /// The sign-in that this profile uses.
    pub fn sign_in_of(&self, profile: &str) -> Option<&ConfigSignIn> {
        self.sign_ins.iter().find(|sign_in| sign_in.profiles.iter().any(|name| **name == *profile))
    }

    /// Every profile, in the config's order.
    pub fn profiles(&self) -> &[Rc<str>] {
        &self.profiles
    }

    pub fn has_profile(&self, name: &str) -> bool {
        self.profiles.iter().any(|profile| **profile == *name)
    }

    /// Whether a header is this name alone, which makes no profile in a config.
    pub fn has_bare_header(&self, name: &str) -> bool {
        self.bare_headers.iter().any(|header| **header == *name)
    }

    /// The profile whose role's credentials are in a file of this name.
    pub fn profile_of_credentials(&self, file_name: &str) -> Option<&Rc<str>> {
        let hash = token_hash(file_name)?;
        self.roles.iter().find(|(role, _)| *role == hash).map(|(_, profile)| profile)
    }

    /// The sign-in's place. The same start URL in two regions is one file to the AWS CLI.
    fn sign_in(&mut self, owner: Owner, settings: &Settings<'_>) -> &mut ConfigSignIn {
        let at = self.sign_ins.iter().position(|sign_in| sign_in.owner == owner);
        let at = at.unwrap_or_else(|| {
            let start_url = settings.text("sso_start_url").unwrap_or_default().into();
            self.sign_ins.push(ConfigSignIn { owner, start_url, profiles: Vec::new() });
            self.sign_ins.len() - 1
        });
        &mut self.sign_ins[at]
    }
}

fn credentials_hash(account_id: &str, role_name: &str, owner: &Owner) -> Option<String> {
    let account = AccountId::parse(account_id).ok()?;
    let role = RoleName::parse(role_name).ok()?;
    token_hash(&owner.role_credentials_file_name(account, &role))
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(config: &str, expect: Expect) {
        let names = ConfigNames::of(&Document::parse(config));
        let line = |sign_in: &ConfigSignIn| {
            let ConfigSignIn { owner, start_url, profiles } = sign_in;
            format!("{} at {start_url}: {}", owner.as_str(), profiles.join(", "))
        };
        expect.assert_eq(&names.sign_ins().iter().map(line).collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn sessions_and_start_urls_are_sign_ins() {
        check(
            "[profile a]\nsso_session = s\nsso_account_id = 1\n[sso-session s]\nsso_start_url = u\n[sso-session spare]\n\
             [profile b]\nsso_start_url = v\nsso_region = x\nsso_account_id = 1\n\
             [profile c]\nsso_start_url = v\nsso_region = y\nsso_account_id = 1\n\
             [profile d]\nsso_session = gone\nsso_account_id = 1\n",
            expect![[r#"
                s at u: a
                spare at : 
                v at v: b, c
                gone at : d"#]],
        );
    }

    #[test]
    fn what_signs_in_otherwise_is_none() {
        check(
            "[default]\nregion = x\n[profile keys]\naws_access_key_id = A\n[profile r]\nrole_arn = a\nsource_profile = keys\n\
             [profile empty]\nsso_start_url =\nsso_account_id = 1\n",
            expect![""],
        );
    }

    #[test]
    fn a_config_without_a_name_is_empty() {
        let is_empty = |config: &str| ConfigNames::of(&Document::parse(config)).is_empty();
        assert_eq!(["", "# mine\n", "[services a]\n"].map(is_empty), [true, true, true]);
        assert_eq!(["[default]", "[sso-session a]", "[dev]"].map(is_empty), [false, false, false]);
    }

    #[test]
    fn role_credentials_belong_to_a_profile() {
        let config =
            "[profile a]\nsso_session = s\nsso_account_id = 111122223333\nsso_role_name = Admin\n";
        let names = ConfigNames::of(&Document::parse(config));
        let account = AccountId::parse("111122223333").unwrap();
        let role = RoleName::parse("Admin").unwrap();
        let file = Owner::Session("s".to_owned()).role_credentials_file_name(account, &role);
        assert_eq!(names.profile_of_credentials(&file).map(|name| &**name), Some("a"));
        assert_eq!(names.profile_of_credentials("x.json"), None);
        let sign_in = names.sign_in_of("a").map(|sign_in| sign_in.owner.as_str());
        assert_eq!((sign_in, names.sign_in_of("b")), (Some("s"), None));
    }
}

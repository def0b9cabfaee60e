//! The keys of `onramp.json`, and what each one's value must be.
//!
//! Not here: JSON.

use crate::relay::KnownRegions;
use onramp_domain::entry::OutputFormat;
use onramp_domain::profile_names::{Template, TemplateError};
use onramp_domain::{Region, SessionName, StartUrl};

/// A key of `onramp.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// The company's name, for the page's heading. 1 to 60 characters.
    Company,
    /// Its access portal.
    StartUrl,
    /// The region of its Identity Center.
    Region,
    /// The name of the sso-session that profiles share.
    SessionName,
    /// The region profiles get.
    DefaultRegion,
    /// The output format profiles get.
    Output,
    /// What profiles are called: `{role_name}-{account_id}`.
    ProfileNameTemplate,
    /// Regions that the program does not know yet, with the partition of each: `{"eu-west-9": "aws"}`.
    Regions,
}

impl Key {
    /// Every key, in the order in which the documentation has them.
    pub(super) const ALL: [Key; 8] = [
        Key::Company,
        Key::StartUrl,
        Key::Region,
        Key::SessionName,
        Key::DefaultRegion,
        Key::Output,
        Key::ProfileNameTemplate,
        Key::Regions,
    ];

    /// As it stands in the file.
    pub(super) fn name(self) -> &'static str {
        match self {
            Key::Company => "company",
            Key::StartUrl => "start_url",
            Key::Region => "region",
            Key::SessionName => "session_name",
            Key::DefaultRegion => "default_region",
            Key::Output => "output",
            Key::ProfileNameTemplate => "profile_name_template",
            Key::Regions => "regions",
        }
    }

    /// The key of this name.
    ///
    /// # Errors
    /// When there is none, naming the key that is meant, where one is near.
    pub(super) fn parse(name: &str) -> Result<Key, String> {
        if let Some(key) = Key::ALL.into_iter().find(|key| key.name() == name) {
            return Ok(key);
        }
        let distance = |key: &Key| strsim::damerau_levenshtein(name, key.name());
        match Key::ALL.into_iter().min_by_key(distance).filter(|key| distance(key) <= 3) {
            Some(near) => Err(format!("unknown key `{name}`, did you mean `{}`?", near.name())),
            None => {
                let known = Key::ALL.map(|key| format!("`{}`", key.name())).join(", ");
                Err(format!("unknown key `{name}`, the keys are {known}"))
            }
        }
    }

    /// A text value in the one way it is served.
    ///
    /// # Errors
    /// In words, when it is not a value of this key.
    pub(super) fn read_text(self, text: &str, regions: &KnownRegions) -> Result<String, String> {
        match self {
            Key::Company => read_company(text),
            Key::StartUrl => read_start_url(text),
            Key::SessionName => read_session_name(text),
            Key::Region | Key::DefaultRegion => read_region(text, regions),
            Key::Output => read_output(text),
            Key::ProfileNameTemplate => read_template(text),
            Key::Regions => Err("`regions` is an object".to_owned()),
        }
    }
}

fn read_company(text: &str) -> Result<String, String> {
    let text = text.trim();
    match text.chars().count() {
        1..=60 if !text.chars().any(char::is_control) => Ok(text.to_owned()),
        1..=60 => Err("a company's name is one line of text".to_owned()),
        _ => Err("a company's name has 1 to 60 characters".to_owned()),
    }
}

fn read_start_url(text: &str) -> Result<String, String> {
    match StartUrl::parse(text) {
        Ok(start_url) => Ok(start_url.as_str().to_owned()),
        Err(error) => Err(format!("no start URL: {error}")),
    }
}

fn read_region(text: &str, regions: &KnownRegions) -> Result<String, String> {
    if let Some(region) = regions.find(text) {
        return Ok(region.id().to_owned());
    }
    match Region::parse(text) {
        Ok(region) => Ok(region.id().to_owned()),
        Err(error) => Err(match &error.nearest {
            Some(near) => format!("{error}, did you mean `{near}`?"),
            None => error.to_string(),
        }),
    }
}

/// The name is chosen once for everybody, so it is one that every SDK reads.
fn read_session_name(text: &str) -> Result<String, String> {
    let name = SessionName::parse(text).map_err(|error| format!("no session name: {error}"))?;
    match name.unportable() {
        None => Ok(name.as_str().to_owned()),
        Some(character) => Err(format!("a session name with {character:?} breaks some SDKs")),
    }
}

fn read_output(text: &str) -> Result<String, String> {
    match OutputFormat::from_name(text) {
        Some(format) => Ok(format.as_str().to_owned()),
        None => {
            let known = OutputFormat::ALL.map(OutputFormat::as_str).join(", ");
            Err(format!("unknown output format `{text}`, there are {known}"))
        }
    }
}

fn read_template(text: &str) -> Result<String, String> {
    match Template::parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(
            error @ (TemplateError::UnknownPlaceholder { nearest: Some(near), .. }
            | TemplateError::UnknownFilter { nearest: Some(near), .. }),
        ) => Err(format!("no profile name template: {error}, did you mean `{near}`?")),
        Err(error) => Err(format!("no profile name template: {error}")),
    }
}

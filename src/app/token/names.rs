//! The names that the page knows of a person's sign-in: by which a file is found, and which the commands take.
//!
//! Not here: reading a config file for them.

use super::{Checked, TokenCheck};
use crate::app::commands::CommandShell;
use crate::app::setup::Center;
use crate::app::setup::choice::Block;
use onramp_domain::cache::{CliMessage, Owner};

/// What a person looks for, and what the setup form knows.
#[derive(Debug)]
pub struct Names {
    sought: Option<Owner>,
    known: Vec<Owner>,
    /// A profile of the form's session, where the page has written one.
    profile: Option<(Owner, String)>,
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
    pub fn names(&self, center: &Center) -> Names {
        let sought = Owner::parse(self.sought(center));
        let form = center.form();
        let mut known: Vec<Owner> = sought.iter().cloned().collect();
        known.extend(Owner::parse(form.start_url_text()));
        let session = Owner::Session(form.session_name_text().to_owned());
        let profile = match center.choice().block() {
            Block::Ready { profiles, .. } => {
                profiles.first().map(|profile| (session.clone(), profile.to_string()))
            }
            Block::Empty | Block::Fault(_) => None,
        };
        known.push(session);
        Names { sought, known, profile }
    }

    /// Where the AWS CLI looks for what is sought, if files were given and that one is not among them.
    pub fn missing<'a>(&self, names: &'a Names) -> Option<(&'a Owner, String)> {
        let sought = names.sought.as_ref()?;
        let mut files = self.checked.iter().filter(|checked| checked.name.is_some()).peekable();
        files.peek()?;
        let is_among = files.any(|checked| checked.owner(&names.known).as_ref() == Some(sought));
        (!is_among).then(|| (sought, sought.file_name()))
    }
}

impl Names {
    /// What is sought.
    pub fn sought(&self) -> Option<&Owner> {
        self.sought.as_ref()
    }

    /// Whose a file is; of a message, whom it names.
    pub fn owner(&self, checked: &Checked) -> Option<Owner> {
        match &checked.outcome {
            Ok(super::Finding::Message(CliMessage::TokenMissing { of })) => Owner::parse(of),
            _ => checked.owner(&self.known),
        }
    }

    /// The address of which `owner` is only another spelling.
    pub fn other_spelling(&self, owner: &Owner) -> Option<&Owner> {
        self.known.iter().find(|known| owner.is_other_spelling_of(known))
    }

    /// The command that signs in to an owner's session, and whether `PROFILE` stands in it for a name.
    pub fn log_in(&self, owner: Option<&Owner>, shell: CommandShell) -> (String, Placeholder) {
        match (self.profile_of(owner), owner.or(self.sought.as_ref())) {
            (Some(profile), _) => (shell.log_in(profile), Placeholder::Filled),
            (None, Some(Owner::Session(name))) => (shell.log_in_to(name), Placeholder::Filled),
            (None, Some(Owner::StartUrl(_)) | None) => (shell.log_in(PROFILE), Placeholder::Stands),
        }
    }

    /// The command that shows who one is, likewise.
    pub fn test(&self, owner: Option<&Owner>, shell: CommandShell) -> (String, Placeholder) {
        match self.profile_of(owner) {
            Some(profile) => (shell.test(profile), Placeholder::Filled),
            None => (shell.test(PROFILE), Placeholder::Stands),
        }
    }

    /// A profile that the page has written for this owner.
    pub fn profile_of(&self, owner: Option<&Owner>) -> Option<&str> {
        let (of, profile) = self.profile.as_ref()?;
        (owner? == of).then_some(profile.as_str())
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

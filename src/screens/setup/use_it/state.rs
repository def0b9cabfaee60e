//! What "Use it" knows: options, profiles, and which tasks are done.

use super::options::Options;
use super::profiles::{NamingError, Own, of_role, profiles, role_of};
use super::save::Save;
use crate::commands::{CommandShell, LONGEST_BLOCK};
use crate::screens::setup::choose::{AccessLevel, Choose, RoleKey, access_level};
use chrono::{DateTime, Utc};
use onramp_domain::block;
use onramp_domain::entry::{Entry, SsoSession};
use std::rc::Rc;

/// Options, profiles, tasks.
#[derive(Debug, Default)]
pub struct UseIt {
    pub options: Options,
    /// What a person wants for one role alone. It stays with that role, chosen or not.
    pub own: Vec<Own>,
    /// The profiles; none where a name is wrong, for the last good ones would have other names.
    pub entries: Rc<[Entry]>,
    pub naming_error: Option<NamingError>,
    pub save: Save,
    /// The file in which the CLI was given this session's token: to sign out is to sign out of both.
    pub cli_token: Option<Rc<str>>,
    /// The tasks that are ticked.
    pub done: Vec<Task>,
    /// What came of the test.
    pub tested: Option<Tested>,
    /// What `aws --version` said.
    pub cli_said: String,
    /// The role whose profile a person wants to test.
    pub to_test: Option<RoleKey>,
}

/// What the test's answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tested {
    /// The profile works.
    Works,
    /// Another account or role answered.
    AnotherAnswers,
}

/// What there is to do on one's own computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// The block into the config file.
    Save,
    /// `aws sso login`.
    LogIn,
    /// `aws sts get-caller-identity`.
    Test,
    /// `AWS_PROFILE`. Nobody has to.
    UseAsDefault,
}

impl Task {
    /// Those that have to be done.
    pub const NEEDED: [Task; 3] = [Task::Save, Task::LogIn, Task::Test];
}

impl UseIt {
    /// The profile that is tested and may become the default. Of several it is the one that was chosen, else one that
    /// can only look; never silently another.
    pub fn to_test(&self) -> Option<&Entry> {
        let chosen =
            self.entries.iter().find(|entry| self.to_test.as_ref() == Some(&role_of(entry)));
        chosen.or(match &*self.entries {
            [only] => Some(only),
            entries => {
                entries.iter().find(|entry| access_level(&entry.role_name) == AccessLevel::ReadOnly)
            }
        })
    }

    /// What the test's answer means; `None` where it is no answer, but an error.
    pub fn read_answer(&self, said: &str) -> Option<Tested> {
        let entry = self.to_test()?;
        let (account, role) = (entry.account_id.as_str(), entry.role_name.as_str());
        let is_this = said.contains(&format!(":{account}:assumed-role/AWSReservedSSO_{role}_"));
        let is_error = said.contains("rror") || said.contains("xception");
        match said.contains("arn:aws") && !is_error {
            true if is_this => Some(Tested::Works),
            true => Some(Tested::AnotherAnswers),
            false => None,
        }
    }

    /// A task's command; none where there is nothing to name in it, no profile is chosen to be tested, or the block is too long
    /// for one.
    pub fn command(&self, task: Task, shell: CommandShell, now: DateTime<Utc>) -> Option<String> {
        let to_test = || self.to_test().map(|entry| entry.profile.as_str());
        match task {
            Task::Save => {
                let block = block::write(&self.entries);
                let fits = (1..=LONGEST_BLOCK).contains(&block.len());
                fits.then(|| shell.save(&block, now))
            }
            // A sign-in is a session's, and so for all of them. In the legacy format it has no name but any profile's.
            Task::LogIn => {
                let (first, rest) = self.entries.split_first()?;
                Some(match first.session_section().filter(|_| !rest.is_empty()) {
                    Some(session) => shell.log_in_to(session.name.as_str()),
                    None => shell.log_in(first.profile.as_str()),
                })
            }
            Task::Test => to_test().map(|profile| shell.test(profile)),
            Task::UseAsDefault => to_test().map(|profile| shell.use_as_default(profile)),
        }
    }

    /// The first task that is not done.
    pub fn next(&self) -> Option<Task> {
        Task::NEEDED.into_iter().find(|task| !self.done.contains(task))
    }

    /// What names the profiles: the name of the only one, and its role; or the template.
    pub fn naming<'a>(&'a self, choose: &'a Choose) -> (Option<&'a RoleKey>, &'a str) {
        let sole = choose.selection.sole();
        let own_name = sole.and_then(|key| self.own(key)?.name.as_deref());
        match (own_name, &*self.entries) {
            (Some(name), _) => (sole, name),
            (None, [only]) if sole.is_some() => (sole, only.profile.as_str()),
            (None, _) => (None, &self.options.template),
        }
    }

    /// A role's own settings.
    pub fn own(&self, key: &RoleKey) -> Option<&Own> {
        of_role(&self.own, key)
    }

    /// The same, to be changed.
    pub fn own_mut(&mut self, key: RoleKey) -> &mut Own {
        let place = self.own.iter().position(|own| own.key == key).unwrap_or_else(|| {
            self.own.push(Own { key, name: None, region: None });
            self.own.len() - 1
        });
        &mut self.own[place]
    }

    /// Makes the profiles anew.
    pub fn name_profiles(&mut self, choose: &Choose, session: Option<SsoSession>) {
        let named = match session.map(Rc::new) {
            Some(session) if !choose.selection.is_empty() => {
                profiles(choose, &self.options, &self.own, &session)
            }
            Some(_) | None => Ok(Rc::default()),
        };
        let (entries, naming_error) = match named {
            Ok(entries) => (entries, None),
            Err(error) => (Rc::default(), Some(error)),
        };
        // What has been done was done with the profiles as they were.
        if entries != self.entries || naming_error != self.naming_error {
            (self.entries, self.naming_error) = (entries, naming_error);
            self.done.clear();
            self.tested = None;
            self.save.settle();
        }
    }

    /// Nothing is listed any more; the options stay.
    pub fn forget(&mut self) {
        let UseIt { options, mut save, .. } = std::mem::take(self);
        save.settle();
        *self = UseIt { options, save, ..UseIt::default() };
    }

    pub fn tick(&mut self, task: Task) {
        if !self.done.contains(&task) {
            self.done.push(task);
        }
    }
}

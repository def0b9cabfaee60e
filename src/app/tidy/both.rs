//! What concerns both files at once: how they come in, fixes and removals, each as one step that can be undone.
//!
//! Not here: what is the config's alone.

use super::Tidy;
use super::aws_file::AwsFile;
use super::config_text::{ConfigFile, ConfigText};
use super::credentials::Credentials;
use super::draft::{Done, Draft, RemovedFrom, ToDo};
use crate::app::effect::{Effect, FocusTarget};
use onramp_domain::config::{Fixes, Plan, credentials, plan_fixes, plan_remove};
use std::rc::Rc;

impl Tidy {
    /// Files were read: of several, those of the two names. What is not one of them by name may be one by what is in
    /// it.
    pub(super) fn files_read(&mut self, files: Vec<ConfigFile>) -> Vec<Effect> {
        // Somebody may drop the whole folder, with backups and caches beside the two files.
        let (mut config, mut credentials) = (None, None);
        for file in files {
            let which = file.which();
            let place = match which {
                AwsFile::Config => &mut config,
                AwsFile::Credentials => &mut credentials,
            };
            let rank = |file: &ConfigFile| (file.name != which.name(), file.text.is_err());
            if place.as_ref().is_none_or(|there| rank(&file) < rank(there)) {
                *place = Some(file);
            }
        }
        // A file that has the name of neither is nothing to a credentials file that has its own.
        let is_named = |file: &Option<ConfigFile>, which: AwsFile| {
            file.as_ref().is_some_and(|file| file.name == which.name())
        };
        if is_named(&credentials, AwsFile::Credentials) && !is_named(&config, AwsFile::Config) {
            config = None;
        }
        if is_named(&config, AwsFile::Config) && !is_named(&credentials, AwsFile::Credentials) {
            credentials = None;
        }
        let (config, credentials) =
            (config.map(|file| file.text), credentials.map(|file| file.text));
        let fault = [&config, &credentials]
            .into_iter()
            .find_map(|file| file.as_ref().and_then(|text| text.as_ref().err().copied()));
        let [config, credentials] = [config, credentials].map(|file| file.and_then(Result::ok));
        let effects = if config.is_some() || credentials.is_some() {
            self.open_both(config, credentials)
        } else {
            vec![]
        };
        self.fault = fault;
        effects
    }

    /// One text comes in, or both. What is not among them stays.
    pub(super) fn open_both(
        &mut self,
        config: Option<ConfigText>,
        credentials: Option<ConfigText>,
    ) -> Vec<Effect> {
        self.fault = None;
        let beside = match credentials {
            Some(text) => Some(Rc::new(Credentials::of(text))),
            None => self.now.credentials().cloned(),
        };
        match config {
            Some(text) => {
                self.open_draft(Draft::of(text, beside, Done::Opened));
                self.filter = String::new();
            }
            None => self.step(self.now.changed_beside(None, beside, Done::CredentialsOpened)),
        }
        self.merge_when_known();
        vec![Effect::Focus(FocusTarget::Remarks)]
    }

    /// What was taken for the credentials file, for what is in it, is the config after all.
    pub(super) fn take_as_config(&mut self) -> Vec<Effect> {
        let Some(credentials) = self.now.credentials() else { return vec![] };
        self.open_draft(Draft::of(credentials.origin().clone(), None, Done::Opened));
        self.merge_when_known();
        vec![Effect::Focus(FocusTarget::Remarks)]
    }

    pub(super) fn fix(&mut self, finding: usize) -> Vec<Effect> {
        // Those of the draft before may still stand there.
        if self.now.to_do() != ToDo::Nothing {
            return vec![];
        }
        let Some(finding) = self.now.findings().get(finding) else { return vec![] };
        let (file, plan) = (finding.file, finding.remark.fix());
        match file {
            AwsFile::Config => self.change(plan, Done::Fixed, FocusTarget::Remarks),
            AwsFile::Credentials => self.change_both(None, plan, Done::Fixed, FocusTarget::Remarks),
        }
    }

    /// The config first, since what is said about the credentials file depends on it.
    pub(super) fn fix_all(&mut self) -> Vec<Effect> {
        let beside = self.now.credentials().map(|credentials| credentials.document());
        let config = plan_fixes(self.now.document(), beside);
        let after = config.plan.apply();
        let beside = beside.map(|credentials| credentials::plan_fixes(credentials, &after));
        let of_beside = |count: fn(&Fixes) -> usize| beside.as_ref().map(count).unwrap_or_default();
        let done = config.done + of_beside(|fixes| fixes.done);
        let left = config.left + of_beside(|fixes| fixes.left);
        let plan_of = |fixes: Fixes| fixes.plan;
        let (config, beside) = (Some(config.plan), beside.map(plan_of));
        self.change_both(config, beside, Done::FixedAll { done, left }, FocusTarget::Remarks)
    }

    /// A profile goes from wherever it is.
    pub(super) fn remove(&mut self, profile: Rc<str>) -> Vec<Effect> {
        let config = plan_remove(self.now.document(), &profile);
        let beside = self.plan_remove_keys(&profile);
        let from = match (config.is_empty(), beside.is_some()) {
            (_, false) => RemovedFrom::Config,
            (true, true) => RemovedFrom::Credentials,
            (false, true) => RemovedFrom::Both,
        };
        let done = Done::Removed(profile, from);
        self.change_both(Some(config), beside, done, FocusTarget::Profiles)
    }

    /// What is ticked of what changed at the portal: roles come, profiles go from wherever they are.
    pub(super) fn update(&mut self) -> Vec<Effect> {
        let config = self.returning.plan(&self.now);
        let beside = self.now.credentials().filter(|_| config.is_some()).map(|credentials| {
            credentials::plan_remove_all(credentials.document(), self.returning.unwanted())
        });
        self.change_both(config, beside, self.returning.done(), FocusTarget::Changes)
    }

    /// A profile's keys go, and the profile stays.
    pub(super) fn remove_keys(&mut self, profile: Rc<str>) -> Vec<Effect> {
        let plan = self.plan_remove_keys(&profile);
        let done = Done::Removed(profile, RemovedFrom::Credentials);
        self.change_both(None, plan, done, FocusTarget::Credentials)
    }

    /// A change of either file or both. One that does nothing is no step.
    fn change_both(
        &mut self,
        config: Option<Plan>,
        credentials: Option<Plan>,
        done: Done,
        focus: FocusTarget,
    ) -> Vec<Effect> {
        let [config, beside] = [config, credentials].map(|plan| plan.filter(|it| !it.is_empty()));
        if config.is_none() && beside.is_none() {
            return vec![];
        }
        let credentials = match (self.now.credentials(), beside) {
            (Some(now), Some(plan)) => Some(Rc::new(now.changed(&plan))),
            (now, _) => now.cloned(),
        };
        self.step(self.now.changed_beside(config.as_ref(), credentials, done));
        vec![Effect::Focus(focus)]
    }

    fn plan_remove_keys(&self, profile: &str) -> Option<Plan> {
        let document = self.now.credentials()?.document();
        Some(credentials::plan_remove(document, profile)).filter(|plan| !plan.is_empty())
    }
}

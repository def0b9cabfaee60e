//! The edits, each one step that can be undone.

use crate::effect::{Effect, ElementId};
use crate::screens::config::state::aws_file::AwsFile;
use crate::screens::config::state::convert::convert;
use crate::screens::config::state::credentials::Credentials;
use crate::screens::config::state::draft::{Done, Draft, RemovedFrom};
use crate::screens::config::state::edited_file::EditedFile;
use crate::screens::config::state::{State, region};
use onramp_domain::config::{Editor, adopt};
use onramp_domain::entry::Format;
use onramp_domain::lint::Problem;
use std::rc::Rc;

impl State {
    pub(super) fn fix(&mut self, problem: usize, choice: usize) -> Vec<Effect> {
        let Some(row) = self.draft.problems.get(problem) else { return vec![] };
        let fix = |editor: &mut Editor| editor.fix(&row.problem, choice);
        let (config, credentials) = match row.file {
            AwsFile::Config => (self.draft.config.edited(fix), None),
            AwsFile::Credentials => {
                (None, self.draft.credentials().and_then(|file| file.edited(fix)))
            }
        };
        self.edit(config, credentials, Done::Fixed(1), region::PROBLEMS)
    }

    /// One round of all fixes that are certain. What comes up by them is shown, and waits for the next click.
    pub(super) fn fix_safe(&mut self) -> Vec<Effect> {
        // Each editor takes those of its own document.
        let problems: Vec<Problem> =
            self.draft.problems.iter().map(|row| row.problem.clone()).collect();
        let mut fixed = 0;
        let mut fix = |editor: &mut Editor| fixed += editor.fix_all_safe(&problems);
        let config = self.draft.config.edited(&mut fix);
        let credentials = self.draft.credentials().and_then(|file| file.edited(&mut fix));
        self.edit(config, credentials, Done::Fixed(fixed), region::PROBLEMS)
    }

    /// A profile goes from wherever it is.
    pub(super) fn remove(&mut self, profile: Rc<str>) -> Vec<Effect> {
        let config = self.draft.config.edited(|editor| editor.remove_profiles([&*profile]));
        let credentials = self.without_keys([&*profile]);
        let from = match (&config, &credentials) {
            (_, None) => RemovedFrom::Config,
            (None, Some(_)) => RemovedFrom::Credentials,
            (Some(_), Some(_)) => RemovedFrom::Both,
        };
        self.edit(config, credentials, Done::Removed(profile, from), region::PROFILES)
    }

    /// A profile's keys go, and the profile stays.
    pub(super) fn remove_keys(&mut self, profile: Rc<str>) -> Vec<Effect> {
        let credentials = self.without_keys([&*profile]);
        let done = Done::Removed(profile, RemovedFrom::Credentials);
        self.edit(None, credentials, done, region::CREDENTIALS)
    }

    pub(super) fn convert(&mut self, group: usize, format: Format) -> Vec<Effect> {
        let group = self.draft.overview.groups.get(group);
        match group.and_then(|group| convert(&self.draft.config, group, format)) {
            Some((converted, config)) => {
                self.edit(Some(config), None, Done::Converted(converted), region::PROFILES)
            }
            None => vec![],
        }
    }

    pub(super) fn merge(&mut self) -> Vec<Effect> {
        let mut entries = std::mem::take(&mut self.pending_merge).entries;
        adopt(self.draft.config.document(), &mut entries);
        let config = self.draft.config.edited(|editor| editor.merge(&entries));
        self.edit(config, None, Done::Merged(entries.len()), region::CHANGES)
    }

    /// What is ticked of what changed at the portal: roles come, profiles go from wherever they are.
    pub(super) fn update_from_portal(&mut self) -> Vec<Effect> {
        let wanted = self.portal_changes.wanted(&self.draft);
        let unwanted = || self.portal_changes.unwanted();
        let config = self.draft.config.edited(|editor| editor.update(&wanted, unwanted()));
        let credentials = self.without_keys(unwanted());
        self.edit(config, credentials, self.portal_changes.done(), region::CHANGES)
    }

    /// Where the button goes with the last step, the focus must not go with it.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        self.history.undo(&mut self.draft);
        self.settle();
        if self.history.can_undo() { vec![] } else { vec![Effect::Focus(region::CHANGES)] }
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        self.history.redo(&mut self.draft);
        self.settle();
        if self.history.can_redo() { vec![] } else { vec![Effect::Focus(region::CHANGES)] }
    }

    /// Another draft takes this one's place.
    pub(super) fn step(&mut self, next: Draft) {
        self.history.push(std::mem::replace(&mut self.draft, next));
        self.settle();
        // A merge may follow at once.
        self.pending_merge.look(self.draft.config.document());
    }

    /// What was said of the last save is over; one that is under way goes on.
    pub(super) fn settle(&mut self) {
        self.saving = std::mem::take(&mut self.saving).settled();
    }

    /// An edit of either file or both. One that changes nothing is no step.
    fn edit(
        &mut self,
        config: Option<EditedFile>,
        credentials: Option<Credentials>,
        done: Done,
        focus: ElementId,
    ) -> Vec<Effect> {
        if config.is_none() && credentials.is_none() {
            return vec![];
        }
        let config = config.unwrap_or_else(|| self.draft.config.clone());
        let credentials = credentials.map(Rc::new).or_else(|| self.draft.credentials().cloned());
        self.step(Draft::new(config, self.draft.source, credentials, done));
        vec![Effect::Focus(focus)]
    }

    fn without_keys<'a>(&self, profiles: impl IntoIterator<Item = &'a str>) -> Option<Credentials> {
        self.draft.credentials()?.edited(|editor| editor.remove_credentials(profiles))
    }
}

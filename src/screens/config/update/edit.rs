//! The edits, each one step that can be undone.

use crate::effect::{Effect, ElementId};
use crate::screens::config::state::{
    AwsFile, Done, Draft, EditedFile, NotTaken, RemovedFrom, Saving, State, convert, region,
};
use onramp_domain::config::adopt;
use onramp_domain::entry::{Entry, Format};
use std::rc::Rc;

impl State {
    pub(super) fn fix(&mut self, problem: usize, choice: usize) -> Option<Effect> {
        let row = self.draft.problems.get(problem)?;
        let edited = self.draft.edited(&mut |file, editor| {
            if file == row.file {
                editor.fix(&row.problem, choice);
            }
        });
        self.edit(edited, Done::Fixed(1), region::PROBLEMS)
    }

    /// One round of all fixes that are certain. What comes up by them is shown, and waits for the next click.
    pub(super) fn fix_safe(&mut self) -> Option<Effect> {
        let mut fixed = 0;
        let edited = self.draft.edited(&mut |_, editor| {
            // It takes those of its own document.
            let problems = self.draft.problems.iter().map(|row| &row.problem);
            fixed += editor.fix_all_safe(problems);
        });
        self.edit(edited, Done::Fixed(fixed), region::PROBLEMS)
    }

    /// A profile goes from those of these files that have it.
    pub(super) fn remove(
        &mut self,
        profile: Rc<str>,
        from: &[AwsFile],
        focus: ElementId,
    ) -> Option<Effect> {
        let edited = self.draft.edited(&mut |file, editor| match file {
            _ if !from.contains(&file) => {}
            AwsFile::Config => editor.remove_profiles(&[&*profile]),
            AwsFile::Credentials => editor.remove_credentials(&[&*profile]),
        });
        let from = match &edited {
            [_, None] => RemovedFrom::Config,
            [None, Some(_)] => RemovedFrom::Credentials,
            [Some(_), Some(_)] => RemovedFrom::Both,
        };
        self.edit(edited, Done::Removed(profile, from), focus)
    }

    pub(super) fn convert(&mut self, group: usize, format: Format) -> Option<Effect> {
        let group = self.draft.overview.groups.get(group)?;
        let (session, config) = convert(&self.draft.config, group, format)?;
        self.edit([Some(config), None], Done::Converted(format, session), region::PROFILES)
    }

    pub(super) fn merge(&mut self) -> Option<Effect> {
        let mut entries = std::mem::take(&mut self.pending_merge).entries;
        adopt(self.draft.config.document(), &mut entries);
        let config = self.draft.config.edited(&mut |editor| editor.merge(&entries));
        if config.is_none() && !entries.is_empty() {
            self.not_taken = Some(NotTaken::AlreadyThere);
        }
        let edit = self.edit([config, None], Done::Merged(entries.len()), region::CHANGES);
        edit.or(Some(Effect::Focus(region::PROBLEMS)))
    }

    /// What is ticked of what changed at the portal: roles come, profiles go from wherever they are.
    pub(super) fn update_from_portal(&mut self) -> Option<Effect> {
        let wanted = self.portal_changes.wanted();
        let mut added: Vec<Entry> = wanted.iter().map(|new| new.entry.clone()).collect();
        adopt(self.draft.config.document(), &mut added);
        let removed = self.portal_changes.unwanted();
        let done = Done::Updated { added: added.len(), removed: removed.len() };
        let edited = self.draft.edited(&mut |file, editor| match file {
            AwsFile::Config => editor.update(&added, &removed),
            AwsFile::Credentials => editor.remove_credentials(&removed),
        });
        // Done is done: what comes back by Undo or a removal is no longer wanted.
        self.portal_changes.ticked.clear();
        self.edit(edited, done, region::CHANGES)
    }

    /// Where the button goes with the last step, the focus must not go with it.
    pub(super) fn undo(&mut self) -> Option<Effect> {
        self.history.undo(&mut self.draft);
        self.settle();
        if self.history.can_undo() { None } else { Some(Effect::Focus(region::CHANGES)) }
    }

    pub(super) fn redo(&mut self) -> Option<Effect> {
        self.history.redo(&mut self.draft);
        self.settle();
        if self.history.can_redo() { None } else { Some(Effect::Focus(region::CHANGES)) }
    }

    /// Another draft takes this one's place. What is typed on is one step with what was typed before.
    pub(super) fn step(&mut self, next: Draft) {
        let is_typed_on = self.draft.done == Done::Typed && next.done == Done::Typed;
        let before = std::mem::replace(&mut self.draft, next);
        self.history.push((!is_typed_on).then_some(before));
        self.settle();
    }

    /// There is another draft. What was said before is over; a save that is under way goes on.
    pub(super) fn settle(&mut self) {
        self.not_taken = None;
        if !self.saving.is_running() {
            self.saving = Saving::Idle;
        }
        self.pending_merge.look(self.draft.config.document());
    }

    /// An edit of either file or both. One that changes nothing is no step.
    pub(super) fn edit(
        &mut self,
        edited: [Option<EditedFile>; 2],
        done: Done,
        focus: ElementId,
    ) -> Option<Effect> {
        if edited.iter().all(Option::is_none) {
            return None;
        }
        self.step(self.draft.next(edited, done));
        Some(Effect::Focus(focus))
    }
}

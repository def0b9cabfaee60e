//! "Tidy my config": a config file comes in, is looked at and changed in steps that can be undone, and goes out again
//! with every byte that nobody asked to lose.
//!
//! Not here: what a config file means and how it is changed ([`onramp_domain::config`]). The text stays while other
//! screens are on, since it is the person's own; "Clear" drops it with every step.
//!
//! Of a long text ([`draft::LONG`]) a part is in the box, what is typed counts when the person pauses, and what there
//! is to see is worked out bit by bit: an alarm brings the next.

pub mod aws_file;
mod both;
pub mod config_text;
pub mod convert;
pub mod credentials;
pub mod diff;
pub mod disk;
pub mod draft;
pub mod history;
pub mod in_place;
pub mod overview;
pub mod part;
pub mod returning;
pub mod room;
pub mod saving;
mod steps;
pub mod waiting;

use super::effect::{CopyTarget, Effect, FocusTarget};
use super::event::TidyEvent;
use super::setup::Center;
use aws_file::AwsFile;
use chrono::{DateTime, TimeDelta, Utc};
use config_text::{ConfigText, FileFault};
use draft::{Done, Draft, ToDo};
use history::History;
use in_place::InPlace;
use onramp_domain::Entry;
use onramp_domain::config::{Plan, adopt, plan_merge};
use onramp_domain::entry::Format;
use part::Part;
use returning::Returning;
use waiting::Waiting;

/// Files with names of their own in a patch, as `git` has them.
const PATCH_NAMES: (&str, &str) = ("a/config", "b/config");

/// How many rows of a list are shown at first, and how many more at each press.
const PAGE: usize = 50;

/// The screen's state.
#[derive(Debug)]
pub struct Tidy {
    now: Draft,
    history: History,
    part: Part,
    /// What the person has made of the part, until a pause.
    typing: Option<ConfigText>,
    /// After how long it wants to be woken, where that is new.
    pause: Option<TimeDelta>,
    waiting: Waiting,
    in_place: InPlace,
    returning: Returning,
    fault: Option<FileFault>,
    filter: String,
    profiles_shown: usize,
    remarks_shown: usize,
    new_shown: usize,
    gone_shown: usize,
}

/// A list of which only the beginning is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The profiles.
    Profiles,
    /// The remarks.
    Remarks,
    /// Roles that are new.
    New,
    /// Profiles whose role is gone.
    Gone,
}

impl Default for Tidy {
    fn default() -> Tidy {
        Tidy {
            now: Draft::empty(),
            history: History::default(),
            part: Part::default(),
            typing: None,
            pause: None,
            waiting: Waiting::default(),
            in_place: InPlace::default(),
            returning: Returning::default(),
            fault: None,
            filter: String::new(),
            profiles_shown: PAGE,
            remarks_shown: PAGE,
            new_shown: PAGE,
            gone_shown: PAGE,
        }
    }
}

impl Tidy {
    /// The config as it is now.
    pub fn draft(&self) -> &Draft {
        &self.now
    }

    /// What waits to be merged.
    pub fn waiting(&self) -> &Waiting {
        &self.waiting
    }

    /// The folder that the files come from and go to.
    pub fn in_place(&self) -> &InPlace {
        &self.in_place
    }

    /// What changed at the portal since.
    pub fn returning(&self) -> &Returning {
        &self.returning
    }

    /// Looks whether something changed at the portal whose accounts are listed, where there is one.
    pub fn look_back(&mut self, center: &Center) {
        // What is asked for of a draft is there once it is looked through.
        if self.now.to_do() == ToDo::Nothing {
            self.returning.look(&self.now, center);
        }
    }

    /// Why the last file was not taken.
    pub fn fault(&self) -> Option<FileFault> {
        self.fault
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The part of the text that the box shows.
    pub fn part(&self) -> &Part {
        &self.part
    }

    /// The box's text.
    pub fn boxed(&self) -> &str {
        match &self.typing {
            Some(typed) => typed.expose(),
            None => self.part.of(self.now.boxed().expose()),
        }
    }

    /// The filter's text.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// How many rows of a list are shown.
    pub fn shown(&self, list: List) -> usize {
        match list {
            List::Profiles => self.profiles_shown,
            List::Remarks => self.remarks_shown,
            List::New => self.new_shown,
            List::Gone => self.gone_shown,
        }
    }

    /// Something happened on the screen.
    pub fn event(&mut self, event: TidyEvent, now: DateTime<Utc>) -> Vec<Effect> {
        if !matches!(event, TidyEvent::ConfigTyped(_)) {
            self.finish_typing();
        }
        match event {
            TidyEvent::ConfigPasted(text) => self.open(text),
            TidyEvent::ConfigTyped(text) => self.typed(text),
            TidyEvent::FilesRead(files) => self.files_read(files),
            TidyEvent::FixClicked(finding) => self.fix(finding),
            TidyEvent::FixAllClicked => self.fix_all(),
            TidyEvent::RemoveClicked(profile) => self.remove(profile),
            TidyEvent::RemoveKeysClicked(profile) => self.remove_keys(profile),
            TidyEvent::TakeAsConfigClicked => self.take_as_config(),
            TidyEvent::LeaveOutCredentialsClicked => {
                if self.now.credentials().is_some() {
                    self.step(self.now.changed_beside(None, None, Done::CredentialsClosed));
                }
                vec![]
            }
            TidyEvent::ConvertClicked(group, format) => self.convert(group, format),
            TidyEvent::RenameClicked(conflict) => {
                self.waiting.rename(conflict, self.now.document());
                vec![]
            }
            TidyEvent::RenameAllClicked => {
                self.waiting.rename_all(self.now.document());
                self.merge()
            }
            TidyEvent::MergeClicked => self.merge(),
            TidyEvent::DontMergeClicked => {
                self.waiting = Waiting::default();
                vec![]
            }
            TidyEvent::UndoClicked => self.undo(),
            TidyEvent::RedoClicked => self.redo(),
            TidyEvent::EarlierClicked => {
                self.part = self.part.earlier(self.now.boxed().expose());
                vec![]
            }
            TidyEvent::LaterClicked => {
                self.part = self.part.later(self.now.boxed().expose());
                vec![]
            }
            TidyEvent::LineEntered(line) => {
                if let Some(line) =
                    line.trim().parse().ok().and_then(|line: usize| line.checked_sub(1))
                {
                    self.part = Part::at_line(self.now.boxed().expose(), line);
                }
                vec![]
            }
            TidyEvent::FilterEntered(text) => {
                (self.filter, self.profiles_shown) = (text, PAGE);
                vec![]
            }
            TidyEvent::MoreClicked(List::Profiles) => {
                self.profiles_shown += PAGE;
                vec![]
            }
            TidyEvent::MoreClicked(List::Remarks) => {
                self.remarks_shown += PAGE;
                vec![]
            }
            TidyEvent::DownloadClicked(file) => {
                self.text_of(file).map(|text| Effect::SaveConfig(file, text)).into_iter().collect()
            }
            TidyEvent::FoldersOffered => {
                self.in_place.offer();
                vec![]
            }
            TidyEvent::OpenFolderClicked => vec![Effect::OpenFolder],
            TidyEvent::FolderRead(read) => self.folder_read(read),
            TidyEvent::SaveClicked => self.save(now),
            TidyEvent::DiskAnswered(answer) => self.disk_answered(answer),
            TidyEvent::MoreClicked(List::New) => {
                self.new_shown += PAGE;
                vec![]
            }
            TidyEvent::MoreClicked(List::Gone) => {
                self.gone_shown += PAGE;
                vec![]
            }
            TidyEvent::Returning(event) => {
                self.returning.event(event);
                vec![]
            }
            TidyEvent::UpdateClicked => self.update(),
            TidyEvent::ClearClicked => {
                let in_place = std::mem::take(&mut self.in_place).cleared();
                *self = Tidy { in_place, ..Tidy::default() };
                vec![]
            }
        }
    }

    /// The time that it wanted is over: what was typed counts, or the next bit is worked out.
    pub fn woke(&mut self) {
        if self.typing.is_some() {
            self.finish_typing();
            return;
        }
        self.now.look();
        self.look_on();
        if self.now.to_do() == ToDo::Nothing && *self.now.done() == Done::Opened {
            self.merge_if_clear();
        }
    }

    /// These entries are to be merged: at once where a config is there and nothing stands in the way.
    pub fn take_in(&mut self, entries: &[Entry]) {
        self.finish_typing();
        self.waiting = Waiting::new(entries, self.now.document());
        self.merge_if_clear();
    }

    /// What goes on the clipboard.
    pub fn copy(&mut self, target: CopyTarget) -> Vec<Effect> {
        self.finish_typing();
        let text = match (target, self.now.since()) {
            (CopyTarget::Patch, Some(since)) => {
                Some(ConfigText::new(since.to_patch(PATCH_NAMES.0, PATCH_NAMES.1)))
            }
            (CopyTarget::NewCredentials, _) => self.text_of(AwsFile::Credentials),
            _ => self.text_of(AwsFile::Config),
        };
        text.map(|text| Effect::CopyConfig(target, text)).into_iter().collect()
    }

    /// What goes out as this file, byte for byte.
    fn text_of(&self, file: AwsFile) -> Option<ConfigText> {
        match file {
            AwsFile::Config => Some(self.now.text().clone()),
            AwsFile::Credentials => self.now.credentials().map(|it| it.text().clone()),
        }
    }

    /// A whole text comes in. What waits is merged into it, as a step of its own, unless that takes a name from
    /// something else.
    fn open(&mut self, text: ConfigText) -> Vec<Effect> {
        let (config, credentials) =
            if text.is_credentials() { (None, Some(text)) } else { (Some(text), None) };
        self.open_both(config, credentials)
    }

    fn merge_if_clear(&mut self) {
        let is_clear = !self.waiting.entries().is_empty() && self.waiting.conflicts().is_empty();
        let is_there = !self.now.is_empty() || self.has_no_config();
        if is_clear && self.now.is_config() && is_there {
            self.merge();
        }
    }

    fn merge(&mut self) -> Vec<Effect> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.entries().is_empty() {
            return vec![];
        }
        let (mut entries, document) = (waiting.into_entries(), self.now.document());
        adopt(document, &mut entries);
        let plan = plan_merge(document, &entries);
        self.change(Some(plan), Done::Merged(entries.len()), FocusTarget::Changes)
    }

    fn convert(&mut self, group: usize, format: Format) -> Vec<Effect> {
        let group = self.now.overview().groups().get(group);
        match group.and_then(|group| convert::plan(self.now.document(), group, format)) {
            Some((converted, plan)) => {
                self.change(Some(plan), Done::Converted(converted), FocusTarget::Profiles)
            }
            None => vec![],
        }
    }

    /// A change that does nothing is no step.
    fn change(&mut self, plan: Option<Plan>, done: Done, focus: FocusTarget) -> Vec<Effect> {
        let Some(plan) = plan.filter(|plan| !plan.is_empty()) else { return vec![] };
        self.step(self.now.changed(&plan, done));
        vec![Effect::Focus(focus)]
    }
}

#[cfg(test)]
mod tests;

//! What follows from a message. An event that makes no sense in a state changes nothing.

mod open;

mod edit;

mod save;

use super::msg::{CopyButton, Msg};
use super::state::{AwsFile, Folder, List, PendingMerge, State, region};
use crate::effect::{Effect, FolderMode, HandOff};
use crate::file_text::{FileText, ReadFile};
use crate::route::Screen;
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::ConfigNames;
use std::rc::Rc;

/// Changes the state; gives what is to be done now.
#[must_use]
pub fn update(state: &mut State, msg: Msg, shared: &Shared, now: DateTime<Utc>) -> Vec<Effect> {
    let before = state.draft.config.text().clone();
    // Whatever else is done, what was typed until now counts.
    let lists_changed = !matches!(msg, Msg::Typed(_)) && state.finish_typing();
    let effect = match msg {
        // The click was on a row that may be another one by now.
        Msg::FixClicked { .. } | Msg::ConvertClicked(..) if lists_changed => None,

        Msg::Typed(text) => state.typed(text, now),
        Msg::PauseOver => None,
        Msg::FilesRead(files) => state.files_read(files),
        Msg::OpenFolderClicked => Some(Effect::OpenFolder(Screen::Config, FolderMode::Read)),
        Msg::FolderOpened(opened) => state.folder_opened(opened, shared, now),
        Msg::TakeAsConfigClicked => state.take_as_config(),
        Msg::LeaveOutCredentialsClicked => state.leave_out_credentials(),
        Msg::ClearClicked => {
            state.clear();
            Some(Effect::Focus(region::INPUT))
        }

        Msg::FixClicked { problem, choice } => state.fix(problem, choice),
        Msg::FixSafeClicked => state.fix_safe(),
        Msg::RemoveClicked(profile) => state.remove(profile, &AwsFile::ALL, region::PROFILES),
        Msg::RemoveKeysClicked(profile) => {
            state.remove(profile, &[AwsFile::Credentials], region::CREDENTIALS)
        }
        Msg::ConvertClicked(group, format) => state.convert(group, format),
        Msg::FilterEntered(text) => {
            state.filter = text;
            state.more[List::Profiles as usize] = 0;
            None
        }
        Msg::ShowMoreClicked(list) => {
            state.more[list as usize] += 1;
            None
        }

        Msg::ProfilesGiven(entries) => {
            state.pending_merge = PendingMerge::new(&entries, state.draft.config.document());
            state.merge_if_clear()
        }
        Msg::RenameClicked(conflict) => {
            state.pending_merge.rename(conflict, state.draft.config.document());
            Some(Effect::Focus(region::PENDING_MERGE))
        }
        Msg::RenameAllClicked => {
            state.pending_merge.rename_all(state.draft.config.document());
            state.merge()
        }
        Msg::MergeClicked => state.merge(),
        Msg::DontMergeClicked => {
            state.pending_merge = PendingMerge::default();
            Some(Effect::Focus(region::PROBLEMS))
        }

        Msg::PortalListed(listed) => {
            state.portal_changes.listed = listed;
            state.portal_changes.look(&state.draft, &shared.host);
            None
        }
        Msg::Ticked(ids) => {
            state.portal_changes.toggle(&ids);
            None
        }
        Msg::UpdateClicked => state.update_from_portal(),
        Msg::ListAgainClicked => Some(Effect::HandOff(HandOff::ListAgain)),

        Msg::UndoClicked => state.undo(),
        Msg::RedoClicked => state.redo(),
        Msg::ShowChangesClicked => Some(Effect::Focus(region::CHANGES)),
        Msg::CopyClicked(button) => copy(state, button, shared, now),
        Msg::DownloadClicked(file) => {
            let text = state.outgoing(file);
            text.map(|text| Effect::Download { name: file.name(), text })
        }
        Msg::OpenInTokenClicked => state.open_in_token(),
        Msg::CommandShellChosen(shell) => Some(Effect::HandOff(HandOff::CommandShell(shell))),
        Msg::SaveClicked => state.save(shared, now),
        Msg::FolderAnswered(folder, answer) => state.folder_answered(folder, answer),
    };
    effect.into_iter().chain(text_changed(state, &before, shared)).collect()
}

/// What follows from another text of the config.
fn text_changed(state: &mut State, before: &FileText, shared: &Shared) -> Option<Effect> {
    let draft = &state.draft;
    if draft.config.text().ptr_eq(before) {
        return None;
    }
    state.portal_changes.look(draft, &shared.host);
    let names = draft.has_config().then(|| Rc::new(ConfigNames::of(draft.config.document())));
    Some(Effect::HandOff(HandOff::ConfigNames(names)))
}

fn copy(state: &State, button: CopyButton, shared: &Shared, now: DateTime<Utc>) -> Option<Effect> {
    let text = match button {
        CopyButton::New(file) => state.outgoing(file),
        CopyButton::Patch => Some(state.draft.config.patch()),
        CopyButton::PutInPlace(file) => {
            Some(FileText::new(shared.command_shell.put_in_place(file.name(), now)))
        }
    };
    text.map(|text| Effect::Copy { button: button.id(), text })
}

impl State {
    /// What goes out as this file, byte for byte.
    fn outgoing(&self, file: AwsFile) -> Option<FileText> {
        let goes_out = file == AwsFile::Credentials || self.config_goes_out();
        self.draft.file(file).filter(|_| goes_out).map(|file| file.text().clone())
    }

    /// A cache file is handed on, and not kept here: it holds tokens. The config before it comes back.
    fn open_in_token(&mut self) -> Option<Effect> {
        let text = self.draft.config.text().clone();
        match self.history.last_config() {
            Some(draft) => {
                self.draft = draft;
                self.settle();
            }
            None => self.clear(),
        }
        Some(Effect::HandOff(HandOff::OpenInToken(ReadFile::pasted(text))))
    }

    /// Everything is forgotten but what others gave: profiles to be merged, the portal's list. The folder stays open,
    /// but the next text may come from anywhere.
    fn clear(&mut self) {
        let State { folder, saving, pending_merge, portal_changes, .. } = std::mem::take(self);
        let folder = Folder { id: folder.id, ..Folder::default() };
        *self = State { folder, saving, pending_merge, portal_changes, ..State::default() };
        self.settle();
    }

    /// Merges what "Set up" sent, where there is a config and nothing stands in the way.
    fn merge_if_clear(&mut self) -> Option<Effect> {
        let is_clear =
            !self.pending_merge.entries.is_empty() && self.pending_merge.conflicts.is_empty();
        let is_there = !self.draft.is_empty() || self.folder.is_without(AwsFile::Config);
        if is_clear && is_there && self.draft.is_config() { self.merge() } else { None }
    }
}

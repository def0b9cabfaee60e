//! The folder `~/.aws`: the two files come out of it, and go back into it.

use crate::commands::backup_name;
use crate::effect::{Effect, FolderAnswer, FolderError, FolderId, FolderMode};
use crate::file_text::{FileError, FileText, ReadFile};
use crate::route::Screen;
use crate::saving::{Before, End, Refusal, Run, ToSave};
use crate::screens::config::state::{AwsFile, NotTaken, OnDisk, Saving, State, region};
use crate::shared::Shared;
use chrono::{DateTime, Utc};

impl State {
    /// A folder was opened: what is in it comes in, and is what is compared before anything is saved. Or it was opened
    /// to save what is here.
    pub(super) fn folder_opened(
        &mut self,
        opened: Result<(FolderId, Vec<ReadFile>), FolderError>,
        shared: &Shared,
        now: DateTime<Utc>,
    ) -> Option<Effect> {
        match &self.saving {
            Saving::ChoosingFolder => {
                self.saving = match opened {
                    Err(FolderError::Cancelled) | Ok(_) => Saving::Idle,
                    Err(_) => Saving::Refused(Refusal::NotAllowed),
                };
                let Ok((folder, _)) = opened else { return None };
                self.folder.id = Some(folder);
                self.save(shared, now)
            }
            // A save goes on in its own folder, and another one may be opened when it is over.
            Saving::Running(_) => None,
            Saving::Idle | Saving::Saved(_) | Saving::Refused(_) => match opened {
                Ok((folder, files)) => self.folder_read(folder, files),
                Err(why) => {
                    if why != FolderError::Cancelled {
                        self.not_taken = Some(NotTaken::Folder);
                    }
                    None
                }
            },
        }
    }

    fn folder_read(&mut self, folder: FolderId, mut files: Vec<ReadFile>) -> Option<Effect> {
        self.folder.id = Some(folder);
        let is_empty = files.is_empty();
        for which in AwsFile::ALL {
            let found = files.iter().find(|file| file.name.as_deref() == Some(which.name()));
            let on_disk = match found.map(|file| &file.text) {
                None => OnDisk::Absent,
                Some(Ok(text)) => OnDisk::Holds { origin: text.clone(), now: text.clone() },
                Some(Err(_)) => OnDisk::Unknown,
            };
            // What the folder before had and this one has not is not to be saved here.
            if let (OnDisk::Absent, OnDisk::Holds { .. }) = (&on_disk, self.folder.file(which)) {
                let nothing = Ok(FileText::new(""));
                files.push(ReadFile { name: Some(which.name().to_owned()), text: nothing });
            }
            self.folder.files[which as usize] = on_disk;
        }
        let asks = self.files_read(files);
        self.merge_if_clear();
        if is_empty && self.draft.is_empty() {
            self.not_taken = Some(NotTaken::File(FileError::NothingThere));
        }
        asks
    }

    /// Where no folder is open yet, it begins by choosing one.
    pub(super) fn save(&mut self, shared: &Shared, now: DateTime<Utc>) -> Option<Effect> {
        let is_idle = !self.saving.is_running() && self.unsaved().next().is_some();
        if !is_idle || !self.can_save_in_place(shared) {
            return None;
        }
        let files = AwsFile::ALL.into_iter().filter_map(|file| {
            let (before, after) = self.change_of(file)?;
            let backup = before.as_ref().map(|_| backup_name(file.name(), now).into());
            let before = before.map_or(Before::Absent, Before::Holds);
            Some(ToSave { path: file.name().into(), before, after: Some(after), backup })
        });
        let files: Vec<ToSave> = files.collect();
        let Some(folder) = self.folder.id else {
            self.saving = Saving::ChoosingFolder;
            return Some(Effect::OpenFolder(Screen::Config, FolderMode::Write));
        };
        let (run, request) = Run::begin(files, folder);
        self.saving = Saving::Running(run);
        Some(Effect::Folder(Screen::Config, folder, request))
    }

    pub(super) fn folder_answered(
        &mut self,
        folder: FolderId,
        answer: Result<FolderAnswer, FolderError>,
    ) -> Option<Effect> {
        let Saving::Running(run) = &self.saving else { return None };
        let End { result, written } = match run.clone().answered(folder, answer) {
            Ok((run, request)) => {
                self.saving = Saving::Running(run);
                let effect = |request| Effect::Folder(Screen::Config, folder, request);
                return request.map(effect);
            }
            Err(end) => end,
        };
        self.saving = match result {
            Ok(backups) => Saving::Saved(backups),
            Err(Some(refusal)) => Saving::Refused(refusal),
            Err(None) => Saving::Idle,
        };
        for file in AwsFile::ALL {
            let mut written = written.iter().filter(|written| &*written.path == file.name());
            let (Some(written), Some(edited)) = (written.next(), self.draft.file(file)) else {
                continue;
            };
            // Another file may have come meanwhile.
            let before = self.before(file, edited).map_or(Before::Absent, Before::Holds);
            if let Some(now) = written.after.clone().filter(|_| before == written.before) {
                let origin = edited.origin().clone();
                self.folder.files[file as usize] = OnDisk::Holds { origin, now };
            }
        }
        // Given up for what is undone by now, it leaves nothing to say.
        let is_shown = self.saving != Saving::Idle || self.unsaved().next().is_some();
        is_shown.then_some(Effect::Focus(region::SAVE))
    }
}

//! The folder `~/.aws`: the two files come out of it, and go back into it.

use crate::commands::backup_name;
use crate::effect::{Effect, FolderAnswer, FolderError, FolderId};
use crate::file_text::{FileError, FileText, ReadFile};
use crate::saving::{Before, Saving, ToSave};
use crate::screens::config::state::{AwsFile, FolderAccess, NotTaken, OnDisk, State};
use chrono::{DateTime, Utc};

impl State {
    pub(super) fn folders_offered(&mut self) -> Vec<Effect> {
        if self.folder.access == FolderAccess::NotOffered {
            self.folder.access = FolderAccess::Offered;
        }
        vec![]
    }

    /// A folder was opened: what is in it comes in, and is what is compared before anything is saved. Or it was opened
    /// to save what is here.
    pub(super) fn folder_opened(
        &mut self,
        opened: Result<(FolderId, Vec<ReadFile>), FolderError>,
    ) -> Vec<Effect> {
        match &self.saving {
            Saving::ChoosingFolder(_) => {
                let opened = opened.map(|(folder, _)| folder);
                if let Ok(folder) = opened {
                    self.folder.access = FolderAccess::Open(folder);
                }
                let (saving, asks) = std::mem::take(&mut self.saving).folder_opened(opened);
                self.saving = saving;
                asks.into_iter().collect()
            }
            // A save goes on in its own folder, and another one may be opened when it is over.
            Saving::Running(_) => vec![],
            Saving::Idle | Saving::Saved(_) | Saving::Refused(_) => match opened {
                Ok((folder, files)) => self.folder_read(folder, files),
                Err(why) => {
                    if why != FolderError::Cancelled {
                        self.not_taken = Some(NotTaken::Folder);
                    }
                    vec![]
                }
            },
        }
    }

    fn folder_read(&mut self, folder: FolderId, mut files: Vec<ReadFile>) -> Vec<Effect> {
        self.folder.access = FolderAccess::Open(folder);
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
            self.folder.set(which, on_disk);
        }
        let asks = self.files_read(files);
        self.merge_if_clear();
        if is_empty && self.draft.is_empty() {
            self.not_taken = Some(NotTaken::File(FileError::NothingThere));
        }
        asks
    }

    pub(super) fn save(&mut self, now: DateTime<Utc>) -> Vec<Effect> {
        let is_offered = self.folder.access != FolderAccess::NotOffered;
        if !is_offered || self.saving.is_running() {
            return vec![];
        }
        let files = AwsFile::ALL.into_iter().filter_map(|file| {
            let (before, after) = self.change_of(file)?;
            let backup = before.as_ref().map(|_| backup_name(file.name(), now).into());
            let before = before.map_or(Before::Absent, Before::Holds);
            Some(ToSave { path: file.name().into(), before, after: Some(after), backup })
        });
        let (saving, asks) = Saving::begin(files.collect(), self.folder.id());
        self.saving = saving;
        asks.into_iter().collect()
    }

    pub(super) fn folder_answered(
        &mut self,
        folder: FolderId,
        answer: Result<FolderAnswer, FolderError>,
    ) -> Vec<Effect> {
        let (saving, asks, written) = std::mem::take(&mut self.saving).answered(folder, answer);
        self.saving = saving;
        for file in AwsFile::ALL {
            let mut written = written.iter().filter(|written| &*written.path == file.name());
            let (Some(written), Some(edited)) = (written.next(), self.draft.file(file)) else {
                continue;
            };
            // Another file may have come meanwhile.
            let before = self.before(file, edited).map_or(Before::Absent, Before::Holds);
            if let Some(now) = written.after.clone().filter(|_| before == written.before) {
                self.folder.set(file, OnDisk::Holds { origin: edited.origin().clone(), now });
            }
        }
        asks.into_iter().collect()
    }
}

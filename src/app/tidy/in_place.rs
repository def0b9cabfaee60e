//! The screen and the folder `~/.aws`: the two files come out of it, and go back into it.
//!
//! Not here: the steps of saving ([`super::saving`]).

use super::Tidy;
use super::aws_file::AwsFile;
use super::config_text::{ConfigFile, ConfigText, FileFault};
use super::disk::{DiskAnswer, DiskFault, DiskRequest, Folders, OnDisk};
use super::draft::Done;
use super::saving::{Refusal, Saving, ToSave};
use crate::app::commands::backup_name;
use crate::app::effect::Effect;
use chrono::{DateTime, Utc};

/// What is known of the folder.
#[derive(Debug, Default)]
pub struct InPlace {
    folders: Folders,
    config: OnDisk,
    credentials: OnDisk,
    saving: Saving,
}

impl InPlace {
    /// Whether the browser opens folders, and whether one is open.
    pub fn folders(&self) -> Folders {
        self.folders
    }

    /// How far saving is.
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// The browser opens folders.
    pub(super) fn offer(&mut self) {
        if self.folders == Folders::NotOffered {
            self.folders = Folders::Offered;
        }
    }

    /// What was said of the last save is over; one under way goes on.
    pub(super) fn settle(&mut self) {
        if !self.saving.is_running() {
            self.saving = Saving::Idle;
        }
    }

    /// All is forgotten but what the browser can do, and a save under way.
    pub(super) fn cleared(self) -> InPlace {
        let saving = if self.saving.is_running() { self.saving } else { Saving::Idle };
        InPlace { folders: self.folders, saving, ..InPlace::default() }
    }

    fn of(&mut self, file: AwsFile) -> &mut OnDisk {
        match file {
            AwsFile::Config => &mut self.config,
            AwsFile::Credentials => &mut self.credentials,
        }
    }

    fn on_disk(&self, file: AwsFile) -> &OnDisk {
        match file {
            AwsFile::Config => &self.config,
            AwsFile::Credentials => &self.credentials,
        }
    }
}

impl Tidy {
    /// The files that are not on disk as they are here.
    pub fn unsaved(&self) -> impl Iterator<Item = AwsFile> {
        AwsFile::ALL.into_iter().filter(|file| self.change_of(*file).is_some())
    }

    pub(super) fn save(&mut self, now: DateTime<Utc>) -> Vec<Effect> {
        if self.in_place.folders == Folders::NotOffered || self.in_place.saving.is_running() {
            return vec![];
        }
        let files = AwsFile::ALL.into_iter().filter_map(|file| {
            let (before, after) = self.change_of(file)?;
            Some(ToSave { file, before, after, backup: backup_name(file.name(), now).into() })
        });
        let (saving, request) = Saving::begin(files.collect());
        self.in_place.saving = saving;
        asked(request)
    }

    pub(super) fn disk_answered(&mut self, answer: Result<DiskAnswer, DiskFault>) -> Vec<Effect> {
        if matches!(answer, Ok(DiskAnswer::Allowed)) {
            self.in_place.folders = Folders::Open;
        }
        let saving = std::mem::take(&mut self.in_place.saving);
        let (saving, request, written) = saving.answered(answer);
        self.in_place.saving = saving;
        for file in written {
            *self.in_place.of(file.file) = OnDisk::Holds(file.after);
        }
        asked(request)
    }

    /// The folder was opened: what is in it comes in, and is what will be compared before anything is saved.
    pub(super) fn folder_read(&mut self, read: Result<Vec<ConfigFile>, DiskFault>) -> Vec<Effect> {
        let files = match read {
            Ok(files) => files,
            Err(DiskFault::Cancelled) => return vec![],
            Err(DiskFault::Refused | DiskFault::Taken | DiskFault::Missing | DiskFault::Failed) => {
                self.in_place.saving = Saving::Refused(Refusal::NotAllowed);
                return vec![];
            }
        };
        if self.in_place.saving.is_running() {
            return vec![];
        }
        self.in_place.folders = Folders::Open;
        for which in AwsFile::ALL {
            let found = files.iter().find(|file| file.name == which.name());
            *self.in_place.of(which) = match found.map(|file| &file.text) {
                None => OnDisk::Absent,
                Some(Ok(text)) => OnDisk::Holds(text.clone()),
                Some(Err(_)) => OnDisk::Unknown,
            };
        }
        let is_empty = files.is_empty();
        let effects = self.files_read(files);
        self.merge_if_clear();
        if is_empty && self.now.is_empty() {
            self.fault = Some(FileFault::NothingThere);
        }
        effects
    }

    /// Whether it is known that there is no config, so that one can be begun.
    pub(super) fn has_no_config(&self) -> bool {
        self.in_place.config == OnDisk::Absent
    }

    /// What must be in a file still, and what is to be in it; `None` where that is the same.
    fn change_of(&self, file: AwsFile) -> Option<(Option<ConfigText>, ConfigText)> {
        let (origin, after) = match file {
            AwsFile::Config if *self.now.done() == Done::Nothing => return None,
            AwsFile::Config => (self.now.origin(), self.now.text()),
            AwsFile::Credentials => {
                let credentials = self.now.credentials()?;
                (credentials.origin(), credentials.text())
            }
        };
        let before = match self.in_place.on_disk(file) {
            OnDisk::Unknown => Some(origin.clone()),
            OnDisk::Absent => None,
            OnDisk::Holds(text) => Some(text.clone()),
        };
        let is_same = match &before {
            Some(before) => before == after,
            None => after.expose().is_empty(),
        };
        (!is_same).then(|| (before, after.clone()))
    }
}

fn asked(request: Option<DiskRequest>) -> Vec<Effect> {
    request.map(Effect::AskDisk).into_iter().collect()
}

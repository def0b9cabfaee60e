//! What is known of the folder `~/.aws`: which one is open, what is in its two files, and how far saving there is.
//!
//! Only Chromium opens folders. It blocks the home folder, `~/.ssh` and `~/.gnupg`, but not `~/.aws`
//! (`chrome_file_system_access_permission_context.cc`).

use super::AwsFile;
use crate::effect::FolderId;
use crate::file_text::FileText;
use crate::saving::{Refusal, Run};
use std::rc::Rc;

#[derive(Debug, Default)]
pub struct Folder {
    /// The one that is open.
    pub id: Option<FolderId>,
    /// By `AwsFile`.
    pub files: [OnDisk; 2],
}

/// What is known of a file on disk.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum OnDisk {
    /// Nothing but what came in.
    #[default]
    Unknown,
    Absent,
    Holds {
        /// This was in it when it was read, or is what was first saved.
        origin: FileText,
        /// This is in it since it was last read or written.
        now: FileText,
    },
}

/// How far saving is.
#[derive(Debug, PartialEq, Eq, Default)]
pub enum Saving {
    #[default]
    Idle,
    /// The person chooses the folder.
    ChoosingFolder,
    Running(Run),
    /// Done. The backups' names.
    Saved(Vec<Rc<str>>),
    Refused(Refusal),
}

impl Saving {
    pub fn is_running(&self) -> bool {
        matches!(self, Saving::ChoosingFolder | Saving::Running(_))
    }
}

impl Folder {
    pub fn file(&self, file: AwsFile) -> &OnDisk {
        &self.files[file as usize]
    }

    /// Whether a file is there in which nothing is, or it is known that there is none.
    pub fn is_without(&self, file: AwsFile) -> bool {
        match self.file(file) {
            OnDisk::Unknown => false,
            OnDisk::Absent => true,
            OnDisk::Holds { now, .. } => now.expose().is_empty(),
        }
    }
}

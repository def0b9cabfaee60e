//! What is known of the folder `~/.aws`: whether it is open, and what is in its two files.
//!
//! Only Chromium opens folders. It blocks the home folder, `~/.ssh` and `~/.gnupg`, but not `~/.aws`
//! (`chrome_file_system_access_permission_context.cc`).

use super::AwsFile;
use crate::effect::FolderId;
use crate::file_text::FileText;

#[derive(Debug, Default)]
pub struct Folder {
    pub access: FolderAccess,
    files: [OnDisk; 2],
}

/// Whether the browser opens folders, and which one is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FolderAccess {
    #[default]
    NotOffered,
    Offered,
    Open(FolderId),
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

impl Folder {
    pub fn id(&self) -> Option<FolderId> {
        let FolderAccess::Open(id) = self.access else { return None };
        Some(id)
    }

    pub fn file(&self, file: AwsFile) -> &OnDisk {
        &self.files[file as usize]
    }

    pub fn set(&mut self, file: AwsFile, on_disk: OnDisk) {
        self.files[file as usize] = on_disk;
    }

    /// Whether a file is there in which nothing is, or it is known that there is none.
    pub fn is_without(&self, file: AwsFile) -> bool {
        match self.file(file) {
            OnDisk::Unknown => false,
            OnDisk::Absent => true,
            OnDisk::Holds { now, .. } => now.expose().is_empty(),
        }
    }

    /// Another text is to be worked on, which may come from anywhere; the folder stays open.
    pub fn forget_files(&mut self) {
        self.files = Default::default();
    }
}

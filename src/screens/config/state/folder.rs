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
    /// This was in it when it was last read or written.
    Holds(FileText),
}

impl Folder {
    pub fn id(&self) -> Option<FolderId> {
        match self.access {
            FolderAccess::NotOffered | FolderAccess::Offered => None,
            FolderAccess::Open(id) => Some(id),
        }
    }

    pub fn file(&self, file: AwsFile) -> &OnDisk {
        &self.files[file as usize]
    }

    pub fn set(&mut self, file: AwsFile, on_disk: OnDisk) {
        self.files[file as usize] = on_disk;
    }

    /// Another text is to be worked on, which may come from anywhere; the folder stays open.
    pub fn forget_files(&mut self) {
        *self = Folder { access: self.access, ..Folder::default() };
    }
}

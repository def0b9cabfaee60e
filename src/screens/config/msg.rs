//! What can happen on the screen.

use super::state::{AwsFile, List};
use crate::commands::CommandShell;
use crate::effect::{CopyId, FolderAnswer, FolderError, FolderId, PortalListing};
use crate::file_text::{FileText, ReadFile};
use onramp_domain::entry::{Entry, Format};
use std::rc::Rc;

#[derive(Clone, Debug)]
pub enum Msg {
    /// The box holds this now.
    Typed(FileText),
    /// The person stopped typing for a moment.
    PauseOver,
    /// Files, or a text that was pasted.
    FilesRead(Vec<ReadFile>),
    OpenFolderClicked,
    /// A folder was opened, and its two files were read as far as they are there.
    FolderOpened(Result<(FolderId, Vec<ReadFile>), FolderError>),
    /// What was taken for the credentials file is the config.
    TakeAsConfigClicked,
    LeaveOutCredentialsClicked,
    ClearClicked,

    /// The fix of the problem with this index, by one of the choices that it offers.
    FixClicked {
        problem: usize,
        choice: usize,
    },
    FixSafeClicked,
    /// A profile is to go, from both files.
    RemoveClicked(Rc<str>),
    /// A profile's keys are to go from the credentials file.
    RemoveKeysClicked(Rc<str>),
    /// The profiles of the group with this index are to have this format.
    ConvertClicked(usize, Format),
    FilterEntered(String),
    ShowMoreClicked(List),

    /// "Set up" sent these to be merged.
    ProfilesGiven(Rc<[Entry]>),
    /// The free name that the conflict with this index offers is to be used.
    RenameClicked(usize),
    /// All free names are to be used, and then everything merged.
    RenameAllClicked,
    /// "Merge", whatever it replaces.
    MergeClicked,
    DontMergeClicked,

    /// "Set up" listed this at the portal; `None` when it is no longer known.
    PortalListed(Option<Rc<PortalListing>>),
    /// The changes with these ids are wanted, or no more.
    Ticked(Rc<[String]>),
    /// What is ticked is to be added and removed.
    UpdateClicked,
    /// What AWS did not list is to be asked for again.
    ListAgainClicked,

    UndoClicked,
    RedoClicked,
    ShowChangesClicked,
    CopyClicked(CopyButton),
    DownloadClicked(AwsFile),
    /// What is no config is to be looked at in "Check a token".
    OpenInTokenClicked,
    CommandShellChosen(CommandShell),
    SaveClicked,
    FolderAnswered(FolderId, Result<FolderAnswer, FolderError>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyButton {
    /// The whole text that goes out as this file.
    New(AwsFile),
    Patch,
    /// The command that puts a downloaded file in place.
    PutInPlace(AwsFile),
}

impl CopyButton {
    /// By which the page knows what was copied last.
    pub fn id(self) -> CopyId {
        match self {
            CopyButton::New(file) => CopyId("new", file as usize),
            CopyButton::Patch => CopyId("patch", 0),
            CopyButton::PutInPlace(file) => CopyId("put-in-place", file as usize),
        }
    }
}

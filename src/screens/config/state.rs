//! What the screen knows.
//!
//! Views read the fields; only `update` and its parts write them.

mod aws_file;
mod edited_file;
mod text_box;

mod credentials;
mod diff;
mod draft;
mod overview;
mod problem;

mod convert;
mod pending_merge;
mod portal_changes;

mod history;

mod folder;

pub use aws_file::{AwsFile, pick};
pub use convert::convert;
pub use credentials::{Credentials, Holds, KeyRow};
pub use diff::{Diff, DiffRow};
pub use draft::{Done, Draft, RemovedFrom, Source, TOO_LONG_TO_TYPE};
pub use edited_file::EditedFile;
pub use folder::{Folder, OnDisk, Saving};
pub use history::History;
pub use overview::{Group, GroupKind, Overview, Row, SignIn};
pub use pending_merge::PendingMerge;
pub use portal_changes::{Known, PortalChanges, gone_id, new_id, portal_to_see};
pub use problem::{ProblemRow, problems};
pub use text_box::{inserted, retyped};

use crate::file_text::{FileError, FileText};
use crate::shared::Shared;

/// How many rows of a list are shown at first, and how many more at each click.
const PAGE: usize = 50;

/// A text of more bytes than this is long: some hundred profiles. What is typed into it counts after a pause.
const LONG: usize = 128_000;

/// The parts of the screen that the focus goes to.
pub mod region {
    use crate::effect::ElementId;

    pub const INPUT: ElementId = ElementId("input");
    pub const PROBLEMS: ElementId = ElementId("problems");
    pub const PROFILES: ElementId = ElementId("profiles");
    pub const CREDENTIALS: ElementId = ElementId("credentials");
    pub const CHANGES: ElementId = ElementId("changes");
    pub const PENDING_MERGE: ElementId = ElementId("pending-merge");
    pub const SAVE: ElementId = ElementId("save");
}

#[derive(Debug, Default)]
pub struct State {
    pub(super) draft: Draft,
    pub(super) history: History,
    /// What the person has made of a long text, until a pause.
    pub(super) typing: Option<FileText>,
    pub(super) pending_merge: PendingMerge,
    pub(super) portal_changes: PortalChanges,
    pub(super) folder: Folder,
    pub(super) saving: Saving,
    pub(super) not_taken: Option<NotTaken>,
    pub(super) filter: String,
    /// How often more of each list was asked for.
    pub(super) more: [usize; 5],
}

/// Why nothing came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    File(FileError),
    Folder,
    /// One was taken; others of its kind were not.
    Others,
    /// What was to be merged is there already, just so.
    AlreadyThere,
}

/// A list of which only the beginning is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Profiles,
    Credentials,
    Problems,
    NewRoles,
    GoneProfiles,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    Unchanged,
    /// It is changed, and the CLI can read it.
    Ready,
    /// It is changed, and the CLI still can't read it.
    Unreadable,
    /// Profiles are to be merged first, and the person has to decide how.
    Undecided,
}

impl State {
    pub fn shown(&self, list: List) -> usize {
        PAGE * (1 + self.more[list as usize])
    }

    pub fn box_text(&self) -> FileText {
        self.typing.as_ref().unwrap_or(&self.draft.box_text).clone()
    }

    /// Whether what is typed counts at once.
    pub(super) fn is_long(&self) -> bool {
        self.draft.config.text().expose().len() > LONG
    }

    pub fn is_read_only(&self) -> bool {
        self.draft.config.text().expose().len() > TOO_LONG_TO_TYPE
    }

    pub fn readiness(&self) -> Readiness {
        if self.waits_for_decision() {
            Readiness::Undecided
        } else if !self.draft.config.is_changed() || !self.draft.has_config() {
            Readiness::Unchanged
        } else if self.draft.unreadable() == Some(AwsFile::Config) {
            Readiness::Unreadable
        } else {
            Readiness::Ready
        }
    }

    fn waits_for_decision(&self) -> bool {
        !self.pending_merge.conflicts.is_empty() && self.draft.has_config()
    }

    /// Whether the new config can be taken away: it is one, and it is decided what is merged into it.
    pub fn config_goes_out(&self) -> bool {
        self.draft.has_config() && !self.waits_for_decision()
    }

    /// Whether the browser opens folders.
    pub fn can_save_in_place(&self, shared: &Shared) -> bool {
        shared.opens_folders || self.folder.id.is_some()
    }

    /// The files that are not on disk as they are here.
    pub fn unsaved(&self) -> impl Iterator<Item = AwsFile> {
        AwsFile::ALL.into_iter().filter(|file| self.change_of(*file).is_some())
    }

    /// What must still be in a file, and what is to be in it; `None` where that is the same.
    pub(super) fn change_of(&self, file: AwsFile) -> Option<(Option<FileText>, FileText)> {
        if file == AwsFile::Config && !self.config_goes_out() {
            return None;
        }
        let edited = self.draft.file(file)?;
        let before = self.before(file, edited);
        let is_same = match &before {
            Some(before) => before == edited.text(),
            None => edited.text().expose().is_empty(),
        };
        (!is_same).then(|| (before, edited.text().clone()))
    }

    /// What must still be in a file; `None` where there must be none.
    pub(super) fn before(&self, file: AwsFile, edited: &EditedFile) -> Option<FileText> {
        match self.folder.file(file) {
            OnDisk::Absent => None,
            OnDisk::Holds { origin, now } if origin == edited.origin() => Some(now.clone()),
            // It came from elsewhere, or before another program wrote there.
            OnDisk::Unknown | OnDisk::Holds { .. } => Some(edited.origin().clone()),
        }
    }
}

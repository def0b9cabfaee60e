//! What happened, in the past tense: to the page as a whole, or on one of its screens.

use crate::effect::{ClipboardRefused, CopyId, FolderAnswer, FolderError, FolderId, Timer};
use crate::file_text::{FileText, ReadFile};
use crate::host_config::{HostConfig, HostConfigUnreadable};
use crate::route::{Open, Route, Screen};
use crate::screens::{config, platform, setup, token};

/// One thing that happened.
#[derive(Debug)]
pub enum Msg {
    /// The address changed.
    AddressChanged(Route),
    /// Back or Forward led to an entry of "Set up" in which this step was open.
    HistoryMoved(Open),
    /// The host's settings arrived; `None` when it has none.
    HostConfigFetched(Result<Option<Box<HostConfig>>, HostConfigUnreadable>),
    /// A timer ran out.
    Woke(Timer),
    /// The page can be seen again, or the network is back.
    CameBack,
    /// The page is hidden: another tab is on top, or the window is away.
    WentAway,
    /// Files were chosen or dropped anywhere on the page, and read. A later choice has a higher sequence, even where an
    /// earlier one takes longer to read.
    FilesRead {
        /// The choice's number.
        sequence: u32,
        /// The files, or the text that was dropped.
        files: Vec<ReadFile>,
    },
    /// A folder was dropped on "Tidy my config", and its files were read.
    FolderDropped {
        /// As for files.
        sequence: u32,
        /// The folder with the files in it that matter.
        opened: Result<(FolderId, Vec<ReadFile>), FolderError>,
    },
    /// This browser can open folders.
    FoldersOffered,
    /// This is Windows.
    WindowsFound,
    /// A folder was opened for a screen, or not.
    FolderOpened(Screen, Result<(FolderId, Vec<ReadFile>), FolderError>),
    /// A folder did for a screen what it asked for, or not.
    FolderAnswered(Screen, FolderId, Result<FolderAnswer, FolderError>),
    /// Something was copied, or the browser refused.
    Copied(CopyId, FileText, Result<(), ClipboardRefused>),
    /// "Skip to content" was pressed.
    SkipClicked,
    /// On "Set up".
    Setup(setup::Msg),
    /// On "Check a token".
    Token(token::Msg),
    /// On "Tidy my config".
    Config(config::Msg),
    /// On "For platform engineers".
    Platform(platform::Msg),
}

//! What to do, in the imperative: everything the page asks of the world, as plain data.
//!
//! How it is done is `shell`'s matter, in one exhaustive `match`.

use crate::file_text::{FileText, ReadFile};
use crate::route::{Open, Screen};
use chrono::{DateTime, Utc};
use onramp_domain::PortalHost;
use onramp_domain::aws::Access;
use onramp_domain::cache_file::ConfigNames;
use onramp_domain::device_flow;
use onramp_domain::entry::{Entry, OutputFormat, SsoSession};
use onramp_domain::listing::{self, Listing};
use onramp_domain::names::ConfigValue;
use onramp_domain::profile_name::Template;
use std::rc::Rc;

/// One thing to do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Fetch `onramp.json`; answered by the root's `HostConfigFetched`.
    FetchHostConfig,
    /// Draw the page in this colour, as `#rrggbb`; in its own where there is none.
    SetAccent(Option<String>),
    /// Ask the relay for a portal's region; answered by setup's `RegionLookedUp`.
    LookUpRegion(PortalHost),
    /// What the sign-in asks for, its own wake-ups too; answered by setup's `DeviceFlow`.
    DeviceFlow(device_flow::Command),
    /// What the listing asks for, its own wake-ups too; answered by setup's `Listing`.
    Listing(listing::Command, Access),
    /// Wake up at that time, or at once when it is past; answered by the root's `Woke`. A later one of the same kind
    /// replaces an earlier one.
    WakeAt(DateTime<Utc>, Timer),
    /// Put a text on the clipboard; answered by the root's `Copied`.
    Copy {
        /// The button that says "Copied" then.
        button: CopyId,
        /// What to copy.
        text: FileText,
    },
    /// Let the browser save a text as a file.
    Download {
        /// The file's name.
        name: &'static str,
        /// What is in it.
        text: FileText,
    },
    /// Let the person choose the folder `~/.aws`, and read its two files; answered by this screen's `FolderOpened`.
    OpenFolder(Screen, FolderMode),
    /// Ask something of a folder that was opened; answered by this screen's `FolderAnswered`.
    Folder(Screen, FolderId, FolderRequest),
    /// Ask for permission to show notifications; answered by token's `NotifyAnswered`.
    AskToNotify,
    /// Show a notification; answered by token's `NotifyAnswered` when that isn't possible.
    Notify {
        /// What happened.
        title: &'static str,
        /// To what; may be empty.
        body: Rc<str>,
    },
    /// Write what the form holds into the address, without a new entry in the history, so that a reload or a shared
    /// link finds it. Never anything secret.
    ReplaceAddress(String),
    /// Make a new entry in the history for the step that comes next, so that Back leads to the one that is open now;
    /// answered by the root's `HistoryMoved` whenever it does.
    PushEntry {
        /// Open now.
        here: Open,
        /// Open next.
        next: Open,
    },
    /// Go to another screen.
    Navigate(Screen),
    /// Move the keyboard's focus, so that a screen reader goes on where the page does.
    Focus(ElementId),
    /// The same to a field by its id, of which there may be several.
    FocusField(String),
    /// Give something to another screen; the root delivers it at once.
    HandOff(HandOff),
}

/// What the page's own timers are for. The device flow and the listing have theirs among their commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// Something on screen changes as time passes, so it is drawn anew; setup gets `Ticked` too.
    Tick,
    /// A sign-in ends that a person wants to hear of; answered by token's `Woke`.
    SignInEnds,
    /// More of a long config is to be worked out; answered by config's `PauseOver`.
    ConfigPause,
}

/// What one screen has for another.
#[derive(Clone, Debug)]
pub enum HandOff {
    /// From setup to config: the profiles that are chosen, to be merged.
    MergeProfiles(Rc<[Entry]>),
    /// From setup to config: the folder that was opened to save in, with its files, where that needs a person.
    OpenFolderInConfig(FolderId, Vec<ReadFile>),
    /// From setup to config: what is listed at the portal, to be compared; `None` when that is no longer known.
    PortalListed(Option<Rc<PortalListing>>),
    /// From config to setup: what could not be listed is to be asked for again.
    ListAgain,
    /// From setup to token: the sign-in in the form and the block.
    SetupNames(Option<Rc<ConfigNames>>),
    /// From config to token: the sign-ins of the config at hand; `None` when there is none.
    ConfigNames(Option<Rc<ConfigNames>>),
    /// From token to config: a config was given to "Check a token".
    OpenInConfig(ReadFile),
    /// From config to token: a cache file was given to "Tidy my config".
    OpenInToken(ReadFile),
    /// From any screen to all: the shell that commands are shown for.
    CommandShell(crate::commands::CommandShell),
}

/// What setup knows of a portal, for a config to be compared with.
#[derive(Clone, Debug)]
pub struct PortalListing {
    /// The sign-in.
    pub session: SsoSession,
    /// What was listed; `None` while it is coming.
    pub listing: Option<Rc<Listing>>,
    /// How new profiles are named.
    pub template: Template,
    /// The region that new profiles get.
    pub region: Option<ConfigValue>,
    /// The output format that new profiles get.
    pub output: Option<OutputFormat>,
}

/// An element of the page, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ElementId(pub &'static str);

/// A copy button: its id, and its place where there are several of a kind (else 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyId(pub &'static str, pub usize);

/// A folder that a person opened in this tab. Its handle is the shell's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FolderId(pub u32);

/// What a folder is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderMode {
    /// To read: the browser asks once more before anything is written.
    Read,
    /// To write too.
    Write,
}

/// One thing to ask of an open folder.
///
/// Source: the File System Access specification; Chromium's `FileSystemAccessFileWriterImpl`, which writes beside the
/// file and then puts that in its place, with the file's own permissions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderRequest {
    /// Let the person allow writing.
    Allow,
    /// Say what tells whether it is `.aws`.
    Describe,
    /// Read a file.
    Read(Rc<str>),
    /// Write a file that isn't there; its folders are made.
    Create(Rc<str>, FileText),
    /// Write a file that is there, whole or not at all.
    Replace(Rc<str>, FileText),
    /// Remove a file; none is fine too.
    Remove(Rc<str>),
}

/// What the folder answers.
#[derive(Clone, Debug, PartialEq)]
pub enum FolderAnswer {
    /// It may be written in.
    Allowed,
    /// Its own name, and whether there is a folder `sso` in it.
    Described { name: Rc<str>, has_sso: bool },
    /// The file; `None` when it isn't there.
    Read(Option<ReadFile>),
    /// It is written, or removed.
    Written,
}

/// Why it doesn't do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderError {
    /// The person closed the window in which a folder is chosen.
    Cancelled,
    /// The person or the browser doesn't allow it.
    Refused,
    /// There is a file of that name already.
    Taken,
    /// The file or the folder is gone.
    Missing,
    /// The disk is full, the file is locked, or something else.
    Failed,
}

/// What the browser says to showing notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Yes.
    Granted,
    /// No, for good.
    Denied,
    /// Neither: the question was closed.
    Unanswered,
    /// This browser has none for pages.
    Unsupported,
}

/// The browser did not let us write to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClipboardRefused;

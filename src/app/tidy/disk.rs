//! The folder `~/.aws` itself, where the browser can open it: what is asked of it, and what it answers.
//!
//! Not here: when what is asked ([`super::saving`]).
//!
//! Source: the File System Access specification; Chromium's `chrome_file_system_access_permission_context.cc`, which
//! blocks the home folder, `~/.ssh` and `~/.gnupg`, but not `~/.aws`; and its `FileSystemAccessFileWriterImpl`, which
//! writes beside the file and then takes its place with the file's own permissions. Other browsers open no folders.

use super::config_text::{ConfigFile, ConfigText};
use std::rc::Rc;

/// One thing to ask of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiskRequest {
    /// Let the person choose it where none is open, and let them allow writing.
    Allow,
    /// Read a file.
    Read(Rc<str>),
    /// Write a file that is not there.
    Create(Rc<str>, ConfigText),
    /// Write a file that is there, whole or not at all.
    Replace(Rc<str>, ConfigText),
}

/// What the folder answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DiskAnswer {
    /// It may be written in.
    Allowed,
    /// The file, or that it is not there.
    Read(Option<ConfigFile>),
    /// It is written.
    Written,
}

/// Why it does not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskFault {
    /// The person closed the window in which a folder is chosen.
    Cancelled,
    /// The person or the browser does not allow it.
    Refused,
    /// There is a file of that name already.
    Taken,
    /// There is no such file any more.
    Missing,
    /// The disk is full, the file is locked, or something else.
    Failed,
}

/// Whether the browser opens folders, and whether one is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Folders {
    /// It does not.
    #[default]
    NotOffered,
    /// It does.
    Offered,
    /// One is open.
    Open,
}

/// What is known of a file on disk.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum OnDisk {
    /// Nothing but what came in.
    #[default]
    Unknown,
    /// It was not there.
    Absent,
    /// This was in it when it was last read or written.
    Holds(ConfigText),
}

//! Saving in place, as steps: is the file still what was read, a backup beside it, is the backup whole, then the file
//! itself, and is that whole.
//!
//! Each step is asked for only when the one before is answered. Nothing is written before all files were compared, and
//! no file before its backup. A save belongs to one folder: what another one answers changes nothing.

use crate::effect::{Effect, FolderAnswer, FolderError, FolderId, FolderMode, FolderRequest};
use crate::file_text::{FileText, ReadFile};
use crate::route::Screen;
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToSave {
    /// In the folder: `config`, `sso/cache/….json`.
    pub path: Rc<str>,
    pub before: Before,
    /// What is to be in it; `None` where it is to go.
    pub after: Option<FileText>,
    /// The backup's name, where what is there is to be kept.
    pub backup: Option<Rc<str>>,
}

/// What must still be in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    /// It must not be there.
    Absent,
    Holds(FileText),
    /// It doesn't matter: nobody edits it.
    Anything,
}

/// What a save asks for.
#[derive(Clone, Debug)]
pub enum Ask {
    Folder,
    Of(FolderId, FolderRequest),
}

impl Ask {
    /// The same as an effect, answered to this screen.
    pub fn by(self, screen: Screen) -> Effect {
        match self {
            Ask::Folder => Effect::OpenFolder(screen, FolderMode::Write),
            Ask::Of(folder, request) => Effect::Folder(screen, folder, request),
        }
    }
}

/// How far saving is.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Saving {
    #[default]
    Idle,
    ChoosingFolder(Vec<ToSave>),
    Running(Run),
    /// Done. The backups' names.
    Saved(Vec<Rc<str>>),
    Refused(Refusal),
}

/// Why nothing, or not everything, was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The person or the browser does not allow it. Nothing was written.
    NotAllowed,
    /// There is no such file in that folder. Nothing was written.
    Missing(Rc<str>),
    /// The file is not what it was when it was read. Nothing was written.
    Changed(Rc<str>),
    /// The backup could not be written, or does not read back as it should. The files were not touched.
    NoBackup(Rc<str>),
    /// The file could not be written, or does not read back as it should.
    NotWritten {
        path: Rc<str>,
        /// Where its old text is; `None` where there was none.
        backup: Option<Rc<str>>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    folder: FolderId,
    files: Vec<ToSave>,
    step: Step,
}

/// The number is the file's index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Allow,
    Compare(usize),
    BackUp(usize),
    VerifyBackup(usize),
    Write(usize),
    Verify(usize),
}

/// Backups of one minute are numbered up to this.
const MOST_BACKUPS: usize = 20;

impl Saving {
    /// Begins, where there is something to save; where no folder is open yet, by choosing one.
    pub fn begin(files: Vec<ToSave>, folder: Option<FolderId>) -> (Saving, Option<Ask>) {
        match folder {
            _ if files.is_empty() => (Saving::Idle, None),
            None => (Saving::ChoosingFolder(files), Some(Ask::Folder)),
            Some(folder) => Saving::in_folder(files, folder),
        }
    }

    pub fn folder_opened(self, opened: Result<FolderId, FolderError>) -> (Saving, Option<Ask>) {
        match (self, opened) {
            (Saving::ChoosingFolder(files), Ok(folder)) => Saving::in_folder(files, folder),
            (Saving::ChoosingFolder(_), Err(FolderError::Cancelled)) => (Saving::Idle, None),
            (Saving::ChoosingFolder(_), Err(_)) => (Saving::Refused(Refusal::NotAllowed), None),
            (
                saving
                @ (Saving::Idle | Saving::Running(_) | Saving::Saved(_) | Saving::Refused(_)),
                _,
            ) => (saving, None),
        }
    }

    fn in_folder(files: Vec<ToSave>, folder: FolderId) -> (Saving, Option<Ask>) {
        let run = Run { folder, files, step: Step::Allow };
        (Saving::Running(run), Some(Ask::Of(folder, FolderRequest::Allow)))
    }

    /// Goes on with an answer of this folder. What was saved comes with the end of it.
    pub fn answered(
        self,
        folder: FolderId,
        answer: Result<FolderAnswer, FolderError>,
    ) -> (Saving, Option<Ask>, Vec<ToSave>) {
        match self {
            Saving::Running(run) if run.folder == folder => match run.answered(answer) {
                Ok((run, request)) => {
                    (Saving::Running(run), Some(Ask::Of(folder, request)), vec![])
                }
                Err(end) => (end.saving, None, end.written),
            },
            other => (other, None, vec![]),
        }
    }

    /// Nothing, unless it is under way: what was said of the last save is over.
    #[must_use]
    pub fn settled(self) -> Saving {
        if self.is_running() { self } else { Saving::Idle }
    }

    pub fn is_running(&self) -> bool {
        matches!(self, Saving::ChoosingFolder(_) | Saving::Running(_))
    }
}

/// How it ended, with what was written until then.
struct End {
    saving: Saving,
    written: Vec<ToSave>,
}

impl Run {
    fn answered(
        mut self,
        answer: Result<FolderAnswer, FolderError>,
    ) -> Result<(Run, FolderRequest), End> {
        match (self.step, answer) {
            (Step::Allow, Ok(_)) => self.compare(0),
            (Step::Allow, Err(FolderError::Cancelled)) => Err(self.end(Saving::Idle)),
            (Step::Allow, Err(_)) => Err(self.refused(Refusal::NotAllowed)),
            (Step::Compare(at), Ok(FolderAnswer::Read(found))) => {
                let ToSave { path, before, .. } = &self.files[at];
                let path = Rc::clone(path);
                match (before, found) {
                    (Before::Absent, None) => self.compare(at + 1),
                    (Before::Holds(before), Some(found)) if holds(&found, before) => {
                        self.compare(at + 1)
                    }
                    (_, None) => Err(self.refused(Refusal::Missing(path))),
                    (_, Some(_)) => Err(self.refused(Refusal::Changed(path))),
                }
            }
            (Step::Compare(at), _) => Err(self.refused(Refusal::Changed(self.path(at)))),
            (Step::BackUp(at), Err(FolderError::Taken)) => {
                match self.files[at].backup.as_deref().and_then(next_name) {
                    Some(name) => {
                        self.files[at].backup = Some(name);
                        self.back_up(at)
                    }
                    None => Err(self.refused(Refusal::NoBackup(self.path(at)))),
                }
            }
            (Step::BackUp(at), Ok(_)) if let Some(name) = self.files[at].backup.clone() => {
                Ok(self.ask(Step::VerifyBackup(at), FolderRequest::Read(name)))
            }
            (Step::VerifyBackup(at), Ok(FolderAnswer::Read(Some(found)))) if matches!(&self.files[at].before, Before::Holds(text) if holds(&found, text)) => {
                self.back_up(at + 1)
            }
            (Step::BackUp(at) | Step::VerifyBackup(at), _) => {
                Err(self.refused(Refusal::NoBackup(self.path(at))))
            }
            (Step::Write(at), Ok(_)) => {
                let path = self.path(at);
                Ok(self.ask(Step::Verify(at), FolderRequest::Read(path)))
            }
            (Step::Verify(at), Ok(FolderAnswer::Read(found)))
                if match (&found, &self.files[at].after) {
                    (Some(found), Some(after)) => holds(found, after),
                    (found, after) => found.is_none() && after.is_none(),
                } =>
            {
                self.write(at + 1)
            }
            (Step::Write(at) | Step::Verify(at), _) => {
                let (path, backup) = (self.path(at), self.files[at].backup.clone());
                let written = self.files.drain(..at).collect();
                let saving = Saving::Refused(Refusal::NotWritten { path, backup });
                Err(End { saving, written })
            }
        }
    }

    /// Compares the files from this one on.
    fn compare(self, at: usize) -> Result<(Run, FolderRequest), End> {
        match self.files.get(at) {
            Some(ToSave { before: Before::Anything, .. }) => self.compare(at + 1),
            Some(next) => {
                let request = FolderRequest::Read(Rc::clone(&next.path));
                Ok(self.ask(Step::Compare(at), request))
            }
            None => self.back_up(0),
        }
    }

    /// Backs up the files from this one on: those that are there and to be kept.
    fn back_up(self, at: usize) -> Result<(Run, FolderRequest), End> {
        match self.files.get(at) {
            Some(ToSave { before: Before::Holds(before), backup: Some(backup), .. }) => {
                let request = FolderRequest::Create(Rc::clone(backup), before.clone());
                Ok(self.ask(Step::BackUp(at), request))
            }
            Some(_) => self.back_up(at + 1),
            None => self.write(0),
        }
    }

    /// Writes the files from this one on.
    fn write(self, at: usize) -> Result<(Run, FolderRequest), End> {
        let Some(next) = self.files.get(at) else {
            let backups = self.files.iter().filter_map(|file| file.backup.clone()).collect();
            return Err(End { saving: Saving::Saved(backups), written: self.files });
        };
        let path = Rc::clone(&next.path);
        let request = match (&next.before, next.after.clone()) {
            (_, None) => FolderRequest::Remove(path),
            (Before::Holds(_), Some(text)) => FolderRequest::Replace(path, text),
            (Before::Absent, Some(text)) => FolderRequest::Create(path, text),
            (Before::Anything, Some(text)) => FolderRequest::Put(path, text),
        };
        Ok(self.ask(Step::Write(at), request))
    }

    fn ask(self, step: Step, request: FolderRequest) -> (Run, FolderRequest) {
        (Run { step, ..self }, request)
    }

    fn path(&self, at: usize) -> Rc<str> {
        Rc::clone(&self.files[at].path)
    }

    fn refused(&self, refusal: Refusal) -> End {
        self.end(Saving::Refused(refusal))
    }

    fn end(&self, saving: Saving) -> End {
        End { saving, written: vec![] }
    }
}

fn holds(found: &ReadFile, text: &FileText) -> bool {
    found.text.as_ref() == Ok(text)
}

/// `config.bak-2026-11-25-0930` is followed by `config.bak-2026-11-25-0930-2`.
fn next_name(backup: &str) -> Option<Rc<str>> {
    // A stamp has four parts; a fifth is the number.
    let (stem, number) = match backup.rsplit_once('-') {
        Some((stem, number)) if stem.matches('-').count() == 4 => (stem, number.parse().ok()?),
        _ => (backup, 1_usize),
    };
    (number < MOST_BACKUPS).then(|| [stem, "-", &(number + 1).to_string()].concat().into())
}

#[cfg(test)]
mod tests;

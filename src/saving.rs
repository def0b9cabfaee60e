//! Saving in place, as steps: is the file still what was read, a backup beside it, is the backup whole, then the file
//! itself, and is that whole.
//!
//! Each step is asked for only when the one before is answered. Nothing is written before all files were compared, and
//! no file before its backup. A save belongs to one folder: what another one answers changes nothing.

use crate::effect::{FolderAnswer, FolderError, FolderId, FolderRequest};
use crate::file_text::{FileText, ReadFile};
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
    /// It doesn't matter: nobody edits it. Becomes one of the others when it is read, unless it can't be.
    Anything,
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

/// A save in a folder that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    folder: FolderId,
    files: Vec<ToSave>,
    /// What is left to do. The last one is under way.
    steps: Vec<Step>,
}

/// The number is the file's index; a backup is written under this name, with this text in it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Allow,
    Compare(usize),
    BackUp(usize, Rc<str>, FileText),
    VerifyBackup(usize, Rc<str>, FileText),
    Write(usize),
    Verify(usize),
}

/// How a save ended.
pub struct End {
    /// The backups' names; or why it was refused, `None` where the person gave it up.
    pub result: Result<Vec<Rc<str>>, Option<Refusal>>,
    /// What was written until then.
    pub written: Vec<ToSave>,
}

/// Backups of one minute are numbered up to this.
const MOST_BACKUPS: usize = 20;

impl Run {
    /// With the first thing to ask of the folder.
    pub fn begin(files: Vec<ToSave>, folder: FolderId) -> (Run, FolderRequest) {
        let mut steps = vec![Step::Allow];
        steps.extend((0..files.len()).map(Step::Compare));
        for (at, file) in files.iter().enumerate() {
            if let (Before::Holds(text), Some(name)) = (&file.before, &file.backup) {
                steps.push(Step::BackUp(at, Rc::clone(name), text.clone()));
            }
        }
        steps.extend((0..files.len()).map(Step::Write));
        steps.reverse();
        (Run { folder, files, steps }, FolderRequest::Allow)
    }

    /// Goes on with an answer; what another folder answers changes nothing.
    pub fn answered(
        mut self,
        folder: FolderId,
        answer: Result<FolderAnswer, FolderError>,
    ) -> Result<(Run, Option<FolderRequest>), End> {
        if folder != self.folder {
            return Ok((self, None));
        }
        let Some(step) = self.steps.pop() else { return Err(self.done()) };
        let path = |at: usize| Rc::clone(&self.files[at].path);
        match (step, answer) {
            (Step::Allow, Ok(_)) => {}
            (Step::Allow, Err(FolderError::Cancelled)) => return Err(End::nothing(None)),
            (Step::Allow, Err(_)) => return Err(End::nothing(Some(Refusal::NotAllowed))),
            (Step::Compare(at), found) if self.files[at].before == Before::Anything => {
                self.files[at].before = match found {
                    Ok(FolderAnswer::Read(None)) => Before::Absent,
                    Ok(FolderAnswer::Read(Some(ReadFile { text: Ok(text), .. }))) => {
                        Before::Holds(text)
                    }
                    Ok(_) | Err(_) => Before::Anything,
                };
            }
            (Step::Compare(at), Ok(FolderAnswer::Read(found)))
                if match (&self.files[at].before, &found) {
                    (Before::Absent, None) => true,
                    (Before::Holds(text), Some(found)) => holds(found, text),
                    (Before::Absent | Before::Anything, _) | (Before::Holds(_), None) => false,
                } => {}
            (Step::Compare(at), Ok(FolderAnswer::Read(None))) => {
                return Err(End::nothing(Some(Refusal::Missing(path(at)))));
            }
            (Step::Compare(at), _) => return Err(End::nothing(Some(Refusal::Changed(path(at))))),
            (Step::BackUp(at, name, text), Ok(_)) => {
                self.steps.push(Step::VerifyBackup(at, name, text));
            }
            (Step::BackUp(at, name, text), Err(FolderError::Taken))
                if let Some(name) = next_name(&name) =>
            {
                self.steps.push(Step::BackUp(at, name, text));
            }
            (Step::VerifyBackup(at, name, text), Ok(FolderAnswer::Read(Some(found))))
                if holds(&found, &text) =>
            {
                self.files[at].backup = Some(name);
            }
            (Step::BackUp(at, ..) | Step::VerifyBackup(at, ..), _) => {
                return Err(End::nothing(Some(Refusal::NoBackup(path(at)))));
            }
            (Step::Write(at), Ok(_)) => self.steps.push(Step::Verify(at)),
            (Step::Verify(at), Ok(FolderAnswer::Read(found)))
                if match (&found, &self.files[at].after) {
                    (Some(found), Some(after)) => holds(found, after),
                    (found, after) => found.is_none() && after.is_none(),
                } => {}
            (Step::Write(at) | Step::Verify(at), _) => {
                let refusal =
                    Refusal::NotWritten { path: path(at), backup: self.files[at].backup.clone() };
                self.files.truncate(at);
                return Err(End { result: Err(Some(refusal)), written: self.files });
            }
        }
        match self.steps.last().map(|step| self.request(step)) {
            Some(request) => Ok((self, Some(request))),
            None => Err(self.done()),
        }
    }

    fn request(&self, step: &Step) -> FolderRequest {
        let path = |at: usize| Rc::clone(&self.files[at].path);
        match step {
            Step::Allow => FolderRequest::Allow,
            Step::Compare(at) | Step::Verify(at) => FolderRequest::Read(path(*at)),
            Step::BackUp(_, name, text) => FolderRequest::Create(Rc::clone(name), text.clone()),
            Step::VerifyBackup(_, name, _) => FolderRequest::Read(Rc::clone(name)),
            Step::Write(at) => match (&self.files[*at].before, self.files[*at].after.clone()) {
                (_, None) => FolderRequest::Remove(path(*at)),
                (Before::Absent, Some(text)) => FolderRequest::Create(path(*at), text),
                (Before::Holds(_) | Before::Anything, Some(text)) => {
                    FolderRequest::Replace(path(*at), text)
                }
            },
        }
    }

    fn done(self) -> End {
        let backups = self.files.iter().filter_map(|file| file.backup.clone()).collect();
        End { result: Ok(backups), written: self.files }
    }
}

impl End {
    fn nothing(refusal: Option<Refusal>) -> End {
        End { result: Err(refusal), written: vec![] }
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

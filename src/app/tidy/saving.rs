//! Saving in place, as steps: is the file what was read, a backup beside it, is the backup whole, then the file itself,
//! and is that whole.
//!
//! Not here: the disk ([`super::disk`]). Each step is asked for only when the one before is answered, so no answer can
//! be late. Nothing is written before all files were compared, and no file before its backup.

use super::aws_file::AwsFile;
use super::config_text::{ConfigFile, ConfigText};
use super::disk::{DiskAnswer, DiskFault, DiskRequest};
use std::rc::Rc;

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToSave {
    /// Which.
    pub file: AwsFile,
    /// What must be in it still; `None` where it must not be there.
    pub before: Option<ConfigText>,
    /// What is to be in it.
    pub after: ConfigText,
    /// Its backup's name.
    pub backup: Rc<str>,
}

/// How far saving is.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Saving {
    /// Not begun.
    #[default]
    Idle,
    /// Under way.
    Running(Run),
    /// Done. The backups' names.
    Saved(Vec<Rc<str>>),
    /// Not done.
    Refused(Refusal),
}

/// Why nothing, or not all, was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The person or the browser does not allow it. Nothing was written.
    NotAllowed,
    /// There is no such file in that folder. Nothing was written.
    Missing(AwsFile),
    /// The file is not what it was when it was read. Nothing was written.
    Changed(AwsFile),
    /// The backup could not be written, or does not read back as it should. The files were not touched.
    NoBackup(AwsFile),
    /// The file could not be written, or does not read back as it should.
    NotWritten {
        /// Which.
        file: AwsFile,
        /// Where its old text is; `None` where there was none.
        backup: Option<Rc<str>>,
    },
}

/// A save under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    files: Vec<ToSave>,
    step: Step,
}

/// The number is the file's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Allow,
    Compare(usize),
    BackUp(usize),
    ProveBackup(usize),
    Write(usize),
    Prove(usize),
}

/// Backups of one minute are numbered up to this.
const MOST_BACKUPS: usize = 20;

impl Saving {
    /// Begins, where there is something to save.
    pub fn begin(files: Vec<ToSave>) -> (Saving, Option<DiskRequest>) {
        if files.is_empty() {
            return (Saving::Idle, None);
        }
        (Saving::Running(Run { files, step: Step::Allow }), Some(DiskRequest::Allow))
    }

    /// Goes on with an answer. What was saved comes with the end of it.
    pub fn answered(
        self,
        answer: Result<DiskAnswer, DiskFault>,
    ) -> (Saving, Option<DiskRequest>, Vec<ToSave>) {
        let Saving::Running(run) = self else { return (self, None, vec![]) };
        match run.answered(answer) {
            Ok((run, request)) => (Saving::Running(run), Some(request), vec![]),
            Err(end) => (end.saving, None, end.written),
        }
    }

    /// Whether it is under way.
    pub fn is_running(&self) -> bool {
        matches!(self, Saving::Running(_))
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
        answer: Result<DiskAnswer, DiskFault>,
    ) -> Result<(Run, DiskRequest), End> {
        match (self.step, answer) {
            (Step::Allow, Ok(_)) => self.compare(0),
            (Step::Allow, Err(DiskFault::Cancelled)) => Err(self.end(Saving::Idle)),
            (Step::Allow, Err(_)) => Err(self.refused(Refusal::NotAllowed)),
            (Step::Compare(at), Ok(DiskAnswer::Read(found))) => {
                let ToSave { file, before, .. } = &self.files[at];
                match (before, found) {
                    (None, None) => self.compare(at + 1),
                    (Some(_), None) => Err(self.refused(Refusal::Missing(*file))),
                    (Some(before), Some(found)) if holds(&found, before) => self.compare(at + 1),
                    (_, Some(_)) => Err(self.refused(Refusal::Changed(*file))),
                }
            }
            (Step::Compare(at), _) => Err(self.refused(Refusal::Changed(self.files[at].file))),
            (Step::BackUp(at), Ok(_)) => {
                let name = Rc::clone(&self.files[at].backup);
                Ok(self.ask(Step::ProveBackup(at), DiskRequest::Read(name)))
            }
            (Step::BackUp(at), Err(DiskFault::Taken)) => match next_name(&self.files[at].backup) {
                Some(name) => {
                    self.files[at].backup = name;
                    self.back_up(at)
                }
                None => Err(self.refused(Refusal::NoBackup(self.files[at].file))),
            },
            (Step::ProveBackup(at), Ok(DiskAnswer::Read(Some(found))))
                if self.files[at].before.as_ref().is_some_and(|text| holds(&found, text)) =>
            {
                self.back_up(at + 1)
            }
            (Step::BackUp(at), Err(_)) | (Step::ProveBackup(at), _) => {
                Err(self.refused(Refusal::NoBackup(self.files[at].file)))
            }
            (Step::Write(at), Ok(_)) => {
                let name = self.files[at].file.name().into();
                Ok(self.ask(Step::Prove(at), DiskRequest::Read(name)))
            }
            (Step::Prove(at), Ok(DiskAnswer::Read(Some(found))))
                if holds(&found, &self.files[at].after) =>
            {
                self.write(at + 1)
            }
            (Step::Write(at) | Step::Prove(at), _) => {
                let ToSave { file, before, backup, .. } = &self.files[at];
                let backup = before.as_ref().map(|_| Rc::clone(backup));
                let file = *file;
                let written = self.files.drain(..at).collect();
                let saving = Saving::Refused(Refusal::NotWritten { file, backup });
                Err(End { saving, written })
            }
        }
    }

    /// Compares the files from this place on.
    fn compare(self, at: usize) -> Result<(Run, DiskRequest), End> {
        match self.files.get(at) {
            Some(next) => {
                let request = DiskRequest::Read(next.file.name().into());
                Ok(self.ask(Step::Compare(at), request))
            }
            None => self.back_up(0),
        }
    }

    /// Backs the files up from this place on: those that are there.
    fn back_up(self, at: usize) -> Result<(Run, DiskRequest), End> {
        match self.files.get(at) {
            Some(ToSave { before: Some(before), backup, .. }) => {
                let request = DiskRequest::Create(Rc::clone(backup), before.clone());
                Ok(self.ask(Step::BackUp(at), request))
            }
            Some(ToSave { before: None, .. }) => self.back_up(at + 1),
            None => self.write(0),
        }
    }

    /// Writes the files from this place on.
    fn write(self, at: usize) -> Result<(Run, DiskRequest), End> {
        let Some(next) = self.files.get(at) else {
            let backups = self.files.iter().filter(|file| file.before.is_some());
            let backups = backups.map(|file| Rc::clone(&file.backup)).collect();
            return Err(End { saving: Saving::Saved(backups), written: self.files });
        };
        let (name, text) = (next.file.name().into(), next.after.clone());
        let request = match next.before {
            Some(_) => DiskRequest::Replace(name, text),
            None => DiskRequest::Create(name, text),
        };
        Ok(self.ask(Step::Write(at), request))
    }

    fn ask(self, step: Step, request: DiskRequest) -> (Run, DiskRequest) {
        (Run { step, ..self }, request)
    }

    fn refused(&self, refusal: Refusal) -> End {
        self.end(Saving::Refused(refusal))
    }

    fn end(&self, saving: Saving) -> End {
        End { saving, written: vec![] }
    }
}

fn holds(found: &ConfigFile, text: &ConfigText) -> bool {
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

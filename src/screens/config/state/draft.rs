//! Both files as they are after some step. Everything is worked out once, so that drawing the screen reads nothing.

use super::aws_file::AwsFile;
use super::convert::Converted;
use super::credentials::Credentials;
use super::diff::Diff;
use super::edited_file::EditedFile;
use super::overview::Overview;
use super::problem::{ProblemRow, problems};
use crate::file_text::{FileText, boxed};
use onramp_domain::lint::{ProblemKind, Severity};
use std::rc::Rc;

/// A draft. Nothing in it is changed once it is made.
#[derive(Debug)]
pub struct Draft {
    pub config: EditedFile,
    pub source: Source,
    credentials: Option<Rc<Credentials>>,
    pub done: Done,
    /// The config's text as the box has it.
    pub box_text: FileText,
    pub diff: Diff,
    /// What is wrong with both files, the most severe first, then by file and line.
    pub problems: Vec<ProblemRow>,
    pub overview: Overview,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// It is being typed: whatever it is, it is what came in.
    Typed,
    /// It came whole: what is typed afterwards is a change.
    Opened,
}

/// What led to a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Nothing: there is no text.
    Nothing,
    Opened,
    Typed,
    CredentialsOpened,
    CredentialsLeftOut,
    Fixed(usize),
    Removed(Rc<str>, RemovedFrom),
    Merged(usize),
    /// Profiles sign in as before, written in another format.
    Converted(Converted),
    /// It was brought up to date with what the portal lists.
    Updated {
        added: usize,
        removed: usize,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemovedFrom {
    /// From the config; the credentials file is not there, or has no such profile.
    Config,
    Credentials,
    Both,
}

impl Default for Draft {
    fn default() -> Draft {
        let nothing = EditedFile::of(FileText::new(""));
        Draft::new(nothing, Source::Typed, None, Done::Nothing)
    }
}

impl Draft {
    pub fn new(
        config: EditedFile,
        source: Source,
        credentials: Option<Rc<Credentials>>,
        done: Done,
    ) -> Draft {
        let problems = problems(
            config.document(),
            credentials.as_deref().map(|credentials| credentials.file.document()),
        );
        let text = config.text();
        let box_text = if text.expose().contains('\r') {
            FileText::new(boxed(text.expose()))
        } else {
            text.clone()
        };
        Draft {
            box_text,
            diff: config.diff(),
            overview: Overview::of(config.document()),
            problems,
            config,
            source,
            credentials,
            done,
        }
    }

    pub fn credentials(&self) -> Option<&Rc<Credentials>> {
        self.credentials.as_ref()
    }

    /// Whether there is no config; there may be a credentials file.
    pub fn is_empty(&self) -> bool {
        self.config.origin().expose().is_empty() && !self.config.is_changed()
    }

    pub fn is_config(&self) -> bool {
        let is_not = |row: &ProblemRow| matches!(row.problem.kind(), ProblemKind::NotAConfig(_));
        !self.problems.iter().any(is_not)
    }

    /// The file that the CLI can't read, where there is one; the config first.
    pub fn unreadable(&self) -> Option<AwsFile> {
        self.problems.first().filter(|row| row.severity() == Severity::Refused).map(|row| row.file)
    }

    pub fn safe_fixes(&self) -> usize {
        self.problems.iter().filter(|row| row.is_safe()).count()
    }
}

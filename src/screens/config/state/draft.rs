//! Both files as they are after some step. Everything is worked out once, so that drawing the screen reads nothing.

use super::{AwsFile, Credentials, Diff, EditedFile, Overview, ProblemRow, problems};
use crate::file_text::{FileText, boxed};
use onramp_domain::SessionName;
use onramp_domain::config::Editor;
use onramp_domain::entry::Format;
use onramp_domain::lint::{ProblemKind, Severity};
use onramp_domain::redact;
use std::rc::Rc;

/// A text of more bytes than this can't be typed into: a browser takes a second for each key there.
pub const TOO_LONG_TO_TYPE: usize = 1_000_000;

/// So many lines are shown of a text that is too long to be typed into.
const LINES_SHOWN: usize = 500;

/// A draft. Nothing in it is changed once it is made.
#[derive(Debug)]
pub struct Draft {
    pub config: EditedFile,
    pub credentials: Option<Credentials>,
    pub source: Source,
    pub done: Done,
    /// The config's text as the box has it; of one that is too long to be typed into, the beginning. What is no config is
    /// there without tokens.
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
    /// Profiles sign in as before, written in this format, where it has one through this session.
    Converted(Format, SessionName),
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
        Draft::new(nothing, None, Source::Typed, Done::Nothing)
    }
}

impl Draft {
    pub fn new(
        config: EditedFile,
        credentials: Option<EditedFile>,
        source: Source,
        done: Done,
    ) -> Draft {
        let mut draft = Draft {
            box_text: config.text().clone(),
            diff: config.diff(|line| line.into()),
            overview: Overview::of(config.document()),
            problems: problems(&config, credentials.as_ref()),
            credentials: credentials.map(Credentials::of),
            config,
            source,
            done,
        };
        let text = &**draft.config.text().expose();
        let shown = beginning(text);
        if !draft.is_config() {
            // It may be a cache file, with tokens.
            draft.box_text = FileText::new(boxed(&redact(shown)));
            draft.diff = Diff::default();
        } else if shown.len() < text.len() || text.contains('\r') {
            draft.box_text = FileText::new(boxed(shown));
        }
        draft
    }

    /// The next one: what takes a file's place, and the other as it is.
    pub fn next(&self, [config, credentials]: [Option<EditedFile>; 2], done: Done) -> Draft {
        let config = config.unwrap_or_else(|| self.config.clone());
        let credentials = credentials.or_else(|| self.file(AwsFile::Credentials).cloned());
        // An empty one is none.
        let credentials =
            credentials.filter(|it| it.is_changed() || !it.origin().expose().is_empty());
        Draft::new(config, credentials, self.source, done)
    }

    /// Both files after an edit; of each `None` where that changes nothing.
    pub fn edited(&self, edit: &mut dyn FnMut(AwsFile, &mut Editor)) -> [Option<EditedFile>; 2] {
        AwsFile::ALL.map(|which| self.file(which)?.edited(&mut |editor| edit(which, editor)))
    }

    pub fn file(&self, file: AwsFile) -> Option<&EditedFile> {
        match file {
            AwsFile::Config => Some(&self.config),
            AwsFile::Credentials => self.credentials.as_ref().map(|it| &it.file),
        }
    }

    /// Whether there is no config; there may be a credentials file.
    pub fn is_empty(&self) -> bool {
        self.config.origin().expose().is_empty() && !self.config.is_changed()
    }

    /// Whether there is one, and it is one.
    pub fn has_config(&self) -> bool {
        !self.is_empty() && self.is_config()
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

/// A browser takes seconds to lay out a longer text in a box.
fn beginning(text: &str) -> &str {
    if text.len() <= TOO_LONG_TO_TYPE {
        return text;
    }
    let lines = text.split_inclusive(['\n', '\r']).take(LINES_SHOWN);
    &text[..lines.map(str::len).sum()]
}

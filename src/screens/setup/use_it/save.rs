//! Saving in the folder `~/.aws` itself: its config is read, the profiles are merged into it, what stands in the way is
//! said, and the save can be undone.
//!
//! A merge that gets this far only adds: what would change something is left to "Tidy my config".

use crate::commands::backup_name;
use crate::effect::{Effect, FolderAnswer, FolderError, FolderId, FolderMode, FolderRequest};
use crate::file_text::{FileError, FileText, ReadFile};
use crate::route::Screen;
use crate::saving::{Ask, Before, Refusal, Saving, ToSave};
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::Owner;
use onramp_domain::config::{Document, Editor, adopt, conflicts, read};
use onramp_domain::device_flow::Session;
use onramp_domain::entry::{Entry, Format};
use std::rc::Rc;

const CONFIG: &str = "config";

/// What is known of the folder, and how far saving in it is.
#[derive(Debug, Default)]
pub struct Save {
    /// Whether the browser opens folders.
    pub is_offered: bool,
    /// Whether the CLI is to be signed in too.
    pub signs_cli_in: bool,
    folder: Option<FolderId>,
    pub progress: Progress,
}

/// How far saving is.
#[derive(Debug, Default)]
pub enum Progress {
    #[default]
    Idle,
    /// The person chooses the folder, or its config is being read.
    Reading,
    Saving(Saving, Saved),
    Blocked(Blocked),
    /// Nothing, or not everything, was saved.
    Refused(Refusal),
    Saved(Saved),
    Undoing(Saving, Saved),
    /// The folder is as it was.
    Undone,
}

/// What is to be saved.
#[derive(Debug)]
pub struct Wanted<'a> {
    pub profiles: Option<Rc<[Entry]>>,
    /// Whose token the CLI may be given.
    pub session: Option<&'a Session>,
    pub now: DateTime<Utc>,
}

/// What was saved.
#[derive(Debug)]
pub struct Saved {
    profiles: Rc<[Entry]>,
    before: Option<FileText>,
    after: FileText,
    /// The old file's name.
    pub backup: Option<Rc<str>>,
    /// The token's file, where the CLI was signed in.
    token: Option<Rc<str>>,
    /// Whether the CLI refreshes the session's token from now on.
    pub refreshes: bool,
    /// Why it could not be undone.
    pub not_undone: Option<Refusal>,
}

/// What needs a person to look at it: nothing was written.
#[derive(Debug)]
pub struct Blocked {
    pub why: Why,
    folder: FolderId,
    files: Vec<ReadFile>,
}

/// Why a person is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A section of the same name has other keys.
    Conflict(Rc<str>),
    /// The CLI can't read the config as it is.
    Broken,
    /// It can't be read as text.
    Unreadable(FileError),
}

impl Saved {
    /// Whether the CLI was signed in too.
    pub fn cli_is_signed_in(&self) -> bool {
        self.token.is_some()
    }

    /// Whether the config had all of it already.
    pub fn was_there(&self) -> bool {
        self.before.as_ref() == Some(&self.after)
    }

    /// Whether anything was written.
    pub fn can_be_undone(&self) -> bool {
        !self.was_there() || self.cli_is_signed_in()
    }

    /// Whether there was no config.
    pub fn is_new_file(&self) -> bool {
        self.before.is_none()
    }

    /// The change, to be shown.
    pub fn editor(&self) -> Editor {
        let before = self.before.as_ref().map_or("", |text| text.expose());
        let mut editor = Editor::new(Document::parse(before));
        editor.replace_text(&**self.after.expose());
        editor
    }
}

impl Save {
    /// Whether something goes on in the folder.
    pub fn is_running(&self) -> bool {
        match self.progress {
            Progress::Reading | Progress::Saving(..) | Progress::Undoing(..) => true,
            Progress::Idle
            | Progress::Blocked(_)
            | Progress::Refused(_)
            | Progress::Saved(_)
            | Progress::Undone => false,
        }
    }

    /// What was said of other profiles is over; what goes on goes on.
    pub fn settle(&mut self) {
        if !self.is_running() {
            self.progress = Progress::Idle;
        }
    }

    /// "Save to ~/.aws" was pressed.
    pub fn begin(&mut self) -> Option<Effect> {
        if !self.is_offered || self.is_running() {
            return None;
        }
        self.progress = Progress::Reading;
        Some(match self.folder {
            Some(folder) => {
                Effect::Folder(Screen::Setup, folder, FolderRequest::Read(CONFIG.into()))
            }
            None => Effect::OpenFolder(Screen::Setup, FolderMode::Write),
        })
    }

    /// "Undo" was pressed: what was there comes back, unless it was changed since.
    pub fn undo(&mut self) -> Option<Effect> {
        let (folder, saved) = match (self.folder, std::mem::take(&mut self.progress)) {
            (Some(folder), Progress::Saved(saved)) => (folder, saved),
            (_, other) => {
                self.progress = other;
                return None;
            }
        };
        let config = ToSave {
            path: CONFIG.into(),
            before: Before::Holds(saved.after.clone()),
            after: saved.before.clone(),
            backup: None,
        };
        let token = saved.token.clone().map(|path| ToSave {
            path,
            before: Before::Anything,
            after: None,
            backup: None,
        });
        let config = (!saved.was_there()).then_some(config);
        let (saving, ask) = Saving::begin(config.into_iter().chain(token).collect(), Some(folder));
        self.progress = match ask {
            Some(_) => Progress::Undoing(saving, saved),
            None => Progress::Saved(saved),
        };
        ask.map(|ask| ask.by(Screen::Setup))
    }

    /// What stands in the way, for "Tidy my config": the folder with its files.
    pub fn blocked(&self) -> Option<(FolderId, Vec<ReadFile>)> {
        match &self.progress {
            Progress::Blocked(blocked) => Some((blocked.folder, blocked.files.clone())),
            _ => None,
        }
    }

    /// A folder was opened to save in, or not.
    pub fn folder_opened(
        &mut self,
        opened: Result<(FolderId, Vec<ReadFile>), FolderError>,
        wanted: Wanted<'_>,
    ) -> Option<Effect> {
        if !matches!(self.progress, Progress::Reading) {
            return None;
        }
        match opened {
            Ok((folder, files)) => {
                self.folder = Some(folder);
                self.merge(folder, files, wanted)
            }
            Err(FolderError::Cancelled) => {
                self.progress = Progress::Idle;
                None
            }
            Err(_) => {
                self.progress = Progress::Refused(Refusal::NotAllowed);
                None
            }
        }
    }

    /// The folder did what was asked of it, or not.
    pub fn folder_answered(
        &mut self,
        folder: FolderId,
        answer: Result<FolderAnswer, FolderError>,
        wanted: Wanted<'_>,
    ) -> Option<Effect> {
        let (progress, ask) = match std::mem::take(&mut self.progress) {
            Progress::Reading => match answer {
                Ok(FolderAnswer::Read(config)) => {
                    return self.merge(folder, config.into_iter().collect(), wanted);
                }
                _ => (Progress::Refused(Refusal::NotAllowed), None),
            },
            Progress::Saving(saving, saved) => {
                let (saving, ask, written) = saving.answered(folder, answer);
                (went_on(saving, saved, &written), ask)
            }
            Progress::Undoing(saving, saved) => {
                let (saving, ask, _) = saving.answered(folder, answer);
                (undo_went_on(saving, saved), ask)
            }
            other => (other, None),
        };
        self.progress = progress;
        ask.map(|ask: Ask| ask.by(Screen::Setup))
    }

    /// Begins to write, unless something stands in the way.
    fn merge(
        &mut self,
        folder: FolderId,
        files: Vec<ReadFile>,
        wanted: Wanted<'_>,
    ) -> Option<Effect> {
        let Wanted { profiles, session, now } = wanted;
        let profiles = profiles?;
        let config = files.iter().find(|file| file.name.as_deref() == Some(CONFIG));
        let before = config.map(|file| file.text.clone()).transpose();
        let mut entries = profiles.to_vec();
        let merged = before.map_err(Why::Unreadable).and_then(|before| {
            let after = merged(before.as_ref(), &mut entries)?;
            Ok((before, after))
        });
        let (before, after) = match merged {
            Ok(merged) => merged,
            Err(why) => {
                self.progress = Progress::Blocked(Blocked { why, folder, files });
                return None;
            }
        };
        let token = session.filter(|_| self.signs_cli_in).zip(entries.first());
        let token = token.map(|(session, entry)| (token_path(entry), session, entry));
        let config = ToSave {
            path: CONFIG.into(),
            backup: before.as_ref().map(|_| backup_name(CONFIG, now).into()),
            before: before.clone().map_or(Before::Absent, Before::Holds),
            after: Some(after.clone()),
        };
        let saved = Saved {
            profiles,
            before,
            after,
            backup: None,
            token: token.as_ref().map(|(path, ..)| Rc::clone(path)),
            refreshes: token.as_ref().is_some_and(|(_, session, entry)| {
                session.refreshes_itself() && entry.format != Format::Legacy
            }),
            not_undone: None,
        };
        let token = token.map(|(path, session, entry)| {
            let text = session.cli_token(&entry.session, entry.format);
            let after = Some(FileText::new(text.expose()));
            ToSave { path, before: Before::Anything, after, backup: None }
        });
        let config = (!saved.was_there()).then_some(config);
        let (saving, ask) = Saving::begin(config.into_iter().chain(token).collect(), Some(folder));
        self.progress = match ask {
            Some(_) => Progress::Saving(saving, saved),
            None => Progress::Saved(saved),
        };
        ask.map(|ask| ask.by(Screen::Setup))
    }

    /// What was saved, where that are these profiles.
    pub fn saved(&self, profiles: &[Entry]) -> Option<&Saved> {
        match &self.progress {
            Progress::Saved(saved) if *saved.profiles == *profiles => Some(saved),
            _ => None,
        }
    }
}

/// The config with the profiles in it, which take its spelling; or what of it would change.
fn merged(before: Option<&FileText>, entries: &mut Vec<Entry>) -> Result<FileText, Why> {
    let document = Document::parse(before.map_or("", |text| text.expose()));
    if !read(&document).parse_errors().is_empty() {
        return Err(Why::Broken);
    }
    if let Some(conflict) = conflicts(&document, entries.iter()).first() {
        return Err(Why::Conflict(conflict.name().into()));
    }
    adopt(&document, entries);
    let mut editor = Editor::new(document);
    editor.merge(&*entries);
    Ok(match before {
        Some(before) if !editor.is_changed() => before.clone(),
        _ => FileText::new(editor.document().as_str()),
    })
}

fn went_on(saving: Saving, saved: Saved, written: &[ToSave]) -> Progress {
    match saving {
        Saving::Saved(backups) => {
            Progress::Saved(Saved { backup: backups.first().cloned(), ..saved })
        }
        // The config is in place, the token isn't: then one logs in as without it.
        Saving::Refused(_) if written.iter().any(|file| &*file.path == CONFIG) => {
            let backup = written.first().and_then(|file| file.backup.clone());
            Progress::Saved(Saved { backup, token: None, refreshes: false, ..saved })
        }
        Saving::Refused(refusal) => Progress::Refused(refusal),
        Saving::Idle => Progress::Idle,
        saving @ (Saving::ChoosingFolder(_) | Saving::Running(_)) => {
            Progress::Saving(saving, saved)
        }
    }
}

fn undo_went_on(saving: Saving, saved: Saved) -> Progress {
    match saving {
        Saving::Saved(_) => Progress::Undone,
        Saving::Refused(refusal) => Progress::Saved(Saved { not_undone: Some(refusal), ..saved }),
        Saving::Idle => Progress::Saved(saved),
        saving @ (Saving::ChoosingFolder(_) | Saving::Running(_)) => {
            Progress::Undoing(saving, saved)
        }
    }
}

/// Where the CLI looks for the token of such a profile.
fn token_path(entry: &Entry) -> Rc<str> {
    let owner = match entry.format {
        Format::SsoSession | Format::Both => Owner::Session(entry.session.name.as_str().to_owned()),
        Format::Legacy => Owner::StartUrl(entry.session.start_url.as_str().to_owned()),
    };
    ["sso/cache/", &owner.file_name()].concat().into()
}

//! Saving in the folder `~/.aws` itself: its config is read, the profiles are merged into it, what stands in the way is
//! said, and the save can be undone.
//!
//! A merge that gets this far only adds: what would change something is left to "Tidy my config".

use crate::commands::backup_name;
use crate::effect::{Effect, FolderAnswer, FolderError, FolderId, FolderMode, FolderRequest};
use crate::file_text::{FileText, ReadFile};
use crate::route::Screen;
use crate::saving::{Before, End, Refusal, Run, ToSave};
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
    /// Whether the CLI is to be signed in too.
    pub signs_cli_in: bool,
    /// Where it was saved last.
    folder: Option<FolderId>,
    pub progress: SaveProgress,
}

/// How far saving is.
#[derive(Debug, Default)]
pub enum SaveProgress {
    #[default]
    Idle,
    /// The person chooses the folder, or its config is being read.
    Reading,
    /// This folder, of this name, is plainly not `.aws`. Nothing was written.
    NotAws(FolderId, Rc<str>),
    /// Saved or undone, once this has ended.
    Running(Run, Saved, fn(End, Saved) -> SaveProgress),
    /// The folder with its files needs a person to look at it. Nothing was written.
    Blocked(Why, FolderId, Vec<ReadFile>),
    /// Nothing, or not everything, was saved.
    Refused(Refusal),
    Saved(Saved),
    /// The folder is as it was.
    Undone(Saved),
}

/// What is to be saved.
#[derive(Debug)]
pub struct Wanted<'a> {
    pub entries: Rc<[Entry]>,
    /// Whose token the CLI may be given.
    pub session: Option<&'a Session>,
    /// The file in which the CLI has it already. What is in there is the CLI's own by now.
    pub cli_token: Option<Rc<str>>,
    pub now: DateTime<Utc>,
}

/// What was saved.
#[derive(Debug)]
pub struct Saved {
    profiles: Rc<[Entry]>,
    /// The files, with what was in them before.
    written: Vec<ToSave>,
    /// Whether the token could not be written.
    pub has_token_failed: bool,
    /// Why it could not be undone.
    pub not_undone: Option<Refusal>,
}

/// Why a person is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A section of the same name has other keys.
    Conflict(Rc<str>),
    /// The CLI can't read the config as it is.
    Broken,
    /// It can't be read as text.
    Unreadable,
}

impl Saved {
    /// Whether the CLI refreshes the session's token from now on.
    pub fn cli_refreshes(&self) -> bool {
        let format = self.profiles.first().map(|entry| entry.format);
        self.token().is_some() && format != Some(Format::Legacy)
    }

    /// The config, where it did not have all of it already.
    pub fn config(&self) -> Option<&ToSave> {
        self.written.iter().find(|file| &*file.path == CONFIG)
    }

    /// The path of the token's file, where the CLI was given the token by this.
    pub fn token(&self) -> Option<&Rc<str>> {
        self.written.iter().map(|file| &file.path).find(|path| &***path != CONFIG)
    }
}

impl Save {
    /// Whether something goes on in the folder.
    pub fn is_running(&self) -> bool {
        matches!(self.progress, SaveProgress::Reading | SaveProgress::Running(..))
    }

    /// What was said of other profiles is over; what goes on goes on.
    pub fn settle(&mut self) {
        if !self.is_running() {
            self.progress = SaveProgress::Idle;
        }
    }

    /// "Save to ~/.aws" was pressed. Where it could not be saved the last time, the folder is chosen anew: it may be the
    /// wrong one, or be closed to the page by now.
    pub fn begin(&mut self) -> Option<Effect> {
        if self.is_running() {
            return None;
        }
        self.progress = SaveProgress::Reading;
        Some(match self.folder.take() {
            Some(folder) => {
                Effect::Folder(Screen::Setup, folder, FolderRequest::Read(CONFIG.into()))
            }
            None => Effect::OpenFolder(Screen::Setup, FolderMode::Write),
        })
    }

    /// "Undo" was pressed: what was there comes back, unless it was changed since.
    pub fn undo(&mut self) -> Option<Effect> {
        let (folder, saved) = match (self.folder, std::mem::take(&mut self.progress)) {
            (Some(folder), SaveProgress::Saved(saved)) => (folder, saved),
            (_, other) => {
                self.progress = other;
                return None;
            }
        };
        let back = |file: &ToSave| ToSave {
            path: Rc::clone(&file.path),
            before: match &file.after {
                Some(text) if &*file.path == CONFIG => Before::Holds(text.clone()),
                Some(_) | None => Before::Anything,
            },
            after: match &file.before {
                Before::Holds(text) => Some(text.clone()),
                Before::Absent | Before::Anything => None,
            },
            backup: None,
        };
        let files = saved.written.iter().map(back).collect();
        self.run(files, folder, saved, undo_ended)
    }

    /// Begins to write, where there is something to write.
    fn run(
        &mut self,
        files: Vec<ToSave>,
        folder: FolderId,
        saved: Saved,
        ended: fn(End, Saved) -> SaveProgress,
    ) -> Option<Effect> {
        if files.is_empty() {
            self.folder = Some(folder);
            self.progress = SaveProgress::Saved(saved);
            return None;
        }
        let (run, request) = Run::begin(files, folder);
        self.progress = SaveProgress::Running(run, saved, ended);
        Some(Effect::Folder(Screen::Setup, folder, request))
    }

    /// A folder was opened to save in, or not.
    pub fn folder_opened(
        &mut self,
        opened: Result<(FolderId, Vec<ReadFile>), FolderError>,
        wanted: Wanted<'_>,
    ) -> Option<Effect> {
        if !matches!(self.progress, SaveProgress::Reading) {
            return None;
        }
        match opened {
            Ok((folder, files)) if files.is_empty() => {
                return Some(Effect::Folder(Screen::Setup, folder, FolderRequest::Describe));
            }
            Ok((folder, files)) => return self.merge(folder, files, wanted),
            Err(FolderError::Cancelled) => self.progress = SaveProgress::Idle,
            Err(_) => self.progress = SaveProgress::Refused(Refusal::NotAllowed),
        }
        None
    }

    /// The folder did what was asked of it, or not.
    pub fn folder_answered(
        &mut self,
        folder: FolderId,
        answer: Result<FolderAnswer, FolderError>,
        wanted: Wanted<'_>,
    ) -> Option<Effect> {
        let (progress, request) = match (std::mem::take(&mut self.progress), answer) {
            (SaveProgress::Reading, Ok(FolderAnswer::Read(config))) => {
                return self.merge(folder, config.into_iter().collect(), wanted);
            }
            (SaveProgress::Reading, Ok(FolderAnswer::Described { name, has_sso })) => {
                if has_sso || &*name == ".aws" {
                    return self.merge(folder, vec![], wanted);
                }
                (SaveProgress::NotAws(folder, name), None)
            }
            (SaveProgress::Reading, _) => (SaveProgress::Refused(Refusal::NotAllowed), None),
            (SaveProgress::Running(run, saved, ended), answer) => {
                match run.answered(folder, answer) {
                    Ok((run, request)) => (SaveProgress::Running(run, saved, ended), request),
                    Err(end) => {
                        let progress = ended(end, saved);
                        let is_good =
                            matches!(progress, SaveProgress::Saved(_) | SaveProgress::Undone(_));
                        self.folder = is_good.then_some(folder);
                        (progress, None)
                    }
                }
            }
            (other, _) => (other, None),
        };
        self.progress = progress;
        request.map(|request| Effect::Folder(Screen::Setup, folder, request))
    }

    /// "Save here anyway" was pressed.
    pub fn save_here(&mut self, wanted: Wanted<'_>) -> Option<Effect> {
        match self.progress {
            SaveProgress::NotAws(folder, _) => self.merge(folder, vec![], wanted),
            _ => None,
        }
    }

    /// Begins to write, unless something stands in the way.
    fn merge(
        &mut self,
        folder: FolderId,
        files: Vec<ReadFile>,
        wanted: Wanted<'_>,
    ) -> Option<Effect> {
        let Wanted { entries: profiles, session, cli_token, now } = wanted;
        self.progress = SaveProgress::Idle;
        if profiles.is_empty() {
            return None;
        }
        let mut entries = profiles.to_vec();
        let (before, after) = match merged(&files, &mut entries) {
            Ok(merged) => merged,
            Err(why) => {
                self.progress = SaveProgress::Blocked(why, folder, files);
                return None;
            }
        };
        let mut files = vec![];
        if before.as_ref() != Some(&after) {
            files.push(ToSave {
                path: CONFIG.into(),
                backup: before.as_ref().map(|_| backup_name(CONFIG, now).into()),
                before: before.map_or(Before::Absent, Before::Holds),
                after: Some(after),
            });
        }
        if let (Some(session), Some(entry)) = (session, entries.first())
            && let path = token_path(entry)
            && self.signs_cli_in
            && cli_token.as_ref() != Some(&path)
        {
            let text = session.cli_token(&entry.session, entry.format);
            let after = Some(FileText::new(text.expose()));
            files.push(ToSave { path, before: Before::Anything, after, backup: None });
        }
        let saved = Saved { profiles, written: vec![], has_token_failed: false, not_undone: None };
        self.run(files, folder, saved, save_ended)
    }

    /// What was saved, where that are these profiles.
    pub fn saved(&self, profiles: &[Entry]) -> Option<&Saved> {
        match &self.progress {
            SaveProgress::Saved(saved) if *saved.profiles == *profiles => Some(saved),
            _ => None,
        }
    }
}

/// The config as it is, and with the profiles in it, which take its spelling; or what of it would change.
fn merged(
    files: &[ReadFile],
    entries: &mut Vec<Entry>,
) -> Result<(Option<FileText>, FileText), Why> {
    let config = files.iter().find(|file| file.name.as_deref() == Some(CONFIG));
    let before = config.map(|file| file.text.clone()).transpose().map_err(|_| Why::Unreadable)?;
    let document = Document::parse(before.as_ref().map_or("", |text| text.expose()));
    if !read(&document).parse_errors().is_empty() {
        return Err(Why::Broken);
    }
    if let Some(conflict) = conflicts(&document, entries).first() {
        return Err(Why::Conflict(conflict.name().into()));
    }
    adopt(&document, entries);
    let mut editor = Editor::new(document);
    editor.merge(&*entries);
    let after = match &before {
        Some(before) if !editor.is_changed() => before.clone(),
        _ => FileText::new(editor.document().as_str()),
    };
    Ok((before, after))
}

fn save_ended(End { result, written }: End, saved: Saved) -> SaveProgress {
    // The token is the CLI's from now on.
    let kept = |it: ToSave| ToSave { after: it.after.filter(|_| &*it.path == CONFIG), ..it };
    let saved = Saved { written: written.into_iter().map(kept).collect(), ..saved };
    match result {
        Ok(_) => SaveProgress::Saved(saved),
        // The config is in place, the token isn't: then one logs in as without it.
        Err(Some(_)) if saved.config().is_some() => {
            SaveProgress::Saved(Saved { has_token_failed: true, ..saved })
        }
        Err(Some(refusal)) => SaveProgress::Refused(refusal),
        Err(None) => SaveProgress::Idle,
    }
}

fn undo_ended(end: End, saved: Saved) -> SaveProgress {
    match end.result {
        Ok(_) => SaveProgress::Undone(saved),
        Err(not_undone) => SaveProgress::Saved(Saved { not_undone, ..saved }),
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

//! How the two files come in: pasted, typed, chosen, dropped, or out of the folder.

use crate::effect::{Effect, Timer};
use crate::file_text::{FileText, ReadFile};
use crate::screens::config::state::{
    AwsFile, Done, Draft, EditedFile, NotTaken, OnDisk, Source, State, inserted, pick, region,
    retyped,
};
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::config::{Document, credentials};
use onramp_domain::redact;

/// What is typed into a long text counts after a pause like this.
const TYPING_PAUSE: TimeDelta = TimeDelta::milliseconds(400);

impl State {
    /// The box holds another text.
    pub(super) fn typed(&mut self, typed: FileText, now: DateTime<Utc>) -> Option<Effect> {
        let box_text = self.box_text();
        if typed == box_text || self.is_read_only() {
            return None;
        }
        // Programs that fill in forms, and some phones' keyboards, write a whole text at once.
        if box_text.expose().is_empty() && typed.expose().lines().nth(1).is_some() {
            return self.files_read(vec![ReadFile::pasted(typed)]);
        }
        // Keys and tokens that were pasted into the midst of a config are never drawn.
        let inserted = inserted(box_text.expose(), typed.expose());
        if is_secret_file(inserted) {
            return self.files_read(vec![ReadFile::pasted(FileText::new(inserted))]);
        }
        self.typing = Some(typed);
        if self.is_long() {
            return Some(Effect::WakeAt(now + TYPING_PAUSE, Timer::ConfigPause));
        }
        self.finish_typing();
        None
    }

    /// What was typed counts: as what came in while nothing else has and it is not saved, else as one more change. Says
    /// whether it changed anything.
    pub(super) fn finish_typing(&mut self) -> bool {
        let Some(typed) = self.typing.take() else { return false };
        let config = &self.draft.config;
        let text = retyped(config.document(), typed.expose());
        let is_saved = matches!(self.folder.file(AwsFile::Config), OnDisk::Holds { .. });
        let config = match self.draft.source {
            Source::Typed if !config.is_changed() && !is_saved => {
                Some(EditedFile::of(FileText::new(text)))
            }
            Source::Typed | Source::Opened => {
                config.edited(&mut |editor| editor.replace_text(&*text))
            }
        };
        self.edit([config, None], Done::Typed, region::INPUT).is_some()
    }

    /// Files were read, or a whole text came.
    pub(super) fn files_read(&mut self, files: Vec<ReadFile>) -> Option<Effect> {
        let (picked, others) = pick(files);
        let error = picked.iter().flatten().find_map(|file| file.as_ref().err().cloned());
        let not_taken = error.map(NotTaken::File).or((others > 0).then_some(NotTaken::Others));
        let [config, credentials] = picked.map(|file| file.and_then(Result::ok));
        let is_any = config.is_some() || credentials.is_some();
        let focus = is_any.then(|| self.open(config, credentials)).flatten();
        self.not_taken = not_taken.or(self.not_taken.take());
        focus
    }

    /// One file comes in, or both. What is not among them stays. What is to be merged is merged, as a step of its own,
    /// unless that takes a name from something else.
    pub(super) fn open(
        &mut self,
        config: Option<EditedFile>,
        credentials: Option<EditedFile>,
    ) -> Option<Effect> {
        let draft = match config {
            Some(config) => {
                self.filter = String::new();
                let draft = self.draft.next([Some(config), credentials], Done::Opened);
                Draft { source: Source::Opened, ..draft }
            }
            None => self.draft.next([None, credentials], Done::CredentialsOpened),
        };
        self.came_in(draft)
    }

    fn came_in(&mut self, draft: Draft) -> Option<Effect> {
        self.step(draft);
        self.merge_if_clear();
        Some(Effect::Focus(region::PROBLEMS))
    }

    /// What was taken for the credentials file, for what is in it, is the config.
    pub(super) fn take_as_config(&mut self) -> Option<Effect> {
        let config = self.draft.file(AwsFile::Credentials)?.clone();
        self.came_in(Draft::new(config, None, Source::Opened, Done::Opened))
    }

    pub(super) fn leave_out_credentials(&mut self) -> Option<Effect> {
        let Draft { config, source, .. } = &self.draft;
        self.step(Draft::new(config.clone(), None, *source, Done::CredentialsLeftOut));
        Some(Effect::Focus(region::PROBLEMS))
    }
}

/// Whether this is a credentials file, or a cache file with tokens.
fn is_secret_file(text: &str) -> bool {
    let has_keys = text.contains("aws_access_key_id");
    (has_keys && credentials::is_one(&Document::parse(text)))
        || (text.trim_start().starts_with('{') && redact(text) != text)
}

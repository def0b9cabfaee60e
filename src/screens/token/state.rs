//! What "Check a token" knows: the answers to what was pasted or dropped, and whose sign-ins they are.
//!
//! Of a cache file no secret is kept: its text is dropped as soon as it has been read, and only what could not be read
//! stays in the box, without its secrets. A config's text is kept to be opened in "Tidy my config", until the person
//! leaves this screen.

mod answer;
mod given;
mod notifications;
mod order;
mod ownership;

pub use answer::{Answer, Outcome};
use given::CheckedText;
pub use given::{GivenConfig, TextBox};
use notifications::WatchedSignIn;
pub use notifications::{Notice, Notifications};
pub use ownership::{KnownOwners, Ownership, PROFILE};

use crate::file_text::{FileText, ReadFile};
use chrono::{DateTime, Utc};
use onramp_domain::cache_file::{ConfigNames, Owner, SignInStatus};
use onramp_domain::sort::sort_by_key;
use std::cmp::Reverse;
use std::rc::Rc;

/// What has been checked, and for whom. Views read the fields; only `update` and its parts write them.
#[derive(Debug, Default)]
pub struct State {
    pub(super) text_box: TextBox,
    /// In the order in which they came.
    pub(super) answers: Vec<Answer>,
    /// The session's name or start URL to look for; `None` until a person has entered something.
    pub(super) search: Option<String>,
    /// The config that was pasted or dropped here.
    pub(super) given_config: Option<GivenConfig>,
    pub(super) tidy_config: Option<Rc<ConfigNames>>,
    /// The sign-in that "Set up" is about.
    pub(super) set_up: Option<Rc<ConfigNames>>,
    pub(super) notifications: Notifications,
}

impl State {
    /// The answers as they are shown, each with its place among them as they came.
    pub fn sorted(&self, now: DateTime<Utc>) -> Vec<(usize, &Answer)> {
        let mut sorted: Vec<(usize, &Answer)> = self.answers.iter().enumerate().collect();
        sort_by_key(&mut sorted, |(_, answer)| order::place(answer, now));
        sorted
    }

    /// The CLI's sign-in that is worth most.
    pub fn best(&self, now: DateTime<Utc>) -> Option<&Answer> {
        let sign_ins = self.answers.iter().filter(|answer| answer.cli_sign_in().is_some());
        sign_ins.min_by_key(|answer| {
            answer.cli_sign_in().map(|file| (file.status(now), Reverse(file.expires_at())))
        })
    }

    pub fn working(&self, now: DateTime<Utc>) -> (usize, usize) {
        let all = self.answers.iter().filter_map(Answer::cli_sign_in);
        let working = all.clone().filter(|file| file.status(now) < SignInStatus::Expired).count();
        (working, all.count())
    }

    /// What the person looks for as it stands in its field; the session of "Set up" where nothing was entered.
    pub fn search(&self) -> &str {
        let set_up = || {
            let sign_in = self.set_up.as_ref()?.sign_ins().first()?;
            (!sign_in.start_url.is_empty()).then(|| sign_in.owner.as_str())
        };
        self.search.as_deref().or_else(set_up).unwrap_or_default()
    }

    /// The config by which files are told apart: the one given here, or else that of "Tidy my config".
    pub fn config(&self) -> Option<&ConfigNames> {
        let tidy_config = self.tidy_config.as_deref().filter(|names| !names.is_empty());
        self.given_config.as_ref().map(|given| &given.names).or(tidy_config)
    }

    /// Whether files were given, and not only texts.
    pub fn has_files(&self) -> bool {
        self.answers.iter().any(|answer| answer.name.is_some())
    }

    /// Whether there is nothing to clear.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
            && self.text_box.text.is_empty()
            && self.search.is_none()
            && self.given_config.is_none()
    }

    pub fn owners(&self) -> KnownOwners<'_> {
        KnownOwners::new(self.search(), self.config(), self.set_up.as_deref())
    }

    /// The box's text changed. Browsers tell of the same text more than once.
    pub(super) fn check_box(&mut self, text: FileText) {
        if **text.expose() == *self.text_box.text {
            return;
        }
        if text.expose().trim().is_empty() {
            self.forget_answers();
            return;
        }
        self.check_files(vec![ReadFile::pasted(text)]);
    }

    /// Files were chosen or dropped, or a text was. They take the place of what was there; a config alone is about it.
    pub(super) fn check_files(&mut self, files: Vec<ReadFile>) {
        let texts: Vec<CheckedText> = files.into_iter().map(CheckedText::of).collect();
        if !texts.iter().all(CheckedText::is_config) {
            self.forget_answers();
        }
        let mut configs = Vec::new();
        for CheckedText { answers, config, text_box } in texts {
            self.answers.extend(answers);
            configs.extend(config);
            self.text_box = text_box.unwrap_or_else(|| std::mem::take(&mut self.text_box));
        }
        // Of a config and a credentials file it is the first that has sign-ins.
        let best = configs.into_iter().max_by_key(|config| !config.names.sign_ins().is_empty());
        self.given_config = best.or(self.given_config.take());
    }

    /// What a new text takes the place of. Whom the person looks for and their config stay.
    fn forget_answers(&mut self) {
        self.text_box = TextBox::default();
        self.answers.clear();
    }

    /// Leaving the screen is leaving what was checked there, but for what notifications are about.
    pub(super) fn forget_all(&mut self) {
        self.forget_answers();
        self.search = None;
        self.given_config = None;
    }

    /// The answers' sign-ins are watched from now on, if any are.
    pub(super) fn watch(&mut self) {
        let owners = self.owners();
        let sign_ins: Vec<WatchedSignIn> =
            self.answers.iter().filter_map(|answer| WatchedSignIn::of(answer, &owners)).collect();
        sign_ins.into_iter().for_each(|sign_in| self.notifications.add(sign_in));
    }

    /// Where the AWS CLI looks for what the person looks for, if files were given and that one is not among them.
    pub fn missing(&self, owners: &KnownOwners<'_>) -> Option<Owner> {
        let searched = owners.searched.clone().filter(|_| self.has_files())?;
        (!self.has_file_of(owners, &searched)).then_some(searched)
    }

    pub fn has_file_of(&self, owners: &KnownOwners<'_>, owner: &Owner) -> bool {
        let mut files = self.answers.iter().filter(|answer| answer.name.is_some());
        files.any(|answer| owners.ownership(answer).owner.as_ref() == Some(owner))
    }
}

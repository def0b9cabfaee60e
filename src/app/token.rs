//! "Check a token": what pasted or dropped cache files are and how long they last.
//!
//! Not here: reading a file's fields ([`onramp_domain::cache`]) and files themselves. A text is dropped as soon as it
//! has been parsed, piece by piece; only what is no JSON stays in the box, without its secrets, to be mended.

mod checked;
pub mod config;
mod names;
mod notify;
mod order;
pub mod room;
mod text;

use super::effect::{Effect, FocusTarget};
use super::event::TokenEvent;
use super::tidy::Tidy;
use chrono::{DateTime, Utc};
use config::{ConfigSource, KnownConfig};
use onramp_domain::cache::{self, CacheFields, JsonFault, Standing};
use order::Place;
use std::rc::Rc;
use text::Part;

pub use checked::{Checked, Finding};
pub use names::{Names, Placeholder, Whose};
pub use notify::{NoticeWords, Notifying, Permission};
pub use text::CacheText;

/// What has been checked.
#[derive(Debug, Default)]
pub struct TokenCheck {
    /// What stands in the box: only what could not be read, without its secrets.
    boxed: String,
    box_state: BoxState,
    /// What the parser has been asked about and has not answered.
    waiting: Vec<CacheText>,
    /// Pieces of the box's text that are no JSON.
    unread: Vec<String>,
    checked: Vec<Checked>,
    /// The session or start URL to look for; `None` until a person has entered something.
    sought: Option<String>,
    config: Option<KnownConfig>,
    notifying: Notifying,
}

/// What became of the box's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BoxState {
    /// Nothing of it was read, or there was none.
    #[default]
    AsEntered,
    /// Something of it was read, and so removed.
    Read,
}

impl TokenCheck {
    /// What stands in the box.
    pub fn boxed(&self) -> &str {
        &self.boxed
    }

    /// What became of the text that was in it.
    pub fn box_state(&self) -> BoxState {
        self.box_state
    }

    /// The answers, in the order in which they came.
    pub fn checked(&self) -> &[Checked] {
        &self.checked
    }

    /// The answers with their places among the others as they came, in the order in which they are shown.
    pub fn sorted(&self, now: DateTime<Utc>) -> Vec<(usize, &Checked)> {
        // A sort would be one more of its own type in the page, for some ten files.
        let mut sorted: Vec<(usize, &Checked)> = Vec::with_capacity(self.checked.len());
        for (at, checked) in self.checked.iter().enumerate() {
            let place = Place::of(checked, now);
            let before = sorted.partition_point(|(_, other)| Place::of(other, now) <= place);
            sorted.insert(before, (at, checked));
        }
        sorted
    }

    /// The sign-in that is worth most, and how many hold.
    pub fn best(&self, now: DateTime<Utc>) -> (Option<&Checked>, usize) {
        let (mut best, mut holding) = (None, 0);
        for checked in &self.checked {
            let Some(report) = checked.report().filter(|report| report.signs_the_cli_in()) else {
                continue;
            };
            let standing = report.standing(now);
            holding += usize::from(standing <= Standing::EndsSoon);
            let worth = (standing, std::cmp::Reverse(report.expires_at()));
            if best.as_ref().is_none_or(|(other, _)| worth < *other) {
                best = Some((worth, checked));
            }
        }
        (best.map(|(_, checked)| checked), holding)
    }

    /// Whether something on screen counts down.
    pub fn counts(&self) -> bool {
        self.checked.iter().any(|checked| checked.ends_at().is_some())
    }

    /// Something happened on the screen. What "Tidy my config" has tells whose a file is.
    pub fn event(
        &mut self,
        event: TokenEvent,
        tidy: Option<&Tidy>,
        now: DateTime<Utc>,
    ) -> Vec<Effect> {
        match event {
            // Browsers tell of the same text twice: as it is entered, and when the box is left.
            TokenEvent::CachePasted(text) if text.expose() == self.boxed() => vec![],
            TokenEvent::CachePasted(text) => {
                if text.expose().trim().is_empty() {
                    self.boxed.clear();
                    self.forget_answers();
                    return vec![];
                }
                self.boxed = cache::redacted(text.expose());
                let effects = self.take_all(&[text], tidy);
                self.empty_the_box();
                effects
            }
            TokenEvent::FilesRead(texts) => {
                let pasted = texts.iter().filter(|text| text.is_pasted());
                let pasted: Vec<String> =
                    pasted.map(|text| cache::redacted(text.expose())).collect();
                self.boxed = pasted.join("\n");
                let mut effects = self.take_all(&texts, tidy);
                self.empty_the_box();
                effects.push(Effect::Focus(FocusTarget::Answer));
                effects
            }
            TokenEvent::JsonParsed(text, parsed) => self.parsed(&text, parsed),
            TokenEvent::LocalTimesTold(told) => {
                for checked in &mut self.checked {
                    let end = checked.ends_at();
                    if let Some((_, local)) = told.iter().find(|(at, _)| Some(*at) == end) {
                        checked.local_time = Some(Rc::clone(local));
                    }
                }
                vec![]
            }
            TokenEvent::ClearClicked => {
                *self = TokenCheck::default();
                vec![]
            }
            TokenEvent::SoughtEntered(text) => {
                self.sought = Some(text);
                vec![]
            }
            TokenEvent::ReminderClicked(at, title) => vec![Effect::Download {
                name: "aws-sign-in.ics",
                text: cache::reminder(at, now, &title).into(),
            }],
            TokenEvent::NotifyClicked(words) => self.notify_pressed(words),
            TokenEvent::NotifyAnswered(permission) => {
                self.notify_answered(permission, now);
                vec![]
            }
        }
    }

    /// What a new text takes the place of. Whom a person looks for and their config stay.
    fn forget_answers(&mut self) {
        self.box_state = BoxState::AsEntered;
        self.waiting.clear();
        self.unread.clear();
        self.checked.clear();
    }

    /// Takes texts apart: what needs no parser is answered at once. A config alone is about what is there already.
    fn take_all(&mut self, texts: &[CacheText], tidy: Option<&Tidy>) -> Vec<Effect> {
        let parts: Vec<Part> = texts.iter().flat_map(CacheText::parts).collect();
        if !parts.iter().all(|part| matches!(part, Part::Config(..))) {
            self.forget_answers();
        }
        let mut effects = Vec::new();
        for part in parts {
            match part {
                Part::ToParse(text) => {
                    self.waiting.push(text.clone());
                    effects.push(Effect::ParseJson(text));
                }
                Part::Found(checked) => {
                    effects.extend(checked.ends_at().map(|at| Effect::TellLocalTimes(vec![at])));
                    self.read(&checked);
                    self.checked.push(checked);
                }
                Part::Config(text, source) => {
                    if source == ConfigSource::Pasted {
                        self.box_state = BoxState::Read;
                    }
                    self.config = Some(KnownConfig::read(text.expose(), source));
                }
            }
        }
        let overview = tidy.map(|tidy| tidy.draft().overview());
        if let Some(overview) = overview.filter(|overview| !overview.groups().is_empty())
            && self.config.is_none()
        {
            self.config = Some(KnownConfig::of(overview, ConfigSource::Tidy));
        }
        effects
    }

    fn parsed(
        &mut self,
        text: &CacheText,
        parsed: Result<Box<CacheFields>, JsonFault>,
    ) -> Vec<Effect> {
        let Some(place) = self.waiting.iter().position(|waiting| waiting == text) else {
            return vec![];
        };
        self.waiting.remove(place);
        let outcome = cache::read(text.expose(), |_| parsed.map(|fields| *fields));
        let checked = text.answered(outcome.map(Finding::File));
        let effects = checked.ends_at().map(|at| Effect::TellLocalTimes(vec![at]));
        if checked.name.is_none() && !checked.leaves_the_box() {
            self.unread.push(cache::redacted(text.expose()));
        }
        self.read(&checked);
        self.checked.push(checked);
        self.empty_the_box();
        effects.into_iter().collect()
    }

    fn read(&mut self, checked: &Checked) {
        if checked.name.is_none() && checked.leaves_the_box() {
            self.box_state = BoxState::Read;
        }
    }

    /// Leaves in the box only what was not read; all of it, but for its secrets, where nothing was.
    fn empty_the_box(&mut self) {
        if self.box_state == BoxState::AsEntered {
            return;
        }
        let waiting = self.waiting.iter().filter(|text| text.is_pasted());
        let waiting = waiting.map(|text| cache::redacted(text.expose()));
        let rest: Vec<String> = self.unread.iter().cloned().chain(waiting).collect();
        self.boxed = rest.join("\n");
    }
}

#[cfg(test)]
mod tests;

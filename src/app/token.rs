//! "Check a token": what pasted or dropped cache files are and how long they last.
//!
//! Not here: reading a file's fields ([`onramp_domain::cache`]) and files themselves. A text is dropped as soon as it
//! has been parsed, piece by piece; only what is no JSON stays in the box, so that nothing typed is lost.

mod names;
mod text;

use super::effect::{Effect, FocusTarget};
use super::event::TokenEvent;
use chrono::{DateTime, Utc};
use onramp_domain::Secret;
use onramp_domain::cache::{
    self, CacheError, CacheFields, CacheReport, CliMessage, Cut, JsonFault, Owner, Standing,
};
use std::cmp::Reverse;
use std::rc::Rc;

pub use names::{Names, Placeholder};
pub use text::CacheText;

/// What has been checked.
#[derive(Debug, Default)]
pub struct TokenCheck {
    /// What stands in the box: only what could not be read.
    boxed: Option<Secret>,
    /// What the parser has been asked about and has not answered.
    waiting: Vec<CacheText>,
    /// Pieces of the box's text that are no JSON.
    unread: Vec<Secret>,
    checked: Vec<Checked>,
    /// The session or start URL to look for; `None` until a person has entered something.
    sought: Option<String>,
}

/// One piece of a text and its answer.
#[derive(Debug)]
pub struct Checked {
    /// The file's name; `None` for a pasted text.
    pub name: Option<Rc<str>>,
    /// Its place among the pieces of its text; `None` where it is the only one.
    pub part: Option<usize>,
    /// What it is.
    pub outcome: Result<Finding, CacheError>,
    /// Where it breaks off.
    pub cut: Option<Cut>,
    /// Its end in the person's own time, as soon as the browser has written it.
    pub local_time: Option<Rc<str>>,
}

/// What was found in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A cache file.
    File(CacheReport),
    /// A time, and nothing of what it is the end of.
    Time(DateTime<Utc>),
    /// A message of the AWS CLI.
    Message(CliMessage),
}

impl Finding {
    /// When it ends.
    pub fn ends_at(&self) -> Option<DateTime<Utc>> {
        match self {
            Finding::File(report) => Some(report.expires_at()),
            Finding::Time(at) => Some(*at),
            Finding::Message(_) => None,
        }
    }
}

impl Checked {
    /// The file's report, where it is one.
    pub fn report(&self) -> Option<&CacheReport> {
        match &self.outcome {
            Ok(Finding::File(report)) => Some(report),
            Ok(Finding::Time(_) | Finding::Message(_)) | Err(_) => None,
        }
    }

    /// Whose file it is, as far as its name and these names tell.
    pub fn owner(&self, known: &[Owner]) -> Option<Owner> {
        Owner::of_file(self.name.as_deref()?, known, self.report()?.start_url())
    }

    fn ends_at(&self) -> Option<DateTime<Utc>> {
        self.outcome.as_ref().ok().and_then(Finding::ends_at)
    }

    /// The better, the sooner: a message asks most urgently, then what holds, what has ended, what is no sign-in,
    /// what could not be read.
    fn place(&self, now: DateTime<Utc>) -> (u8, Reverse<Option<DateTime<Utc>>>) {
        let rank = match &self.outcome {
            Ok(Finding::Message(_)) => 0,
            Ok(Finding::File(report)) => 1 + report.standing(now) as u8,
            Ok(Finding::Time(at)) if *at > now => 1 + Standing::Valid as u8,
            Ok(Finding::Time(_)) => 1 + Standing::Ended as u8,
            Err(_) => u8::MAX,
        };
        (rank, Reverse(self.ends_at()))
    }

    /// Whether the text it was read from is no secret's place any more: it was parsed, or was none from the start.
    fn leaves_the_box(&self) -> bool {
        match &self.outcome {
            Ok(_) => true,
            Err(error) => match error {
                CacheError::UnknownKind(_)
                | CacheError::MissingExpiry
                | CacheError::BadTimestamp
                | CacheError::TimestampWithoutZone => true,
                CacheError::Empty
                | CacheError::LooksLikeConfig
                | CacheError::NotJson { .. }
                | CacheError::NotAnObject => false,
            },
        }
    }
}

impl TokenCheck {
    /// What stands in the box.
    pub fn boxed(&self) -> &str {
        self.boxed.as_ref().map_or("", Secret::expose)
    }

    /// The answers, in the order in which they came.
    pub fn checked(&self) -> &[Checked] {
        &self.checked
    }

    /// The answers with their places among the others as they came: what holds first, what has ended last.
    pub fn sorted(&self, now: DateTime<Utc>) -> Vec<(usize, &Checked)> {
        // A sort would be one more of its own type in the page, for some ten files.
        let mut sorted: Vec<(usize, &Checked)> = Vec::with_capacity(self.checked.len());
        for (at, checked) in self.checked.iter().enumerate() {
            let place = checked.place(now);
            let before = sorted.partition_point(|(_, other)| other.place(now) <= place);
            sorted.insert(before, (at, checked));
        }
        sorted
    }

    /// Whether something on screen counts down.
    pub fn counts(&self) -> bool {
        self.checked.iter().any(|checked| checked.ends_at().is_some())
    }

    /// Whether something of the box's text was read, and so removed from it.
    pub fn read_from_box(&self) -> bool {
        self.checked.iter().any(|checked| checked.name.is_none() && checked.leaves_the_box())
    }

    /// Something happened on the screen.
    pub fn event(&mut self, event: TokenEvent, now: DateTime<Utc>) -> Vec<Effect> {
        match event {
            // Browsers tell of the same text twice: as it is entered, and when the box is left.
            TokenEvent::CachePasted(text) if text.expose() == self.boxed() => vec![],
            TokenEvent::CachePasted(text) => {
                self.forget_answers();
                if text.expose().trim().is_empty() {
                    return vec![];
                }
                let effects = self.take(&text);
                self.boxed = Some(text.into_secret());
                self.empty_the_box();
                effects
            }
            TokenEvent::FilesRead(texts) => {
                self.forget_answers();
                let mut effects: Vec<Effect> =
                    texts.iter().flat_map(|text| self.take(text)).collect();
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
                text: cache::reminder(at, now, title).into(),
            }],
        }
    }

    fn forget_answers(&mut self) {
        *self = TokenCheck { sought: self.sought.take(), ..TokenCheck::default() };
    }

    /// Takes a text apart: what needs no parser is answered at once.
    fn take(&mut self, text: &CacheText) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (piece, found) in text.pieces() {
            match found {
                None => {
                    self.waiting.push(piece.clone());
                    effects.push(Effect::ParseJson(piece));
                }
                Some(found) => {
                    let checked = piece.answered(Ok(found));
                    effects.extend(checked.ends_at().map(|at| Effect::TellLocalTimes(vec![at])));
                    self.checked.push(checked);
                }
            }
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
            self.unread.push(text.clone().into_secret());
        }
        self.checked.push(checked);
        self.empty_the_box();
        effects.into_iter().collect()
    }

    /// Leaves in the box only what was not read; all of it, to the letter, where nothing was.
    fn empty_the_box(&mut self) {
        if !self.read_from_box() {
            return;
        }
        let waiting = self.waiting.iter().filter(|text| text.is_pasted()).map(CacheText::expose);
        let rest: Vec<&str> = self.unread.iter().map(Secret::expose).chain(waiting).collect();
        self.boxed = (!rest.is_empty()).then(|| Secret::new(rest.join("\n")));
    }
}

#[cfg(test)]
mod tests;

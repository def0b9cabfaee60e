//! "Check a token": what pasted or dropped cache files are and how long they last.
//!
//! Not here: reading a file's fields ([`onramp_domain::cache`]) and files themselves. A file's text is dropped as soon
//! as it has been read well; only a text that could not be read stays in the box, so that nothing typed is lost.

use super::effect::{Effect, FocusTarget};
use super::event::TokenEvent;
use onramp_domain::Secret;
use onramp_domain::cache::{self, CacheError, CacheFields, CacheReport, JsonFault};
use std::rc::Rc;

/// A cache file's text, which may hold tokens: like a secret it has no way out by accident.
#[derive(Clone, Debug, PartialEq)]
pub struct CacheText {
    /// The file's name; `None` for a pasted text.
    name: Option<Rc<str>>,
    text: Secret,
}

impl CacheText {
    /// From the box.
    pub fn pasted(text: String) -> CacheText {
        CacheText { name: None, text: Secret::new(text) }
    }

    /// From a file.
    pub fn from_file(name: String, text: String) -> CacheText {
        CacheText { name: Some(name.into()), text: Secret::new(text) }
    }

    /// The text, to be parsed.
    pub fn expose(&self) -> &str {
        self.text.expose()
    }
}

/// What has been checked.
#[derive(Debug, Default)]
pub struct TokenCheck {
    /// What stands in the box: only what could not be read.
    boxed: Option<Secret>,
    checked: Vec<Checked>,
}

/// One text and its answer.
#[derive(Debug)]
pub struct Checked {
    /// The file's name; `None` for a pasted text.
    pub name: Option<Rc<str>>,
    /// What it is.
    pub outcome: Result<CacheReport, CacheError>,
    /// Its end in the person's own time, as soon as the browser has written it.
    pub local_time: Option<Rc<str>>,
}

impl TokenCheck {
    /// What stands in the box.
    pub fn boxed(&self) -> &str {
        self.boxed.as_ref().map_or("", Secret::expose)
    }

    /// The answers.
    pub fn checked(&self) -> &[Checked] {
        &self.checked
    }

    /// Whether something on screen counts down.
    pub fn counts(&self) -> bool {
        self.checked.iter().any(|checked| checked.outcome.is_ok())
    }

    /// Whether the box's text was read well, and so removed from it.
    pub fn read_from_box(&self) -> bool {
        self.checked.iter().any(|checked| checked.name.is_none() && checked.outcome.is_ok())
    }

    /// Something happened on the screen.
    pub fn event(&mut self, event: TokenEvent) -> Vec<Effect> {
        match event {
            TokenEvent::CachePasted(text) => {
                self.checked.clear();
                self.boxed = Some(text.text.clone());
                if text.expose().trim().is_empty() {
                    self.boxed = None;
                    return vec![];
                }
                vec![Effect::ParseJson(text)]
            }
            TokenEvent::FilesRead(texts) => {
                self.checked.clear();
                self.boxed = None;
                let mut effects: Vec<Effect> = texts.into_iter().map(Effect::ParseJson).collect();
                effects.push(Effect::Focus(FocusTarget::Answer));
                effects
            }
            TokenEvent::JsonParsed(text, parsed) => self.parsed(&text, parsed),
            TokenEvent::LocalTimesTold(told) => {
                for checked in &mut self.checked {
                    if let Ok(report) = &checked.outcome
                        && let Some((_, local)) =
                            told.iter().find(|(at, _)| *at == report.expires_at())
                    {
                        checked.local_time = Some(Rc::clone(local));
                    }
                }
                vec![]
            }
            TokenEvent::ClearClicked => {
                *self = TokenCheck::default();
                vec![]
            }
        }
    }

    fn parsed(
        &mut self,
        text: &CacheText,
        parsed: Result<Box<CacheFields>, JsonFault>,
    ) -> Vec<Effect> {
        let is_boxed = self.boxed.as_ref() == Some(&text.text);
        if text.name.is_none() && !is_boxed {
            return vec![];
        }
        let outcome = cache::read(text.expose(), |_| parsed.map(|fields| *fields));
        let effects = match &outcome {
            Ok(report) => {
                if is_boxed {
                    self.boxed = None;
                }
                vec![Effect::TellLocalTimes(vec![report.expires_at()])]
            }
            Err(_) => vec![],
        };
        self.checked.push(Checked { name: text.name.clone(), outcome, local_time: None });
        effects
    }
}

#[cfg(test)]
mod tests;

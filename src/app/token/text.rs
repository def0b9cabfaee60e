//! A text that is checked, and its pieces.
//!
//! Not here: parsing it.

use super::config::ConfigSource;
use super::{Checked, Finding};
use onramp_domain::Secret;
use onramp_domain::cache::{self, CacheError, Cut, Piece};
use std::rc::Rc;

/// A cache file's text, which may hold tokens: like a secret it has no way out by accident.
#[derive(Clone, Debug, PartialEq)]
pub struct CacheText {
    /// The file's name; `None` for a pasted text.
    name: Option<Rc<str>>,
    text: Secret,
    part: Option<usize>,
    cut: Option<Cut>,
}

/// A part of a text.
pub(super) enum Part {
    /// To be parsed first.
    ToParse(CacheText),
    /// An answer.
    Found(Checked),
    /// A config file. It may hold keys.
    Config(Secret, ConfigSource),
}

impl CacheText {
    /// From the box.
    pub fn pasted(text: String) -> CacheText {
        CacheText { name: None, text: Secret::new(text), part: None, cut: None }
    }

    /// From a file.
    pub fn from_file(name: String, text: String) -> CacheText {
        CacheText { name: Some(name.into()), ..CacheText::pasted(text) }
    }

    /// The text, to be parsed.
    pub fn expose(&self) -> &str {
        self.text.expose()
    }

    pub(super) fn is_pasted(&self) -> bool {
        self.name.is_none()
    }

    /// Its parts; with what was found, where no parser is needed for that.
    pub(super) fn parts(&self) -> Vec<Part> {
        let pieces = cache::pieces(self.expose());
        let is_config = |piece: &Piece| matches!(piece, Piece::Config(_));
        let several = pieces.iter().filter(|piece| !is_config(piece)).nth(1).is_some();
        let part = |(at, piece): (usize, Piece)| {
            let part = several.then_some(at + 1);
            let text =
                CacheText { part, name: self.name.clone(), text: Secret::new(""), cut: None };
            match piece {
                Piece::File { text: secret, cut } => {
                    Part::ToParse(CacheText { text: secret, cut, ..text })
                }
                Piece::Time(at) => Part::Found(text.answered(Ok(Finding::Time(at)))),
                Piece::Message { said, profile } => {
                    let profile = profile.map(Rc::from);
                    Part::Found(text.answered(Ok(Finding::Message { said, profile })))
                }
                Piece::Config(config) => Part::Config(config, self.source()),
            }
        };
        pieces.into_iter().enumerate().map(part).collect()
    }

    fn source(&self) -> ConfigSource {
        self.name.clone().map_or(ConfigSource::Pasted, ConfigSource::File)
    }

    /// The answer to it.
    pub(super) fn answered(&self, outcome: Result<Finding, CacheError>) -> Checked {
        Checked {
            name: self.name.clone(),
            part: self.part,
            outcome,
            cut: self.cut,
            local_time: None,
        }
    }
}

//! A text that is checked, and its pieces.
//!
//! Not here: parsing it.

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

    /// The text, kept as what it is.
    pub(super) fn into_secret(self) -> Secret {
        self.text
    }

    pub(super) fn is_pasted(&self) -> bool {
        self.name.is_none()
    }

    /// Its pieces; with what was found, where no parser is needed for that.
    pub(super) fn pieces(&self) -> Vec<(CacheText, Option<Finding>)> {
        let pieces = cache::pieces(self.expose());
        let several = pieces.len() > 1;
        let piece = |(at, piece): (usize, Piece)| {
            let part = several.then_some(at + 1);
            let (text, cut, found) = match piece {
                Piece::File { text, cut } => (text, cut, None),
                Piece::Time(at) => (Secret::new(""), None, Some(Finding::Time(at))),
                Piece::Message(said) => (Secret::new(""), None, Some(Finding::Message(said))),
            };
            (CacheText { name: self.name.clone(), text, part, cut }, found)
        };
        pieces.into_iter().enumerate().map(piece).collect()
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

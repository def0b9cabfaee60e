//! What a start URL's text was read as, and what is wrong with it.

use onramp_domain::portal::{StartUrl, StartUrlError};

/// What the text was read as.
#[derive(Clone, Debug, PartialEq)]
pub enum StartUrlRead {
    /// There is no text.
    Empty,
    /// A start URL.
    Good(StartUrl),
    /// Something else.
    Bad(StartUrlError),
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StartUrlProblem<'a> {
    /// There is none.
    Missing,
    /// It isn't one.
    Bad(&'a StartUrlError),
}

impl StartUrlRead {
    /// Reads it.
    pub fn of(text: &str) -> StartUrlRead {
        match StartUrl::parse(text) {
            _ if text.trim().is_empty() => StartUrlRead::Empty,
            Ok(url) => StartUrlRead::Good(url),
            Err(error) => StartUrlRead::Bad(error),
        }
    }
}

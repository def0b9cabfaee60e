//! Searching and sorting: how well a text answers a word, and what stands before what.
//!
//! Not here: what is searched. All that is sorted on this page is sorted by [`sorted`], since a sort of its own for
//! each kind of thing would weigh two kilobytes.

use onramp_domain::letters::is_of_word;
use std::cmp::Reverse;

/// What a thing is sorted by: rank, text, and what tells equal texts apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SortKey<'a> {
    rank: Reverse<u32>,
    text: &'a str,
    tie: &'a str,
}

impl<'a> SortKey<'a> {
    /// By a text in lower case, and then by another.
    pub(super) fn by_text(text: &'a str, tie: &'a str) -> SortKey<'a> {
        SortKey { rank: Reverse(0), text, tie }
    }

    /// The higher rank first.
    pub(super) fn ranked(self, rank: u32) -> SortKey<'a> {
        SortKey { rank: Reverse(rank), ..self }
    }
}

/// The places of things, by their keys.
pub(super) fn sorted<'a>(keys: impl Iterator<Item = SortKey<'a>>) -> Vec<usize> {
    let mut keys: Vec<(SortKey<'a>, usize)> = keys.zip(0..).collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, place)| place).collect()
}

/// 3 at the text's beginning, 2 at a word's, 1 within, 0 nowhere. Both are lower case.
pub(super) fn rank(text: &str, word: &str) -> u32 {
    match text.find(word) {
        None => 0,
        Some(0) => 3,
        Some(at) if !text[..at].ends_with(is_of_word) => 2,
        Some(_) => 1,
    }
}

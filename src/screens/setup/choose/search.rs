//! How well a text answers a word.

pub use onramp_domain::search::fold;

/// 3 at the text's beginning, 2 at a word's, 1 within, 0 nowhere. Both are folded.
pub fn rank(text: &str, word: &str) -> u32 {
    match text.find(word) {
        None => 0,
        Some(0) => 3,
        Some(at) if text[..at].ends_with(divides_words) => 2,
        Some(_) => 1,
    }
}

fn divides_words(letter: char) -> bool {
    letter.is_whitespace() || letter.is_ascii_punctuation()
}

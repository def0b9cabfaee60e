//! A value that instructions leave for the reader to fill in: `<account-id>`, `YOUR_ROLE`, `https://d-xxxxxxxxxx…`.

use super::{Diagnosis, ProblemKind};

/// What no name of an account, a role or a portal has in it, in lower case.
const WORDS: [&str; 6] = ["xxxx", "your-", "your_", "replace_", "changeme", "***"];

pub(super) fn check(value: &str) -> Option<Diagnosis> {
    let lower = value.to_ascii_lowercase();
    // What stands around a whole URL is told by another rule.
    let is_left = |(open, close)| {
        let inside = value.split_once(open).and_then(|(_, rest)| rest.split_once(close));
        inside.is_some_and(|(inside, _)| !inside.contains("://"))
    };
    let is_one = [("<", ">"), ("{", "}")].into_iter().any(is_left)
        || WORDS.iter().any(|word| lower.contains(word));
    is_one.then(|| (ProblemKind::Placeholder(value.into()), None))
}

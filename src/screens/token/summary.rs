//! What the page's frame says of this screen, and when that changes by itself.

use super::state::{Answer, Outcome, State};
use super::text;
use chrono::{DateTime, TimeDelta, Utc};

/// What a screen reader is told: no time, since that would be told every second.
pub fn announcement(state: &State, now: DateTime<Utc>) -> String {
    let sorted = state.sorted(now);
    let first = sorted.first().map(|(_, answer)| in_a_word(answer, now));
    first.map_or_else(String::new, |word| text::announcement(sorted.len(), word))
}

/// The beginning of the tab's title: what is left of the only answer, or how many there are.
pub fn title(state: &State, now: DateTime<Utc>) -> Option<String> {
    let said = match &state.answers[..] {
        [only] => text::remaining((only.expires_at()? - now).num_seconds()),
        [] => return None,
        several => text::answers(several.len()),
    };
    Some(format!("{said} · {}", text::TITLE))
}

/// When a time on this screen changes: once a second in its last hour, else once a minute.
pub fn next_tick(state: &State, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let next = |answer: &Answer| {
        let left = (answer.expires_at()? - now).num_seconds();
        let shows_seconds = left.abs() < 3600;
        let seconds = if shows_seconds { 1 } else { left.rem_euclid(60) + 1 };
        Some(now + TimeDelta::seconds(seconds))
    };
    state.answers.iter().filter_map(next).min()
}

fn in_a_word(answer: &Answer, now: DateTime<Utc>) -> &'static str {
    match &answer.outcome {
        Outcome::File(report) => text::state(report, now).1,
        Outcome::Time(_) => text::TIME,
        Outcome::Message(message) => text::message(message.cause).title,
        Outcome::NotCache(error, _) => text::cache_error(error).title,
        Outcome::Unreadable(error) => text::file_error(error).title,
    }
}

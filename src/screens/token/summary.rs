//! What the page's frame says of this screen, and when that changes by itself.

use super::state::{Answer, State};
use super::text;
use chrono::{DateTime, TimeDelta, Utc};

/// What a screen reader is told: no time, since that would be told every second.
pub fn announcement(state: &State, now: DateTime<Utc>) -> String {
    let sorted = state.sorted(now);
    let Some((_, first)) = sorted.first() else { return String::new() };
    text::announcement(sorted.len(), text::title(&first.outcome, state.config(), now))
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

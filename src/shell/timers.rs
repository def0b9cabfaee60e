//! Timers: one of a kind, a later one replacing the earlier.
//!
//! When one is due comes from the clock. A timer that rings late, in a hidden tab or after a sleep, rings once.

use super::browser::now;
use crate::app::Msg;
use chrono::{DateTime, Utc};
use gloo_timers::callback::Timeout;
use yew::Callback;

/// The longest time a browser's timer can wait, in milliseconds; a longer wait ends early and asks again.
const LONGEST_MS: i64 = i32::MAX as i64;

/// Dropping it stops them.
#[derive(Default)]
pub(super) struct Timers {
    pub(super) device_flow: Option<Timeout>,
    pub(super) listing: Option<Timeout>,
    pub(super) tick: Option<Timeout>,
    pub(super) sign_in_ends: Option<Timeout>,
    pub(super) config_pause: Option<Timeout>,
}

/// Sends this when it is due.
pub(super) fn send_at(at: DateTime<Utc>, msg: Msg, send: &Callback<Msg>) -> Option<Timeout> {
    let wait = (at - now()).num_milliseconds().clamp(0, LONGEST_MS);
    let send = send.clone();
    Some(Timeout::new(u32::try_from(wait).unwrap_or_default(), move || send.emit(msg)))
}

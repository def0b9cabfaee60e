//! Alarms: one timer a kind, a later one replacing the earlier.
//!
//! Not here: what a due time is; that comes from the clock. A timer that rings late, in a hidden tab or after a
//! sleep, rings once.

use super::browser::now;
use crate::app::event::{Alarm, Event};
use chrono::{DateTime, Utc};
use gloo_timers::callback::Timeout;
use yew::Callback;

/// The longest time a browser's timer can wait, in milliseconds; a longer wait ends early and asks again.
const LONGEST_MS: i64 = i32::MAX as i64;

/// One timer a kind of alarm. Dropping it stops them.
pub(super) struct Alarms {
    send: Callback<Event>,
    flow: Option<Timeout>,
    listing: Option<Timeout>,
    second: Option<Timeout>,
    tidy: Option<Timeout>,
}

impl Alarms {
    pub(super) fn new(send: Callback<Event>) -> Alarms {
        Alarms { send, flow: None, listing: None, second: None, tidy: None }
    }

    pub(super) fn set(&mut self, at: DateTime<Utc>, alarm: Alarm) {
        let wait = (at - now()).num_milliseconds().clamp(0, LONGEST_MS);
        let send = self.send.clone();
        let timeout = Timeout::new(u32::try_from(wait).unwrap_or_default(), move || {
            send.emit(Event::Woke(alarm));
        });
        *match alarm {
            Alarm::Flow(_) => &mut self.flow,
            Alarm::Listing(_) => &mut self.listing,
            Alarm::Second => &mut self.second,
            Alarm::Tidy => &mut self.tidy,
        } = Some(timeout);
    }
}

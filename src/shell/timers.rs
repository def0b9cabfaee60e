//! Timers: one of a kind, a later one replacing the earlier.
//!
//! When one is due comes from the clock. A timer that rings late, in a hidden tab or after a sleep, rings once.

use super::browser::now;
use crate::app::Msg;
use crate::effect::Timer;
use crate::screens::setup;
use chrono::{DateTime, Utc};
use gloo_timers::callback::Timeout;
use onramp_domain::attempt::Attempt;
use onramp_domain::{device_flow, listing};
use yew::Callback;

/// The longest time a browser's timer can wait, in milliseconds; a longer wait ends early and asks again.
const LONGEST_MS: i64 = i32::MAX as i64;

/// Dropping it stops them.
#[derive(Default)]
pub(super) struct Timers {
    device_flow: Option<Timeout>,
    listing: Option<Timeout>,
    tick: Option<Timeout>,
    sign_in_ends: Option<Timeout>,
    config_pause: Option<Timeout>,
}

impl Timers {
    /// One of the page's own.
    pub(super) fn set(&mut self, at: DateTime<Utc>, timer: Timer, send: Callback<Msg>) {
        let slot = match timer {
            Timer::Tick => &mut self.tick,
            Timer::SignInEnds => &mut self.sign_in_ends,
            Timer::ConfigPause => &mut self.config_pause,
        };
        *slot = Some(timeout(at, move || send.emit(Msg::Woke(timer))));
    }

    /// The device flow's.
    pub(super) fn wake_device_flow(
        &mut self,
        at: DateTime<Utc>,
        attempt: Attempt,
        send: Callback<Msg>,
    ) {
        let msg = move || Msg::Setup(setup::Msg::DeviceFlow(device_flow::Input::Woke(attempt)));
        self.device_flow = Some(timeout(at, move || send.emit(msg())));
    }

    /// The listing's.
    pub(super) fn wake_listing(
        &mut self,
        at: DateTime<Utc>,
        attempt: Attempt,
        send: Callback<Msg>,
    ) {
        let msg = move || Msg::Setup(setup::Msg::Listing(listing::Input::Woke(attempt)));
        self.listing = Some(timeout(at, move || send.emit(msg())));
    }
}

fn timeout(at: DateTime<Utc>, ring: impl FnOnce() + 'static) -> Timeout {
    let wait = (at - now()).num_milliseconds().clamp(0, LONGEST_MS);
    Timeout::new(u32::try_from(wait).unwrap_or_default(), ring)
}

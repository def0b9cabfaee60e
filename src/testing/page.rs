//! A page that a test drives: messages go in, and what it asks for is answered by the test's own hands. No browser, no
//! real time.

use super::at;
use crate::app::{Early, Model, Msg, Senders, open, title, update, view};
use crate::effect::{Effect, Timer};
use crate::route::Route;
use chrono::{DateTime, TimeDelta, Utc};
use yew::{Callback, Html};

/// The page, and what it has asked for and not been answered yet.
pub struct Page {
    pub model: Model,
    pub now: DateTime<Utc>,
    pub asked: Vec<Effect>,
}

impl Page {
    /// Opened at this address, `#…`.
    pub fn open(hash: &str) -> Page {
        Page::open_after(&Early::default(), hash)
    }

    /// The same after this was done before.
    pub fn open_after(early: &Early, hash: &str) -> Page {
        let now = at("2026-11-24T10:00:00Z");
        let (model, asked) = open(Route::parse("", hash), early, now);
        Page { model, now, asked }
    }

    /// The address changes.
    pub fn go(&mut self, hash: &str) -> Vec<Effect> {
        self.send(Msg::AddressChanged(Route::parse("", hash)))
    }

    /// Something happens; what is to be done is given back and noted as asked.
    pub fn send(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = update(&mut self.model, msg, self.now);
        self.asked.extend(effects.iter().cloned());
        effects
    }

    /// Takes the newest effect that `pick` knows out of what is not answered.
    #[track_caller]
    pub fn take<T>(&mut self, pick: impl Fn(&Effect) -> Option<T>) -> T {
        let place = self.asked.iter().rposition(|effect| pick(effect).is_some());
        let Some(place) = place else { panic!("not asked for; asked: {}", brief(&self.asked)) };
        pick(&self.asked.remove(place)).expect("it was just picked")
    }

    /// Time passes, and what counts on screen moves on.
    pub fn pass(&mut self, time: TimeDelta) -> Vec<Effect> {
        self.now += time;
        self.send(Msg::Woke(Timer::Tick))
    }

    /// The whole page, drawn.
    pub fn html(&self) -> Html {
        view(&self.model, self.now, &Senders::new(Callback::noop()))
    }

    /// The tab's title.
    pub fn title(&self) -> String {
        title(&self.model, self.now)
    }
}

/// The effects' names, and no secret in what they hold.
pub fn brief(effects: &[Effect]) -> String {
    let name = |effect: &Effect| {
        let debug = format!("{effect:?}");
        assert!(!debug.contains("SECRET"), "{debug}");
        match effect {
            Effect::WakeAt(_, timer) => format!("WakeAt({timer:?})"),
            Effect::DeviceFlow(command) => first_word(&format!("{command:?}")),
            Effect::Listing(command, _) => first_word(&format!("{command:?}")),
            Effect::Focus(element) => format!("Focus({})", element.0),
            Effect::FocusField(id) => format!("FocusField({id})"),
            Effect::ReplaceAddress(address) => format!("ReplaceAddress({address})"),
            Effect::Navigate(screen) => format!("Navigate({screen:?})"),
            Effect::PushEntry { next, .. } => format!("PushEntry({next:?})"),
            _ => first_word(&debug),
        }
    };
    effects.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn first_word(debug: &str) -> String {
    debug.split(['(', ' ']).next().unwrap_or_default().to_owned()
}

//! Does what `update` asks for and sends what comes of it; tells what happens in the browser by itself.
//!
//! Decides nothing. The only place that touches the network, the clock, the clipboard, files and focus; nothing in it
//! is tested natively, so it is kept thin.

mod browser;
mod calls;
mod clipboard;
mod dropped;
mod early;
mod files;
mod folder;
mod http;
mod notifications;
mod subscriptions;
mod timers;

use crate::app::Msg;
use crate::effect::{Effect, Timer};
use crate::screens::setup;
pub use browser::{address, now, route, set_title};
pub use early::{read_early, restore};
use folder::Folders;
use gloo_events::EventListener;
use onramp_domain::{device_flow, listing};
use timers::{Timers, send_at};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// One a page.
pub struct Shell {
    send: Callback<Msg>,
    timers: Timers,
    folders: Folders,
    _listeners: Vec<EventListener>,
}

impl Shell {
    /// Messages go to `send`.
    pub fn new(send: Callback<Msg>) -> Shell {
        let folders = Folders::default();
        if folder::is_offered() {
            send.emit(Msg::FoldersOffered);
        }
        if browser::is_on_windows() {
            send.emit(Msg::WindowsFound);
        }
        Shell {
            timers: Timers::default(),
            _listeners: subscriptions::subscribe(&send, &folders),
            folders,
            send,
        }
    }

    /// Does what is asked for.
    pub fn run(&mut self, effect: Effect) {
        match effect {
            Effect::FetchHostConfig => {
                self.later(async || Some(Msg::HostConfigFetched(http::fetch_host_config().await)));
            }
            Effect::SetAccent(colour) => browser::set_accent(colour.as_deref()),
            Effect::LookUpRegion(portal) => self.later(async move || {
                let region = http::look_up_region(&portal).await;
                Some(Msg::Setup(setup::Msg::RegionLookedUp(portal, region)))
            }),
            Effect::DeviceFlow(device_flow::Command::WakeAt { attempt, at }) => {
                let msg = setup::Msg::DeviceFlow(device_flow::Input::Woke(attempt));
                self.timers.device_flow = send_at(at, Msg::Setup(msg), &self.send);
            }
            Effect::DeviceFlow(command) => self.later(async || {
                Some(Msg::Setup(setup::Msg::DeviceFlow(calls::sign_in(command).await?)))
            }),
            Effect::Listing(listing::Command::WakeAt { attempt, at }, _) => {
                let msg = setup::Msg::Listing(listing::Input::Woke(attempt));
                self.timers.listing = send_at(at, Msg::Setup(msg), &self.send);
            }
            Effect::Listing(command, access) => self.later(async || {
                Some(Msg::Setup(setup::Msg::Listing(calls::list(command, access).await?)))
            }),
            Effect::WakeAt(at, timer) => {
                let set = send_at(at, Msg::Woke(timer), &self.send);
                match timer {
                    Timer::Tick => self.timers.tick = set,
                    Timer::SignInEnds => self.timers.sign_in_ends = set,
                    Timer::ConfigPause => self.timers.config_pause = set,
                }
            }
            Effect::Copy { button, text } => clipboard::copy(button, text, self.send.clone()),
            Effect::Download { name, text } => browser::download(name, text.expose()),
            Effect::OpenFolder(screen, mode) => {
                let folders = self.folders.clone();
                self.later(async move || {
                    Some(Msg::FolderOpened(screen, folders.choose(mode).await))
                });
            }
            Effect::Folder(screen, id, request) => {
                let folders = self.folders.clone();
                self.later(async move || {
                    let answer = folders.answer(id, request).await;
                    Some(Msg::FolderAnswered(screen, id, answer))
                });
            }
            Effect::AskToNotify => notifications::ask(self.send.clone()),
            Effect::Notify { title, body } => notifications::show(title, &body, &self.send),
            Effect::ReplaceAddress(hash) => browser::replace_address(&hash),
            Effect::PushEntry { here, next } => browser::push_entry(here, next),
            Effect::Navigate(screen) => browser::navigate(screen),
            Effect::Focus(element) => browser::focus(element.0.to_owned()),
            Effect::FocusField(id) => browser::focus(id),
            // The root has delivered it.
            Effect::HandOff(_) => {}
        }
    }

    /// Sends what comes of this, when it comes.
    fn later(&self, msg: impl AsyncFnOnce() -> Option<Msg> + 'static) {
        let send = self.send.clone();
        spawn_local(async move {
            if let Some(msg) = msg().await {
                send.emit(msg);
            }
        });
    }
}

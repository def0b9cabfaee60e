//! What the page asks of the browser: [`Shell::run`] does an effect and, where it has an answer, sends it as an event.
//!
//! Not here: deciding anything. This is the only place that touches the network, the clock, the clipboard, files and
//! focus; nothing in it is tested natively, so it is kept thin.

mod alarms;
mod browser;
mod calls;
mod config_files;
mod dropped;
mod files;
mod folder;
mod http;
mod json;
mod notifications;

use crate::app::effect::{CopyTarget, Effect};
use crate::app::event::{Event, TidyEvent, TokenEvent};
use crate::piece;
use alarms::Alarms;
use calls::Conversation;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

pub use browser::{list_seen, now, press, route, settle, watch};
pub use config_files::{chosen_config, dropped_config, pasted_config};
pub use files::{chosen_files, dropped_files, pasted_text};
pub use folder::offer_folders;

/// Does what the page asks for. One a page.
pub struct Shell {
    send: Callback<Event>,
    alarms: Alarms,
}

impl Shell {
    /// Answers go to `send`.
    pub fn new(send: Callback<Event>) -> Shell {
        Shell { alarms: Alarms::new(send.clone()), send }
    }

    /// Does one effect.
    pub fn run(&mut self, effect: Effect) {
        match effect {
            Effect::FetchSite => self.ask(calls::site()),
            Effect::LookUpRegion(portal) => self.ask(calls::look_up_region(portal)),
            Effect::Register(attempt, request) => self.ask(calls::register(attempt, &request)),
            Effect::Authorize(attempt, request) => self.ask(calls::authorize(attempt, &request)),
            Effect::Poll(attempt, request) => self.ask(calls::poll(attempt, &request)),
            Effect::Refresh(attempt, request) => self.ask(calls::refresh(attempt, &request)),
            Effect::Logout(attempt, request) => self.ask(calls::log_out(attempt, &request)),
            Effect::ListAccounts(attempt, request, access) => {
                self.ask(calls::list_accounts(attempt, &request, &access));
            }
            Effect::ListRoles(attempt, request, access) => {
                self.ask(calls::list_roles(attempt, &request, &access));
            }
            Effect::WakeAt(at, alarm) => self.alarms.set(at, alarm),
            Effect::Copy(target, text) => browser::copy(target, &text, self.send.clone()),
            Effect::CopyLink(hash) => {
                let link = browser::address_with(&hash);
                browser::copy(CopyTarget::Link, &link, self.send.clone());
            }
            Effect::CopyConfig(target, text) => {
                browser::copy(target, text.expose(), self.send.clone());
            }
            Effect::OpenFolder => {
                self.later(async || Event::Tidy(TidyEvent::FolderRead(folder::open().await)));
            }
            Effect::AskDisk(request) => self.later(async || {
                Event::Tidy(TidyEvent::DiskAnswered(folder::answer(request).await))
            }),
            Effect::SaveConfig(file, text) => browser::download(file.name(), text.expose()),
            Effect::Download { name, text } => browser::download(name, &text),
            Effect::LoadPiece => {
                let send = self.send.clone();
                spawn_local(async move { send.emit(Event::PieceLoaded(piece::load().await)) });
            }
            Effect::ParseJson(text) => {
                let parsed = browser::parse_cache_file(&text);
                self.send.emit(Event::Token(TokenEvent::JsonParsed(text, parsed)));
            }
            Effect::TellLocalTimes(times) => {
                let told = times.into_iter().map(|at| (at, browser::local_time(at))).collect();
                self.send.emit(Event::Token(TokenEvent::LocalTimesTold(told)));
            }
            Effect::AskToNotify => notifications::ask(self.send.clone()),
            Effect::Notify { title, body } => notifications::show(title, &body, &self.send),
            Effect::ReplaceAddress(hash) => browser::replace_address(&hash),
            Effect::Focus(target) => browser::focus(target),
        }
    }

    /// Sends what comes of this, when it comes.
    fn later(&self, event: impl AsyncFnOnce() -> Event + 'static) {
        let send = self.send.clone();
        spawn_local(async move { send.emit(event().await) });
    }

    /// Sends a request, and its answer as an event.
    fn ask(&self, conversation: Conversation) {
        let send = self.send.clone();
        spawn_local(async move {
            let arrived = conversation.outgoing.send().await;
            send.emit((conversation.read)(arrived.as_ref()));
        });
    }
}

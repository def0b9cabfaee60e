//! The browser's own things: clock, address, visibility, clipboard, files, focus, local time.
//!
//! Not here: the network.

use super::json;
use crate::app::effect::{CopyTarget, FocusTarget};
use crate::app::event::{ClipboardRefused, Event};
use crate::app::route::Route;
use crate::app::setup::rows::Seen;
use crate::app::token::CacheText;
use chrono::{DateTime, Utc};
use gloo_events::EventListener;
use js_sys::{Array, JSON};
use onramp_domain::cache::{CacheFields, JsonFault};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, HtmlOptionElement, Url, Window};
use yew::Callback;

/// The time by the device's clock.
pub fn now() -> DateTime<Utc> {
    let milliseconds = js_sys::Date::now();
    // A browser's time is a whole number of milliseconds far inside chrono's range.
    #[allow(clippy::cast_possible_truncation)]
    DateTime::from_timestamp_millis(milliseconds as i64).unwrap_or_default()
}

/// What the address bar names.
pub fn route() -> Route {
    let location = window().location();
    Route::parse(&location.search().unwrap_or_default(), &location.hash().unwrap_or_default())
}

/// Presses the element with this id.
pub fn press(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Chooses in each select the option that the document names, which the browser forgets once a person has chosen.
pub fn settle() {
    let Some(document) = window().document() else { return };
    let Ok(options) = document.query_selector_all("option[selected]") else { return };
    for option in (0..options.length()).filter_map(|index| options.get(index)) {
        let option: HtmlOptionElement = option.unchecked_into();
        if !option.selected() {
            option.set_selected(true);
        }
    }
}

/// Which part of the list is seen, where it is on the page.
pub fn list_seen() -> Option<Seen> {
    let list = element("rows")?;
    Some(Seen::of_pixels(list.scroll_top(), list.client_height()))
}

/// Reports every change of address, and every return to the page. Listens for as long as the answer lives.
pub fn watch(send: &Callback<Event>) -> Vec<EventListener> {
    let window = window();
    let mut listeners = vec![EventListener::new(&window, "hashchange", {
        let send = send.clone();
        move |_| send.emit(Event::AddressChanged(route()))
    })];
    let came_back = |target: &web_sys::EventTarget, name: &'static str| {
        let send = send.clone();
        EventListener::new(target, name, move |_| {
            if window_is_visible() {
                send.emit(Event::CameBack);
            }
        })
    };
    listeners.push(came_back(&window, "focus"));
    listeners.push(came_back(&window, "online"));
    listeners.push(came_back(&window, "pageshow"));
    if let Some(document) = window.document() {
        let send = send.clone();
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
            send.emit(if window_is_visible() { Event::CameBack } else { Event::WentAway });
        }));
    }
    listeners
}

pub(super) fn copy(target: CopyTarget, text: &str, send: Callback<Event>) {
    let clipboard = window().navigator().clipboard();
    // Outside a secure context there is no clipboard, whatever the binding's type says.
    if clipboard.is_undefined() {
        send.emit(Event::Copied(target, Err(ClipboardRefused)));
        return;
    }
    let promise = clipboard.write_text(text);
    spawn_local(async move {
        let result = JsFuture::from(promise).await.map(|_| ()).map_err(|_| ClipboardRefused);
        send.emit(Event::Copied(target, result));
    });
}

/// Lets the browser save a text. Whatever fails here leaves the text on the page, to be copied.
pub(super) fn download(name: &str, text: &str) {
    let _ = try_download(name, text);
}

pub(super) fn parse_cache_file(text: &CacheText) -> Result<Box<CacheFields>, JsonFault> {
    let value = json::parse(text.expose()).ok_or(JsonFault::NotJson { at: None })?;
    let fields = value.into_fields().ok_or(JsonFault::NotAnObject)?;
    Ok(Box::new(CacheFields::of_object(fields)))
}

/// How a time is written, as `Intl.DateTimeFormat` takes it.
const LOCAL_TIME: &str = r#"{"weekday":"short","day":"numeric","month":"short","year":"numeric","hour":"2-digit","minute":"2-digit","second":"2-digit","timeZoneName":"short"}"#;

/// A time in the person's zone and language: "Tue, 24 Nov 2026, 18:05:00 CET".
pub(super) fn local_time(at: DateTime<Utc>) -> Rc<str> {
    #[allow(clippy::cast_precision_loss)]
    let date = js_sys::Date::new(&JsValue::from_f64(at.timestamp_millis() as f64));
    let options = JSON::parse(LOCAL_TIME).unwrap_or_default().unchecked_into();
    String::from(date.to_locale_string("default", &options)).into()
}

/// This page's address with this behind the `#`, to be sent to somebody.
pub(super) fn address_with(hash: &str) -> String {
    let location = window().location();
    let [origin, path] = [location.origin(), location.pathname()].map(Result::unwrap_or_default);
    format!("{origin}{path}{hash}")
}

/// Writes the form into the address bar, in place of what stands there.
pub(super) fn replace_address(hash: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

pub(super) fn focus(target: FocusTarget) {
    // The element may only be there once this turn's changes are drawn.
    gloo_timers::callback::Timeout::new(0, move || {
        if let Some(element) = element(target.id()) {
            let _ = element.focus();
        }
    })
    .forget();
}

fn try_download(name: &str, text: &str) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    // With a type that has an ending of its own, browsers add it to a name that has none.
    properties.set_type("application/octet-stream");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &properties)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = window().document().ok_or(JsValue::NULL)?;
    let link: HtmlElement = document.create_element("a")?.unchecked_into();
    link.set_attribute("href", &url)?;
    link.set_attribute("download", name)?;
    link.click();
    Url::revoke_object_url(&url)
}

/// An element of the page's own. That it is HTML's is not asked: no drawing of the page has an id.
fn element(id: &str) -> Option<HtmlElement> {
    window().document()?.get_element_by_id(id).map(JsCast::unchecked_into)
}

fn window_is_visible() -> bool {
    window().document().is_none_or(|document| !document.hidden())
}

pub(super) fn window() -> Window {
    web_sys::window().expect("the page runs in a browser's window")
}

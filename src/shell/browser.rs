//! The browser's own things: clock, address, title, focus, downloads.

use crate::route::{Open, Route, Screen};
use chrono::{DateTime, Utc};
use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url, Window};

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

/// What the browser says of the system.
pub(super) fn is_on_windows() -> bool {
    window().navigator().platform().is_ok_and(|platform| platform.starts_with("Win"))
}

/// The page's address, without what stands from `#` on.
pub fn address() -> String {
    let location = window().location();
    let [origin, path] = [location.origin(), location.pathname()].map(Result::unwrap_or_default);
    origin + &path
}

/// Sets the tab's title.
pub fn set_title(title: &str) {
    if let Some(document) = window().document()
        && document.title() != title
    {
        document.set_title(title);
    }
}

/// Writes the form into the address bar, in place of what stands there.
pub(super) fn replace_address(hash: &str) {
    if let Ok(history) = window().history() {
        let entry = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&entry, "", Some(hash));
    }
}

/// Notes which step the history's entry is of, and adds one for the next. A browser that takes none goes on without.
pub(super) fn push_entry(here: Open, next: Open) {
    if let Ok(history) = window().history() {
        let [here, next] = [here, next].map(|open| JsValue::from(open as u8));
        let _ = history.replace_state(&here, "").and_then(|()| history.push_state(&next, ""));
    }
}

/// Which step the history's entry is of, where it is of one.
pub(super) fn entry() -> Option<Open> {
    let state = window().history().ok()?.state().ok()?;
    let steps = [Open::Connect, Open::Choose, Open::UseIt];
    steps.into_iter().find(|open| state == f64::from(*open as u8))
}

/// Goes to another screen, with an entry in the history.
pub(super) fn navigate(screen: Screen) {
    let _ = window().location().set_hash(screen.href());
}

/// Draws the page in this colour of the company's, or in its own: through the object model, since the page's policy
/// forbids styles in the document. The one place that touches a style.
pub(super) fn set_accent(colour: Option<&str>) {
    let root = window().document().and_then(|document| document.document_element());
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    let _ = match colour {
        Some(colour) => root
            .style()
            .set_property("--host-accent", colour)
            .and_then(|()| root.set_attribute("data-accent", "host")),
        None => root.remove_attribute("data-accent"),
    };
}

/// Moves the focus once this turn's changes are drawn: the element may only be there then.
pub(super) fn focus(id: String) {
    Timeout::new(0, move || {
        let element = window().document().and_then(|document| document.get_element_by_id(&id));
        if let Some(element) = element {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    })
    .forget();
}

/// Lets the browser save a text. Whatever fails here leaves the text on the page, to be copied.
pub(super) fn download(name: &str, text: &str) {
    let _ = try_download(name, text);
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

pub(super) fn window() -> Window {
    web_sys::window().expect("the page runs in a browser's window")
}

//! A config file as a person pastes, drops or chooses it, with every byte.
//!
//! Not here: what is in it. A browser's own ways to text drop a byte order mark and change line breaks, so files are
//! read as bytes and pastes from the clipboard's data.

use super::{files, folder};
use crate::app::event::{self as app, TidyEvent};
use crate::app::tidy::config_text::{ConfigFile, ConfigText};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, Event, File, HtmlTextAreaElement};
use yew::Callback;

/// The text of a paste, as a clipboard event of a text area tells of it, that takes the place of all that is in the
/// box; `None` for one in the midst of it, which is the box's own matter.
pub fn pasted_config(event: &Event) -> Option<ConfigText> {
    let target: HtmlTextAreaElement = event.target()?.unchecked_into();
    let selected = (target.selection_start().ok()??, target.selection_end().ok()??);
    let length = target.text_length();
    let data = event.unchecked_ref::<ClipboardEvent>().clipboard_data()?;
    let text = data.get_data("text/plain").ok().filter(|text| !text.is_empty())?;
    (selected == (0, length)).then(|| ConfigText::new(text))
}

/// Reads what was chosen in a file field, which the event comes from.
pub fn chosen_config(event: &Event, send: Callback<app::Event>) {
    if let Some(files) = files::chosen(event) {
        spawn_local(async move { send.emit(read(files).await) });
    }
}

/// Reads what was dropped, as a drag event tells of it: files, or the folder where the browser hands one over.
pub fn dropped_config(event: &Event, send: Callback<app::Event>) {
    // What was dropped is there only for as long as the event is.
    let handles = handles(event);
    let Some(files) = files::dropped(event) else { return };
    spawn_local(async move {
        for handle in handles {
            let Ok(handle) = JsFuture::from(handle).await else { continue };
            let kind = Reflect::get(&handle, &"kind".into()).unwrap_or_default();
            if kind.as_string().as_deref() == Some("directory") {
                let read = folder::take(handle).await;
                send.emit(app::Event::Tidy(TidyEvent::FolderRead(read)));
                return;
            }
        }
        send.emit(read(files).await);
    });
}

/// The handles of what was dropped; none where the browser has no such thing.
fn handles(event: &Event) -> Vec<Promise> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let items = get(&get(event, "dataTransfer"), "items");
    if !items.is_object() {
        return vec![];
    }
    let items = Array::from(&items).into_iter().filter_map(|item| {
        let method = get(&item, "getAsFileSystemHandle").dyn_into::<Function>().ok()?;
        method.call0(&item).ok()?.dyn_into::<Promise>().ok()
    });
    items.collect()
}

/// All of them before any is reported.
async fn read(files: Vec<File>) -> app::Event {
    let mut read = Vec::with_capacity(files.len());
    for file in files {
        let bytes = JsFuture::from(file.array_buffer()).await.ok();
        let bytes = bytes.map(|buffer| Uint8Array::new(&buffer).to_vec());
        read.push(ConfigFile::read(file.name(), bytes));
    }
    app::Event::Tidy(TidyEvent::FilesRead(read))
}

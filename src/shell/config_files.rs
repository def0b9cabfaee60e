//! A config file as a person pastes, drops or chooses it, with every byte.
//!
//! Not here: what is in it. A browser's own ways to text drop a byte order mark and change line breaks, so files are
//! read as bytes and pastes from the clipboard's data.

use super::files;
use crate::app::tidy::config_text::{ConfigFile, ConfigText};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
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
pub fn chosen_config(event: &Event, report: Callback<Vec<ConfigFile>>) {
    if let Some(files) = files::chosen(event) {
        read(files, report);
    }
}

/// Reads what was dropped, as a drag event tells of it.
pub fn dropped_config(event: &Event, report: Callback<Vec<ConfigFile>>) {
    if let Some(files) = files::dropped(event) {
        read(files, report);
    }
}

/// All of them before any is reported.
fn read(files: Vec<File>, report: Callback<Vec<ConfigFile>>) {
    spawn_local(async move {
        let mut read = Vec::with_capacity(files.len());
        for file in files {
            let bytes = JsFuture::from(file.array_buffer()).await.ok();
            let bytes = bytes.map(|buffer| Uint8Array::new(&buffer).to_vec());
            read.push(ConfigFile::read(file.name(), bytes));
        }
        report.emit(read);
    });
}

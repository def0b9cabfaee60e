//! A config file as a person pastes, drops or chooses it, with every byte.
//!
//! Not here: what is in it. A browser's own ways to text drop a byte order mark and change line breaks, so files are
//! read as bytes and pastes from the clipboard's data.

use crate::app::tidy::config_text::{ConfigFile, ConfigText};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ClipboardEvent, DragEvent, Event, File, FileList, HtmlElement, HtmlInputElement,
    HtmlTextAreaElement,
};
use yew::Callback;

/// The text of a paste that takes the place of all that is in the box; `None` for one in the midst of it, which is
/// the box's own matter.
pub fn pasted_config(event: &Event) -> Option<ConfigText> {
    let target = event.target()?.dyn_into::<HtmlTextAreaElement>().ok()?;
    let selected = (target.selection_start().ok()??, target.selection_end().ok()??);
    let length = target.text_length();
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let text = data.get_data("text/plain").ok().filter(|text| !text.is_empty())?;
    (selected == (0, length)).then(|| ConfigText::new(text))
}

/// Reads what was chosen in a file field.
pub fn chosen_config(event: &Event, report: Callback<Vec<ConfigFile>>) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    if let Some(files) = input.files() {
        read(&files, report);
    }
    // So that the same file can be chosen again.
    input.set_value("");
}

/// Reads what was dropped.
pub fn dropped_config(event: &Event, report: Callback<Vec<ConfigFile>>) {
    let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    if let Some(files) = transfer.and_then(|transfer| transfer.files()) {
        read(&files, report);
    }
}

/// Opens the browser's file window, by the hidden field with this id.
pub fn open_file_window(field: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let field = document.and_then(|document| document.get_element_by_id(field));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        field.click();
    }
}

/// All of them before any is reported.
fn read(files: &FileList, report: Callback<Vec<ConfigFile>>) {
    let files: Vec<File> = (0..files.length()).filter_map(|index| files.get(index)).collect();
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

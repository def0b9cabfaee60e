//! Files that a person chose or dropped, read as text.
//!
//! Not here: what they are.

use crate::app::token::CacheText;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};
use yew::Callback;

/// Reads what was chosen in a file field, which the event comes from.
pub fn chosen_files(event: &Event, report: Callback<Vec<CacheText>>) {
    let Some(input) = event.target() else { return };
    let input: HtmlInputElement = input.unchecked_into();
    if let Some(files) = input.files() {
        read(&files, report);
    }
    // So that the same file can be chosen again.
    input.set_value("");
}

/// Reads what was dropped, as a drag event tells of it.
pub fn dropped_files(event: &Event, report: Callback<Vec<CacheText>>) {
    let transfer = event.unchecked_ref::<DragEvent>().data_transfer();
    if let Some(files) = transfer.and_then(|transfer| transfer.files()) {
        read(&files, report);
    }
}

/// All of them before any is reported.
fn read(files: &FileList, report: Callback<Vec<CacheText>>) {
    let files: Vec<File> = (0..files.length()).filter_map(|index| files.get(index)).collect();
    spawn_local(async move {
        let mut texts = Vec::with_capacity(files.len());
        for file in files {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            texts.push(CacheText::from_file(file.name(), text.unwrap_or_default()));
        }
        report.emit(texts);
    });
}

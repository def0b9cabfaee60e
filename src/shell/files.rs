//! Files that a person chose or dropped, and a cache file's text out of them.
//!
//! Not here: what they are.

use crate::app::token::CacheText;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};
use yew::Callback;

/// Reads what was chosen in a file field, which the event comes from.
pub fn chosen_files(event: &Event, report: Callback<Vec<CacheText>>) {
    if let Some(files) = chosen(event) {
        read(files, report);
    }
}

/// Reads what was dropped, as a drag event tells of it.
pub fn dropped_files(event: &Event, report: Callback<Vec<CacheText>>) {
    if let Some(files) = dropped(event) {
        read(files, report);
    }
}

/// What was chosen in a file field, which the event comes from.
pub(super) fn chosen(event: &Event) -> Option<Vec<File>> {
    let input: HtmlInputElement = event.target()?.unchecked_into();
    let files = input.files().map(listed);
    // So that the same file can be chosen again.
    input.set_value("");
    files
}

/// What was dropped, as a drag event tells of it.
pub(super) fn dropped(event: &Event) -> Option<Vec<File>> {
    event.unchecked_ref::<DragEvent>().data_transfer()?.files().map(listed)
}

/// A browser empties its own list with the field.
fn listed(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

/// All of them before any is reported.
fn read(files: Vec<File>, report: Callback<Vec<CacheText>>) {
    spawn_local(async move {
        let mut texts = Vec::with_capacity(files.len());
        for file in files {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            texts.push(CacheText::from_file(file.name(), text.unwrap_or_default()));
        }
        report.emit(texts);
    });
}

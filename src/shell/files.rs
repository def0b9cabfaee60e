//! Files that a person chose or dropped, and a cache file's text out of them.
//!
//! Not here: what they are.

use super::dropped;
use crate::app::token::CacheText;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ClipboardEvent, DragEvent, Event, File, FileList, HtmlInputElement, HtmlTextAreaElement,
};
use yew::Callback;

/// A text area's text with a paste in it, as a clipboard event tells of it. The browser is kept from pasting, so that
/// the text never is in the box, nor in what its undo brings back.
pub fn pasted_text(event: &Event) -> Option<CacheText> {
    let area: HtmlTextAreaElement = event.target()?.unchecked_into();
    let data = event.unchecked_ref::<ClipboardEvent>().clipboard_data()?;
    let text = data.get_data("text/plain").ok().filter(|text| !text.is_empty())?;
    let (start, end) = (area.selection_start().ok()??, area.selection_end().ok()??);
    // A browser counts in UTF-16.
    let before: Vec<u16> = area.value().encode_utf16().collect();
    let (before, after) = (before.get(..start as usize)?, before.get(end as usize..)?);
    event.prevent_default();
    let kept = [before, after].map(String::from_utf16_lossy);
    Some(CacheText::pasted([&kept[0], &*text, &kept[1]].concat()))
}

/// Reads what was chosen in a file field, which the event comes from.
pub fn chosen_files(event: &Event, report: Callback<Vec<CacheText>>) {
    if let Some(files) = chosen(event) {
        read(files, report);
    }
}

/// Reads what was dropped, as a drag event tells of it: files, what is in folders, or a text.
pub fn dropped_files(event: &Event, report: Callback<Vec<CacheText>>) {
    let Some(dropped) = dropped::dropped(event) else { return };
    if dropped.is_empty() {
        if let Some(text) = dropped_text(event) {
            report.emit(vec![CacheText::pasted(text)]);
        }
        return;
    }
    spawn_local(async move {
        let folder = dropped::first_folder(&dropped);
        let mut texts = texts(dropped::files(dropped).await).await;
        // That there is nothing in it is an answer too.
        if texts.is_empty() {
            texts.extend(folder.map(|name| CacheText::from_file(name, String::new())));
        }
        report.emit(texts);
    });
}

fn dropped_text(event: &Event) -> Option<String> {
    let transfer = event.unchecked_ref::<DragEvent>().data_transfer()?;
    transfer.get_data("text/plain").ok().filter(|text| !text.is_empty())
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
    spawn_local(async move { report.emit(texts(files).await) });
}

async fn texts(files: Vec<File>) -> Vec<CacheText> {
    let mut texts = Vec::with_capacity(files.len());
    for file in files {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        texts.push(CacheText::from_file(file.name(), text.unwrap_or_default()));
    }
    texts
}

//! Files out of what was dropped, folders too.
//!
//! Of a folder only what can be a cache file or a config is taken: a whole home folder may
//! have been dropped, and the credentials file is nobody's business here.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransferItemList, DragEvent, Event, File, FileSystemDirectoryEntry, FileSystemEntry,
    FileSystemFileEntry,
};

/// No more files than this are taken out of folders, and no more folders are looked into.
const MOST: usize = 200;
/// In bytes; no cache file is nearly as long.
const LONGEST: f64 = 1_000_000.0;

/// What was dropped, as a drag event tells of it. It is only to be had while the event lasts.
#[derive(Default)]
pub(super) struct Dropped {
    pub(super) files: Vec<File>,
    pub(super) folders: Vec<FileSystemDirectoryEntry>,
}

impl Dropped {
    pub(super) fn of(event: &Event) -> Dropped {
        let mut dropped = Dropped::default();
        let Some(items) = items(event) else { return dropped };
        for item in (0..items.length()).filter_map(|place| items.get(place)) {
            match item.webkit_get_as_entry().ok().flatten() {
                Some(entry) if entry.is_directory() => {
                    dropped.folders.push(entry.unchecked_into());
                }
                _ => dropped.files.extend(item.get_as_file().ok().flatten()),
            }
        }
        dropped
    }
}

/// The text that was dropped.
pub(super) fn text(event: &Event) -> Option<String> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    transfer.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// The handle of the first thing that was dropped; none where the browser has no such thing.
pub(super) fn folder_handle(event: &Event) -> Option<Promise> {
    let item: JsValue = items(event)?.get(0)?.into();
    let method = Reflect::get(&item, &"getAsFileSystemHandle".into()).ok()?;
    method.dyn_into::<Function>().ok()?.call0(&item).ok()?.dyn_into().ok()
}

/// The handle, where it is a folder's.
pub(super) async fn as_folder(handle: Promise) -> Option<JsValue> {
    let handle = JsFuture::from(handle).await.ok()?;
    let kind = Reflect::get(&handle, &"kind".into()).ok()?.as_string();
    (kind.as_deref() == Some("directory")).then_some(handle)
}

/// All files of it, those of folders last.
pub(super) async fn files(dropped: Dropped) -> Vec<File> {
    let Dropped { mut files, mut folders } = dropped;
    let (mut taken, mut seen) = (0, 0);
    while let Some(folder) = folders.pop().filter(|_| seen < MOST) {
        seen += 1;
        for entry in entries(&folder).await {
            if entry.is_directory() {
                folders.push(entry.unchecked_into());
            } else if taken < MOST && is_wanted(&entry.name()) {
                let file = file(entry.unchecked_ref()).await;
                let file = file.filter(|file| file.size() < LONGEST);
                taken += usize::from(file.is_some());
                files.extend(file);
            }
        }
    }
    files
}

fn items(event: &Event) -> Option<DataTransferItemList> {
    Some(event.dyn_ref::<DragEvent>()?.data_transfer()?.items())
}

fn is_wanted(name: &str) -> bool {
    name == "config" || name.ends_with(".json")
}

/// A folder's entries. A browser gives them in portions, and an empty one at last.
async fn entries(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let portion =
            asked(|done, failed| reader.read_entries_with_callback_and_callback(done, failed));
        let portion: Array = portion.await.unwrap_or_default().unchecked_into();
        if !Array::is_array(&portion) || portion.length() == 0 {
            return entries;
        }
        entries.extend(portion.iter().map(FileSystemEntry::unchecked_from_js));
    }
}

async fn file(entry: &FileSystemFileEntry) -> Option<File> {
    let file = asked(|done, failed| {
        entry.file_with_callback_and_callback(done, failed);
        Ok(())
    });
    file.await.ok().map(File::unchecked_from_js)
}

/// What something that takes two functions calls the first of them with.
async fn asked(
    mut ask: impl FnMut(&Function, &Function) -> Result<(), JsValue>,
) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        if let Err(error) = ask(&done, &failed) {
            let _ = failed.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(promise).await
}

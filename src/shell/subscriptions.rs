//! What happens in the browser by itself: the address changes, the page is hidden or seen again, files come in.

use super::browser::{entry, route, window};
use super::dropped::{self, Dropped};
use super::files;
use super::folder::Folders;
use crate::app::Msg;
use crate::file_text::{FileError, FileText, ReadFile};
use crate::route::Screen;
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    DragEvent, Element, Event, EventTarget, File, HtmlElement, HtmlInputElement, KeyboardEvent,
};
use yew::Callback;

/// Listens for as long as the answer lives.
pub(super) fn subscribe(send: &Callback<Msg>, folders: &Folders) -> Vec<EventListener> {
    let window = window();
    let seen = |target: &EventTarget, name: &'static str| {
        let send = send.clone();
        EventListener::new(target, name, move |_| {
            send.emit(if is_visible() { Msg::CameBack } else { Msg::WentAway });
        })
    };
    let mut listeners: Vec<EventListener> =
        ["focus", "online", "pageshow"].map(|name| seen(&window, name)).into();
    listeners.extend(window.document().map(|document| seen(&document, "visibilitychange")));
    let routed = send.clone();
    let hash_changed = move |_: &Event| routed.emit(Msg::AddressChanged(route()));
    listeners.push(EventListener::new(&window, "hashchange", hash_changed));
    let moved = send.clone();
    listeners.push(EventListener::new(&window, "popstate", move |_| {
        if let Some(open) = entry() {
            moved.emit(Msg::HistoryMoved(open));
        }
    }));
    listeners.push(slash(&window));
    listeners.extend(files_come_in(&window, send, folders));
    listeners
}

/// `/` goes to the search field that says so, but for who is typing.
fn slash(window: &EventTarget) -> EventListener {
    const TYPED_IN: &str = "textarea, select, input:not([type=checkbox], [type=radio])";
    let may_prevent = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(window, "keydown", may_prevent, |event| {
        let Some(key) = event
            .dyn_ref::<KeyboardEvent>()
            .filter(|key| key.key() == "/" && !(key.ctrl_key() || key.meta_key() || key.alt_key()))
        else {
            return;
        };
        let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_typing = target.is_some_and(|target| target.matches(TYPED_IN).unwrap_or(false));
        let document = self::window().document().filter(|_| !is_typing);
        let search = document.and_then(|it| it.query_selector("[aria-keyshortcuts='/']").ok()?);
        if let Some(search) = search.and_then(|search| search.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            // A browser that can't move the focus leaves it where it is.
            let _ = search.focus();
        }
    })
}

/// Files that are dropped anywhere on the page, or chosen in any of its file fields.
fn files_come_in(
    window: &EventTarget,
    send: &Callback<Msg>,
    folders: &Folders,
) -> [EventListener; 3] {
    let sequence = Rc::new(Cell::new(0));
    let next = move || {
        sequence.set(sequence.get() + 1);
        sequence.get()
    };
    let may_prevent = EventListenerOptions::enable_prevent_default();
    let dragged = EventListener::new_with_options(window, "dragover", may_prevent, |event| {
        if is_ours(event) {
            event.prevent_default();
        }
    });
    let dropped = EventListener::new_with_options(window, "drop", may_prevent, {
        let (send, folders, next) = (send.clone(), folders.clone(), next.clone());
        move |event| {
            if is_ours(event) {
                event.prevent_default();
                take_dropped(event, next(), folders.clone(), send.clone());
            }
        }
    });
    let chosen = EventListener::new(window, "change", {
        let send = send.clone();
        move |event| {
            if let Some(files) = chosen(event) {
                let (sequence, send) = (next(), send.clone());
                spawn_local(async move {
                    let files = files::read_all(files).await;
                    send.emit(Msg::FilesRead { sequence, files });
                });
            }
        }
    });
    [dragged, dropped, chosen]
}

/// Whether a drag is not the browser's own matter. Else it would leave the page for a file, or put text into a box.
fn is_ours(event: &Event) -> bool {
    let Some(transfer) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else {
        return false;
    };
    let has_files = transfer.types().includes(&"Files".into(), 0);
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let into_box = target.is_some_and(|target| target.matches("input, textarea").unwrap_or(false));
    has_files || !into_box
}

/// Reads what was dropped: files, what is in folders, or a text. What was dropped is only to be had while the event is.
fn take_dropped(event: &Event, sequence: u32, folders: Folders, send: Callback<Msg>) {
    let entries = Dropped::of(event);
    if entries.files.is_empty() && entries.folders.is_empty() {
        if let Some(text) = dropped::text(event) {
            let files = vec![ReadFile::pasted(FileText::new(text))];
            send.emit(Msg::FilesRead { sequence, files });
        }
        return;
    }
    // Only "Tidy my config" writes into a folder; elsewhere one is looked through for what can be read.
    let handle = match route().screen {
        Screen::Config => dropped::folder_handle(event),
        Screen::Setup | Screen::Token | Screen::Help | Screen::Platform => None,
    };
    spawn_local(async move {
        if let Some(handle) = handle
            && let Some(folder) = dropped::as_folder(handle).await
        {
            let opened = folders.open(folder).await;
            send.emit(Msg::FolderDropped { sequence, opened });
            return;
        }
        let folder = entries.folders.first().map(|folder| folder.name());
        let mut files = files::read_all(dropped::files(entries).await).await;
        // That there is nothing in it is an answer too.
        if let (true, Some(name)) = (files.is_empty(), folder) {
            files.push(ReadFile { name: Some(name), text: Err(FileError::NothingThere) });
        }
        send.emit(Msg::FilesRead { sequence, files });
    });
}

/// What was chosen in the file field that the event comes from.
fn chosen(event: &Event) -> Option<Vec<File>> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let list = field.files().filter(|_| field.type_() == "file")?;
    let files = (0..list.length()).filter_map(|place| list.get(place)).collect();
    // So that the same file can be chosen again.
    field.set_value("");
    Some(files)
}

fn is_visible() -> bool {
    window().document().is_none_or(|document| !document.hidden())
}

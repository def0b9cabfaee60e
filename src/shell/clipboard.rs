//! Writing to the clipboard. The page's own policy forbids it to read it.

use super::browser::window;
use crate::app::Msg;
use crate::effect::{ClipboardRefused, CopyId};
use crate::file_text::FileText;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// Copies a text.
pub(super) fn copy(button: CopyId, text: FileText, send: Callback<Msg>) {
    let clipboard = window().navigator().clipboard();
    // Outside a secure context there is no clipboard, whatever the binding's type says.
    if clipboard.is_undefined() {
        send.emit(Msg::Copied(button, text, Err(ClipboardRefused)));
        return;
    }
    let promise = clipboard.write_text(text.expose());
    spawn_local(async move {
        let result = JsFuture::from(promise).await.map(|_| ()).map_err(|_| ClipboardRefused);
        send.emit(Msg::Copied(button, text, result));
    });
}

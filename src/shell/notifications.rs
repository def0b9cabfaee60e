//! The browser's notifications: asking for permission, showing one.

use super::browser::window;
use crate::app::Msg;
use crate::effect::Permission;
use crate::screens::token;
use js_sys::Reflect;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Notification, NotificationOptions, NotificationPermission};
use yew::Callback;

/// Asks the person, where their browser does.
pub(super) fn ask(send: Callback<Msg>) {
    let promise = if is_there() { Notification::request_permission().ok() } else { None };
    let Some(promise) = promise else {
        answer(&send, Permission::Unsupported);
        return;
    };
    spawn_local(async move {
        let answered = JsFuture::from(promise).await;
        answer(&send, if answered.is_ok() { permission() } else { Permission::Denied });
    });
}

/// Shows one. Phones' browsers allow it in principle and refuse it to pages.
pub(super) fn show(title: &str, body: &str, send: &Callback<Msg>) {
    let options = NotificationOptions::new();
    options.set_body(body);
    if !is_there() || Notification::new_with_options(title, &options).is_err() {
        answer(send, Permission::Unsupported);
    }
}

/// Whether this browser has them, whatever the binding's type says.
fn is_there() -> bool {
    Reflect::has(&window(), &"Notification".into()).unwrap_or_default()
}

fn permission() -> Permission {
    match Notification::permission() {
        NotificationPermission::Granted => Permission::Granted,
        NotificationPermission::Denied => Permission::Denied,
        _ => Permission::Unanswered,
    }
}

fn answer(send: &Callback<Msg>, permission: Permission) {
    send.emit(Msg::Token(token::Msg::NotifyAnswered(permission)));
}

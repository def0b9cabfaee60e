//! Waiting for something to become true, and the messages that a shell sends.

use js_sys::Promise;
use onramp::{Effect, Msg, Shell};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

/// So often a condition is looked at, some milliseconds apart, before it counts as never coming true.
const LOOKS: usize = 1500;

/// Waits until a condition gives something.
pub(crate) async fn until<T>(what: &str, condition: impl Fn() -> Option<T>) -> T {
    for _ in 0..LOOKS {
        if let Some(found) = condition() {
            return found;
        }
        turn().await;
    }
    panic!("never: {what}");
}

/// Lets the browser do what is due.
async fn turn() {
    let promise = Promise::new(&mut |resolve, _| {
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 4)
            .expect("timers work");
    });
    JsFuture::from(promise).await.expect("a timer ends well");
}

/// The browser's window.
pub(crate) fn window() -> web_sys::Window {
    web_sys::window().expect("there is a window")
}

/// The document.
pub(crate) fn document() -> web_sys::Document {
    window().document().expect("there is a document")
}

/// A shell, and what it has sent.
pub(crate) struct Listener {
    shell: Shell,
    sent: Rc<RefCell<Vec<Msg>>>,
}

impl Listener {
    /// A shell of its own.
    pub(crate) fn new() -> Listener {
        let (send, sent) = recorder();
        Listener { shell: Shell::new(send), sent }
    }

    /// Does an effect.
    pub(crate) fn run(&mut self, effect: Effect) {
        self.shell.run(effect);
    }

    /// Does an effect and waits for the message that answers it.
    pub(crate) async fn answer(&mut self, effect: Effect) -> Msg {
        self.run(effect);
        self.next().await
    }

    /// Takes what was sent so far.
    pub(crate) fn sent(&self) -> Vec<Msg> {
        self.sent.take()
    }

    /// Lets the shell go; what was sent stays.
    pub(crate) fn close(self) -> Rc<RefCell<Vec<Msg>>> {
        self.sent
    }

    /// The next message.
    pub(crate) async fn next(&self) -> Msg {
        until("a message", || {
            let mut sent = self.sent.borrow_mut();
            // What this browser can do is said by every shell, unasked.
            sent.retain(|msg| !matches!(msg, Msg::FoldersOffered));
            (!sent.is_empty()).then(|| sent.remove(0))
        })
        .await
    }
}

/// A callback that keeps what it is given.
pub(crate) fn recorder<T: 'static>() -> (Callback<T>, Rc<RefCell<Vec<T>>>) {
    let kept = Rc::new(RefCell::new(Vec::new()));
    let keep = Rc::clone(&kept);
    (Callback::from(move |value| keep.borrow_mut().push(value)), kept)
}

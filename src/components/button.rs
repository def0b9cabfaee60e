//! A button with a word on it, which sends a message.

use yew::{AttrValue, Callback, Html, MouseEvent, html};

/// What a click sends.
pub fn click<M: Clone + 'static>(send: &Callback<M>, msg: M) -> Callback<MouseEvent> {
    send.reform(move |_| msg.clone())
}

pub fn button<M: Clone + 'static>(
    class: &'static str,
    word: impl Into<AttrValue>,
    send: &Callback<M>,
    msg: M,
) -> Html {
    any_button(class, None, word.into(), click(send, msg))
}

/// Its accessible name says more than its word: "Remove dev".
pub fn named_button<M: Clone + 'static>(
    class: &'static str,
    name: impl Into<AttrValue>,
    word: impl Into<AttrValue>,
    send: &Callback<M>,
    msg: M,
) -> Html {
    any_button(class, Some(name.into()), word.into(), click(send, msg))
}

/// Buttons in a row.
pub fn actions(buttons: Html) -> Html {
    html! { <div class="actions">{ buttons }</div> }
}

/// Whatever its press does. `name` is its accessible name, where that says more than its word.
pub fn any_button(
    class: &'static str,
    name: Option<AttrValue>,
    word: AttrValue,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button {class} type="button" aria-label={name} {onclick}>{ word }</button> }
}

//! Buttons: with a word on it, one sends a message; or it copies.

use super::icon::{Glyph, small_icon};
use crate::shared::CopyState;
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

/// The usual word.
pub const COPY: &str = "Copy";
const COPIED: &str = "Copied";

/// A button that copies. `name` is its accessible name and stays; on it stands `word`, and for a moment "Copied" takes its
/// place and keeps its width.
pub fn copy_button(
    class: &'static str,
    name: &'static str,
    word: &'static str,
    copied: CopyState,
    onclick: Callback<MouseEvent>,
) -> Html {
    let done = copied == CopyState::Copied;
    let hidden = |yes: bool| yes.then_some("true");
    html! {
        <button {class} type="button" aria-label={name} {onclick}>
            { small_icon(if done { Glyph::Check } else { Glyph::Copy }) }
            <span class="swap">
                <span aria-hidden={hidden(done)}>{ word }</span>
                <span aria-hidden={hidden(!done)}>{ COPIED }</span>
            </span>
        </button>
    }
}

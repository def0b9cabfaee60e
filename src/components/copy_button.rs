//! A button that copies. Its accessible name stays; "Copied" takes the word's place for a moment and keeps its width.

use super::icon::{Glyph, small_icon};
use crate::shared::CopyState;
use yew::{Callback, Html, MouseEvent, html};

/// The usual word.
pub const COPY: &str = "Copy";
const COPIED: &str = "Copied";

/// `name` is its accessible name, `word` stands on it.
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

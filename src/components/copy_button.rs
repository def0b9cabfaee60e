//! A button that copies. Its accessible name stays; "Copied" takes the word's place for a moment and keeps its width.

use super::icon::{Glyph, small_icon};
use crate::shared::CopyState;
use yew::{Callback, Html, MouseEvent, html};

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyLook {
    /// In a file's head, or among text.
    Link,
    /// In a terminal.
    Terminal,
    /// By itself, outlined.
    Button,
    /// The same, smaller.
    Small,
    /// The screen's primary action.
    Primary,
}

/// The usual word.
pub const COPY: &str = "Copy";
const COPIED: &str = "Copied";

/// `name` is its accessible name, `word` stands on it.
pub fn copy_button(
    look: CopyLook,
    name: &'static str,
    word: &'static str,
    copied: CopyState,
    onclick: Callback<MouseEvent>,
) -> Html {
    let class = match look {
        CopyLook::Link => "link small",
        CopyLook::Terminal => "copy",
        CopyLook::Button => "button",
        CopyLook::Small => "button small",
        CopyLook::Primary => "button primary",
    };
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

//! A button that copies. Its accessible name stays; "Copied" takes the word's place for a moment and keeps its width.

use super::icon::{Glyph, small_icon};
use crate::effect::CopyId;
use crate::file_text::FileText;
use crate::shared::Copied;
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// Where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CopyLook {
    /// In a file's head, or among text.
    #[default]
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

#[derive(PartialEq, Properties)]
pub struct CopyButtonProps {
    pub id: CopyId,
    /// What it copies: "Copied" is said only for as long as that stays the same.
    pub text: FileText,
    /// The accessible name.
    #[prop_or(AttrValue::Static(COPY))]
    pub name: AttrValue,
    /// The word on it, when it isn't "Copy".
    #[prop_or(AttrValue::Static(COPY))]
    pub word: AttrValue,
    #[prop_or_default]
    pub look: CopyLook,
    pub copied: Copied,
    pub on_copy: Callback<CopyId>,
}

const COPY: &str = "Copy";
const COPIED: &str = "Copied";

#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let class = match props.look {
        CopyLook::Link => "link small",
        CopyLook::Terminal => "copy",
        CopyLook::Button => "button",
        CopyLook::Small => "button small",
        CopyLook::Primary => "button primary",
    };
    let id = props.id;
    let done = props.copied.shows(id, &props.text);
    let hidden = |yes: bool| yes.then_some("true");
    html! {
        <button {class} type="button" aria-label={&props.name} onclick={props.on_copy.reform(move |_| id)}>
            { small_icon(if done { Glyph::Check } else { Glyph::Copy }) }
            <span class="swap">
                <span aria-hidden={hidden(done)}>{ &props.word }</span>
                <span aria-hidden={hidden(!done)}>{ COPIED }</span>
            </span>
        </button>
    }
}

//! A file: its path, how long it is, its exact text, and what can be done with it.

use super::highlight;
use super::icon::{Glyph, small_icon};
use crate::file_text::FileText;
use yew::{AttrValue, Classes, Html, Properties, classes, component, html};

#[derive(PartialEq, Properties)]
pub struct CodeBlockProps {
    /// The region's name: "Config block".
    pub name: AttrValue,
    /// `~/.aws/config`.
    pub path: AttrValue,
    /// What stands beside the path: "9 lines".
    #[prop_or_default]
    pub note: AttrValue,
    pub text: FileText,
    /// `part` or `short`: lower, scrolls.
    #[prop_or_default]
    pub class: Classes,
    /// The region's id, to be focused.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// In the head, behind all else: the copy button.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn CodeBlock(props: &CodeBlockProps) -> Html {
    html! {
        <section class={classes!("file", props.class.clone())} aria-label={&props.name} id={props.id.clone()} tabindex={props.id.as_ref().map(|_| "-1")}>
            <div class="file-head">
                <span class="where">{ small_icon(Glyph::File) }{ &props.path }</span>
                if !props.note.is_empty() {
                    <span class="quiet">{ &props.note }</span>
                }
                { props.children.clone() }
            </div>
            <pre tabindex="0">{ highlight::config(props.text.expose()) }</pre>
        </section>
    }
}

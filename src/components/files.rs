//! The button that opens the file window, and where a file is found.

use super::fold::fold;
use web_sys::HtmlInputElement;
use yew::{AttrValue, Classes, Html, Properties, component, html, use_callback, use_node_ref};

#[derive(PartialEq, Properties)]
pub struct FileButtonProps {
    pub name: AttrValue,
    #[prop_or("button".into())]
    pub class: Classes,
}

/// The shell listens for what any file field of the page takes in. The field itself is hidden: its looks and words are
/// the browser's own.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let field = use_node_ref();
    let onclick = use_callback(field.clone(), |_, field| {
        if let Some(field) = field.cast::<HtmlInputElement>() {
            field.click();
        }
    });
    html! {
        <>
            <input type="file" multiple=true hidden=true ref={field} />
            <button class={props.class.clone()} type="button" {onclick}>{ &props.name }</button>
        </>
    }
}

/// Each system with what to do there.
pub fn where_files_are(
    summary: &'static str,
    systems: &'static [(&'static str, &'static str)],
) -> Html {
    let system = |(system, how): &(&'static str, &'static str)| {
        html! { <><dt>{ *system }</dt><dd>{ *how }</dd></> }
    };
    fold(summary, html! { <dl class="facts small">{ for systems.iter().map(system) }</dl> })
}

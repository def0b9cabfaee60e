//! The button that opens the file window, and where a file is found.

use super::paragraph::{fact, fold};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{Html, MouseEvent, TargetCast, html};

/// The shell listens for what any file field of the page takes in. The field itself is hidden: its looks and words are
/// the browser's own.
pub fn file_button(class: &'static str, word: &'static str) -> Html {
    let onclick = |event: MouseEvent| {
        let button: Option<Element> = event.target_dyn_into();
        let field = button.and_then(|button| button.previous_element_sibling());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            field.click();
        }
    };
    html! {
        <>
            <input type="file" multiple=true hidden=true />
            <button {class} type="button" {onclick}>{ word }</button>
        </>
    }
}

/// Each system with what to do there.
pub fn where_files_are(
    summary: &'static str,
    systems: &'static [(&'static str, &'static str)],
) -> Html {
    let systems = systems.iter().map(|(system, how)| fact(*system, *how));
    fold(summary, html! { <dl class="facts small">{ for systems }</dl> })
}

//! The start screen that stands in the document: what a person has done there, before the page takes its place, and
//! the keyboard's place in it, afterwards.

use super::browser::window;
use crate::app::{Early, Focus};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// Reads what was typed, chosen and pressed.
pub fn read_early(page: &Element) -> Early {
    let typed = |id| {
        let field = find(page, id)?.dyn_into::<HtmlInputElement>().ok()?;
        Some(field.value()).filter(|value| *value != field.default_value())
    };
    let region = find(page, "sso-region").and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
    Early {
        start_url: typed("start-url"),
        sso_region: region.map(|select| select.value()).filter(|id| !id.is_empty()),
        session_name: typed("session-name"),
        submitted: page.has_attribute("data-submitted"),
        focus: focus(page),
    }
}

/// Moves the focus back to where it was.
pub fn restore(focus: &Focus) {
    let Some(element) = window().document().and_then(|it| it.get_element_by_id(&focus.id)) else {
        return;
    };
    // What can't be focused or selected any more is left as it is.
    if let (Some(field), Some((start, end))) =
        (element.dyn_ref::<HtmlInputElement>(), focus.selection)
    {
        let _ = field.set_selection_range(start, end);
    }
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
}

fn focus(page: &Element) -> Option<Focus> {
    let element = window().document()?.active_element()?;
    let id = Some(element.id()).filter(|id| !id.is_empty() && page.contains(Some(&element)))?;
    let selection = element
        .dyn_ref::<HtmlInputElement>()
        .and_then(|field| Some((field.selection_start().ok()??, field.selection_end().ok()??)));
    Some(Focus { id, selection })
}

fn find(page: &Element, id: &str) -> Option<Element> {
    page.query_selector(&format!("#{id}")).ok()?
}

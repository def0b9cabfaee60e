//! The company's colour, set through the object model: the page's policy forbids styles in the document. The one place
//! that touches a style.

use super::browser::window;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Draws the page in this colour, or in its own.
pub(super) fn set_accent(colour: Option<&str>) {
    let root = window().document().and_then(|document| document.document_element());
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    let _ = match colour {
        Some(colour) => root
            .style()
            .set_property("--host-accent", colour)
            .and_then(|()| root.set_attribute("data-accent", "host")),
        None => root.remove_attribute("data-accent"),
    };
}

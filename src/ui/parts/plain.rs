//! The plainest elements: a paragraph, a button. Written once, since each element drawn in place costs bytes.

use crate::app::event::Event;
use yew::{AttrValue, Callback, Html, html};

/// A paragraph of this class.
pub(in crate::ui) fn p(class: &'static str, text: impl Into<AttrValue>) -> Html {
    element("p", class, text.into())
}

/// A section's heading.
pub(in crate::ui) fn h2(text: &'static str) -> Html {
    element("h2", "", text.into())
}

/// A heading below that.
pub(in crate::ui) fn h3(text: &'static str) -> Html {
    element("h3", "", text.into())
}

/// A button; what it is called, and what its being pressed means.
pub(in crate::ui) fn button(
    class: &'static str,
    name: &'static str,
    on: &Callback<Event>,
    pressed: fn() -> Event,
) -> Html {
    let onclick = on.reform(move |_| pressed());
    html! { <button type="button" {class} {onclick}>{ name }</button> }
}

fn element(tag: &'static str, class: &'static str, text: AttrValue) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{tag} {class}>{ text }</@> }
}

//! The plainest elements by name.
//!
//! Not here: anything with a meaning of its own.

use super::element::{Element, el};
use crate::app::event::Event;
use yew::{AttrValue, Callback};

/// A box of this class.
pub(in crate::ui) fn div(class: &'static str) -> Element {
    el("div", class)
}

/// A paragraph of this class.
pub(in crate::ui) fn p(class: &'static str, text: impl Into<AttrValue>) -> Element {
    el("p", class).text(text)
}

/// A piece of a line, of this class.
pub(in crate::ui) fn span(class: &'static str, text: impl Into<AttrValue>) -> Element {
    el("span", class).text(text)
}

/// A section's heading.
pub(in crate::ui) fn h2(text: &'static str) -> Element {
    el("h2", "").text(text)
}

/// A heading below that.
pub(in crate::ui) fn h3(text: &'static str) -> Element {
    el("h3", "").text(text)
}

/// A paragraph that is read out as it comes.
pub(in crate::ui) fn alert_line(class: &'static str, text: impl Into<AttrValue>) -> Element {
    p(class, text).attr("role", "alert")
}

/// A button; what it is called, and what its being pressed means.
pub(in crate::ui) fn button(
    class: &'static str,
    name: &'static str,
    on: &Callback<Event>,
    pressed: fn() -> Event,
) -> Element {
    el("button", class).attr("type", "button").pressed(on, pressed).text(name)
}

/// Text that keeps its lines, reachable by keyboard since it may have to be scrolled.
pub(in crate::ui) fn pre(text: impl Into<AttrValue>) -> Element {
    el("pre", "").attr("tabindex", "0").text(text)
}

/// What is shown only when it is asked for.
pub(in crate::ui) fn details(summary: &'static str) -> Element {
    el("details", "").with(el("summary", "").text(summary))
}

//! Files that come in: a button that opens the file window, a page that takes what is dropped, and where a file is.
//!
//! Not here: reading them. The file field itself is hidden, since its looks and words are the browser's own.

use super::element::{DomEvent, Element, Told, el};
use super::plain::{button, details, div};
use crate::app::event::Event;
use crate::shell;
use crate::ui::text;
use yew::Callback;

/// A button of this class and name that opens the file window, what stands before it, and a button that clears all.
pub(in crate::ui) fn chooser(
    id: &'static str,
    before: Option<Element>,
    (class, name): (&'static str, &'static str),
    chosen: impl Fn(DomEvent) + 'static,
    on: &Callback<Event>,
    clear: fn() -> Event,
) -> Element {
    let files = el("input", "")
        .attr("type", "file")
        .attr("id", id)
        .attr("multiple", "multiple")
        .attr("hidden", "hidden")
        .heard(Told::Change, chosen);
    let choose = el("button", class)
        .attr("type", "button")
        .heard(Told::Click, move |_| shell::press(id))
        .text(name);
    let clear = button("button plain", text::CLEAR, on, clear);
    div("actions").with(files).with(before).with(choose).with(clear)
}

/// A part of the page on which files can be dropped.
pub(in crate::ui) fn drop_zone(dropped: impl Fn(&DomEvent) + 'static) -> Element {
    div("drop-zone")
        .heard(Told::Drop, move |event| {
            event.prevent_default();
            dropped(&event);
        })
        .heard(Told::DragOver, |event| event.prevent_default())
}

/// Where a file is found, system by system, shown when it is asked for.
pub(in crate::ui) fn where_it_is(
    summary: &'static str,
    systems: &'static [(&'static str, &'static str)],
) -> Element {
    let facts = systems.iter().fold(el("dl", "facts small"), |facts, (system, how)| {
        facts.with(el("dt", "").text(*system)).with(el("dd", "").text(*how))
    });
    details(summary).with(facts)
}

//! "Tidy my config": left what comes in and what is in it, right what goes out.
//!
//! Not here: a config file's meaning. Nothing is read while drawing; a draft has everything worked out.

mod change;
mod input;
mod profiles;
mod remarks;
mod waiting;

use super::parts::element::{Draw, Element, el};
use super::text;
use crate::app::effect::FocusTarget;
use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::shell;
use yew::virtual_dom::ListenerKind;
use yew::{AttrValue, Callback, Html};

/// The screen.
pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let title = el("h1", "")
        .attr("id", FocusTarget::Step.id())
        .attr("tabindex", "-1")
        .text(text::TIDY_TITLE);
    let head = el("div", "").with(title).with(line("lead", text::TIDY_LEAD));
    let report = on.reform(|files| Event::Tidy(TidyEvent::FilesRead(files)));
    let left = el("div", "apart")
        .with(waiting::view(model, on))
        .with(input::view(model, on))
        .with(remarks::view(model, on))
        .with(profiles::view(model, on));
    el("div", "drop-zone")
        .heard(ListenerKind::ondrop, move |event| {
            event.prevent_default();
            shell::dropped_config(&event, report.clone());
        })
        .heard(ListenerKind::ondragover, |event| event.prevent_default())
        .with(el("div", "page-head").with(head))
        .with(el("div", "split").with(left).with(change::view(model, on)))
        .draw()
}

/// A part of the screen, with its name as its heading.
fn part(id: &'static str, name: &'static str, beside: impl Draw) -> Element {
    let head = el("div", "result-head").with(el("h2", "").text(name)).with(beside);
    el("section", "stack-s")
        .attr("aria-label", name)
        .attr("id", id)
        .attr("tabindex", "-1")
        .with(head)
}

/// A button whose being pressed is made up of more than its name.
fn press(
    class: &'static str,
    on: &Callback<Event>,
    pressed: impl Fn() -> TidyEvent + 'static,
) -> Element {
    let on = on.clone();
    el("button", class)
        .attr("type", "button")
        .heard(ListenerKind::onclick, move |_| on.emit(Event::Tidy(pressed())))
}

/// A paragraph.
fn line(class: &'static str, text: impl Into<AttrValue>) -> Element {
    el("p", class).text(text)
}

//! "Tidy my config": left what comes in and what is in it, right what goes out.
//!
//! Not here: a config file's meaning. Nothing is read while drawing; a draft has everything worked out.

mod change;
mod convert;
mod credentials;
mod in_place;
mod input;
mod profiles;
mod remarks;
mod returning;
mod waiting;

use super::parts::element::{Draw, Element, Told, el};
use super::parts::files::drop_zone;
use super::parts::plain::{div, h2, p};
use super::text;
use crate::app::effect::FocusTarget;
use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::shell;
use yew::{Callback, Html};

/// What a screen reader is told about the last step.
pub(super) fn announcement(model: &Model) -> String {
    text::tidy_status(&model.tidy)
}

/// The screen.
pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let title = el("h1", "")
        .attr("id", FocusTarget::Step.id())
        .attr("tabindex", "-1")
        .text(text::TIDY_TITLE);
    let head = div("").with(title).with(p("lead", text::TIDY_LEAD));
    let send = on.clone();
    let left = div("apart")
        .with(waiting::view(model, on))
        .with(input::view(model, on))
        .with(returning::view(model, on))
        .with(remarks::view(model, on))
        .with(profiles::view(model, on))
        .with(credentials::view(model, on));
    drop_zone(move |event| shell::dropped_config(event, send.clone()))
        .with(div("page-head").with(head))
        .with(div("split").with(left).with(change::view(model, on)))
        .draw()
}

/// A part of the screen, with its name as its heading.
fn part(id: &'static str, name: &'static str, beside: impl Draw) -> Element {
    let head = div("result-head").with(h2(name)).with(beside);
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
        .heard(Told::Click, move |_| on.emit(Event::Tidy(pressed())))
}

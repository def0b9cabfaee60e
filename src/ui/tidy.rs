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
use super::parts::plain::{button, div, h2, p};
use super::text;
use crate::app::effect::FocusTarget;
use crate::app::event::{Event, TidyEvent};
use crate::app::model::Model;
use crate::app::tidy::room::Away;
use crate::shell;
use yew::{Callback, Html};

/// How the screen is drawn, for a page that is split.
pub struct Views {
    view: fn(&Model, &Callback<Event>) -> Html,
    status: fn(&Model) -> String,
}

/// The views, which are in the piece.
pub static VIEWS: Views = Views { view, status };

impl Views {
    /// What came with the piece.
    #[cfg(feature = "split")]
    fn of(model: &Model) -> Option<&'static Views> {
        model.tidy.views()?.downcast_ref()
    }

    /// In a page of one piece they are here.
    #[cfg(not(feature = "split"))]
    fn of(model: &Model) -> Option<&'static Views> {
        model.tidy.away().is_none().then_some(&VIEWS)
    }
}

/// The screen, or what keeps it away.
pub(super) fn screen(model: &Model, on: &Callback<Event>) -> Html {
    match Views::of(model) {
        Some(views) => (views.view)(model, on),
        None => away(model, on).draw(),
    }
}

/// What a screen reader is told about the last step.
pub(super) fn announcement(model: &Model) -> String {
    match Views::of(model) {
        Some(views) => (views.status)(model),
        None if model.tidy.away() == Some(Away::Coming) => text::TIDY_LOADING.to_owned(),
        None => String::new(),
    }
}

fn away(model: &Model, on: &Callback<Event>) -> Element {
    let title = el("h1", "")
        .attr("id", FocusTarget::Step.id())
        .attr("tabindex", "-1")
        .text(text::TIDY_TITLE);
    let what = match model.tidy.away() {
        Some(Away::Failed) => div("note bad")
            .attr("role", "alert")
            .with(p("", text::TIDY_MISSING))
            .with(button("button primary", text::TRY_AGAIN, on, || Event::TidyWanted)),
        _ => p("quiet", text::TIDY_LOADING),
    };
    div("page-head").with(title).with(what)
}

fn status(model: &Model) -> String {
    text::tidy_status(&model.tidy)
}

fn view(model: &Model, on: &Callback<Event>) -> Html {
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

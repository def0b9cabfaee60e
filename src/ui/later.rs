//! The screens whose code may come later: drawn where it is here, else what keeps it away.
//!
//! Not here: the screens themselves.

use super::parts::element::{Draw, Element, el};
use super::parts::plain::{button, div, p};
use super::{text, tidy, token};
use crate::app::effect::FocusTarget;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::piece::Arrival;
use crate::app::route::Screen;
use yew::{Callback, Html};

/// How a screen is drawn, and what a screen reader is told of its last step.
struct View {
    draw: fn(&Model, &Callback<Event>) -> Html,
    announcement: fn(&Model) -> String,
}

/// The views, which are in the piece.
pub struct Views {
    token: View,
    tidy: View,
}

/// The one of each.
pub static VIEWS: Views = Views {
    token: View { draw: token::view, announcement: token::announcement },
    tidy: View { draw: tidy::view, announcement: tidy::announcement },
};

/// The screen that is on, where it is one of these, or what keeps it away.
pub(super) fn screen(model: &Model, on: &Callback<Event>) -> Html {
    match view(model) {
        Some(view) => (view.draw)(model, on),
        None => away(model, on).draw(),
    }
}

/// What a screen reader is told.
pub(super) fn announcement(model: &Model) -> String {
    match (view(model), model.screen) {
        (Some(view), _) => (view.announcement)(model),
        (None, Screen::Token | Screen::Tidy) if matches!(model.piece, Arrival::Coming) => {
            text::PIECE_LOADING.to_owned()
        }
        (None, _) => String::new(),
    }
}

fn view(model: &Model) -> Option<&'static View> {
    let Arrival::Here(views) = model.piece else { return None };
    let views = came(views)?;
    match model.screen {
        Screen::Token => Some(&views.token),
        Screen::Tidy => Some(&views.tidy),
        Screen::SetUp | Screen::Help => None,
    }
}

/// What came with the piece.
#[cfg(feature = "split")]
fn came(views: &'static (dyn std::any::Any + Send + Sync)) -> Option<&'static Views> {
    views.downcast_ref()
}

/// In a page of one piece they are here.
#[cfg(not(feature = "split"))]
fn came(_: &'static (dyn std::any::Any + Send + Sync)) -> Option<&'static Views> {
    Some(&VIEWS)
}

fn away(model: &Model, on: &Callback<Event>) -> Element {
    let title = el("h1", "")
        .attr("id", FocusTarget::Step.id())
        .attr("tabindex", "-1")
        .text(text::screen(model.screen));
    let what = match model.piece {
        Arrival::Failed => div("note bad")
            .attr("role", "alert")
            .with(p("", text::PIECE_MISSING))
            .with(button("button primary", text::TRY_AGAIN, on, || Event::PieceWanted)),
        Arrival::Unasked | Arrival::Coming | Arrival::Here(_) => p("quiet", text::PIECE_LOADING),
    };
    div("page-head").with(title).with(what)
}

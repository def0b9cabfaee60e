//! What stands around every screen: brand, navigation, the status line, the foot.
//!
//! Not here: the screens.

use super::{help, later, setup, text};
use crate::app::event::Event;
use crate::app::model::{Copied, Model};
use crate::app::route::Screen;
use crate::ui::parts::copy::copy_fault;
use crate::ui::parts::element::{Draw, Element, el};
use crate::ui::parts::plain::{div, p, span};
use yew::{Callback, Html};

/// The whole page.
pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let screen = match model.screen {
        Screen::SetUp => setup::view(model, on),
        Screen::Token | Screen::Tidy => later::screen(model, on),
        Screen::Help => help::view(),
    };
    let skip = el("a", "skip").attr("href", "#step").text(text::SKIP);
    let status = p("visually-hidden", announcement(model)).attr("role", "status");
    [
        skip,
        head(model.screen),
        el("main", "").with(copy_fault(&model.copied)).with(screen),
        foot(),
        status,
    ]
    .draw()
}

fn head(current: Screen) -> Element {
    let brand =
        el("a", "brand").attr("href", Screen::SetUp.href()).with(logo()).text(text::PRODUCT);
    let screens = [Screen::SetUp, Screen::Token, Screen::Tidy]
        .map(|screen| el("li", "").with(link(screen, current)));
    let navigation = el("nav", "")
        .attr("aria-label", text::MAIN_NAVIGATION)
        .with(el("ul", "").with_all(screens));
    el("header", "top").with(div("top-inner").with(brand).with(navigation))
}

fn link(screen: Screen, current: Screen) -> Element {
    el("a", "")
        .attr("href", screen.href())
        .attr_if("aria-current", (screen == current).then_some("page"))
        .text(text::screen(screen))
}

fn foot() -> Element {
    let help = el("a", "").attr("href", Screen::Help.href()).text(text::screen(Screen::Help));
    el("footer", "foot small quiet").with(span("", text::FOOT_PRIVACY)).with(help)
}

/// What a screen reader is told as it happens. The text changes only when there is something new to say.
fn announcement(model: &Model) -> String {
    match model.copied {
        Copied::Done(..) => text::COPIED.to_owned(),
        Copied::Nothing | Copied::Refused if model.screen == Screen::SetUp => {
            setup::announcement(model)
        }
        Copied::Nothing | Copied::Refused => later::announcement(model),
    }
}

/// A ramp that leads up onto a road.
fn logo() -> Element {
    let path = |d: &'static str| el("path", "").attr("d", d);
    el("svg", "")
        .attr("viewBox", "0 0 24 24")
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("stroke-width", "2.5")
        .attr("stroke-linecap", "round")
        .attr("stroke-linejoin", "round")
        .attr("aria-hidden", "true")
        .with(path("M3 19h4c5 0 5-12 10-12h4"))
        .with(path("m17.500 3.500 3.500 3.500-3.500 3.500"))
}

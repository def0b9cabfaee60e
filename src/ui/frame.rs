//! What stands around every screen: brand, navigation, the status line, the foot.
//!
//! Not here: the screens.

use super::parts::copy::copy_fault;
use super::{help, setup, text, tidy, token};
use crate::app::event::Event;
use crate::app::model::{Copied, Model};
use crate::app::route::Screen;
use yew::{Callback, Html, html};

/// The whole page.
pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let screen = match model.screen {
        Screen::SetUp => setup::view(model, on),
        Screen::Token => token::view(model, on),
        Screen::Tidy => tidy::view(model, on),
        Screen::Help => help::view(),
    };
    html! {
        <>
            <a class="skip" href="#step">{ text::SKIP }</a>
            <header class="top">
                <div class="top-inner">
                    <a class="brand" href={Screen::SetUp.href()}>{ logo() }{ text::PRODUCT }</a>
                    <nav aria-label={text::MAIN_NAVIGATION}>
                        <ul>
                            for screen in [Screen::SetUp, Screen::Token, Screen::Tidy] {
                                <li>{ link(screen, model.screen) }</li>
                            }
                        </ul>
                    </nav>
                </div>
            </header>
            <main>{ copy_fault(&model.copied) }{ screen }</main>
            <footer class="foot small quiet">
                <span>{ text::FOOT_PRIVACY }</span>
                <a href={Screen::Help.href()}>{ text::screen(Screen::Help) }</a>
            </footer>
            <p class="visually-hidden" role="status">{ announcement(model) }</p>
        </>
    }
}

fn link(screen: Screen, current: Screen) -> Html {
    let aria_current = (screen == current).then_some("page");
    html! { <a href={screen.href()} aria-current={aria_current}>{ text::screen(screen) }</a> }
}

/// What a screen reader is told as it happens. The text changes only when there is something new to say.
fn announcement(model: &Model) -> String {
    match model.copied {
        Copied::Done(..) => text::COPIED.to_owned(),
        Copied::Nothing | Copied::Refused if model.screen == Screen::SetUp => {
            setup::announcement(model)
        }
        Copied::Nothing | Copied::Refused if model.screen == Screen::Tidy => {
            text::tidy_status(model.tidy.draft())
        }
        Copied::Nothing | Copied::Refused => String::new(),
    }
}

/// A ramp that leads up onto a road.
fn logo() -> Html {
    html! {
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
            <path d="M3 19h4c5 0 5-12 10-12h4"/><path d="m17.500 3.500 3.500 3.500-3.500 3.500"/>
        </svg>
    }
}

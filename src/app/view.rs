//! What stands around every screen: header, menu, help, footer, the status line.

use super::model::Model;
use super::msg::Msg;
use super::text;
use super::update::{HEADING, MAIN};
use crate::components::{Glyph, Tone, icon, mark, note, small_icon};
use crate::route::Screen;
use crate::screens::{config, help, platform, setup, token};
use crate::shared::{Copied, CopyState, Shared};
use chrono::{DateTime, Utc};
use yew::{Callback, Html, MouseEvent, html};

/// Where messages go. Made once, so that what is given them as a prop sees that they are the same.
pub struct Senders {
    page: Callback<Msg>,
    setup: Callback<setup::Msg>,
    token: Callback<token::Msg>,
    config: Callback<config::Msg>,
    platform: Callback<platform::Msg>,
}

impl Senders {
    /// All to this one.
    pub fn new(page: Callback<Msg>) -> Senders {
        Senders {
            setup: page.reform(Msg::Setup),
            token: page.reform(Msg::Token),
            config: page.reform(Msg::Config),
            platform: page.reform(Msg::Platform),
            page,
        }
    }
}

/// The whole page.
pub fn view(model: &Model, now: DateTime<Utc>, senders: &Senders) -> Html {
    let (shared, send) = (&model.shared, &senders.page);
    let screen = match model.screen {
        Screen::Setup => setup::view(&model.setup, shared, now, &senders.setup),
        Screen::Token => token::view(&model.token, shared, now, &senders.token),
        Screen::Config => config::view(&model.config, shared, now, &senders.config),
        Screen::Help => help::view(HEADING),
        Screen::Platform => {
            let preview = setup::preview(&model.platform.config);
            platform::view(&model.platform, shared, HEADING, preview, &senders.platform)
        }
    };
    let skip = send.reform(|event: MouseEvent| {
        event.prevent_default();
        Msg::SkipClicked
    });
    let wide = is_wide(model).then_some("wide");
    let privacy = match model.setup.use_it.cli_token.is_some() {
        true => text::PRIVACY_WITH_CLI,
        false => text::PRIVACY,
    };
    html! {
        <div class={yew::classes!("page", wide)}>
            <a class="skip" href="#main" onclick={skip}>{ text::SKIP }</a>
            { notice(shared) }
            { header(model) }
            { menu(model, send) }
            <main class="main" id={MAIN.0} tabindex="-1">
                { copy_refused(&shared.copied) }
                { screen }
            </main>
            <footer class="foot">
                <span>{ small_icon(Glyph::Lock) }{ privacy }</span>
                { for support(shared) }
                <a href={Screen::Platform.href()}>{ text::screen(Screen::Platform) }</a>
            </footer>
            { help_drawer(shared) }
            <p class="visually-hidden" role="status">{ announcement(model, now) }</p>
        </div>
    }
}

/// The tab's title: what is waited for, the screen, the product.
pub fn title(model: &Model, now: DateTime<Utc>) -> String {
    let first = match model.screen {
        Screen::Setup => setup::title(&model.setup, now),
        Screen::Token => token::title(&model.token, now),
        Screen::Config => config::title(&model.config, now),
        Screen::Help | Screen::Platform => None,
    };
    match first {
        Some(first) => format!("{first} · {}", text::PRODUCT),
        None => format!("{} · {}", text::PRODUCT, text::screen(model.screen)),
    }
}

fn header(model: &Model) -> Html {
    let company = model.shared.host.config().and_then(|config| config.name.clone());
    let brand = match company {
        Some(company) => html! { <>{ company }{ " " }<span class="by">{ text::PRODUCT }</span></> },
        None => html! { text::PRODUCT },
    };
    let link = |screen: Screen| {
        let current = (screen == model.screen).then_some("page");
        html! { <li><a href={screen.href()} aria-current={current}>{ text::screen(screen) }</a></li> }
    };
    html! {
        <header class="top">
            <a class="brand" href={Screen::Setup.href()}>{ mark() }<span>{ brand }</span></a>
            <nav class="nav" aria-label={text::TOOLS}>
                <ul>{ for [Screen::Setup, Screen::Token, Screen::Config].map(link) }</ul>
            </nav>
            <button class="top-button" type="button" popovertarget="help" aria-label={text::HELP}>
                { icon(Glyph::Help) }
            </button>
            <button class="top-button" type="button" popovertarget="more" aria-label={text::MORE}>
                { icon(Glyph::Dots) }
            </button>
        </header>
    }
}

fn menu(model: &Model, send: &Callback<Msg>) -> Html {
    // The menu stays open, so that one sees that it was copied.
    let link = model.shared.link(&model.setup.link().href());
    let (glyph, copy) = match model.shared.copied.state(setup::COPY_LINK, &link) {
        CopyState::Ready => (Glyph::Link, text::COPY_LINK),
        CopyState::Copied => (Glyph::Check, text::COPIED),
    };
    let copy_link = send.reform(|_| Msg::Setup(setup::Msg::CopyLinkClicked));
    let sign_out_clicked = send.reform(|_| Msg::Setup(setup::Msg::SignOutClicked));
    let sign_out = match model.setup.use_it.cli_token.is_some() {
        true => text::SIGN_OUT_WITH_CLI,
        false => text::SIGN_OUT,
    };
    html! {
        <div class="menu" popover="auto" id="more">
            <button type="button" aria-label={text::COPY_LINK} onclick={copy_link}>
                { icon(glyph) }{ copy }
            </button>
            if model.setup.is_signed_in() {
                <button type="button" popovertarget="more" aria-label={text::SIGN_OUT} onclick={sign_out_clicked}>
                    { icon(Glyph::Restart) }{ sign_out }
                </button>
            }
        </div>
    }
}

/// What the company wants everybody to know.
fn notice(shared: &Shared) -> Option<Html> {
    let notice = shared.host.config()?.notice.clone()?;
    Some(html! { <aside class="notice" aria-label={text::NOTICE}>{ notice }</aside> })
}

/// Whom the company has one ask.
fn support(shared: &Shared) -> Option<Html> {
    let support = &shared.host.config()?.support;
    let (text, link) = support.text.clone().zip(support.link.clone())?;
    Some(html! { <a href={link} target="_blank" rel="noopener noreferrer">{ text }</a> })
}

fn help_drawer(shared: &Shared) -> Html {
    html! {
        <dialog class="drawer" popover="auto" id="help" aria-labelledby="help-title">
            <div class="drawer-head">
                <h2 id="help-title">{ text::HELP }</h2>
                <button class="x" type="button" popovertarget="help" popovertargetaction="hide" aria-label={text::CLOSE_HELP}>
                    { icon(Glyph::Close) }
                </button>
            </div>
            { help::questions() }
            if let Some(link) = support(shared) {
                <p class="small">{ link }</p>
            }
        </dialog>
    }
}

fn copy_refused(copied: &Copied) -> Html {
    html! {
        if *copied == Copied::Refused {
            <div class="column">{ note(Tone::WarnAtOnce, text::COPY_REFUSED) }</div>
        }
    }
}

/// Choosing roles and tidying a config take the whole width.
fn is_wide(model: &Model) -> bool {
    match model.screen {
        Screen::Setup => setup::is_wide(&model.setup),
        Screen::Config | Screen::Platform => true,
        Screen::Token | Screen::Help => false,
    }
}

/// What a screen reader is told as it happens. The text changes only when there is something new to say.
fn announcement(model: &Model, now: DateTime<Utc>) -> String {
    if matches!(model.shared.copied, Copied::Done(..)) {
        return text::COPIED.to_owned();
    }
    match model.screen {
        Screen::Setup => setup::announcement(&model.setup, now),
        Screen::Token => token::announcement(&model.token, now),
        Screen::Config => config::announcement(&model.config, now),
        Screen::Help | Screen::Platform => String::new(),
    }
}

//! What was taken from a config: which sign-ins there are, and which of their files are here.

use super::ViewContext;
use crate::components::{actions, button, fact, paragraph, small_print};
use crate::screens::token::msg::Msg;
use crate::screens::token::text::{self, FilePlace};
use onramp_domain::cache_file::ConfigSignIn;
use yew::{Html, html};

/// So many sign-ins are listed.
const MOST: usize = 12;

/// The config that was given here, or beside files the one that "Tidy my config" has.
pub(super) fn view(context: &ViewContext<'_>) -> Option<Html> {
    let state = context.state;
    let given = state.given_config.as_ref();
    let name = match given {
        Some(given) => given.file.name.as_deref().unwrap_or(text::PASTED).to_owned(),
        None if state.has_files() => text::CONFIG_OF_TIDY.to_owned(),
        None => return None,
    };
    let sign_ins = state.config()?.sign_ins();
    let row = |sign_in: &ConfigSignIn| fact(text::owner(&sign_in.owner), said(sign_in, context));
    Some(html! {
        <article class="panel" aria-label={text::YOUR_CONFIG}>
            <h2>{ text::YOUR_CONFIG }</h2>
            { small_print(name) }
            { paragraph(text::config_used(sign_ins.len())) }
            if !sign_ins.is_empty() {
                <dl class="facts small">{ for sign_ins.iter().take(MOST).map(row) }</dl>
            }
            if sign_ins.len() > MOST {
                { small_print(text::more_sign_ins(sign_ins.len() - MOST)) }
            }
            if given.is_some() {
                { open(context) }
            }
        </article>
    })
}

fn said(sign_in: &ConfigSignIn, context: &ViewContext<'_>) -> String {
    let ViewContext { state, owners, .. } = context;
    let place = if !state.has_files() {
        FilePlace::NoFiles
    } else if state.has_file_of(owners, &sign_in.owner) {
        FilePlace::Here
    } else {
        FilePlace::NotHere
    };
    text::config_sign_in(&sign_in.profiles, &sign_in.owner.file_name(), place)
}

/// The other screen says what is in it and what is wrong with it.
fn open(context: &ViewContext<'_>) -> Html {
    html! {
        <>
            { actions(button("button small", text::OPEN_IN_CONFIG, context.send, Msg::OpenInConfigClicked)) }
            { small_print(text::OPEN_IN_CONFIG_HINT) }
        </>
    }
}

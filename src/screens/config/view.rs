//! How the screen is drawn: left what came in and what is in it, right what goes out.
//!
//! Nothing is read while drawing; a draft has everything worked out.

mod input;

mod pending_merge;

mod portal_changes;

mod problems;

mod profiles;

mod credentials;

mod changes;

mod outgoing;

use super::msg::Msg;
use super::state::{List, NotTaken, Source, State};
use super::text;
use crate::components::{Glyph, Tone, actions, button, named_button, note};
use crate::effect::ElementId;
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, html};

pub fn view(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    // Where it is typed, the box comes first and stays there.
    let (above, below) = match state.draft.source {
        Source::Typed => (input::view(state, shared, send), Html::default()),
        Source::Opened => (Html::default(), input::view(state, shared, send)),
    };
    html! {
        <>
            <div class="hero">
                <h1 id="heading" tabindex="-1">{ text::TITLE }</h1>
                <p class="lead" role={state.draft.unreadable().map(|_| "alert")}>{ text::lead(state) }</p>
            </div>
            <div class="panes even">
                <div>
                    { state.not_taken.as_ref().map(not_taken) }
                    { pending_merge::view(state, send) }
                    { above }
                    { problems::view(state, send) }
                    { portal_changes::view(state, send) }
                    { profiles::view(state, send) }
                    { credentials::view(state, send) }
                    { below }
                </div>
                <div class="pane">
                    { changes::view(state, shared, send) }
                    { outgoing::view(state, shared, send) }
                    { outgoing::commands(state, shared, now, send) }
                </div>
            </div>
            { outgoing::dock(state, shared, send) }
        </>
    }
}

fn not_taken(why: &NotTaken) -> Html {
    let tone = match why {
        NotTaken::AlreadyThere => Tone::Plain(Glyph::Check),
        NotTaken::File(_) | NotTaken::Folder | NotTaken::Others => Tone::Bad,
    };
    html! { <div class="section" key="not-taken">{ note(tone, text::not_taken(why)) }</div> }
}

/// A part of the screen. Its key is its id too, for the focus. Behind its name stands how many there are.
fn section(
    class: &'static str,
    ElementId(key): ElementId,
    name: &'static str,
    count: Option<String>,
    beside: Html,
    content: Html,
) -> Html {
    let count = count.map(|count| html! { <>{ " " }<span class="count">{ count }</span></> });
    html! {
        <section {class} aria-label={name} id={key} tabindex="-1" {key}>
            <div class="section-head"><h2>{ name }{ count }</h2>{ beside }</div>
            { content }
        </section>
    }
}

/// A part of the pane of what goes out.
fn pane_section(name: &'static str, id: Option<&'static str>, beside: Html, content: Html) -> Html {
    html! {
        <section class="rows" aria-label={name} {id} tabindex={id.map(|_| "-1")}>
            <div class="file-head"><h2 class="pane-title">{ name }</h2>{ beside }</div>
            { content }
        </section>
    }
}

/// A profile in a list, with the button that removes it.
fn profile_entry(
    name: &Rc<str>,
    facts: &[&str],
    key: String,
    (remove, msg): (String, Msg),
    send: &Callback<Msg>,
) -> Html {
    html! {
        <li class="entry" {key}>
            <span>
                <span class="name">{ AttrValue::Rc(Rc::clone(name)) }</span>
                <span class="of">{ facts.join(" · ") }</span>
            </span>
            { named_button("link small", remove, text::REMOVE, send, msg) }
        </li>
    }
}

fn rows(rows: Vec<Html>) -> Html {
    html! { <ul class="rows">{ for rows }</ul> }
}

/// The button that shows more of a list, where there is more.
fn show_more(state: &State, list: List, all: usize, send: &Callback<Msg>) -> Html {
    html! {
        if all > state.shown(list) {
            { actions(button("button small", text::SHOW_MORE, send, Msg::ShowMoreClicked(list))) }
        }
    }
}

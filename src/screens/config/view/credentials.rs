//! The credentials file: who has keys in it, and the buttons that take them out.
//!
//! What is drawn of the file's text has no keys.

use super::section;
use crate::components::{Glyph, Tone, button, callout, named_button};
use crate::screens::config::msg::Msg;
use crate::screens::config::state::credentials::KeyRow;
use crate::screens::config::state::draft::Draft;
use crate::screens::config::state::{State, region};
use crate::screens::config::text;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, html};

/// More rows than this nobody scrolls through; those with a profile in the config can be removed there.
const MOST_ROWS: usize = 50;

pub(super) fn view(state: &State, send: &Callback<Msg>) -> Html {
    let draft = &state.draft;
    let Some(credentials) = draft.credentials() else { return Html::default() };
    let profiles = &credentials.profiles;
    let rows = profiles.iter().take(MOST_ROWS).map(|row| profile(row, draft, send));
    let more = profiles.len().saturating_sub(MOST_ROWS);
    let leave_out = Msg::LeaveOutCredentialsClicked;
    let leave_out =
        named_button("link small", text::LEAVE_OUT_NAME, text::LEAVE_OUT, send, leave_out);
    let content = html! {
        <div class="stack-s">
            <p class="small quiet">{ text::CREDENTIALS_HINT }</p>
            if draft.is_empty() {
                { may_be_config(send) }
            }
            if profiles.is_empty() {
                <p class="quiet">{ text::NO_PROFILES }</p>
            } else {
                <ul class="rows">{ for rows }</ul>
            }
            if more > 0 {
                <p class="small quiet">{ text::more_profiles(more) }</p>
            }
        </div>
    };
    section(region::CREDENTIALS.0, text::CREDENTIALS, text::CREDENTIALS.into(), leave_out, content)
}

/// Without a config beside it, it may have been meant for one.
fn may_be_config(send: &Callback<Msg>) -> Html {
    let content = html! {
        <>
            <p>{ text::TAKEN_AS_CREDENTIALS }</p>
            <div class="actions">
                { button("button small", text::IT_IS_MY_CONFIG, send, Msg::TakeAsConfigClicked) }
            </div>
        </>
    };
    callout(Tone::Plain(Glyph::Help), content)
}

/// A profile that the config has too goes from here alone; its other button is there.
fn profile(row: &KeyRow, draft: &Draft, send: &Callback<Msg>) -> Html {
    let name = Rc::clone(&row.name);
    let (label, msg) = if draft.overview.has(&row.name) {
        (text::remove_from_credentials(&row.name), Msg::RemoveKeysClicked(name))
    } else {
        (text::remove_profile(&row.name), Msg::RemoveClicked(name))
    };
    html! {
        <li class="entry" key={text::line(row.line)}>
            <span>
                <span class="name">{ AttrValue::Rc(Rc::clone(&row.name)) }</span>
                <span class="of">{ [text::holds(row.holds), &text::line(row.line)].join(" · ") }</span>
            </span>
            { named_button("link small", label, text::REMOVE, send, msg) }
        </li>
    }
}

//! The credentials file: who has keys in it, and the buttons that take them out.
//!
//! What is drawn of the file's text has no keys.

use super::{List, Msg, State, profile_entry, rows, section, show_more, text};
use crate::components::{
    Glyph, Tone, actions, button, callout, named_button, paragraph, quiet, small_print,
};
use crate::screens::config::state::{Draft, KeyRow, region};
use std::rc::Rc;
use yew::{Callback, Html, html};

pub(super) fn view(state: &State, send: &Callback<Msg>) -> Html {
    let draft = &state.draft;
    let Some(credentials) = &draft.credentials else { return Html::default() };
    let profiles = &credentials.profiles;
    let shown = profiles.iter().take(state.shown(List::Credentials));
    let leave_out = Msg::LeaveOutCredentialsClicked;
    let leave_out =
        named_button("link small", text::LEAVE_OUT_NAME, text::LEAVE_OUT, send, leave_out);
    let content = html! {
        <div class="stack-s">
            { small_print(text::CREDENTIALS_HINT) }
            if draft.is_empty() {
                { may_be_config(send) }
            }
            if profiles.is_empty() {
                { quiet(text::NO_PROFILES) }
            } else {
                { rows(shown.map(|row| profile(row, draft, send)).collect()) }
            }
            { show_more(state, List::Credentials, profiles.len(), send) }
        </div>
    };
    section("section", region::CREDENTIALS, text::CREDENTIALS, None, leave_out, content)
}

/// Without a config beside it, it may have been meant for one.
fn may_be_config(send: &Callback<Msg>) -> Html {
    let content = html! {
        <>
            { paragraph(text::TAKEN_AS_CREDENTIALS) }
            { actions(button("button small", text::IT_IS_MY_CONFIG, send, Msg::TakeAsConfigClicked)) }
        </>
    };
    callout(Tone::Plain(Glyph::Help), content)
}

/// A profile that the config has too goes from here alone; its other button is there.
fn profile(row: &KeyRow, draft: &Draft, send: &Callback<Msg>) -> Html {
    let name = match draft.overview.has(&row.name) {
        true => text::remove_from_credentials(&row.name),
        false => text::remove_profile(&row.name),
    };
    let remove = (name, Msg::RemoveKeysClicked(Rc::clone(&row.name)));
    let line = text::line(row.line);
    profile_entry(&row.name, &[text::holds(row.holds), &line], line.clone(), remove, send)
}

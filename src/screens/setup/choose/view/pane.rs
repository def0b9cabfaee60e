//! What is chosen, how it is written, and the way on.

use super::{click_role, settings};
use crate::components::{Glyph, Tone, callout, icon, small_icon};
use crate::screens::setup::choose::bookmarks;
use crate::screens::setup::choose::catalog::RoleKey;
use crate::screens::setup::choose::state::Edited;
use crate::screens::setup::choose::text;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{ChooseMsg, Msg};
use crate::screens::setup::state::State;
use crate::screens::setup::use_it::profiles::role_of;
use crate::screens::setup::use_it::view::{block, options};
use crate::screens::setup::view::parts::click;
use crate::shared::Shared;
use onramp_domain::entry::Entry;
use std::rc::Rc;
use yew::{Callback, Html, html};

/// The pane.
pub fn view(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let chosen = state.choose.selection.len();
    let go_on = |class: &'static str| {
        let onclick = click(send, || Msg::Choose(ChooseMsg::ContinueClicked));
        html! {
            <button {class} type="button" disabled={chosen == 0} {onclick}>
                { text::CONTINUE }{ icon(Glyph::Arrow) }
            </button>
        }
    };
    let bookmark = click(send, || Msg::Choose(ChooseMsg::BookmarksClicked));
    html! {
        <div class="pane" id="selection">
            <section class="panel" aria-labelledby={ids::SELECTION.0}>
                <div class="actions spread">
                    <h2 id={ids::SELECTION.0} tabindex="-1">{ text::profiles(chosen) }</h2>
                    if chosen > 1 {
                        <span class="quiet small">{ text::ONE_SIGN_IN }</span>
                    }
                </div>
                if chosen == 0 {
                    <p class="quiet">{ text::NOTHING_CHOSEN }</p>
                } else {
                    { settings::view(state, send) }
                    { picked(state, send) }
                    { warnings(state) }
                }
                { options::view(state, send) }
                <div class="actions only-wide">{ go_on("button primary big fill") }</div>
                if bookmarks::can_be_made(state) {
                    <button class="link small" type="button" onclick={bookmark}>
                        { small_icon(Glyph::External) }{ text::SAVE_BOOKMARKS }
                    </button>
                }
            </section>
            { block::preview(state, shared, send) }
            <aside class="dock" aria-label={text::DOCK}>
                <span>{ text::profiles(chosen) }</span>
                { go_on("button primary") }
            </aside>
        </div>
    }
}

/// Up to so many profiles are named one by one.
const MOST_PICKED: usize = 12;

fn picked(state: &State, send: &Callback<Msg>) -> Html {
    let entries = state.use_it.profiles.entries();
    let shown = if entries.len() > MOST_PICKED { MOST_PICKED / 3 } else { entries.len() };
    // The one whose settings were open last stands there, too: its button gets the focus back.
    let edited = match &state.choose.edited {
        Some(Edited::Open(key) | Edited::Closed(key)) => Some(key),
        None => None,
    };
    let is_edited = |entry: &&Entry| edited.is_some_and(|key| *key == role_of(entry));
    let more = entries.iter().skip(shown).filter(is_edited);
    let lines = entries.iter().take(shown).chain(more);
    html! {
        <>
            <ul class="picked">{ for lines.map(|entry| profile(state, entry, edited, send)) }</ul>
            if shown < entries.len() {
                <p class="quiet small">{ text::and_more(entries.len() - shown) }</p>
            }
        </>
    }
}

fn profile(state: &State, entry: &Entry, edited: Option<&RoleKey>, send: &Callback<Msg>) -> Html {
    let key = role_of(entry);
    let name = entry.profile.as_str().to_owned();
    let account = state.listing.account(key.account);
    let account = account.map_or_else(String::new, |account| text::account_name(account));
    let of = text::role_in(key.role.as_str(), &account);
    let own = state.use_it.own(&key);
    let own_region = own.and_then(|own| own.region.as_ref()).map(|region| match region {
        Some(region) => format!(" · {}", region.id()),
        None => format!(" · {}", text::WITHOUT_REGION),
    });
    let id = (edited == Some(&key)).then_some(ids::EDITED.0);
    let (edit, remove) = (text::edit(&name), text::remove(&name));
    html! {
        <li key={format!("{}/{}", key.account, key.role)}>
            <span class="name">
                { name }
                if own.is_some() {
                    { " " }<span class="tag">{ text::CHANGED }</span>
                }
            </span>
            <span class="of">{ of }{ own_region }</span>
            <span class="act">
                if state.choose.selection.len() > 1 || own.is_some() {
                    <button {id} class="link small" type="button" aria-label={edit} onclick={click_role(send, &key, ChooseMsg::EditClicked)}>
                        { text::EDIT }
                    </button>
                }
                <button class="x" type="button" aria-label={remove} onclick={click_role(send, &key, ChooseMsg::ProfileRemoved)}>
                    { small_icon(Glyph::Close) }
                </button>
            </span>
        </li>
    }
}

/// What the company says about roles that are chosen.
fn warnings(state: &State) -> Html {
    let warning = |(warning, number): &(Rc<str>, usize)| {
        let content = html! {
            <p>{ &**warning }{ " " }<span class="quiet">{ text::for_profiles(*number) }</span></p>
        };
        callout(Tone::Warn, content)
    };
    html! { <>{ for state.use_it.warnings.iter().map(warning) }</> }
}

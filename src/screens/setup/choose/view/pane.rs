//! What is chosen, how it is written, and the way on.

use crate::components::{Glyph, icon, small_icon};
use crate::screens::setup::choose::text;
use crate::screens::setup::msg::{ChooseMsg, Msg};
use crate::screens::setup::state::State;
use crate::screens::setup::use_it::profiles::role_of;
use crate::screens::setup::use_it::view::{block, options};
use crate::shared::Shared;
use onramp_domain::entry::Entry;
use yew::{Callback, Html, html};

/// The pane.
pub fn view(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let chosen = state.choose.selection.len();
    let go_on = |class: &'static str| {
        let onclick = send.reform(|_| Msg::Choose(ChooseMsg::ContinueClicked));
        html! {
            <button {class} type="button" disabled={chosen == 0} {onclick}>
                { text::CONTINUE }{ icon(Glyph::Arrow) }
            </button>
        }
    };
    html! {
        <div class="pane" id="selection">
            <section class="panel" aria-labelledby="selection-title">
                <div class="actions spread">
                    <h2 id="selection-title">{ text::profiles(chosen) }</h2>
                    if chosen > 1 {
                        <span class="quiet small">{ text::ONE_SIGN_IN }</span>
                    }
                </div>
                if chosen == 0 {
                    <p class="quiet">{ text::NOTHING_CHOSEN }</p>
                } else {
                    { picked(state, send) }
                }
                { options::view(state, send) }
                <div class="actions only-wide">{ go_on("button primary big fill") }</div>
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
    let shown = if entries.len() > MOST_PICKED { &entries[..MOST_PICKED / 3] } else { entries };
    let profile = |entry: &Entry| {
        let key = role_of(entry);
        let name = entry.profile.as_str().to_owned();
        let account = state.listing.account(key.account);
        let account = account.map_or_else(String::new, |account| text::account_name(account));
        let of = text::role_in(key.role.as_str(), &account);
        let onclick = send.reform(move |_| Msg::Choose(ChooseMsg::RoleToggled(key.clone())));
        html! {
            <li key={name.clone()}>
                <span class="name">{ name.clone() }</span>
                <span class="of">{ of }</span>
                <button class="x" type="button" aria-label={text::remove(&name)} {onclick}>
                    { small_icon(Glyph::Close) }
                </button>
            </li>
        }
    };
    html! {
        <>
            <ul class="picked">{ for shown.iter().map(profile) }</ul>
            if shown.len() < entries.len() {
                <p class="quiet small">{ text::and_more(entries.len() - shown.len()) }</p>
            }
        </>
    }
}

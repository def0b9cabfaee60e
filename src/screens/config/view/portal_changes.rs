//! What changed at the portal: roles to add, profiles to remove, and one button for all that is ticked.

use super::show_more;
use crate::components::{Tone, button, callout, click};
use crate::screens::config::msg::Msg;
use crate::screens::config::state::portal_changes::{Known, Tick, portal_to_see};
use crate::screens::config::state::{List, State};
use crate::screens::config::text;
use onramp_domain::changes::{Changes, GoneProfile, NewRole};
use yew::{Callback, Html, html};

pub(super) fn view(state: &State, send: &Callback<Msg>) -> Html {
    let region = |inside: Html| {
        html! {
            <section class="section stack" aria-label={text::PORTAL_CHANGES} key="portal-changes">
                <h2>{ text::PORTAL_CHANGES }</h2>
                { inside }
            </section>
        }
    };
    match state.portal_changes.known() {
        Known::SignedOut | Known::Elsewhere => Html::default(),
        Known::Listing => region(html! { <p class="quiet">{ text::STILL_LISTING }</p> }),
        Known::Changes(changes) => region(told(changes, state, send)),
    }
}

/// Where one would have to sign in to see changes.
pub(super) fn offer(state: &State) -> Html {
    let portal = match state.portal_changes.known() {
        Known::SignedOut => portal_to_see(&state.draft),
        Known::Elsewhere | Known::Listing | Known::Changes(_) => None,
    };
    html! {
        if let Some((host, link)) = portal {
            <p class="hint">
                { text::roles_come_and_go(&host) }{ " " }<a href={link}>{ text::SIGN_IN_TO_SEE }</a>
            </p>
        }
    }
}

fn told(changes: &Changes, state: &State, send: &Callback<Msg>) -> Html {
    let Changes { new, gone, unknown: in_doubt, .. } = changes;
    let new_role = |(index, new): (usize, &NewRole)| {
        let tick = tick(Tick::NewRole(index), text::add_role(new), state, send);
        row(tick, new.role.to_string(), text::new_role(new))
    };
    let gone_profile = |(index, gone): (usize, &GoneProfile)| {
        let tick = tick(Tick::GoneProfile(index), text::remove_gone(gone), state, send);
        row(tick, gone.profile.to_string(), text::gone_profile(gone))
    };
    let new_all = (new.len() > 1).then_some((Tick::AllNewRoles, text::ADD_ALL_NEW));
    let gone_all = (gone.len() > 1).then_some((Tick::AllGoneProfiles, text::REMOVE_ALL_GONE));
    let new_shown = new.iter().take(state.shown(List::NewRoles)).enumerate();
    let gone_shown = gone.iter().take(state.shown(List::GoneProfiles)).enumerate();
    html! {
        <>
            if new.is_empty() && gone.is_empty() && *in_doubt == 0 {
                <p class="quiet">{ text::NOTHING_CHANGED }</p>
            }
            if !new.is_empty() {
                <div class="stack-s">
                    { head(text::new_roles(new.len()), new_all, state, send) }
                    <ul class="rows">{ for new_shown.map(new_role) }</ul>
                    { show_more(state, List::NewRoles, new.len(), send) }
                </div>
            }
            if !gone.is_empty() {
                <div class="stack-s">
                    { head(text::gone_profiles(gone.len()), gone_all, state, send) }
                    <ul class="rows">{ for gone_shown.map(gone_profile) }</ul>
                    { show_more(state, List::GoneProfiles, gone.len(), send) }
                </div>
            }
            if *in_doubt > 0 {
                { unknown(*in_doubt, state, send) }
            }
            if !new.is_empty() || !gone.is_empty() {
                { update(state, send) }
            }
        </>
    }
}

/// How many there are, and, of several, the checkbox for all.
fn head(
    title: String,
    all: Option<(Tick, &'static str)>,
    state: &State,
    send: &Callback<Msg>,
) -> Html {
    html! {
        <div class="section-head">
            <h3>{ title }</h3>
            if let Some((all, name)) = all {
                <label class="check">{ tick(all, name.to_owned(), state, send) }{ name }</label>
            }
        </div>
    }
}

fn tick(tick: Tick, name: String, state: &State, send: &Callback<Msg>) -> Html {
    html! {
        <input
            type="checkbox"
            aria-label={name}
            checked={state.portal_changes.is_ticked(tick)}
            onclick={click(send, Msg::Ticked(tick))}
        />
    }
}

fn row(tick: Html, title: String, beside: String) -> Html {
    html! {
        <li class="entry">
            <label class="check">
                { tick }
                <span>
                    <span class="name">{ title }</span>
                    <span class="of">{ beside }</span>
                </span>
            </label>
        </li>
    }
}

/// What the lists don't tell, and the button that asks AWS again.
fn unknown(profiles: usize, state: &State, send: &Callback<Msg>) -> Html {
    let content = html! {
        <>
            <p>{ text::unknown_profiles(profiles) }</p>
            if state.portal_changes.can_list_again() {
                <div class="actions">
                    { button("button small", text::LIST_AGAIN, send, Msg::ListAgainClicked) }
                </div>
            }
        </>
    };
    callout(Tone::Warn, content)
}

fn update(state: &State, send: &Callback<Msg>) -> Html {
    let (wanted, unwanted) = state.portal_changes.ticked();
    html! {
        <div class="stack-s">
            <p class="small quiet">{ text::PORTAL_CHANGES_HINT }</p>
            <div class="actions">
                <button
                    class="button"
                    type="button"
                    disabled={wanted + unwanted == 0}
                    onclick={click(send, Msg::UpdateClicked)}
                >
                    { text::UPDATE }
                </button>
                <span class="small quiet number">{ text::ticked(wanted, unwanted) }</span>
            </div>
        </div>
    }
}

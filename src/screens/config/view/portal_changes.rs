//! What changed at the portal: roles to add, profiles to remove, and one button for all that is ticked.

use super::{List, Msg, State, rows, show_more, text};
use crate::components::{Tone, actions, button, callout, click, paragraph, quiet, small_print};
use crate::screens::config::state::{Known, gone_id, new_id, portal_to_see};
use onramp_domain::changes::{Changes, GoneProfile, NewRole};
use std::rc::Rc;
use yew::{Callback, Html, html};

pub(super) fn view(state: &State, send: &Callback<Msg>) -> Html {
    let inside = match &state.portal_changes.known {
        Known::SignedOut | Known::Elsewhere => return Html::default(),
        Known::Listing => quiet(text::STILL_LISTING),
        Known::Changes(changes) => told(changes, state, send),
    };
    html! {
        <section class="section stack" aria-label={text::PORTAL_CHANGES} key="portal-changes">
            <h2>{ text::PORTAL_CHANGES }</h2>
            { inside }
        </section>
    }
}

/// Where one would have to sign in to see changes.
pub(super) fn offer(state: &State) -> Option<Html> {
    let Known::SignedOut = &state.portal_changes.known else { return None };
    let (host, link) = portal_to_see(&state.draft)?;
    let sign_in = html! { <a href={link}>{ text::SIGN_IN_TO_SEE }</a> };
    Some(html! { <p class="hint">{ text::roles_come_and_go(&host) }{ " " }{ sign_in }</p> })
}

fn told(changes: &Changes, state: &State, send: &Callback<Msg>) -> Html {
    let Changes { new, gone, unknown: in_doubt } = changes;
    let new_role = |new: &NewRole| {
        let tick = tick([new_id(new)].into(), text::add_role(new), state, send);
        row(tick, new.entry.role_name.as_str(), marks(new), text::new_role(new))
    };
    let gone_profile = |gone: &GoneProfile| {
        let tick = tick([gone_id(gone)].into(), text::remove_gone(gone), state, send);
        row(tick, &gone.profile, Html::default(), text::gone_profile(gone))
    };
    let new_rows = new.iter().take(state.shown(List::NewRoles)).map(new_role).collect();
    let gone_rows = gone.iter().take(state.shown(List::GoneProfiles)).map(gone_profile).collect();
    let all_new = tick_all(new.iter().map(new_id).collect(), text::ADD_ALL_NEW, state, send);
    let all_gone = tick_all(gone.iter().map(gone_id).collect(), text::REMOVE_ALL_GONE, state, send);
    html! {
        <>
            if new.is_empty() && gone.is_empty() && *in_doubt == 0 {
                { quiet(text::NOTHING_CHANGED) }
            }
            { part(text::new_roles(new.len()), all_new, new_rows) }
            { show_more(state, List::NewRoles, new.len(), send) }
            { part(text::gone_profiles(gone.len()), all_gone, gone_rows) }
            { show_more(state, List::GoneProfiles, gone.len(), send) }
            if *in_doubt > 0 {
                { unknown(*in_doubt, state, send) }
            }
            if !new.is_empty() || !gone.is_empty() {
                { update(state, send) }
            }
        </>
    }
}

fn part(title: String, all: Html, changes: Vec<Html>) -> Html {
    html! {
        if !changes.is_empty() {
            <div class="stack-s">
                <div class="section-head"><h3>{ title }</h3>{ all }</div>
                { rows(changes) }
            </div>
        }
    }
}

/// Of several, the checkbox for all.
fn tick_all(ids: Rc<[String]>, name: &'static str, state: &State, send: &Callback<Msg>) -> Html {
    html! {
        if ids.len() > 1 {
            <label class="check">{ tick(ids, name.to_owned(), state, send) }{ name }</label>
        }
    }
}

/// What the company says of a role.
fn marks(new: &NewRole) -> Html {
    html! {
        if new.is_recommended || new.warning.is_some() {
            <span class="marks">
                if new.is_recommended {
                    <span class="tag good">{ text::RECOMMENDED }</span>
                }
                if new.warning.is_some() {
                    <span class="tag warn">{ text::CAREFUL }</span>
                }
            </span>
        }
    }
}

fn tick(ids: Rc<[String]>, name: String, state: &State, send: &Callback<Msg>) -> Html {
    html! {
        <input
            type="checkbox"
            aria-label={name}
            checked={state.portal_changes.are_ticked(&ids)}
            onclick={click(send, Msg::Ticked(ids))}
        />
    }
}

fn row(tick: Html, title: &str, marks: Html, beside: String) -> Html {
    html! {
        <li class="entry">
            <label class="check">
                { tick }
                <span>
                    <span class="name">{ title.to_owned() }</span>
                    <span class="of">{ beside }</span>
                </span>
            </label>
            { marks }
        </li>
    }
}

/// What the lists don't tell, and the button that asks AWS again.
fn unknown(profiles: usize, state: &State, send: &Callback<Msg>) -> Html {
    let content = html! {
        <>
            { paragraph(text::unknown_profiles(profiles)) }
            if state.portal_changes.can_list_again() {
                { actions(button("button small", text::LIST_AGAIN, send, Msg::ListAgainClicked)) }
            }
        </>
    };
    callout(Tone::Warn, content)
}

fn update(state: &State, send: &Callback<Msg>) -> Html {
    let wanted = state.portal_changes.wanted().len();
    let unwanted = state.portal_changes.unwanted().len();
    html! {
        <div class="stack-s">
            { small_print(text::PORTAL_CHANGES_HINT) }
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

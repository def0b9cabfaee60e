//! What is in the config: its profiles by what they get their credentials from.

use super::{List, Msg, State, portal_changes, profile_entry, rows, section, show_more, text};
use crate::components::{Glyph, actions, button, fold as fold_up, icon, quiet, small_print};
use crate::route::Screen;
use crate::screens::config::state::{Done, Draft, Group, Row, region};
use onramp_domain::entry::Format;
use onramp_domain::search::fold;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast, html};

/// Among fewer profiles nobody needs to search.
const WORTH_FILTERING: usize = 9;

pub(super) fn view(state: &State, send: &Callback<Msg>) -> Html {
    let draft = &state.draft;
    if !draft.has_config() {
        return Html::default();
    }
    let overview = &draft.overview;
    let (list, matching) = list(state, send);
    let nothing = if overview.groups.is_empty() {
        Some(text::NO_PROFILES)
    } else if matching == 0 && !state.filter.trim().is_empty() {
        Some(text::NO_MATCH)
    } else {
        None
    };
    let count = text::profile_count(overview.profiles, overview.accounts);
    let add = html! { <a class="link" href={Screen::Setup.href()}>{ text::ADD_FROM_AWS }</a> };
    let content = html! {
        <>
            { removed(draft) }
            if overview.profiles >= WORTH_FILTERING {
                { filter(&state.filter, send) }
            }
            { nothing.map_or_else(|| rows(list), quiet) }
            { show_more(state, List::Profiles, matching, send) }
            { portal_changes::offer(state) }
        </>
    };
    section("section", region::PROFILES, text::PROFILES, Some(count), add, content)
}

/// The rows that match the filter, as many as are shown, under their groups; and how many match.
fn list(state: &State, send: &Callback<Msg>) -> (Vec<Html>, usize) {
    let filter = fold(state.filter.trim());
    let limit = state.shown(List::Profiles);
    let (mut matching, mut items) = (0, Vec::new());
    for (index, group) in state.draft.overview.groups.iter().enumerate() {
        let met: Vec<&Row> = group.rows.iter().filter(|row| row.matches(&filter)).collect();
        if matching < limit && (!met.is_empty() || filter.is_empty()) {
            items.push(head(index, group, send));
            let shown = met.iter().take(limit - matching);
            items.extend(shown.map(|row| profile(row, &state.draft, send)));
        }
        matching += met.len();
    }
    (items, matching)
}

fn removed(draft: &Draft) -> Html {
    let Done::Removed(name, from) = &draft.done else { return Html::default() };
    small_print(text::removed_hint(name, *from, draft))
}

fn filter(filter: &str, send: &Callback<Msg>) -> Html {
    let oninput = send.reform(|event: InputEvent| {
        Msg::FilterEntered(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <div class="search">
            { icon(Glyph::Search) }
            <input
                type="search"
                aria-label={text::FILTER_PROFILES}
                placeholder={text::FILTER_PLACEHOLDER}
                autocomplete="off"
                value={filter.to_owned()}
                {oninput}
            />
        </div>
    }
}

/// A session is what nearly everybody wants, so for profiles without one its button stands by itself; the other ways
/// are unfolded by whoever looks for them.
fn head(index: usize, group: &Group, send: &Callback<Msg>) -> Html {
    let is_legacy = group.sign_in().is_some_and(|sign_in| sign_in.session.is_none());
    let (first, others): (Vec<Format>, Vec<Format>) =
        group.other_formats().partition(|format| is_legacy && *format == Format::SsoSession);
    let convert = |format: Format| {
        button("button small", text::convert(format), send, Msg::ConvertClicked(index, format))
    };
    let other = |format: &Format| {
        html! {
            <>
                <p class="small">{ text::format_hint(*format) }</p>
                { actions(convert(*format)) }
            </>
        }
    };
    html! {
        <li class="entry head" key={format!("group {index}")}>
            <div>
                <span>{ text::group(&group.kind) }</span>
                if group.rows.is_empty() {
                    <span class="of">{ text::UNUSED }</span>
                }
                if !others.is_empty() {
                    { fold_up(text::OTHER_FORMATS, others.iter().map(other).collect()) }
                }
            </div>
            { for first.into_iter().map(convert) }
        </li>
    }
}

fn profile(row: &Row, draft: &Draft, send: &Callback<Msg>) -> Html {
    let remove = (text::remove_profile(&row.name), Msg::RemoveClicked(Rc::clone(&row.name)));
    let is_in_credentials = draft.credentials.as_ref().is_some_and(|file| file.has(&row.name));
    let line = text::line(row.line);
    let also = if is_in_credentials { text::IN_CREDENTIALS } else { "" };
    let mut facts = vec![&*row.account_id, &*row.role, &*line, also];
    facts.retain(|fact| !fact.is_empty());
    profile_entry(&row.name, &facts, format!("profile {}", row.name), remove, send)
}

//! The list's card: filter, roles to choose everywhere, how much is chosen, the list itself.

use super::role_list::{RoleList, focus};
use crate::components::{Glyph, icon, small_icon};
use crate::numbers::grouped;
use crate::screens::setup::choose::Choose;
use crate::screens::setup::choose::catalog::Catalog;
use crate::screens::setup::choose::rows::Rows;
use crate::screens::setup::choose::selection::Selection;
use crate::screens::setup::choose::text;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{ChooseMsg, Msg};
use crate::screens::setup::state::State;
use crate::screens::setup::use_it::profiles::Profiles;
use crate::screens::setup::view::parts::{button, click};
use crate::shared::Shared;
use onramp_domain::RoleName;
use onramp_domain::listing::{Phase, Progress};
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement};
use yew::{Callback, Html, InputEvent, KeyboardEvent, Properties, TargetCast, component, html};

/// The card.
pub fn view(state: &State, progress: &Progress, shared: &Shared, send: &Callback<Msg>) -> Html {
    let Choose { catalog, filter, rows, selection, standing, .. } = &state.choose;
    let entries = match &state.use_it.profiles {
        Profiles::Named(entries) => Rc::clone(entries),
        Profiles::Misnamed(_) => Rc::new([]),
    };
    let portal = state.start_url();
    html! {
        <section class="list-card" aria-label={text::LIST}>
            <Tools catalog={Rc::clone(catalog)} rows={Rc::clone(rows)} selection={Rc::clone(selection)} filter={filter.clone()} {send} />
            { bar(progress, state.listing.phase()) }
            if let Some(note) = text::holds_for_more(standing.chosen()) {
                <p class="list-note">{ note }</p>
            }
            if rows.as_slice().is_empty() {
                { nothing(filter, state.listing.phase(), send) }
            } else {
                <RoleList rows={Rc::clone(rows)} selection={Rc::clone(selection)} {entries} {portal} {send} />
            }
            { hidden(state, shared, send) }
        </section>
    }
}

/// The arrow down leads from the search into the list.
fn to_list(event: KeyboardEvent) {
    if event.key() == "ArrowDown" {
        event.prevent_default();
        let card =
            event.target_dyn_into::<Element>().and_then(|it| it.closest(".list-card").ok()?);
        focus(card.and_then(|card| card.query_selector(".list [tabindex='0']").ok()?));
    }
}

/// Why there is nothing in the list. What keeps it from being complete is said above it, and what is hidden below.
fn nothing(filter: &str, phase: &Phase, send: &Callback<Msg>) -> Html {
    if filter.trim().is_empty() {
        return html! {
            if *phase == Phase::Running {
                <p class="empty late">{ text::LISTING }</p>
            }
        };
    }
    let clear = || Msg::Choose(ChooseMsg::FilterCleared);
    html! {
        <p class="empty">
            { text::nothing_matches(filter) }{ " " }
            { button("link", text::CLEAR, send, clear) }
        </p>
    }
}

/// That the company hides some, and the way to see them all the same.
fn hidden(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let number = state.choose.catalog.left_out();
    if number == 0 {
        return Html::default();
    }
    let company = shared.host.config().and_then(|config| config.name.as_deref());
    let show = || Msg::Choose(ChooseMsg::ShowHiddenClicked);
    html! {
        <p class="list-note">
            { text::hidden(number, company) }{ " " }
            { button("link small", text::SHOW_HIDDEN, send, show) }
        </p>
    }
}

/// A bar while roles are coming, so that a long listing doesn't look hung.
fn bar(progress: &Progress, phase: &Phase) -> Html {
    match phase {
        Phase::Running | Phase::AwaitingToken => {}
        Phase::Idle | Phase::Interrupted(_) | Phase::Stopped | Phase::Finished => {
            return Html::default();
        }
    }
    let known = (progress.accounts > 0).then(|| (progress.done + progress.failed).to_string());
    let max = (progress.accounts > 0).then(|| progress.accounts.to_string());
    html! { <progress class="bar late" value={known} {max} aria-label={text::LISTING_BAR} /> }
}

#[derive(Properties)]
struct ToolsProps {
    catalog: Rc<Catalog>,
    rows: Rc<Rows>,
    selection: Rc<Selection>,
    filter: String,
    send: Callback<Msg>,
}

/// By pointer, as the list itself.
impl PartialEq for ToolsProps {
    fn eq(&self, other: &ToolsProps) -> bool {
        Rc::ptr_eq(&self.catalog, &other.catalog)
            && Rc::ptr_eq(&self.rows, &other.rows)
            && Rc::ptr_eq(&self.selection, &other.selection)
    }
}

/// The filter, the roles that can be chosen everywhere, how much is chosen, all of it, none of it.
#[component]
fn Tools(props: &ToolsProps) -> Html {
    let ToolsProps { catalog, rows, selection, filter, send } = props;
    let oninput = send.reform(|event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Msg::Choose(ChooseMsg::FilterEntered(text))
    });
    let common = catalog.common_roles();
    let checked = selection.contains_all(&rows.keys());
    let (chosen, of_all) = text::chosen(selection.len(), catalog.roles());
    let toggle = click(send, || Msg::Choose(ChooseMsg::AllShownToggled));
    html! {
        <>
            <div class="list-tools">
                <div class="search">
                    { icon(Glyph::Search) }
                    <input
                        id={ids::FILTER.0}
                        type="search"
                        aria-keyshortcuts="/"
                        aria-label={text::FILTER}
                        placeholder={text::FILTER_PLACEHOLDER}
                        spellcheck="false"
                        autocomplete="off"
                        autocapitalize="off"
                        value={filter.clone()}
                        {oninput}
                        onkeydown={to_list}
                    />
                    <kbd aria-hidden="true">{ "/" }</kbd>
                </div>
                if !common.is_empty() {
                    <div class="chips" role="group" aria-label={text::EVERYWHERE}>
                        <span class="chips-label" aria-hidden="true">{ text::EVERYWHERE }</span>
                        { for common.iter().map(|(role, count)| everywhere(props, role, *count)) }
                    </div>
                }
            </div>
            <div class="list-bar">
                <label class="check">
                    <input id={ids::SELECT_ALL.0} type="checkbox" aria-label={text::SELECT_ALL} {checked} disabled={rows.roles() == 0} onclick={toggle} />
                    { text::SELECT_ALL }
                </label>
                <span class="end number"><b>{ chosen }</b>{ " " }<span class="quiet">{ of_all }</span></span>
                if !selection.is_empty() {
                    { button("link small", text::CLEAR, send, || Msg::Choose(ChooseMsg::ClearClicked)) }
                }
            </div>
        </>
    }
}

/// The same role in every account that has it.
fn everywhere(props: &ToolsProps, role: &RoleName, count: usize) -> Html {
    let keys: Vec<_> = props.catalog.keys().filter(|key| key.role == *role).collect();
    let is_chosen = props.selection.contains_all(&keys);
    let name = role.as_str().to_owned();
    let role = role.clone();
    let onclick =
        props.send.reform(move |_| Msg::Choose(ChooseMsg::EverywhereToggled(role.clone())));
    html! {
        <button class="chip" type="button" aria-pressed={is_chosen.to_string()} {onclick}>
            if is_chosen {
                { small_icon(Glyph::Check) }
            }
            <b>{ name }</b>{ " " }<span class="count">{ grouped(count) }</span>
        </button>
    }
}

//! The list's card: filter, roles to choose everywhere, how much is chosen, the list itself.

use super::role_list::{RoleList, focus};
use crate::components::{Glyph, icon, small_icon};
use crate::numbers::grouped;
use crate::screens::setup::choose::{Choose, text};
use crate::screens::setup::view::parts::Context;
use crate::screens::setup::{ChooseMsg, Msg, ids};
use onramp_domain::RoleName;
use onramp_domain::listing::{Phase, Progress};
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement};
use yew::{Html, InputEvent, KeyboardEvent, TargetCast, html};

/// The card.
pub fn view(ctx: &Context<'_>, progress: &Progress) -> Html {
    let Choose { rows, selection, standing, .. } = &ctx.state.choose;
    let entries = Rc::clone(&ctx.state.use_it.entries);
    let portal = ctx.state.start_url();
    html! {
        <section class="list-card" aria-label={text::LIST}>
            { tools(ctx) }
            { bar(progress, ctx.state.listing.phase()) }
            if standing.is_for_more() {
                <p class="list-note">{ text::HOLDS_FOR_MORE }</p>
            }
            if rows.lines.is_empty() {
                { nothing(ctx) }
            } else {
                <RoleList rows={Rc::clone(rows)} selection={Rc::clone(selection)} {entries} {portal} send={ctx.send} />
            }
            { hidden(ctx) }
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

/// That the filter matches nothing. What keeps the list from being complete is said above it, and what is hidden below.
fn nothing(ctx: &Context<'_>) -> Html {
    let filter = &ctx.state.choose.filter;
    let clear = || Msg::Choose(ChooseMsg::FilterEntered(String::new()));
    html! {
        if !filter.trim().is_empty() {
            <p class="empty">
                { text::nothing_matches(filter) }{ " " }
                { ctx.button("link", text::CLEAR, clear) }
            </p>
        }
    }
}

/// That the company hides some, and the way to see them all the same.
fn hidden(ctx: &Context<'_>) -> Html {
    let number = ctx.state.choose.catalog.left_out();
    let company = ctx.shared.host.config().and_then(|config| config.name.as_deref());
    let show = || Msg::Choose(ChooseMsg::ShowHiddenClicked);
    html! {
        if number > 0 {
            <p class="list-note">
                { text::hidden(number, company) }{ " " }
                { ctx.button("link small", text::SHOW_HIDDEN, show) }
            </p>
        }
    }
}

/// A bar while roles are coming, so that a long listing doesn't look hung.
fn bar(progress: &Progress, phase: &Phase) -> Html {
    let known = (progress.accounts > 0).then(|| (progress.done + progress.failed).to_string());
    let max = (progress.accounts > 0).then(|| progress.accounts.to_string());
    html! {
        if matches!(phase, Phase::Running | Phase::AwaitingToken) {
            <progress class="bar late" value={known} {max} aria-label={text::LISTING_BAR} />
        }
    }
}

/// The filter, the roles that can be chosen everywhere, how much is chosen, all of it, none of it.
fn tools(ctx: &Context<'_>) -> Html {
    let Choose { catalog, filter, rows, selection, .. } = &ctx.state.choose;
    let oninput = ctx.send.reform(|event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Msg::Choose(ChooseMsg::FilterEntered(text))
    });
    let common = &catalog.common_roles;
    // Of many roles few are chosen: then there is nothing to look through.
    let checked = rows.roles <= selection.len() && selection.contains_all(&rows.keys());
    let (chosen, of_all) = text::chosen(selection.len(), catalog.roles());
    let toggle = ctx.click(|| Msg::Choose(ChooseMsg::AllShownToggled));
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
                        { for common.iter().map(|(role, count)| everywhere(ctx, role, *count)) }
                    </div>
                }
            </div>
            <div class="list-bar">
                <label class="check">
                    <input id={ids::SELECT_ALL.0} type="checkbox" aria-label={text::SELECT_ALL} {checked} disabled={rows.roles == 0} onclick={toggle} />
                    { text::SELECT_ALL }
                </label>
                <span class="end number"><b>{ chosen }</b>{ " " }<span class="quiet">{ of_all }</span></span>
                if !selection.is_empty() {
                    { ctx.button("link small", text::CLEAR, || Msg::Choose(ChooseMsg::ClearClicked)) }
                }
            </div>
        </>
    }
}

/// The same role in every account that has it.
fn everywhere(ctx: &Context<'_>, role: &RoleName, count: usize) -> Html {
    let Choose { catalog, selection, .. } = &ctx.state.choose;
    let keys = || catalog.keys().filter(|key| key.role == *role).collect::<Vec<_>>();
    let is_chosen = count <= selection.len() && selection.contains_all(&keys());
    let name = role.as_str().to_owned();
    let role = role.clone();
    let onclick = ctx.send.reform(move |_| Msg::Choose(ChooseMsg::EverywhereToggled(role.clone())));
    html! {
        <button class="chip" type="button" aria-pressed={is_chosen.to_string()} {onclick}>
            if is_chosen {
                { small_icon(Glyph::Check) }
            }
            <b>{ name }</b>{ " " }<span class="count">{ grouped(count) }</span>
        </button>
    }
}

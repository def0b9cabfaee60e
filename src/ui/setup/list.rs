//! The list of accounts and roles: filter, progress, rows.
//!
//! Not here: what stands in it. Of a long list only the rows that are seen are in the document; the space of the
//! others is held by two empty pictures, since a style attribute is not allowed here.

use crate::app::event::{ChoiceEvent, Event};
use crate::app::model::Model;
use crate::app::setup::catalog::{Listed, RoleKey};
use crate::app::setup::choice::{Choice, ChosenBy};
use crate::app::setup::rows::{ROW_HEIGHT, Row, Rows};
use crate::shell::list_seen;
use crate::ui::parts::details::alert;
use crate::ui::parts::element::{Element, Told, el};
use crate::ui::parts::field::as_typed;
use crate::ui::parts::plain::{button, div, p, span};
use crate::ui::text;
use crate::ui::windowing::visible_rows;
use onramp_domain::listing::{AccountList, Phase, Progress, Roles};
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;
use yew::Callback;

/// Signed in, and nothing assigned.
pub(super) fn is_empty_for_good(model: &Model) -> bool {
    let progress = model.center.listing().progress();
    *model.center.listing().phase() == Phase::Finished
        && progress.accounts == 0
        && progress.is_complete()
}

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Element {
    let choice = model.center.choice();
    let progress = model.center.listing().progress();
    let phase = model.center.listing().phase();
    let head = div("list-head")
        .with(el("h2", "").attr("id", "choose-title").text(text::CHOOSE_TITLE))
        .with(span("small quiet tabular", text::listing_progress(&progress, phase)));
    let sole = choice.chosen_by() == ChosenBy::Page && !choice.chosen().is_empty();
    el("section", "stack-s")
        .attr("aria-labelledby", "choose-title")
        .with(head)
        .with(progress_bar(&progress, phase))
        .with(faults(model, &progress, on))
        .with(sole.then(|| p("note good small", text::SOLE_ROLE)))
        .with(filter(choice, on))
        .with(selection(choice, &progress, on))
        .with(rows(model, on))
}

fn filter(choice: &Choice, on: &Callback<Event>) -> Element {
    as_typed(el("input", ""))
        .attr("type", "search")
        .attr("aria-label", text::FILTER)
        .attr("placeholder", text::FILTER_PLACEHOLDER)
        .value(choice.filter())
        .entered(on, |text| Event::Choice(ChoiceEvent::FilterEntered(text)))
}

/// How much is chosen, all of it, none of it.
fn selection(choice: &Choice, progress: &Progress, on: &Callback<Event>) -> Element {
    let (chosen, shown) = (choice.chosen().len(), choice.rows().roles());
    let all = el("input", "")
        .attr("type", "checkbox")
        .attr_if("disabled", (shown == 0).then_some("disabled"))
        .checked(choice.all_shown_are_chosen())
        .pressed(on, || Event::Choice(ChoiceEvent::AllShownToggled));
    let clear = (chosen > 0).then(|| {
        button("button plain", text::CLEAR_SELECTION, on, || {
            Event::Choice(ChoiceEvent::ClearClicked)
        })
    });
    div("list-head")
        .with(el("label", "check").with(all).text(text::SELECT_ALL))
        .with(span("small quiet tabular", text::chosen(chosen, shown, progress.roles)))
        .with(clear)
}

/// A bar while roles are coming, so that a long list does not look hung.
fn progress_bar(progress: &Progress, phase: &Phase) -> Option<Element> {
    match phase {
        Phase::Running | Phase::AwaitingToken => {}
        Phase::Idle | Phase::Interrupted(_) | Phase::Stopped | Phase::Finished => return None,
    }
    let bar = el("progress", "late").attr("aria-label", text::LISTING_BAR);
    if progress.accounts == 0 {
        return Some(bar);
    }
    let done = progress.done + progress.failed;
    Some(bar.attr("value", done.to_string()).attr("max", progress.accounts.to_string()))
}

/// What keeps the list from being whole, with the press that tries again.
fn faults(model: &Model, progress: &Progress, on: &Callback<Event>) -> Option<Element> {
    let error = match (model.center.listing().phase(), &progress.account_list) {
        (Phase::Interrupted(error), _) | (_, AccountList::Failed(error)) => Some(error),
        (Phase::Finished, AccountList::Arriving | AccountList::Complete) if progress.failed > 0 => {
            None
        }
        _ => return None,
    };
    let retry =
        button("button", text::RETRY_FAILED, on, || Event::Choice(ChoiceEvent::RetryClicked));
    let retry = div("actions").with(retry);
    Some(alert(&text::listing_fault(progress), retry, error.map(Rc::as_ref), &model.copied, on))
}

fn rows(model: &Model, on: &Callback<Event>) -> Element {
    let choice = model.center.choice();
    let rows: &Rows = choice.rows();
    let all = rows.as_slice();
    if all.is_empty() {
        let why =
            if choice.filter().trim().is_empty() { text::LISTING } else { text::NOTHING_MATCHES };
        return div("rows").with(p("empty late", why));
    }
    let Range { start, end } = visible_rows(all.len(), model.seen.top, model.seen.height);
    let scrolled = {
        let on = on.clone();
        move |_| {
            if let Some(seen) = list_seen() {
                on.emit(Event::ListScrolled(seen));
            }
        }
    };
    let seen = all[start..end].iter().filter_map(|row| row_view(row, choice.chosen(), on));
    div("rows")
        .attr("id", "rows")
        .attr("role", "group")
        .attr("aria-label", text::LIST_LABEL)
        .heard(Told::Scroll, scrolled)
        .with(pad(start).key("above"))
        .with_all(seen)
        .with(pad(all.len() - end).key("below"))
}

/// The space of so many rows.
fn pad(rows: usize) -> Element {
    el("svg", "pad")
        .attr("width", "1")
        .attr("height", (rows * ROW_HEIGHT).to_string())
        .attr("aria-hidden", "true")
}

fn row_view(row: &Row, chosen: &HashSet<RoleKey>, on: &Callback<Event>) -> Option<Element> {
    match row {
        Row::Account(listed) => Some(account_view(listed)),
        Row::Role(listed, _) => row.key().map(|key| role_view(listed, key, chosen, on)),
    }
}

fn account_view(listed: &Listed) -> Element {
    let account = listed.account();
    let state = match &account.roles {
        Roles::Pending | Roles::Arriving(_) => Some(text::ROLES_COMING),
        Roles::Failed { .. } => Some(text::ROLES_FAILED),
        Roles::NoAccess(_) => Some(text::NO_ACCESS),
        Roles::Complete(roles) if roles.is_empty() => Some(text::NO_ROLES),
        Roles::Complete(_) => None,
    };
    let id = match state {
        Some(state) => [state, " · ", account.id.as_str()].concat(),
        None => account.id.to_string(),
    };
    div("row account")
        .key(account.id.as_str())
        .with(span("name", text::account_name(account)).attr("title", account.email.to_string()))
        .with(span("id", id))
}

fn role_view(
    listed: &Listed,
    key: RoleKey,
    chosen: &HashSet<RoleKey>,
    on: &Callback<Event>,
) -> Element {
    let is_chosen = chosen.contains(&key);
    let label = text::role_in_account(key.role.as_str(), listed.account());
    let name = span("name", key.role.as_str().to_owned());
    let row = el("label", if is_chosen { "row chosen" } else { "row" })
        .key([key.account.as_str(), "/", key.role.as_str()].concat());
    let on = on.clone();
    let toggled = move |_| on.emit(Event::Choice(ChoiceEvent::RoleToggled(key.clone())));
    let check = el("input", "")
        .attr("type", "checkbox")
        .attr("aria-label", label)
        .checked(is_chosen)
        .heard(Told::Click, toggled);
    row.with(check).with(name)
}

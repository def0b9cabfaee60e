//! The list of accounts and roles: filter, progress, rows.
//!
//! Not here: what stands in it. Of a long list only the rows that are seen are in the document; the space of the
//! others is held by two empty pictures, since a style attribute is not allowed here.

use crate::app::event::{ChoiceEvent, Event};
use crate::app::model::Model;
use crate::app::setup::catalog::{Listed, RoleKey};
use crate::app::setup::choice::ChosenBy;
use crate::app::setup::rows::{Row, Rows};
use crate::ui::parts::details::alert;
use crate::ui::parts::inputs::value_of;
use crate::ui::parts::plain::{button, p};
use crate::ui::text;
use crate::ui::windowing::{ROW_HEIGHT, visible_rows};
use onramp_domain::listing::{AccountList, Phase, Progress, Roles};
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;
use yew::{
    Callback, Event as DomEvent, Html, InputEvent, Properties, TargetCast, classes, component,
    html, use_state_eq,
};

/// Signed in, and nothing assigned.
pub(super) fn is_empty_for_good(model: &Model) -> bool {
    let progress = model.center.listing().progress();
    *model.center.listing().phase() == Phase::Finished
        && progress.accounts == 0
        && progress.is_complete()
}

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let choice = model.center.choice();
    let rows = choice.rows();
    let progress = model.center.listing().progress();
    let all_shown = choice.all_shown_are_chosen();
    html! {
        <section class="stack-s" aria-labelledby="choose-title">
            <div class="list-head">
                <h2 id="choose-title">{ text::CHOOSE_TITLE }</h2>
                <span class="small quiet tabular">{ text::listing_progress(&progress, model.center.listing().phase()) }</span>
            </div>
            { progress_bar(&progress, model.center.listing().phase()) }
            { faults(model, &progress, on) }
            if choice.chosen_by() == ChosenBy::Page && !choice.chosen().is_empty() {
                { p("note good small", text::SOLE_ROLE) }
            }
            <input type="search" aria-label={text::FILTER} placeholder={text::FILTER_PLACEHOLDER} value={choice.filter().to_owned()}
                autocomplete="off" autocapitalize="off" spellcheck="false"
                oninput={on.reform(|event: InputEvent| Event::Choice(ChoiceEvent::FilterEntered(value_of(event.target()))))}
                onchange={on.reform(|event: DomEvent| Event::Choice(ChoiceEvent::FilterEntered(value_of(event.target()))))} />
            <div class="list-head">
                <label class="check">
                    <input type="checkbox" checked={all_shown} disabled={rows.roles() == 0}
                        onclick={on.reform(|_| Event::Choice(ChoiceEvent::AllShownToggled))} />
                    { text::SELECT_ALL }
                </label>
                <span class="small quiet tabular">{ text::chosen(choice.chosen().len(), rows.roles(), progress.roles) }</span>
                if !choice.chosen().is_empty() {
                    { button("button plain", text::CLEAR_SELECTION, on, || Event::Choice(ChoiceEvent::ClearClicked)) }
                }
            </div>
            if rows.as_slice().is_empty() {
                <div class="rows"><p class="empty late">{ if choice.filter().trim().is_empty() { text::LISTING } else { text::NOTHING_MATCHES } }</p></div>
            } else {
                <RowList rows={Rc::clone(rows)} chosen={Rc::clone(choice.chosen())} on={on.clone()} />
            }
        </section>
    }
}

/// A bar while roles are coming, so that a long list does not look hung.
#[allow(clippy::cast_precision_loss)]
fn progress_bar(progress: &Progress, phase: &Phase) -> Html {
    match phase {
        Phase::Running | Phase::AwaitingToken if progress.accounts > 0 => {
            let (done, all) =
                ((progress.done + progress.failed).to_string(), progress.accounts.to_string());
            html! { <progress class="late" value={done} max={all} aria-label={text::LISTING_BAR} /> }
        }
        Phase::Running | Phase::AwaitingToken => {
            html! { <progress class="late" aria-label={text::LISTING_BAR} /> }
        }
        Phase::Idle | Phase::Interrupted(_) | Phase::Stopped | Phase::Finished => html! {},
    }
}

/// What keeps the list from being whole, with the press that tries again.
fn faults(model: &Model, progress: &Progress, on: &Callback<Event>) -> Html {
    let error = match (model.center.listing().phase(), &progress.account_list) {
        (Phase::Interrupted(error), _) | (_, AccountList::Failed(error)) => Some(error),
        (Phase::Finished, AccountList::Arriving | AccountList::Complete) if progress.failed > 0 => {
            None
        }
        _ => return html! {},
    };
    let retry = html! {
        { button("button", text::RETRY_FAILED, on, || Event::Choice(ChoiceEvent::RetryClicked)) }
    };
    alert(&text::listing_fault(progress), retry, error.map(Rc::as_ref), &model.copied, on)
}

/// The rows. Its only state is which of them are seen.
#[component]
fn RowList(props: &RowListProps) -> Html {
    let count = props.rows.as_slice().len();
    let seen = use_state_eq(|| (0, 640));
    let onscroll = {
        let seen = seen.clone();
        move |event: DomEvent| {
            let element: web_sys::Element = event.target_unchecked_into();
            // Whole rows only, so that a scroll by a few pixels draws nothing.
            let pixels = |number: i32| usize::try_from(number).unwrap_or_default();
            let top = pixels(element.scroll_top()) / ROW_HEIGHT * ROW_HEIGHT;
            seen.set((top, pixels(element.client_height())));
        }
    };
    let Range { start, end } = visible_rows(count, seen.0, seen.1);
    html! {
        <div class="rows" role="group" aria-label={text::LIST_LABEL} {onscroll}>
            { pad(start * ROW_HEIGHT) }
            for row in props.rows.as_slice()[start..end].iter() { { row_view(row, &props.chosen, &props.on) } }
            { pad((count - end) * ROW_HEIGHT) }
        </div>
    }
}

#[derive(Properties)]
struct RowListProps {
    rows: Rc<Rows>,
    chosen: Rc<HashSet<RoleKey>>,
    on: Callback<Event>,
}

impl PartialEq for RowListProps {
    fn eq(&self, other: &RowListProps) -> bool {
        Rc::ptr_eq(&self.rows, &other.rows)
            && Rc::ptr_eq(&self.chosen, &other.chosen)
            && self.on == other.on
    }
}

fn pad(height: usize) -> Html {
    html! { <svg class="pad" width="1" height={height.to_string()} aria-hidden="true" /> }
}

fn row_view(row: &Row, chosen: &HashSet<RoleKey>, on: &Callback<Event>) -> Html {
    match row {
        Row::Account(listed) => account_view(listed),
        Row::Role(listed, _) => match row.key() {
            Some(key) => role_view(listed, key, chosen, on),
            None => html! {},
        },
    }
}

fn account_view(listed: &Listed) -> Html {
    let account = listed.account();
    let state = match &account.roles {
        Roles::Pending | Roles::Arriving(_) => Some(text::ROLES_COMING),
        Roles::Failed { .. } => Some(text::ROLES_FAILED),
        Roles::NoAccess(_) => Some(text::NO_ACCESS),
        Roles::Complete(roles) if roles.is_empty() => Some(text::NO_ROLES),
        Roles::Complete(_) => None,
    };
    html! {
        <div class="row account" key={account.id.to_string()}>
            <span class="name" title={account.email.to_string()}>{ text::account_name(account) }</span>
            <span class="id">
                if let Some(state) = state { { state }{ " · " } }
                { account.id }
            </span>
        </div>
    }
}

fn role_view(
    listed: &Listed,
    key: RoleKey,
    chosen: &HashSet<RoleKey>,
    on: &Callback<Event>,
) -> Html {
    let is_chosen = chosen.contains(&key);
    let label = text::role_in_account(key.role.as_str(), listed.account());
    let name = key.role.to_string();
    let id = format!("{}/{}", key.account, key.role);
    let onclick = on.reform(move |_| Event::Choice(ChoiceEvent::RoleToggled(key.clone())));
    html! {
        <label class={classes!("row", is_chosen.then_some("chosen"))} key={id}>
            <input type="checkbox" aria-label={label} checked={is_chosen} {onclick} />
            <span class="name">{ name }</span>
        </label>
    }
}

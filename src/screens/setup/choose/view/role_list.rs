//! The list of accounts and roles. It is one tab stop: arrow keys, Home, End and the page keys move in it, Space
//! presses, Shift makes a range. Of a long list only the rows that are seen are in the document, and the one that has
//! the focus.
//!
//! The space of the others is held by empty pictures, since a `style` attribute is not allowed here.

use super::click_role;
use crate::screens::setup::choose::listed::{ListedRole, RoleKey};
use crate::screens::setup::choose::rows::{Row, Rows};
use crate::screens::setup::choose::selection::Selection;
use crate::screens::setup::choose::visible_rows::{ROW_HEIGHT, Viewport, drawn_runs, scroll_to};
use crate::screens::setup::choose::{AccessLevel, access_level, text};
use crate::screens::setup::msg::{ChooseMsg, Msg};
use crate::screens::setup::text::EDIT;
use onramp_domain::StartUrl;
use onramp_domain::entry::Entry;
use onramp_domain::listing::Account;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{
    AttrValue, Callback, FocusEvent, Html, KeyboardEvent, MouseEvent, NodeRef, Properties,
    TargetCast, component, html, use_effect, use_mut_ref, use_node_ref, use_state,
};

/// Up to so many profiles have their names beside their roles: who chooses more does not look at each.
const MOST_NAMED: usize = 500;

#[derive(Properties)]
pub struct RoleListProps {
    pub rows: Rc<Rows>,
    pub selection: Rc<Selection>,
    /// The profiles, for their names.
    pub entries: Rc<[Entry]>,
    /// Where the console is opened.
    pub portal: Option<StartUrl>,
    pub send: Callback<Msg>,
}

/// By pointer: neither a second that passes nor a key elsewhere draws the list anew. Where messages go does not change
/// in the life of the page.
impl PartialEq for RoleListProps {
    fn eq(&self, other: &RoleListProps) -> bool {
        Rc::ptr_eq(&self.rows, &other.rows)
            && Rc::ptr_eq(&self.selection, &other.selection)
            && Rc::ptr_eq(&self.entries, &other.entries)
    }
}

/// Where one is in the list.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    viewport: Viewport,
    /// The row that Tab leads to.
    focused: usize,
}

/// At first the first role, which stands below its account.
impl Default for Place {
    fn default() -> Place {
        Place { viewport: Viewport::default(), focused: 1 }
    }
}

#[component]
pub fn RoleList(props: &RoleListProps) -> Html {
    let list = use_node_ref();
    let place = use_state(Place::default);
    let focus_is_due = use_mut_ref(|| false);
    let rows = &props.rows.lines;
    let stop = nearest(rows, 0, place.focused.min(rows.len().saturating_sub(1)));

    let measure = {
        let (list, place) = (list.clone(), place.clone());
        move || {
            let Some(list) = list.cast::<Element>() else { return };
            let viewport = measured(&list);
            if viewport != place.viewport {
                place.set(Place { viewport, ..*place });
            }
        }
    };
    use_effect({
        let (list, measure) = (list.clone(), measure.clone());
        let focus_is_due = Rc::clone(&focus_is_due);
        move || {
            measure();
            if focus_is_due.replace(false) {
                focus_row(&list, stop);
            }
        }
    });
    let onkeydown = {
        let place = place.clone();
        let (rows, send) = (Rc::clone(&props.rows), props.send.clone());
        Callback::from(move |event: KeyboardEvent| {
            let rows = &rows.lines;
            let page = (place.viewport.height / ROW_HEIGHT).max(1);
            // While the list is coming, the row that has the focus is not always the one that had it.
            let from = event.target_dyn_into::<Element>().and_then(row_of).unwrap_or(stop);
            if let Some(row) = moved(&event.key(), from, page, rows.len()) {
                let row = nearest(rows, from, row);
                event.prevent_default();
                focus_is_due.replace(row != from);
                place.set(Place { focused: row, ..*place });
                if event.shift_key()
                    && let Some((from, to)) = ends(rows, from, row)
                {
                    send.emit(Msg::Choose(ChooseMsg::RangeChosen(from, to)));
                }
            } else {
                focus_beside(&event);
            }
        })
    };
    let viewport = place.viewport;
    let onfocusin = Callback::from(move |event: FocusEvent| {
        if let Some(row) = event.target_dyn_into::<Element>().and_then(row_of)
            && row != stop
        {
            place.set(Place { focused: row, ..*place });
        }
    });

    let mut drawn = Vec::new();
    let mut end = 0;
    for run in drawn_runs(rows.len(), viewport, stop) {
        drawn.push(pad(end, run.start));
        end = run.end;
        drawn.extend(
            run.map(|place| row_view(props, place, if place == stop { "0" } else { "-1" })),
        );
    }
    drawn.push(pad(end, rows.len()));
    html! {
        <div
            class="list"
            role="group"
            aria-label={text::ROLES}
            aria-describedby="list-keys"
            ref={list}
            onscroll={move |_| measure()}
            {onkeydown}
            {onfocusin}
        >
            { for drawn }
            <p key="keys" id="list-keys" hidden=true>{ text::KEYS }</p>
        </div>
    }
}

/// The first and the last role from one row to another, both included.
fn ends(rows: &[Row], from: usize, to: usize) -> Option<(RoleKey, RoleKey)> {
    let mut keys = rows.get(from.min(to)..=from.max(to))?.iter().filter_map(Row::key).cloned();
    let first = keys.next()?;
    let last = keys.next_back().unwrap_or_else(|| first.clone());
    Some(if from <= to { (first, last) } else { (last, first) })
}

/// The left and the right arrow lead to the control beside the one that has the focus, in its row.
fn focus_beside(event: &KeyboardEvent) {
    let step = match event.key().as_str() {
        "ArrowRight" => 1,
        "ArrowLeft" => -1,
        _ => return,
    };
    event.prevent_default();
    let Some(target) = event.target_dyn_into::<Element>() else { return };
    let row = target.closest("[data-row]").ok().flatten();
    let controls = row.and_then(|row| row.query_selector_all("input, button, a").ok());
    let Some(controls) = controls else { return };
    let place = (0..controls.length()).find(|at| controls.get(*at).as_ref() == Some(&target));
    let beside = place.and_then(|place| place.checked_add_signed(step));
    focus(beside.and_then(|place| controls.get(place)?.dyn_into().ok()));
}

/// The row that a key leads to.
fn moved(key: &str, row: usize, page: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match key {
        "ArrowDown" => row.saturating_add(1).min(last),
        "ArrowUp" => row.saturating_sub(1),
        "PageDown" => row.saturating_add(page).min(last),
        "PageUp" => row.saturating_sub(page),
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

/// The row nearest to this one that can be pressed: on the way that leads here, else on the way back.
fn nearest(rows: &[Row], from: usize, row: usize) -> usize {
    let can_be_pressed = |row: &usize| rows[*row].has_control();
    let below = (row..rows.len()).find(can_be_pressed);
    let above = (0..row).rev().find(can_be_pressed);
    let found = match row < from && !rows[row].has_control() {
        true => above.or(below),
        false => below.or(above),
    };
    found.unwrap_or(row)
}

fn focus_row(list: &NodeRef, row: usize) {
    let Some(list) = list.cast::<Element>() else { return };
    if let Some(top) = scroll_to(row, measured(&list)) {
        list.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
    }
    let control = list.query_selector(&format!("[data-row='{row}'] :is(input, button)"));
    focus(control.ok().flatten());
}

/// A browser that can't move the focus leaves it where it is.
pub fn focus(control: Option<Element>) {
    if let Some(Ok(control)) = control.map(JsCast::dyn_into::<HtmlElement>) {
        let _ = control.focus();
    }
}

fn measured(list: &Element) -> Viewport {
    Viewport::of_pixels(list.scroll_top(), list.client_height())
}

fn row_of(control: Element) -> Option<usize> {
    let row = control.closest("[data-row]").ok()??;
    row.get_attribute("data-row")?.parse().ok()
}

/// The space of the rows from here to there.
fn pad(from: usize, to: usize) -> Html {
    let height = (to.saturating_sub(from) * ROW_HEIGHT).to_string();
    let key = if from == 0 { "above".to_owned() } else { format!("from {from}") };
    html! { <svg {key} class="pad" width="1" {height} aria-hidden="true"></svg> }
}

fn row_view(props: &RoleListProps, place: usize, tabindex: &'static str) -> Html {
    match &props.rows.lines[place] {
        Row::Account(listed, shown) => {
            account_view(props, &listed.account, *shown, place, tabindex)
        }
        Row::Role(listed, role) => {
            role_view(props, &listed.account, &listed.roles[*role], place, tabindex)
        }
    }
}

fn account_view(
    props: &RoleListProps,
    account: &Account,
    shown: usize,
    place: usize,
    tabindex: &'static str,
) -> Html {
    let id = account.id;
    let onclick = props.send.reform(move |_| Msg::Choose(ChooseMsg::AccountToggled(id)));
    html! {
        <div key={id.as_str()} class="account" data-row={place.to_string()}>
            <h2 title={account.email.to_string()}>{ text::account_name(account) }</h2>
            <span class="id">{ id.as_str().to_owned() }</span>
            if let Some(state) = text::roles_state(account) {
                <span class="small quiet">{ state }</span>
            }
            if shown > 0 {
                <button class="link" type="button" {tabindex} aria-label={text::select_account(account)} {onclick}>
                    { text::SELECT_ACCOUNT }
                </button>
            }
        </div>
    }
}

fn role_view(
    props: &RoleListProps,
    account: &Account,
    role: &ListedRole,
    place: usize,
    tabindex: &'static str,
) -> Html {
    let ListedRole { key, rules, .. } = role;
    let checked = props.selection.contains(key);
    let name = key.role.as_str();
    let id = format!("role-{place}");
    let console_url = props.portal.as_ref().and_then(|it| it.console_url(key.account, &key.role));
    let onclick = {
        let key = key.clone();
        props.send.reform(move |event: MouseEvent| {
            let key = key.clone();
            Msg::Choose(match event.shift_key() {
                true => ChooseMsg::RangeToggled(key),
                false => ChooseMsg::RoleToggled(key),
            })
        })
    };
    // Always one child, so that the checkbox stays the element that has the focus.
    let edit = if checked { edit_button(props, key) } else { Html::default() };
    html! {
        <div key={format!("{}/{name}", key.account)} class="role" data-row={place.to_string()}>
            <input
                id={id.clone()}
                type="checkbox"
                {tabindex}
                aria-label={text::role_in_account(name, account)}
                {checked}
                {onclick}
            />
            <label class="name" for={id}>{ name }</label>
            if rules.recommended == Some(true) {
                <span class="tag good">{ text::RECOMMENDED }</span>
            }
            if access_level(&key.role) == AccessLevel::Full {
                <span class="tag warn">{ text::FULL_ACCESS }</span>
            }
            if let Some(warning) = &rules.warning {
                <span class="tag warn" title={warning.to_string()}>{ text::CAREFUL }</span>
            }
            { edit }
            if let Some(href) = console_url {
                <a
                    class="console"
                    {href}
                    tabindex="-1"
                    target="_blank"
                    rel="noopener noreferrer"
                    title={text::CONSOLE}
                    aria-label={text::open_console(name, account)}
                />
            }
        </div>
    }
}

/// The profile's name, which opens its own settings. Where there are too many names, it is one word for all.
fn edit_button(props: &RoleListProps, key: &RoleKey) -> Html {
    let is_it = |entry: &&Entry| entry.account_id == key.account && entry.role_name == key.role;
    let entries = if props.entries.len() <= MOST_NAMED { &props.entries[..] } else { &[] };
    let name = entries.iter().find(is_it).map(|entry| entry.profile.as_str().to_owned());
    let label = text::edit(name.as_deref().unwrap_or(key.role.as_str()));
    let onclick = click_role(&props.send, key, ChooseMsg::EditClicked);
    html! {
        <button class="as" type="button" tabindex="-1" title={EDIT} aria-label={label} {onclick}>
            { name.map_or(AttrValue::Static(EDIT), AttrValue::from) }
        </button>
    }
}

#[cfg(test)]
mod tests {
    use super::{moved, nearest};
    use crate::screens::setup::choose::catalog::Catalog;
    use crate::screens::setup::choose::rows::Rows;
    use crate::testing::setup::accounts;

    #[test]
    fn rows_with_nothing_to_press_are_passed_over() {
        let accounts = accounts(&[
            ("111111111111", "A", &["Dev"]),
            ("222222222222", "B", &[]),
            ("333333333333", "C", &["Dev"]),
            ("444444444444", "D", &[]),
        ]);
        let catalog = Catalog::new(&accounts, Default::default(), Default::default());
        let rows = Rows::new(&catalog, "");
        for (from, row, stop) in [(1, 2, 3), (3, 2, 1), (3, 1, 1), (4, 5, 4), (0, 5, 4), (0, 0, 0)]
        {
            assert_eq!(nearest(&rows.lines, from, row), stop, "{from} {row}");
        }
    }

    #[test]
    fn keys_move_in_the_list_and_stop_at_its_ends() {
        let from_5_of_20 = |key| moved(key, 5, 10, 20);
        for (key, row) in [
            ("ArrowDown", Some(6)),
            ("ArrowUp", Some(4)),
            ("PageDown", Some(15)),
            ("PageUp", Some(0)),
            ("Home", Some(0)),
            ("End", Some(19)),
            (" ", None),
            ("Tab", None),
            ("a", None),
        ] {
            assert_eq!(from_5_of_20(key), row, "{key}");
        }
        assert_eq!(moved("ArrowDown", 19, 10, 20), Some(19));
        assert_eq!(moved("PageDown", 15, 10, 20), Some(19));
        assert_eq!(moved("End", 0, 10, 0), None);
    }
}

//! What follows from what happens among accounts and roles.

use super::bookmarks::bookmarks;
use super::selection::Wish;
use super::standing::Scope;
use super::state::{Choose, Edited};
use super::text::{BOOKMARKS, ask_for_assignment};
use crate::effect::{Effect, ElementId};
use crate::file_text::FileText;
use crate::screens::setup::session::list_again;
use crate::screens::setup::{ChooseMsg, Open, State, ids};
use chrono::{DateTime, Utc};

/// Something happened there.
pub fn update(state: &mut State, msg: ChooseMsg, now: DateTime<Utc>) -> Vec<Effect> {
    let choose = &mut state.choose;
    // Where what was pressed goes away by that, the focus goes to what is nearest to it.
    let mut focus = None;
    match msg {
        ChooseMsg::FilterEntered(text) => {
            // "Clear" goes away with the text.
            let focus = text.is_empty().then_some(Effect::Focus(ids::FILTER));
            choose.filter = text;
            choose.show_rows();
            return focus.into_iter().collect();
        }
        ChooseMsg::ListAgainClicked => {
            let mut effects = list_again(state, now);
            effects.push(Effect::Focus(ids::STEP));
            return effects;
        }
        ChooseMsg::CopyRequestClicked => {
            let Some(portal) = &state.listed else { return vec![] };
            let text = FileText::new(ask_for_assignment(&portal.start_url));
            return vec![Effect::Copy { button: ids::COPY_REQUEST, text }];
        }
        ChooseMsg::ContinueClicked => {
            choose.is_touched = true;
            state.name_due_profiles();
            state.open = Open::UseIt;
            let entry = Effect::PushEntry { here: Open::Choose, next: Open::UseIt };
            return vec![Effect::Focus(ids::STEP), entry];
        }
        ChooseMsg::EditClicked(key) => {
            choose.edited = Some(Edited { key, is_open: true });
            state.name_due_profiles();
            return vec![Effect::Focus(ids::OWN_NAME)];
        }
        ChooseMsg::EditDone => {
            let Some(edited) = &mut choose.edited else { return vec![] };
            edited.is_open = false;
            return vec![Effect::Focus(ids::EDITED)];
        }
        ChooseMsg::ShowHiddenClicked => {
            choose.show_hidden(&state.listing);
            return vec![Effect::Focus(above_list(choose))];
        }
        ChooseMsg::BookmarksClicked => {
            state.name_due_profiles();
            let text = bookmarks(state);
            let download = |text| Effect::Download { name: BOOKMARKS, text };
            return text.map(download).into_iter().collect();
        }
        ChooseMsg::RoleToggled(key) => choose.toggle_role(key),
        ChooseMsg::ProfileRemoved(key) => {
            choose.toggle_role(key);
            focus = Some(ids::SELECTION);
        }
        ChooseMsg::RangeToggled(key) => choose.toggle_range(key),
        ChooseMsg::RangeChosen(from, to) => {
            choose.set_range(&from, &to, Wish::Choose);
            choose.anchor = Some(to);
        }
        ChooseMsg::AllShownToggled => {
            let scope = Scope { filter: choose.filter.clone(), ..Scope::default() };
            choose.toggle(scope, &state.listing);
        }
        ChooseMsg::AccountToggled(account) => {
            let (account, filter) = (Some(account.to_string()), choose.filter.clone());
            choose.toggle(Scope { account, filter, role: None }, &state.listing);
        }
        ChooseMsg::EverywhereToggled(role) => {
            let role = Some(role.to_string());
            choose.toggle(Scope { role, ..Scope::default() }, &state.listing);
        }
        ChooseMsg::ClearClicked => {
            choose.clear();
            focus = Some(above_list(choose));
        }
        ChooseMsg::OwnNameEntered(key, text) => state.use_it.own_mut(key).name = Some(text),
        ChooseMsg::OwnRegionChosen(key, region) => state.use_it.own_mut(key).region = Some(region),
        ChooseMsg::ResetClicked(key) => {
            state.use_it.own.retain(|own| own.key != key);
            focus = Some(ids::OWN_NAME);
        }
    }
    state.name_profiles();
    focus.map(Effect::Focus).into_iter().collect()
}

/// What is above the list and takes the focus: where nothing is shown, there is nothing to select.
fn above_list(choose: &Choose) -> ElementId {
    if choose.rows.roles > 0 { ids::SELECT_ALL } else { ids::FILTER }
}

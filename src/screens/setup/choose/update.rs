//! What follows from what happens among accounts and roles.

use super::text::ask_for_assignment;
use crate::effect::Effect;
use crate::file_text::FileText;
use crate::screens::setup::ids;
use crate::screens::setup::msg::ChooseMsg;
use crate::screens::setup::session::{list_anew, retry_listing};
use crate::screens::setup::state::{Open, State};
use chrono::{DateTime, Utc};
use std::rc::Rc;

/// Something happened there.
pub fn update(state: &mut State, msg: ChooseMsg, now: DateTime<Utc>) -> Vec<Effect> {
    let choose = &mut state.choose;
    match msg {
        ChooseMsg::FilterEntered(text) => {
            choose.enter_filter(text);
            return vec![];
        }
        ChooseMsg::RetryClicked => return retry_listing(state, now),
        ChooseMsg::CheckAgainClicked => return list_anew(state, now),
        ChooseMsg::CopyRequestClicked => {
            let Some(portal) = &state.listed else { return vec![] };
            let text = FileText::new(ask_for_assignment(&portal.start_url));
            return vec![Effect::Copy { button: ids::COPY_REQUEST, text }];
        }
        ChooseMsg::ContinueClicked => {
            state.open = Open::UseIt;
            return vec![Effect::Focus(ids::STEP)];
        }
        ChooseMsg::RoleToggled(key) => Rc::make_mut(&mut choose.selection).toggle(key),
        ChooseMsg::AllShownToggled => {
            Rc::make_mut(&mut choose.selection).toggle_all(choose.rows.keys());
        }
        ChooseMsg::AccountToggled(account) => {
            let keys = choose.rows.keys().filter(|key| key.account == account);
            Rc::make_mut(&mut choose.selection).toggle_all(keys);
        }
        ChooseMsg::EverywhereToggled(role) => {
            let keys = choose.catalog.keys().filter(|key| key.role == role);
            Rc::make_mut(&mut choose.selection).toggle_all(keys);
        }
        ChooseMsg::ClearClicked => choose.selection = Rc::default(),
    }
    state.name_profiles();
    vec![]
}

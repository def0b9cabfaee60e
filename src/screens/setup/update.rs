//! What follows from what happened on "Set up". A message that makes no sense in a state changes nothing.

use super::failure;
use super::hand_off::hand_off;
use super::ids;
use super::msg::{Msg, UseItMsg};
use super::session::{show_listed, step_flow, step_listing};
use super::state::State;
use super::{approve, choose, connect, use_it};
use crate::effect::Effect;
use crate::file_text::FileText;
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use onramp_domain::device_flow;
use onramp_domain::listing;

/// Changes the state, and says what is to be done.
pub fn update(state: &mut State, msg: Msg, shared: &Shared, now: DateTime<Utc>) -> Vec<Effect> {
    let mut effects = match msg {
        Msg::LinkOpened(prefill) => connect::update::link_opened(state, prefill, shared, now),
        Msg::HostConfigFetched => connect::update::host_config_fetched(state, shared),
        Msg::CameBack => {
            let mut effects = step_flow(state, device_flow::Input::CameBack, now);
            effects.extend(step_listing(state, listing::Input::CameBack, now));
            effects
        }
        Msg::Ticked => {
            state.name_due_profiles();
            show_listed(state)
        }
        Msg::RegionLookedUp(host, region) => {
            connect::update::region_looked_up(state, &host, region, now)
        }
        Msg::DeviceFlow(input) => step_flow(state, input, now),
        Msg::Listing(input) => step_listing(state, input, now),
        Msg::SignInClicked => connect::update::sign_in(state, now),
        Msg::Connect(msg) => connect::update::update(state, msg),
        Msg::Approve(msg) => approve::update::update(state, msg, now),
        Msg::Choose(msg) => choose::update::update(state, msg, now),
        Msg::UseIt(msg) => {
            // Only what is typed can wait.
            if !matches!(msg, UseItMsg::TemplateEntered(_)) {
                state.name_due_profiles();
            }
            use_it::update::update(state, msg, shared, now)
        }
        Msg::EditClicked(open) => connect::update::edit(state, open, now),
        Msg::HistoryMoved(open) if state.can_go_to(open) => connect::update::edit(state, open, now),
        Msg::HistoryMoved(_) => vec![],
        Msg::SignOutClicked => step_flow(state, device_flow::Input::SignOut, now),
        Msg::CopyLinkClicked => {
            let text = FileText::new(shared.link(&state.link().href()));
            vec![Effect::Copy { button: ids::COPY_LINK, text }]
        }
        Msg::CopyDetailsClicked => {
            let listing_error = state.listing_error();
            let error = state.sign_in_error().or(listing_error.as_deref());
            let copy = |error| {
                let text = FileText::new(failure::call_details(error));
                Effect::Copy { button: ids::COPY_DETAILS, text }
            };
            error.map(copy).into_iter().collect()
        }
    };
    effects.extend(hand_off(state));
    effects
}

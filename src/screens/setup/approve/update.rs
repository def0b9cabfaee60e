//! What follows when the sign-in goes on, and from what is pressed beside the code.

use crate::effect::Effect;
use crate::file_text::FileText;
use crate::screens::setup::connect::update::sign_in;
use crate::screens::setup::session::step_flow;
use crate::screens::setup::{ApproveMsg, State, ids};
use chrono::{DateTime, Utc};
use onramp_domain::EndpointFamily;
use onramp_domain::device_flow::{self, FlowState};

/// Something was pressed beside the code.
pub fn update(state: &mut State, msg: ApproveMsg, now: DateTime<Utc>) -> Vec<Effect> {
    match msg {
        ApproveMsg::CancelClicked => step_flow(state, device_flow::Input::Cancel, now),
        ApproveMsg::TryAgainClicked => step_flow(state, device_flow::Input::TryAgain, now),
        ApproveMsg::CopyCodeClicked => {
            let FlowState::AwaitingApproval(waiting) = state.flow.state() else { return vec![] };
            let text = FileText::new(waiting.user_code());
            vec![Effect::Copy { button: ids::COPY_CODE, text }]
        }
        ApproveMsg::OtherRegionChosen(region) => {
            state.other_region = region;
            vec![]
        }
        ApproveMsg::TryRegionClicked => match state.other_region.take() {
            Some(region) => {
                state.form.chosen_region = Some(region);
                sign_in(state, now)
            }
            None => vec![Effect::Focus(ids::OTHER_REGION)],
        },
        ApproveMsg::OtherFamilyClicked => {
            state.form.chosen_family = Some(match state.form.family() {
                EndpointFamily::Standard => EndpointFamily::DualStack,
                EndpointFamily::DualStack => EndpointFamily::Standard,
            });
            sign_in(state, now)
        }
    }
}

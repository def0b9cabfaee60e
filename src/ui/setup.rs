//! "Set up": the three steps, always visible, and the one that is on.
//!
//! Not here: the steps themselves.

mod approve;
mod choose;
mod form;
mod list;
mod result;

use super::text;
use crate::app::effect::FocusTarget;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::setup::Step;
use crate::app::site::Site;
use crate::ui::parts::plain::p;
use onramp_domain::device_flow::FlowState;
use onramp_domain::listing::Phase;
use yew::{Callback, Html, classes, html};

/// The screen.
pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let step = model.center.step();
    let company = model.site.file().company.as_deref();
    let body = match step {
        Step::Where => form::view(model, on),
        Step::Approve => approve::view(model, on),
        Step::Choose => choose::view(model, on),
    };
    html! {
        <>
            <div class="page-head">
                <div>
                    <h1 id={FocusTarget::Step.id()} tabindex="-1">{ text::setup_title(company) }</h1>
                    if step == Step::Where { { p("lead", text::SETUP_LEAD) } }
                </div>
                if step == Step::Choose { { choose::session(model, on) } }
            </div>
            { steps(step) }
            if model.site == Site::Unreadable { { p("note warn", text::SITE_UNREADABLE) } }
            { body }
        </>
    }
}

/// What a screen reader is told about the sign-in and the lists.
pub(super) fn announcement(model: &Model) -> String {
    match model.center.flow() {
        FlowState::Registering(_) | FlowState::Authorizing(_) => text::ASKING_AWS.to_owned(),
        FlowState::AwaitingApproval(awaiting) => text::code_announced(awaiting.user_code()),
        FlowState::SignedIn(_) => match model.center.listing().phase() {
            Phase::Finished => {
                let progress = model.center.listing().progress();
                text::listed(progress.accounts, progress.roles)
            }
            Phase::Idle
            | Phase::Running
            | Phase::AwaitingToken
            | Phase::Interrupted(_)
            | Phase::Stopped => text::LISTING.to_owned(),
        },
        FlowState::SignedOut(_) | FlowState::Failed(_) => String::new(),
    }
}

fn steps(current: Step) -> Html {
    let here = match current {
        Step::Where => 0,
        Step::Approve => 1,
        Step::Choose => 2,
    };
    html! {
        <ol class="steps" aria-label={text::STEPS_LABEL}>
            for (index, name) in text::STEPS.into_iter().enumerate() {
                <li class={classes!((index < here).then_some("done"))} aria-current={(index == here).then_some("step")}>
                    <span class="n" aria-hidden="true">{ if index < here { "✓".to_owned() } else { (index + 1).to_string() } }</span>
                    { name }
                </li>
            }
        </ol>
    }
}

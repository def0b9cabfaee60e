//! "Set up": the three steps, always visible, and the one that is on.
//!
//! Not here: the steps themselves.

mod approve;
mod choose;
mod form;
mod format;
mod list;
mod result;

use super::text;
use crate::app::effect::FocusTarget;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::setup::Step;
use crate::app::site::Site;
use crate::ui::parts::element::{Draw, Element, el};
use crate::ui::parts::plain::{div, p, span};
use onramp_domain::device_flow::FlowState;
use onramp_domain::listing::Phase;
use yew::{Callback, Html};

/// The screen.
pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let step = model.center.step();
    let company = model.site.file().company.as_deref();
    let title = el("h1", "")
        .attr("id", FocusTarget::Step.id())
        .attr("tabindex", "-1")
        .text(text::setup_title(company));
    let lead = (step == Step::Where).then(|| p("lead", text::SETUP_LEAD));
    let session = if step == Step::Choose { choose::session(model, on) } else { None };
    let head = div("page-head").with(div("").with(title).with(lead)).with(session);
    let unreadable =
        (model.site == Site::Unreadable).then(|| p("note warn", text::SITE_UNREADABLE));
    let body = match step {
        Step::Where => form::view(model, on),
        Step::Approve => approve::view(model, on),
        Step::Choose => choose::view(model, on),
    };
    [Some(head), Some(steps(step)), unreadable, Some(body)].draw()
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

fn steps(current: Step) -> Element {
    let here = match current {
        Step::Where => 0,
        Step::Approve => 1,
        Step::Choose => 2,
    };
    let step = |(index, name): (usize, &'static str)| {
        let (class, mark) =
            if index < here { ("done", "✓") } else { ("", ["1", "2", "3"][index]) };
        el("li", class)
            .attr_if("aria-current", (index == here).then_some("step"))
            .with(span("n", mark).attr("aria-hidden", "true"))
            .text(name)
    };
    el("ol", "steps")
        .attr("aria-label", text::STEPS_LABEL)
        .with_all(text::STEPS.into_iter().enumerate().map(step))
}

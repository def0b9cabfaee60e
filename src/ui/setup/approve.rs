//! Step two: the code, the link to AWS, and what can go wrong in between.

use crate::app::effect::CopyTarget;
use crate::app::event::{Event, PortalEvent};
use crate::app::model::{Copied, Model};
use crate::ui::parts::copy::copy_button;
use crate::ui::parts::details::alert;
use crate::ui::parts::element::{Element, el};
use crate::ui::parts::plain::{alert_line, button, details, div, h2, h3, p, span};
use crate::ui::text;
use onramp_domain::device_flow::{Awaiting, Failed, FlowFailure, FlowState, Input};
use onramp_domain::verification::Verdict;
use yew::Callback;

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Element {
    let narrow = div("narrow stack");
    match model.center.flow() {
        FlowState::Registering(_) | FlowState::Authorizing(_) => narrow.with(asking(on)),
        FlowState::AwaitingApproval(awaiting) => {
            narrow.with(waiting(model, awaiting, on)).with(wrong_region(model, awaiting, on))
        }
        FlowState::Failed(failed) => {
            narrow.with(failed_view(model, failed, on)).with(denied(failed.failure()))
        }
        FlowState::SignedOut(_) | FlowState::SignedIn(_) => narrow,
    }
}

fn asking(on: &Callback<Event>) -> Element {
    el("section", "card stack")
        .with(h2(text::APPROVE_TITLE))
        .with(p("late", text::ASKING_AWS))
        .with(div("actions").with(cancel(on)))
}

fn waiting(model: &Model, awaiting: &Awaiting, on: &Callback<Event>) -> Element {
    let demo_origin = model.site.file().demo.as_ref().map(|demo| demo.approval_origin.as_str());
    let verdict = model.center.verdict(demo_origin);
    let replaced =
        awaiting.replaces_a_code().then(|| alert_line("note warn", text::WRONG_CODE_REPLACED));
    let steps = text::APPROVE_STEPS.map(|step| el("li", "").with(span("", step)));
    let left = text::code_left(awaiting.remaining(model.now).num_seconds());
    let trouble = awaiting
        .trouble()
        .map(|trouble| div("note warn").attr("role", "status").with(p("", text::trouble(trouble))));
    el("section", "card stack")
        .with(h2(text::APPROVE_TITLE))
        .with(replaced)
        .with(code_box(awaiting.user_code(), &model.copied, on))
        .with(verdict.as_ref().map(|verdict| open_aws(awaiting, verdict)))
        .with(el("ol", "numbered stack-s measure").with_all(steps))
        .with(
            div("actions").with(cancel(on)).with(span("quiet tabular", left).attr("role", "timer")),
        )
        .with(trouble)
}

fn code_box(code: &str, copied: &Copied, on: &Callback<Event>) -> Element {
    let shown =
        el("output", "user-code").attr("aria-labelledby", "your-code").text(code.to_owned());
    let copy =
        copy_button(text::COPY_CODE, "button", CopyTarget::UserCode, code.into(), copied, on);
    div("code-box")
        .with(div("").with(span("label", text::YOUR_CODE).attr("id", "your-code")).with(shown))
        .with(copy)
}

/// The link itself: opened exactly as AWS gave it, by the person's own press.
fn open_aws(awaiting: &Awaiting, verdict: &Verdict) -> Element {
    let (host, warning) = match verdict {
        Verdict::Expected { host } => (host, None),
        Verdict::Unfamiliar { host } => {
            (host, Some(alert_line("note warn", text::unfamiliar(host))))
        }
        Verdict::Refused(refusal) => {
            return alert_line("note bad", text::refused_address(*refusal));
        }
    };
    let href = awaiting.verification_uri_complete().unwrap_or(awaiting.verification_uri());
    let link = el("a", "button primary big wide-on-phone")
        .attr("href", href.to_owned())
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text(text::OPEN_AWS);
    div("stack-s")
        .with(warning)
        .with(div("actions").with(link).with(span("small quiet", text::opens(host))))
}

/// The failure people meet most shows only on AWS's side, so it is asked about after a minute.
fn wrong_region(model: &Model, awaiting: &Awaiting, on: &Callback<Event>) -> Element {
    let region = div("stack-s")
        .with(h3(text::WRONG_REGION_TITLE))
        .with(p("small", text::WRONG_REGION_TEXT))
        .with(button("button", text::CHANGE_REGION, on, || {
            Event::Portal(PortalEvent::StartOverClicked)
        }));
    let family = div("stack-s")
        .with(h3(text::COMPUTE_TITLE))
        .with(p("small", text::COMPUTE_TEXT))
        .with(button("button", text::OTHER_FAMILY, on, || {
            Event::Portal(PortalEvent::OtherFamilyClicked)
        }));
    let body = div("two").with(region).with(family);
    if awaiting.may_be_the_wrong_region(model.now) {
        el("section", "note warn").attr("role", "alert").with(body)
    } else {
        details(text::AWS_SHOWS_AN_ERROR).with(div("note").with(body))
    }
}

fn failed_view(model: &Model, failed: &Failed, on: &Callback<Event>) -> Element {
    let failure = failed.failure();
    let again = match failure {
        FlowFailure::Expired(_) | FlowFailure::CodeNotValid(_) => text::NEW_CODE,
        FlowFailure::Denied(..)
        | FlowFailure::WrongPlace(_)
        | FlowFailure::ClientRefused(_)
        | FlowFailure::NoRelay(_)
        | FlowFailure::Refused(_)
        | FlowFailure::NoAnswer(_)
        | FlowFailure::Unexpected(_) => text::TRY_AGAIN,
    };
    let change =
        button("button", text::START_OVER, on, || Event::Portal(PortalEvent::StartOverClicked));
    let try_again = button("button primary", again, on, || Event::Flow(Input::TryAgain));
    let actions = match failure {
        FlowFailure::WrongPlace(_) => div("actions").with(change).with(try_again),
        _ => div("actions").with(try_again).with(change),
    };
    alert(&text::flow_failure(failure), actions, failure.error(), &model.copied, on)
}

fn denied(failure: &FlowFailure) -> Option<Element> {
    match failure {
        FlowFailure::Denied(denial, _) => Some(p("quiet", text::denied_hint(*denial))),
        _ => None,
    }
}

fn cancel(on: &Callback<Event>) -> Element {
    button("button", text::CANCEL, on, || Event::Flow(Input::Cancel))
}

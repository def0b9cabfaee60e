//! Step two: the code, the link to AWS, and what can go wrong in between.

use crate::app::effect::CopyTarget;
use crate::app::event::{Event, PortalEvent};
use crate::app::model::Model;
use crate::ui::parts::copy::copy_button;
use crate::ui::parts::details::alert;
use crate::ui::parts::plain::{button, h2, h3, p};
use crate::ui::text;
use onramp_domain::device_flow::{Awaiting, Failed, FlowFailure, FlowState, Input};
use onramp_domain::verification::Verdict;
use yew::{Callback, Html, html};

pub(super) fn view(model: &Model, on: &Callback<Event>) -> Html {
    let body = match model.center.flow() {
        FlowState::Registering(_) | FlowState::Authorizing(_) => asking(on),
        FlowState::AwaitingApproval(awaiting) => waiting(model, awaiting, on),
        FlowState::Failed(failed) => failed_view(model, failed, on),
        FlowState::SignedOut(_) | FlowState::SignedIn(_) => html! {},
    };
    html! { <div class="narrow stack">{ body }</div> }
}

fn asking(on: &Callback<Event>) -> Html {
    html! {
        <section class="card stack">
            { h2(text::APPROVE_TITLE) }
            { p("late", text::ASKING_AWS) }
            <div class="actions">{ cancel(on) }</div>
        </section>
    }
}

fn waiting(model: &Model, awaiting: &Awaiting, on: &Callback<Event>) -> Html {
    let demo_origin = model.site.file().demo.as_ref().map(|demo| demo.approval_origin.as_str());
    let verdict = model.center.verdict(demo_origin);
    html! {
        <>
            <section class="card stack">
                { h2(text::APPROVE_TITLE) }
                if awaiting.replaces_a_code() { <p class="note warn" role="alert">{ text::WRONG_CODE_REPLACED }</p> }
                <div class="code-box">
                    <div>
                        <span class="label" id="your-code">{ text::YOUR_CODE }</span>
                        <output class="user-code" aria-labelledby="your-code">{ awaiting.user_code() }</output>
                    </div>
                    { copy_button(text::COPY_CODE, "", CopyTarget::UserCode, awaiting.user_code().into(), &model.copied, on) }
                </div>
                { open_aws(awaiting, verdict.as_ref()) }
                <ol class="numbered stack-s measure">
                    for step in text::APPROVE_STEPS { <li><span>{ step }</span></li> }
                </ol>
                <div class="actions">
                    { cancel(on) }
                    <span class="quiet tabular" role="timer">{ text::code_left(awaiting.remaining(model.now).num_seconds()) }</span>
                </div>
                if let Some(trouble) = awaiting.trouble() {
                    <div class="note warn" role="status">{ p("", text::trouble(trouble)) }</div>
                }
            </section>
            { wrong_region(model, awaiting, on) }
        </>
    }
}

/// The link itself: opened exactly as AWS gave it, by the person's own press.
fn open_aws(awaiting: &Awaiting, verdict: Option<&Verdict>) -> Html {
    let href =
        awaiting.verification_uri_complete().unwrap_or(awaiting.verification_uri()).to_owned();
    let link = |host: &str, warning: Html| {
        html! {
            <div class="stack-s">
                { warning }
                <div class="actions">
                    <a class="button primary big wide-on-phone" href={href.clone()} target="_blank" rel="noopener noreferrer">{ text::OPEN_AWS }</a>
                    <span class="small quiet">{ text::opens(host) }</span>
                </div>
            </div>
        }
    };
    match verdict {
        Some(Verdict::Expected { host }) => link(host, html! {}),
        Some(Verdict::Unfamiliar { host }) => {
            link(host, html! { <p class="note warn" role="alert">{ text::unfamiliar(host) }</p> })
        }
        Some(Verdict::Refused(refusal)) => {
            html! { <p class="note bad" role="alert">{ text::refused_address(*refusal) }</p> }
        }
        None => html! {},
    }
}

/// The failure people meet most shows only on AWS's side, so it is asked about after a minute.
fn wrong_region(model: &Model, awaiting: &Awaiting, on: &Callback<Event>) -> Html {
    let body = html! {
        <div class="two">
            <div class="stack-s">
                { h3(text::WRONG_REGION_TITLE) }
                { p("small", text::WRONG_REGION_TEXT) }
                { button("button", text::CHANGE_REGION, on, || Event::Portal(PortalEvent::StartOverClicked)) }
            </div>
            <div class="stack-s">
                { h3(text::COMPUTE_TITLE) }
                { p("small", text::COMPUTE_TEXT) }
                { button("button", text::OTHER_FAMILY, on, || Event::Portal(PortalEvent::OtherFamilyClicked)) }
            </div>
        </div>
    };
    if awaiting.may_be_the_wrong_region(model.now) {
        html! { <section class="note warn" role="alert">{ body }</section> }
    } else {
        html! { <details><summary>{ text::AWS_SHOWS_AN_ERROR }</summary><div class="note">{ body }</div></details> }
    }
}

fn failed_view(model: &Model, failed: &Failed, on: &Callback<Event>) -> Html {
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
    let change = html! {
        { button("button", text::START_OVER, on, || Event::Portal(PortalEvent::StartOverClicked)) }
    };
    let try_again = html! {
        { button("button primary", again, on, || Event::Flow(Input::TryAgain)) }
    };
    let actions = match failure {
        FlowFailure::WrongPlace(_) => html! { <>{ change }{ try_again }</> },
        _ => html! { <>{ try_again }{ change }</> },
    };
    html! {
        <>
            { alert(&text::flow_failure(failure), actions, failure.error(), &model.copied, on) }
            if let FlowFailure::Denied(denial, _) = failure { { p("quiet", text::denied_hint(*denial)) } }
        </>
    }
}

fn cancel(on: &Callback<Event>) -> Html {
    html! { { button("button", text::CANCEL, on, || Event::Flow(Input::Cancel)) } }
}

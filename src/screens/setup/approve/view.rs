//! The code, the link to AWS, and what can go wrong in between.

use super::error_help::Asked;
use super::{text, uri};
use crate::components::{
    COPY, CopyLook, Glyph, SelectLook, Tone, callout, copy_button, fold, fold_of, icon,
    open_fold_of, qr_code, region_select,
};
use crate::screens::setup::failure;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{ApproveMsg, Msg};
use crate::screens::setup::state::State;
use crate::screens::setup::text::{ASKING_AWS, clock};
use crate::screens::setup::view::failed::failed;
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use onramp_domain::aws::{ErrorKind, RelayRefusal};
use onramp_domain::device_flow::{AwaitingApproval, Failed, FlowFailure, FlowState};
use onramp_domain::portal::verification::UriVerdict;
use yew::{Callback, Html, SubmitEvent, html};

/// The panels.
pub fn view(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    match state.flow.state() {
        FlowState::Registering(_) | FlowState::Authorizing(_) => asking(send),
        FlowState::AwaitingApproval(waiting) => {
            let is_late = waiting.may_be_the_wrong_region(now);
            let lead = match state.error_help.asked {
                Asked::Yes => html! { <p class="quiet">{ text::ERRORS_LEAD }</p> },
                Asked::No if is_late => {
                    html! { <p class="quiet" role="alert">{ text::ERRORS_LATE }</p> }
                }
                Asked::No => return code_panel(waiting, shared, now, send),
            };
            html! {
                <>
                    { code_panel(waiting, shared, now, send) }
                    { errors_panel(state, waiting, lead, send) }
                </>
            }
        }
        FlowState::Failed(failed) => failed_panel(failed, shared, send),
        FlowState::SignedOut(_) | FlowState::SignedIn(_) => Html::default(),
    }
}

fn asking(send: &Callback<Msg>) -> Html {
    html! {
        <section class="panel" aria-labelledby={ids::STEP.0}>
            <h1 id={ids::STEP.0} tabindex="-1">{ text::TITLE }</h1>
            <p class="late">{ ASKING_AWS }</p>
            <div class="actions">{ cancel(send) }</div>
        </section>
    }
}

fn code_panel(
    waiting: &AwaitingApproval,
    shared: &Shared,
    now: DateTime<Utc>,
    send: &Callback<Msg>,
) -> Html {
    let (before, allow, after) = text::LEAD;
    let left = waiting.remaining(now).num_seconds();
    let lifetime = waiting.lifetime().num_seconds();
    let says = match waiting.retrying() {
        Some(retrying) => failure::retrying(retrying),
        None => text::waiting((lifetime - left) / 60),
    };
    let demo = shared.host.config().and_then(|config| config.demo.as_ref());
    let verdict = uri::judge(waiting, demo.map(|demo| demo.approval_origin.as_str()));
    let show_errors = send.reform(|_| Msg::Approve(ApproveMsg::ShowErrorsClicked));
    let error_help = html! {
        <>
            <p>{ text::ERROR_HELP }</p>
            <button class="button small" type="button" onclick={show_errors}>{ text::SHOW_ERRORS }</button>
        </>
    };
    html! {
        <section class="panel" aria-labelledby={ids::STEP.0}>
            <h1 id={ids::STEP.0} tabindex="-1">{ text::TITLE }</h1>
            <p class="lead">{ before }<b>{ allow }</b>{ after }</p>
            if waiting.replaces_a_code() {
                { callout(Tone::WarnAtOnce, html! { <p>{ text::CODE_REPLACED }</p> }) }
            }
            { code_card(waiting.user_code(), shared, send) }
            { open_aws(waiting, &verdict) }
            <div class="waiting">
                <span class="beacon"></span>
                <p role="status">{ says }</p>
                <p class="left number" role="timer">{ text::left(&clock(left)) }</p>
                <progress
                    class="bar"
                    max={lifetime.to_string()}
                    value={left.to_string()}
                    aria-label={text::TIME_LEFT}
                />
            </div>
            if matches!(verdict, UriVerdict::Expected { .. }) {
                { fold(text::ON_PHONE, on_phone(waiting)) }
            }
            <div class="actions spread">
                { fold(text::ERROR_AT_AWS, error_help) }
                { cancel(send) }
            </div>
        </section>
    }
}

fn code_card(code: &str, shared: &Shared, send: &Callback<Msg>) -> Html {
    let copied = shared.copied.state(ids::COPY_CODE, code);
    let copy = send.reform(|_| Msg::Approve(ApproveMsg::CopyCodeClicked));
    html! {
        <div class="code-card">
            <div>
                <span class="label" id="code-label">{ text::YOUR_CODE }</span>
                <span class="user-code" role="group" aria-labelledby="code-label">{ code.to_owned() }</span>
            </div>
            { copy_button(CopyLook::Small, text::COPY_CODE, COPY, copied, copy) }
        </div>
    }
}

/// The link itself: opened exactly as AWS gave it, by the person's own press.
fn open_aws(waiting: &AwaitingApproval, verdict: &UriVerdict) -> Html {
    let (host, warning) = match verdict {
        UriVerdict::Expected { host } => (host, None),
        UriVerdict::Unfamiliar { host } => {
            let warning = text::unfamiliar(host);
            (host, Some(warning))
        }
        UriVerdict::Refused(why) => {
            return callout(Tone::Bad, html! { <p>{ text::unsafe_uri(*why) }</p> });
        }
    };
    html! {
        <>
            if let Some(warning) = warning {
                { callout(Tone::WarnAtOnce, html! { <p>{ warning }</p> }) }
            }
            <div class="actions fill-row">
                <a class="button primary big" href={uri::uri(waiting).to_owned()} target="_blank" rel="noopener noreferrer">
                    { text::OPEN_AWS }{ icon(Glyph::External) }
                </a>
                <span class="small quiet">{ text::opens(host) }</span>
            </div>
        </>
    }
}

/// The same address for a camera. It has the user code in it, as the link has, and nothing else.
fn on_phone(waiting: &AwaitingApproval) -> Html {
    let (scan, compare) = text::ON_PHONE_HELP;
    html! {
        <div class="beside-qr">
            { qr_code(text::ON_PHONE_CODE, uri::uri(waiting)) }
            <div class="stack-s"><p>{ scan }</p><p>{ compare }</p></div>
        </div>
    }
}

/// It stands under the code, so that nothing jumps when it opens by itself after a minute.
fn errors_panel(
    state: &State,
    waiting: &AwaitingApproval,
    lead: Html,
    send: &Callback<Msg>,
) -> Html {
    let other_family = send.reform(|_| Msg::Approve(ApproveMsg::OtherFamilyClicked));
    let new_code = send.reform(|_| Msg::Approve(ApproveMsg::TryAgainClicked));
    let group = "aws-says-folds";
    let says = |help: &'static str, onclick, button: &'static str| {
        html! {
            <>
                <p>{ help }</p>
                <button class="button" type="button" {onclick}>{ button }</button>
            </>
        }
    };
    let does_not_compute = says(text::DOES_NOT_COMPUTE_HELP, other_family, text::OTHER_FAMILY);
    let code_differs = says(text::CODE_DIFFERS_HELP, new_code, text::NEW_CODE);
    html! {
        <div class="after-panel">
            <section class="panel" aria-labelledby={ids::ERRORS.0}>
                <h2 id={ids::ERRORS.0} tabindex="-1">{ text::ERRORS_TITLE }</h2>
                { lead }
                <div class="says">
                    { open_fold_of(group, text::INVALID_GRANT, other_region(state, waiting, send)) }
                    { fold_of(group, text::DOES_NOT_COMPUTE, does_not_compute) }
                    { fold_of(group, text::CODE_DIFFERS, code_differs) }
                </div>
            </section>
        </div>
    }
}

fn other_region(state: &State, waiting: &AwaitingApproval, send: &Callback<Msg>) -> Html {
    let (before, example, after) = text::INVALID_GRANT_HELP;
    let tried = &waiting.portal().region;
    let hint = html! { text::tried(tried) };
    let region = region_select(
        ids::OTHER_REGION.0,
        SelectLook::Field { label: text::REGION.into(), hint, error: None },
        text::REGION_NONE,
        Some(tried.partition()),
        state.error_help.region.as_ref(),
        &send.reform(|region| Msg::Approve(ApproveMsg::OtherRegionChosen(region))),
    );
    let onsubmit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Approve(ApproveMsg::TryRegionClicked)
    });
    html! {
        <>
            <p>{ before }<code>{ example }</code>{ after }</p>
            <form class="two" {onsubmit}>
                { region }
                <div class="field">
                    <span class="label" aria-hidden="true">{ "\u{a0}" }</span>
                    <button class="button" type="submit">{ text::TRY_REGION }</button>
                </div>
            </form>
        </>
    }
}

fn failed_panel(it: &Failed, shared: &Shared, send: &Callback<Msg>) -> Html {
    let failure = it.failure();
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
    let is_wrong_place = match failure {
        FlowFailure::WrongPlace(_) => true,
        FlowFailure::Refused(error) => matches!(
            error.kind,
            ErrorKind::Relay(RelayRefusal::RegionNotAllowed | RelayRefusal::StartUrlNotAllowed)
        ),
        FlowFailure::Expired(_)
        | FlowFailure::Denied(..)
        | FlowFailure::CodeNotValid(_)
        | FlowFailure::ClientRefused(_)
        | FlowFailure::NoRelay(_)
        | FlowFailure::NoAnswer(_)
        | FlowFailure::Unexpected(_) => false,
    };
    let class = |is_primary: bool| if is_primary { "button primary" } else { "button" };
    let start_over = send.reform(|_| Msg::StartOverClicked);
    let try_again = send.reform(|_| Msg::Approve(ApproveMsg::TryAgainClicked));
    let buttons = html! {
        <>
            <button class={class(!is_wrong_place)} type="button" onclick={try_again}>{ again }</button>
            <button class={class(is_wrong_place)} type="button" onclick={start_over}>{ text::START_OVER }</button>
        </>
    };
    html! {
        <section class="panel" aria-labelledby={ids::STEP.0}>
            <h1 id={ids::STEP.0} tabindex="-1">{ text::TITLE }</h1>
            { failed(failure::flow_failure(failure), buttons, failure.error(), &shared.copied, send) }
        </section>
    }
}

fn cancel(send: &Callback<Msg>) -> Html {
    let onclick = send.reform(|_| Msg::Approve(ApproveMsg::CancelClicked));
    html! { <button class="link" type="button" {onclick}>{ text::CANCEL }</button> }
}

//! The code, the link to AWS, and what can go wrong in between.

use super::{text, uri};
use crate::components::{
    COPY, Glyph, SelectLook, Tone, copy_button, fold, fold_of, icon, note, open_fold, open_fold_of,
    qr_code, region_select,
};
use crate::screens::setup::failure;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{ApproveMsg, Msg};
use crate::screens::setup::state::{Open, State};
use crate::screens::setup::text::{ASKING_AWS, clock};
use crate::screens::setup::view::failed::failed;
use crate::screens::setup::view::parts::{button, panel};
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use onramp_domain::aws::{ErrorKind, RelayRefusal};
use onramp_domain::device_flow::{AwaitingApproval, FlowFailure, FlowState};
use onramp_domain::portal::verification::UriVerdict;
use yew::{Callback, Html, SubmitEvent, html};

/// The panels.
pub fn view(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    match state.flow.state() {
        FlowState::Starting(_) => {
            let asking = html! {
                <><p class="late">{ ASKING_AWS }</p><div class="actions">{ cancel(send) }</div></>
            };
            panel(text::TITLE, asking)
        }
        FlowState::AwaitingApproval(waiting) => code_panel(state, waiting, shared, now, send),
        FlowState::Failed { failure, .. } => failed_panel(failure, shared, send),
        FlowState::SignedOut(_) | FlowState::SignedIn(_) => Html::default(),
    }
}

fn code_panel(
    state: &State,
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
    // It opens by itself after a minute; under the code, so that nothing jumps then.
    let is_late = waiting.may_be_the_wrong_region(now);
    let role = is_late.then_some("alert");
    let lead = html! {
        <p class="quiet" {role}>
            if is_late {
                <span class="visually-hidden">{ text::ERROR_AT_AWS }{ " " }</span>
            }
            { text::ERRORS_LEAD }
        </p>
    };
    let errors = errors(state, waiting, lead, send);
    let errors = match is_late {
        true => open_fold(text::ERROR_AT_AWS, errors),
        false => fold(text::ERROR_AT_AWS, errors),
    };
    let content = html! {
        <>
            <p class="lead">{ before }<b>{ allow }</b>{ after }</p>
            if waiting.replaces_a_code() {
                { note(Tone::WarnAtOnce, text::CODE_REPLACED) }
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
            <div class="actions spread">{ errors }{ cancel(send) }</div>
        </>
    };
    panel(text::TITLE, content)
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
            { copy_button("button small", text::COPY_CODE, COPY, copied, copy) }
        </div>
    }
}

/// The link itself: opened exactly as AWS gave it, by the person's own press.
fn open_aws(waiting: &AwaitingApproval, verdict: &UriVerdict) -> Html {
    let (host, warning) = match verdict {
        UriVerdict::Expected { host } => (host, Html::default()),
        UriVerdict::Unfamiliar { host } => (host, note(Tone::WarnAtOnce, text::unfamiliar(host))),
        UriVerdict::Refused(_) => return note(Tone::Bad, text::UNSAFE_URI),
    };
    html! {
        <>
            { warning }
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

/// What AWS's own page may say, and what helps.
fn errors(state: &State, waiting: &AwaitingApproval, lead: Html, send: &Callback<Msg>) -> Html {
    let says = |help: &'static str, word: &'static str, msg: fn() -> Msg| {
        html! { <><p>{ help }</p>{ button("button", word, send, msg) }</> }
    };
    let does_not_compute = says(text::DOES_NOT_COMPUTE_HELP, text::OTHER_FAMILY, || {
        Msg::Approve(ApproveMsg::OtherFamilyClicked)
    });
    let code_differs = says(text::CODE_DIFFERS_HELP, text::NEW_CODE, try_again);
    let group = "aws-says";
    html! {
        <>
            { lead }
            <div class="says">
                { open_fold_of(group, text::INVALID_GRANT, other_region(state, waiting, send)) }
                { fold_of(group, text::DOES_NOT_COMPUTE, does_not_compute) }
                { fold_of(group, text::CODE_DIFFERS, code_differs) }
            </div>
        </>
    }
}

fn other_region(state: &State, waiting: &AwaitingApproval, send: &Callback<Msg>) -> Html {
    let (before, example, after) = text::INVALID_GRANT_HELP;
    let tried = &waiting.portal().region;
    let look = SelectLook::field(text::REGION, html! { text::tried(tried) });
    let region = region_select(
        ids::OTHER_REGION.0,
        look,
        text::REGION_NONE,
        Some(tried.partition()),
        state.other_region.as_ref(),
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

fn failed_panel(failure: &FlowFailure, shared: &Shared, send: &Callback<Msg>) -> Html {
    let is_over = matches!(failure, FlowFailure::Expired(_) | FlowFailure::CodeNotValid(_));
    let again = if is_over { text::NEW_CODE } else { text::TRY_AGAIN };
    let is_wrong_place = match failure {
        FlowFailure::WrongPlace(_) => true,
        FlowFailure::Refused(error) => matches!(
            error.kind,
            ErrorKind::Relay(RelayRefusal::RegionNotAllowed | RelayRefusal::StartUrlNotAllowed)
        ),
        _ => false,
    };
    let [first, second] = match is_wrong_place {
        true => ["button", "button primary"],
        false => ["button primary", "button"],
    };
    let buttons = html! {
        <>
            { button(first, again, send, try_again) }
            { button(second, text::START_OVER, send, || Msg::EditClicked(Open::Connect)) }
        </>
    };
    let message = failure::flow_failure(failure);
    panel(text::TITLE, failed(message, buttons, failure.error(), &shared.copied, send))
}

fn cancel(send: &Callback<Msg>) -> Html {
    button("link", text::CANCEL, send, || Msg::Approve(ApproveMsg::CancelClicked))
}

fn try_again() -> Msg {
    Msg::Approve(ApproveMsg::TryAgainClicked)
}

//! The code, the link to AWS, and what can go wrong in between.

use super::{text, uri};
use crate::components::{
    COPY, Glyph, SelectLook, Tone, fold, fold_of, icon, note, open_fold, open_fold_of, qr_code,
    region_select,
};
use crate::screens::setup::connect::text::{REGION, REGION_NONE};
use crate::screens::setup::failure;
use crate::screens::setup::text::{ASKING_AWS, START_OVER, clock};
use crate::screens::setup::view::parts::{Context, panel};
use crate::screens::setup::{ApproveMsg, Msg, Open, ids};
use onramp_domain::aws::{ErrorKind, RelayRefusal};
use onramp_domain::device_flow::{AwaitingApproval, FlowFailure, FlowState};
use onramp_domain::portal::verification::UriVerdict;
use yew::{Html, html};

/// The panels.
pub fn view(ctx: &Context<'_>) -> Html {
    match ctx.state.flow.state() {
        FlowState::Starting(_) => {
            let asking = html! {
                <><p class="late">{ ASKING_AWS }</p><div class="actions">{ cancel(ctx) }</div></>
            };
            panel(text::TITLE, asking)
        }
        FlowState::AwaitingApproval(waiting) => code_panel(ctx, waiting),
        FlowState::Failed { failure, .. } => failed_panel(ctx, failure),
        FlowState::SignedOut(_) | FlowState::SignedIn(_) => Html::default(),
    }
}

fn code_panel(ctx: &Context<'_>, waiting: &AwaitingApproval) -> Html {
    let (before, allow, after) = text::LEAD;
    let left = waiting.remaining(ctx.now).num_seconds();
    let lifetime = waiting.lifetime().num_seconds();
    let says = match waiting.retrying() {
        Some(retrying) => failure::retrying(retrying),
        None => text::waiting((lifetime - left) / 60),
    };
    let demo = ctx.shared.host.config().and_then(|config| config.demo.as_ref());
    let verdict = uri::judge(waiting, demo.map(|demo| demo.approval_origin.as_str()));
    // It opens by itself after a minute; under the code, so that nothing jumps then.
    let is_late = waiting.may_be_the_wrong_region(ctx.now);
    let role = is_late.then_some("alert");
    let lead = html! {
        <p class="quiet" {role}>
            if is_late {
                <span class="visually-hidden">{ text::ERROR_AT_AWS }{ " " }</span>
            }
            { text::ERRORS_LEAD }
        </p>
    };
    let errors = errors(ctx, waiting, lead);
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
            { code_card(ctx, waiting.user_code()) }
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
            <div class="actions spread">{ errors }{ cancel(ctx) }</div>
        </>
    };
    panel(text::TITLE, content)
}

fn code_card(ctx: &Context<'_>, code: &str) -> Html {
    let copy = || Msg::Approve(ApproveMsg::CopyCodeClicked);
    html! {
        <div class="code-card">
            <div>
                <span class="label" id="code-label">{ text::YOUR_CODE }</span>
                <span class="user-code" role="group" aria-labelledby="code-label">{ code.to_owned() }</span>
            </div>
            { ctx.copy_button("button small", [text::COPY_CODE, COPY], (ids::COPY_CODE, code), copy) }
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
fn errors(ctx: &Context<'_>, waiting: &AwaitingApproval, lead: Html) -> Html {
    let says = |help: &'static str, word: &'static str, msg: fn() -> Msg| {
        html! { <><p>{ help }</p>{ ctx.button("button", word, msg) }</> }
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
                { open_fold_of(group, text::INVALID_GRANT, other_region(ctx, waiting)) }
                { fold_of(group, text::DOES_NOT_COMPUTE, does_not_compute) }
                { fold_of(group, text::CODE_DIFFERS, code_differs) }
            </div>
        </>
    }
}

fn other_region(ctx: &Context<'_>, waiting: &AwaitingApproval) -> Html {
    let (before, example, after) = text::INVALID_GRANT_HELP;
    let tried = &waiting.portal().region;
    let look = SelectLook::field(REGION, html! { text::tried(tried) });
    let region = region_select(
        ids::OTHER_REGION.0,
        look,
        REGION_NONE,
        Some(tried.partition()),
        ctx.state.other_region.as_ref(),
        &ctx.send.reform(|region| Msg::Approve(ApproveMsg::OtherRegionChosen(region))),
    );
    let onsubmit = ctx.on_submit(|| Msg::Approve(ApproveMsg::TryRegionClicked));
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

fn failed_panel(ctx: &Context<'_>, failure: &FlowFailure) -> Html {
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
            { ctx.button(first, again, try_again) }
            { ctx.button(second, START_OVER, || Msg::EditClicked(Open::Connect)) }
        </>
    };
    let message = failure::flow_failure(failure);
    panel(text::TITLE, ctx.failed(message, buttons, failure.error()))
}

fn try_again() -> Msg {
    Msg::Approve(ApproveMsg::TryAgainClicked)
}

fn cancel(ctx: &Context<'_>) -> Html {
    ctx.button("link", text::CANCEL, || Msg::Approve(ApproveMsg::CancelClicked))
}

//! The list on the left, what is chosen on the right.

mod list;

mod pane;

mod role_list;

mod settings;

use super::text;
use crate::components::{CopyLook, Glyph, Tone, callout, copy_button};
use crate::screens::setup::failure;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{ChooseMsg, Msg};
use crate::screens::setup::state::State;
use crate::screens::setup::view::failed::failed;
use crate::shared::Shared;
use onramp_domain::device_flow::{FlowState, SignedOutReason};
use onramp_domain::listing::{AccountList, Phase, Progress};
use yew::{Callback, Html, html};

/// The step.
pub fn view(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let progress = state.listing.progress();
    let phase = state.listing.phase();
    let is_empty = *phase == Phase::Finished && progress.accounts == 0 && progress.is_complete();
    let body = match is_empty {
        true => no_accounts(state, shared, send),
        false => html! {
            <div class="panes">{ list::view(state, &progress, shared, send) }{ pane::view(state, shared, send) }</div>
        },
    };
    html! {
        <>
            <div class="choose-head">
                <h1 id={ids::STEP.0} tabindex="-1">{ text::TITLE }</h1>
                <p class="quiet number">{ text::progress(&progress, phase) }</p>
            </div>
            <div class="stack">
                { ended(state, shared, send) }
                { incomplete(state, &progress, shared, send) }
                if progress.is_complete() && state.choose.is_sole_role_chosen() {
                    { callout(Tone::Plain(Glyph::Check), html! { <p>{ text::SOLE_ROLE }</p> }) }
                }
                if let Some(missing) = &state.choose.missing {
                    { callout(Tone::WarnAtOnce, html! { <p>{ text::missing(missing) }</p> }) }
                }
                { body }
            </div>
        </>
    }
}

/// The session ended by itself: one press goes on, with everything that was chosen.
pub fn ended(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let FlowState::SignedOut(
        reason @ (SignedOutReason::SessionEnded(_) | SignedOutReason::Expired(_)),
    ) = state.flow.state()
    else {
        return Html::default();
    };
    let sign_in = send.reform(|_| Msg::SignInClicked);
    let start_over = send.reform(|_| Msg::StartOverClicked);
    let buttons = html! {
        <>
            <button class="button primary" type="button" onclick={sign_in}>{ text::SIGN_IN_AGAIN }</button>
            <button class="button" type="button" onclick={start_over}>{ text::START_OVER }</button>
        </>
    };
    failed(failure::session_ended(reason), buttons, state.sign_in_error(), &shared.copied, send)
}

/// What keeps the list from being complete, with the press that tries again.
fn incomplete(state: &State, progress: &Progress, shared: &Shared, send: &Callback<Msg>) -> Html {
    let is_incomplete = match (state.listing.phase(), &progress.account_list) {
        (Phase::Interrupted(_), _) | (_, AccountList::Failed(_)) => true,
        (Phase::Finished, AccountList::Arriving | AccountList::Complete) => progress.failed > 0,
        (Phase::Idle | Phase::Running | Phase::AwaitingToken | Phase::Stopped, _) => false,
    };
    if !is_incomplete || !state.is_signed_in() {
        return Html::default();
    }
    let onclick = send.reform(|_| Msg::Choose(ChooseMsg::RetryClicked));
    let buttons = html! { <button class="button" type="button" {onclick}>{ text::RETRY }</button> };
    failed(
        failure::incomplete(progress),
        buttons,
        state.listing_error().as_deref(),
        &shared.copied,
        send,
    )
}

fn no_accounts(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let start_url = state.listed.as_ref().map_or("", |portal| portal.start_url.as_str());
    let request = text::ask_for_assignment(start_url);
    let onclick = send.reform(|_| Msg::Choose(ChooseMsg::CheckAgainClicked));
    let copied = shared.copied.state(ids::COPY_REQUEST, &request);
    let copy = send.reform(|_| Msg::Choose(ChooseMsg::CopyRequestClicked));
    html! {
        <section class="panel">
            <h2>{ text::NO_ACCOUNTS }</h2>
            <p>{ text::NO_ACCOUNTS_TEXT }</p>
            <blockquote class="callout"><p>{ request }</p></blockquote>
            <div class="actions">
                <button class="button primary" type="button" {onclick}>{ text::CHECK_AGAIN }</button>
                { copy_button(CopyLook::Button, text::COPY_REQUEST, text::COPY_REQUEST, copied, copy) }
            </div>
        </section>
    }
}

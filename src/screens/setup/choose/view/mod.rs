//! The list on the left, what is chosen on the right.

mod list;

mod pane;

mod role_list;

mod settings;

use super::catalog::RoleKey;
use super::text;
use crate::components::{Glyph, Tone, copy_button, note};
use crate::screens::setup::failure;
use crate::screens::setup::ids;
use crate::screens::setup::msg::{ChooseMsg, Msg};
use crate::screens::setup::state::{Open, State};
use crate::screens::setup::view::failed::failed;
use crate::screens::setup::view::parts::{button, click};
use crate::shared::Shared;
use onramp_domain::device_flow::FlowState;
use onramp_domain::listing::{Phase, Progress};
use yew::{Callback, Html, MouseEvent, html};

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
                if !is_empty {
                    <p class="quiet number">{ text::progress(&progress, phase) }</p>
                }
            </div>
            <div class="stack">
                { ended(state, shared, send) }
                { incomplete(state, &progress, shared, send) }
                if progress.is_complete() && state.choose.is_sole_role_chosen() {
                    { note(Tone::Plain(Glyph::Check), text::SOLE_ROLE) }
                }
                if let Some(missing) = &state.choose.missing {
                    { note(Tone::WarnAtOnce, text::missing(missing)) }
                }
                { body }
            </div>
        </>
    }
}

/// The session ended by itself: one press goes on, with everything that was chosen.
pub fn ended(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let FlowState::SignedOut(reason) = state.flow.state() else { return Html::default() };
    let buttons = html! {
        <>
            { button("button primary", text::SIGN_IN_AGAIN, send, || Msg::SignInClicked) }
            { button("button", text::START_OVER, send, || Msg::EditClicked(Open::Connect)) }
        </>
    };
    failed(failure::session_ended(reason), buttons, state.sign_in_error(), &shared.copied, send)
}

/// What keeps the list from being complete, with the press that tries again.
fn incomplete(state: &State, progress: &Progress, shared: &Shared, send: &Callback<Msg>) -> Html {
    let error = state.listing_error();
    let has_holes = *state.listing.phase() == Phase::Finished && progress.failed > 0;
    if !state.is_signed_in() || (error.is_none() && !has_holes) {
        return Html::default();
    }
    let retry = button("button", text::RETRY, send, || Msg::Choose(ChooseMsg::RetryClicked));
    failed(failure::incomplete(progress), retry, error.as_deref(), &shared.copied, send)
}

fn no_accounts(state: &State, shared: &Shared, send: &Callback<Msg>) -> Html {
    let start_url = state.listed.as_ref().map_or("", |portal| portal.start_url.as_str());
    let request = text::ask_for_assignment(start_url);
    let copied = shared.copied.state(ids::COPY_REQUEST, &request);
    let copy = click(send, || Msg::Choose(ChooseMsg::CopyRequestClicked));
    html! {
        <section class="panel">
            <h2>{ text::NO_ACCOUNTS }</h2>
            <p>{ text::NO_ACCOUNTS_TEXT }</p>
            <blockquote class="callout"><p>{ request }</p></blockquote>
            <div class="actions">
                { button("button primary", text::CHECK_AGAIN, send, || Msg::Choose(ChooseMsg::CheckAgainClicked)) }
                { copy_button("button", text::COPY_REQUEST, text::COPY_REQUEST, copied, copy) }
            </div>
        </section>
    }
}

/// What a press that is about one role sends.
fn click_role(
    send: &Callback<Msg>,
    key: &RoleKey,
    msg: fn(RoleKey) -> ChooseMsg,
) -> Callback<MouseEvent> {
    let key = key.clone();
    send.reform(move |_| Msg::Choose(msg(key.clone())))
}

//! The list on the left, what is chosen on the right.

mod list;

mod pane;

mod role_list;

mod settings;

use super::catalog::RoleKey;
use super::text;
use crate::components::{Glyph, Tone, note};
use crate::screens::setup::failure;
use crate::screens::setup::text::START_OVER;
use crate::screens::setup::view::parts::Context;
use crate::screens::setup::{ChooseMsg, Msg, Open, ids};
use onramp_domain::device_flow::FlowState;
use onramp_domain::listing::{Phase, Progress};
use yew::{Callback, Html, MouseEvent, html};

/// The step.
pub fn view(ctx: &Context<'_>) -> Html {
    let progress = ctx.state.listing.progress();
    let phase = ctx.state.listing.phase();
    let is_empty = *phase == Phase::Finished && progress.accounts == 0 && progress.is_complete();
    let body = match is_empty {
        true => no_accounts(ctx),
        false => html! {
            <div class="panes">{ list::view(ctx, &progress) }{ pane::view(ctx) }</div>
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
                { ended(ctx) }
                { incomplete(ctx, &progress) }
                if progress.is_complete() && ctx.state.choose.is_sole_role_chosen() {
                    { note(Tone::Plain(Glyph::Check), text::SOLE_ROLE) }
                }
                if let Some(missing) = &ctx.state.choose.missing {
                    { note(Tone::WarnAtOnce, text::missing(missing)) }
                }
                { body }
            </div>
        </>
    }
}

/// The session ended by itself: one press goes on, with everything that was chosen.
pub fn ended(ctx: &Context<'_>) -> Html {
    let FlowState::SignedOut(reason) = ctx.state.flow.state() else { return Html::default() };
    let buttons = html! {
        <>
            { ctx.button("button primary", text::SIGN_IN_AGAIN, || Msg::SignInClicked) }
            { ctx.button("button", START_OVER, || Msg::EditClicked(Open::Connect)) }
        </>
    };
    ctx.failed(failure::session_ended(reason), buttons, ctx.state.sign_in_error())
}

/// What keeps the list from being complete, with the press that tries again.
fn incomplete(ctx: &Context<'_>, progress: &Progress) -> Html {
    let error = ctx.state.listing_error();
    let has_holes = *ctx.state.listing.phase() == Phase::Finished && progress.failed > 0;
    if !ctx.state.is_signed_in() || (error.is_none() && !has_holes) {
        return Html::default();
    }
    let retry = ctx.button("button", text::RETRY, || Msg::Choose(ChooseMsg::ListAgainClicked));
    ctx.failed(failure::incomplete(progress), retry, error.as_deref())
}

fn no_accounts(ctx: &Context<'_>) -> Html {
    let start_url = ctx.state.listed.as_ref().map_or("", |portal| portal.start_url.as_str());
    let request = text::ask_for_assignment(start_url);
    let copied = (ids::COPY_REQUEST, &*request);
    let copy = || Msg::Choose(ChooseMsg::CopyRequestClicked);
    let copy = ctx.copy_button("button", [text::COPY_REQUEST; 2], copied, copy);
    html! {
        <section class="panel">
            <h2>{ text::NO_ACCOUNTS }</h2>
            <p>{ text::NO_ACCOUNTS_TEXT }</p>
            <blockquote class="callout"><p>{ request }</p></blockquote>
            <div class="actions">
                { ctx.button("button primary", text::CHECK_AGAIN, || Msg::Choose(ChooseMsg::ListAgainClicked)) }
                { copy }
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

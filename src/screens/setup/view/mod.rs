//! The four steps: finished ones folded to a line, the one that is open, those to come.

pub mod parts;

use crate::components::{self, StepState, TimeForm, Tone, any_button, local_time, note, road};
use crate::screens::setup::approve;
use crate::screens::setup::choose;
use crate::screens::setup::connect;
use crate::screens::setup::text::{self, minutes};
use crate::screens::setup::use_it;
use crate::screens::setup::view::parts::Context;
use crate::screens::setup::{Msg, Open, State, Step, ids};
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use onramp_domain::device_flow::FlowState;
use onramp_domain::listing::Phase;
use yew::{Callback, Html, html};

/// The screen.
pub fn view(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    let ctx = &Context { state, shared, now, send };
    let open = state.step();
    let step = |step| step_view(ctx, step);
    let steps = html! {
        <>
            { for [Step::Connect, Step::Approve, Step::Choose, Step::UseIt].map(step) }
            if open == Step::UseIt && state.use_it.next().is_none() {
                { use_it::view::goal(ctx) }
            }
        </>
    };
    let unread = text::unread(&shared.host)
        .map(|text| html! { <div class="column">{ note(Tone::Warn, text) }</div> });
    if open == Step::Connect && connect::view::is_filled_in(ctx) {
        return html! { <>{ unread }{ connect::view::welcome(ctx) }</> };
    }
    html! {
        <>
            { unread }
            if open == Step::Connect {
                <div class="column hero on-road">
                    { connect::view::greeting(ctx, Some(ids::STEP.0)) }
                </div>
            }
            { road(steps) }
        </>
    }
}

/// Whether the step that is open takes the whole width.
pub fn is_wide(state: &State) -> bool {
    state.step() == Step::Choose
}

fn step_view(ctx: &Context<'_>, step: Step) -> Html {
    let name = text::step(step);
    if step != ctx.state.step() {
        let (step_state, (what, action)) = match done(ctx, step) {
            Some(facts) => (StepState::Done, facts),
            None => (StepState::Todo, (html! { text::ahead(step) }, Html::default())),
        };
        return components::step(step_state, name, what, action, Html::default());
    }
    let panel = match step {
        Step::Connect => connect::view::view(ctx),
        Step::Approve => approve::view::view(ctx),
        Step::Choose => choose::view::view(ctx),
        Step::UseIt => html! {
            <>{ choose::view::ended(ctx) }{ use_it::view::view(ctx) }</>
        },
    };
    components::step(StepState::Now, name, html! { text::place(step) }, Html::default(), panel)
}

/// The facts of a finished step, and the way back to it.
fn done(ctx: &Context<'_>, step: Step) -> Option<(Html, Html)> {
    let link = |word: &'static str, name: &'static str, msg: fn() -> Msg| {
        any_button("link small", Some(name.into()), word.into(), ctx.click(msg))
    };
    match step {
        Step::Connect => {
            let portal = ctx.state.portal()?;
            let edit = link(text::EDIT, text::EDIT_CONNECT, || Msg::EditClicked(Open::Connect));
            Some((html! { text::connected(&portal.start_url, &portal.region) }, edit))
        }
        Step::Approve if ctx.state.has_ended() => {
            Some((html! { text::SESSION_ENDED }, Html::default()))
        }
        Step::Approve => {
            let session = ctx.state.flow.session()?;
            let left = minutes((session.expires_at() - ctx.now).num_seconds());
            let says = if ctx.state.use_it.cli_token.is_some() {
                html! { text::signed_in_with_cli(&left) }
            } else if session.refreshes_itself() {
                html! { text::SIGNED_IN }
            } else {
                let ends = local_time(session.expires_at(), TimeForm::Near(ctx.now));
                html! { <>{ text::signed_in_for(&left) }{ ends }</> }
            };
            let sign_out = link(text::SIGN_OUT, text::SIGN_OUT, || Msg::SignOutClicked);
            Some((says, sign_out))
        }
        Step::Choose => {
            let entries = &ctx.state.use_it.entries;
            let edit = link(text::EDIT, text::EDIT_CHOICE, || Msg::EditClicked(Open::Choose));
            let summary = match &**entries {
                [] => return None,
                [only] => {
                    let account = ctx.state.listing.account(only.account_id)?;
                    let account = choose::text::account_name(account);
                    choose::text::role_in(only.role_name.as_str(), &account)
                }
                _ => {
                    // They are in the list's order, so an account's stand together.
                    let accounts = entries.chunk_by(|one, next| one.account_id == next.account_id);
                    choose::text::summary(entries.len(), accounts.count())
                }
            };
            (ctx.state.step() == Step::UseIt).then_some((html! { summary }, edit))
        }
        Step::UseIt => None,
    }
}

/// What a screen reader is told about the sign-in, the list and the selection.
pub fn announcement(state: &State, _: DateTime<Utc>) -> String {
    let chosen = state.choose.selection.len();
    let is_filtered = !state.choose.filter.trim().is_empty();
    match state.flow.state() {
        FlowState::Starting(_) => text::ASKING_AWS.to_owned(),
        FlowState::AwaitingApproval(waiting) => text::code_announced(waiting.user_code()),
        FlowState::SignedIn(_) if is_filtered => {
            text::filter_announced(state.choose.rows.roles, chosen)
        }
        FlowState::SignedIn(_) if chosen > 0 => text::selection_announced(chosen),
        FlowState::SignedIn(_) => {
            text::listing_announced(&state.listing.progress(), state.listing.phase())
        }
        FlowState::SignedOut(_) | FlowState::Failed { .. } => String::new(),
    }
}

/// What the tab's title begins with.
pub fn title(state: &State, now: DateTime<Utc>) -> Option<String> {
    let title = match (state.flow.state(), state.step()) {
        (FlowState::AwaitingApproval(waiting), _) => {
            return Some(text::waiting_title(waiting.remaining(now).num_seconds()));
        }
        (FlowState::Starting(_), _) => text::ASKING_AWS,
        (FlowState::Failed { .. }, _) => text::FAILED_TITLE,
        (FlowState::SignedOut(_), Step::Choose | Step::UseIt) => text::ENDED_TITLE,
        (_, Step::UseIt) if state.use_it.next().is_none() => text::DONE_TITLE,
        (_, Step::UseIt) => text::USE_IT_TITLE,
        (_, Step::Choose) if *state.listing.phase() == Phase::Running => text::APPROVED_TITLE,
        (_, Step::Choose) => choose::text::TITLE,
        (_, Step::Connect | Step::Approve) => return None,
    };
    Some(title.to_owned())
}

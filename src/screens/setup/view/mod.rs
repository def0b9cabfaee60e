//! The four steps: finished ones folded to a line, the one that is open, those to come.

pub mod failed;
pub mod parts;

use crate::components::{self, StepState, TimeForm, Tone, any_button, local_time, note, road};
use crate::screens::setup::approve;
use crate::screens::setup::choose;
use crate::screens::setup::connect;
use crate::screens::setup::ids;
use crate::screens::setup::msg::Msg;
use crate::screens::setup::state::{Open, Stage, State, Step};
use crate::screens::setup::text::{self, minutes};
use crate::screens::setup::use_it;
use crate::shared::Shared;
use chrono::{DateTime, Utc};
use onramp_domain::device_flow::FlowState;
use onramp_domain::listing::Phase;
use yew::{Callback, Html, html};

/// The screen.
pub fn view(state: &State, shared: &Shared, now: DateTime<Utc>, send: &Callback<Msg>) -> Html {
    let open = state.step();
    let step = |step| step_view(state, step, shared, now, send);
    let steps = html! {
        <>
            { for [Step::Connect, Step::Approve, Step::Choose, Step::UseIt].map(step) }
            if open == Step::UseIt && state.use_it.next().is_none() {
                { use_it::view::goal(state, shared, now, send) }
            }
        </>
    };
    let unread = match text::unread(&shared.host) {
        Some(text) => html! { <div class="column">{ note(Tone::Warn, text) }</div> },
        None => Html::default(),
    };
    if open == Step::Connect && connect::view::is_filled_in(state, &shared.host) {
        return html! { <>{ unread }{ connect::view::welcome(state, &shared.host, send) }</> };
    }
    html! {
        <>
            { unread }
            if open == Step::Connect {
                <div class="column hero on-road">
                    { connect::view::greeting(&shared.host, Some(ids::STEP.0)) }
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

fn step_view(
    state: &State,
    step: Step,
    shared: &Shared,
    now: DateTime<Utc>,
    send: &Callback<Msg>,
) -> Html {
    let name = text::step(step);
    if step != state.step() {
        let (step_state, (what, action)) = match done(state, step, now, send) {
            Some(facts) => (StepState::Done, facts),
            None => (StepState::Todo, (html! { text::ahead(step) }, Html::default())),
        };
        return components::step(step_state, name, what, action, Html::default());
    }
    let panel = match step {
        Step::Connect => connect::view::view(state, &shared.host, send),
        Step::Approve => approve::view::view(state, shared, now, send),
        Step::Choose => choose::view::view(state, shared, send),
        Step::UseIt => html! {
            <>{ choose::view::ended(state, shared, send) }{ use_it::view::view(state, shared, now, send) }</>
        },
    };
    components::step(StepState::Now, name, html! { text::place(step) }, Html::default(), panel)
}

/// The facts of a finished step, and the way back to it.
fn done(
    state: &State,
    step: Step,
    now: DateTime<Utc>,
    send: &Callback<Msg>,
) -> Option<(Html, Html)> {
    let link = |word: &'static str, name: &'static str, msg: fn() -> Msg| {
        any_button("link small", Some(name.into()), word.into(), parts::click(send, msg))
    };
    match step {
        Step::Connect => {
            let portal = state.flow_portal().or(state.listed.as_ref())?;
            let edit = link(text::EDIT, text::EDIT_CONNECT, || Msg::EditClicked(Open::Connect));
            Some((html! { text::connected(&portal.start_url, &portal.region) }, edit))
        }
        Step::Approve if state.stage() == Stage::Ended => {
            Some((html! { text::SESSION_ENDED }, Html::default()))
        }
        Step::Approve => {
            let session = state.flow.session()?;
            let left = minutes((session.expires_at() - now).num_seconds());
            let says = if state.use_it.cli_token.is_some() {
                html! { text::signed_in_with_cli(&left) }
            } else if session.refreshes_itself() {
                html! { text::SIGNED_IN }
            } else {
                let ends = local_time(session.expires_at(), TimeForm::Near(now));
                html! { <>{ text::signed_in_for(&left) }{ ends }</> }
            };
            let sign_out = link(text::SIGN_OUT, text::SIGN_OUT, || Msg::SignOutClicked);
            Some((says, sign_out))
        }
        Step::Choose => {
            let entries = state.use_it.profiles.entries();
            let edit = link(text::EDIT, text::EDIT_CHOICE, || Msg::EditClicked(Open::Choose));
            let summary = match entries {
                [] => return None,
                [only] => {
                    let account = state.listing.account(only.account_id)?;
                    let account = choose::text::account_name(account);
                    choose::text::role_in(only.role_name.as_str(), &account)
                }
                _ => {
                    // They are in the list's order, so an account's stand together.
                    let accounts = entries.chunk_by(|one, next| one.account_id == next.account_id);
                    choose::text::summary(entries.len(), accounts.count())
                }
            };
            (state.step() == Step::UseIt).then_some((html! { summary }, edit))
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
            text::filter_announced(state.choose.rows.roles(), chosen)
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
    if let FlowState::AwaitingApproval(waiting) = state.flow.state() {
        return Some(text::waiting_title(waiting.remaining(now).num_seconds()));
    }
    let title = match (state.stage(), state.step()) {
        (Stage::Asking, _) => text::ASKING_AWS,
        (Stage::Failed, _) => text::FAILED_TITLE,
        (Stage::Ended, Step::Choose | Step::UseIt) => text::ENDED_TITLE,
        (_, Step::UseIt) if state.use_it.next().is_none() => text::DONE_TITLE,
        (_, Step::UseIt) => text::USE_IT_TITLE,
        (_, Step::Choose) if *state.listing.phase() == Phase::Running => text::APPROVED_TITLE,
        (_, Step::Choose) => choose::text::TITLE,
        (_, Step::Connect | Step::Approve) => return None,
    };
    Some(title.to_owned())
}

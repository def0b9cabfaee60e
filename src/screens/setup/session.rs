//! The sign-in, and the listing that it lets in: both machines step here, since each one's end is the other's input.
//!
//! What they do is the domain's: [`onramp_domain::device_flow`], [`onramp_domain::listing`].

use super::choose::state::Wanted;
use super::ids;
use super::state::{Open, Stage, State};
use crate::effect::Effect;
use chrono::{DateTime, Utc};
use onramp_domain::attempt::Attempt;
use onramp_domain::device_flow::{self, Session};
use onramp_domain::listing::{self, Phase};

/// The sign-in goes on. A new token lists; a new stage gets the focus, but for a session that ends by itself: then
/// somebody may be typing.
pub fn step_flow(state: &mut State, input: device_flow::Input, now: DateTime<Utc>) -> Vec<Effect> {
    let (token_before, stage_before) = (state.token_number(), state.stage());
    let signs_out = matches!(input, device_flow::Input::SignOut);
    let gives_up = matches!(input, device_flow::Input::Cancel);
    let (flow, commands) = std::mem::take(&mut state.flow).step(input, now);
    state.flow = flow;
    let mut effects: Vec<Effect> = commands.into_iter().map(Effect::DeviceFlow).collect();
    match (token_before, state.token_number()) {
        (None, None) => {}
        (Some(_), None) if signs_out => forget(state, now),
        // What is under way is still taken in; the next session goes on.
        (Some(_), None) => {
            state.use_it.cli_token = None;
            effects.extend(step_listing(state, listing::Input::Stop, now));
        }
        (Some(before), Some(token)) if token == before => {}
        // It was only refreshed.
        (Some(_), Some(_)) if *state.listing.phase() == Phase::Finished => {}
        (_, Some(token)) => effects.extend(list_with(state, token, now)),
    }
    let stage = state.stage();
    if stage != stage_before {
        state.other_region = None;
        if stage == Stage::SignedIn {
            state.open = if state.open == Open::Connect { Open::Choose } else { state.open };
        }
        if stage != Stage::Ended || gives_up {
            effects.push(Effect::Focus(ids::STEP));
        }
    }
    effects
}

/// The listing goes on. Late answers to who has signed out are not shown, nor is anything shown anew once all is.
pub fn step_listing(state: &mut State, input: listing::Input, now: DateTime<Utc>) -> Vec<Effect> {
    let was_finished = *state.listing.phase() == Phase::Finished;
    let (listing, commands) = std::mem::take(&mut state.listing).step(input, now);
    state.listing = listing;
    let is_finished = *state.listing.phase() == Phase::Finished;
    if state.listed.is_none() || was_finished && is_finished {
        return vec![];
    }
    let mut effects = Vec::new();
    for command in commands {
        match (command, state.flow.session().map(Session::access)) {
            (listing::Command::TokenRefused { token }, _) => {
                effects.extend(token_refused(state, token, now));
            }
            (command, Some(access)) => effects.push(Effect::Listing(command, access)),
            // Without a session the listing stands still.
            (_, None) => {}
        }
    }
    state.choose.unseen += 1;
    let is_due = state.choose.unseen * 100 >= state.choose.rows.as_slice().len();
    if is_due || *state.listing.phase() != Phase::Running {
        effects.extend(show_listed(state));
    }
    effects
}

/// Shows what the listing has found since the last time. The one role that a link names needs nobody to choose it, as
/// long as it is there: another one that the company or the page chose is for the person to look at.
pub fn show_listed(state: &mut State) -> Vec<Effect> {
    if state.choose.unseen == 0 {
        return vec![];
    }
    state.choose.show(&state.listing);
    state.name_profiles();
    let names_role = state.prefill.account.is_some() && state.prefill.role.is_some();
    let linked = Wanted::of(&state.prefill);
    let is_chosen = state.choose.selection.sole().is_some_and(|key| linked.is_met_by(key));
    if !names_role || !is_chosen || state.has_passed_choose || state.open != Open::Choose {
        return vec![];
    }
    state.has_passed_choose = true;
    state.open = Open::UseIt;
    vec![Effect::Focus(ids::STEP)]
}

/// Asks again for what could not be listed.
pub fn retry_listing(state: &mut State, now: DateTime<Utc>) -> Vec<Effect> {
    let mut effects = step_listing(state, listing::Input::RetryFailed, now);
    if let (Phase::Interrupted(_), Some(token)) = (state.listing.phase(), state.token_number()) {
        effects.extend(step_listing(state, listing::Input::Resume { token }, now));
    }
    effects
}

/// Lists everything anew.
pub fn list_anew(state: &mut State, now: DateTime<Utc>) -> Vec<Effect> {
    match state.token_number() {
        Some(token) => step_listing(state, listing::Input::Start { seed: seed(now), token }, now),
        None => vec![],
    }
}

/// Nothing of what was listed stays. The listing itself does: it knows late answers by their numbers.
pub fn forget(state: &mut State, now: DateTime<Utc>) {
    state.listing = std::mem::take(&mut state.listing).step(listing::Input::Stop, now).0;
    state.choose.forget();
    state.use_it.forget();
    state.listed = None;
    state.open = Open::default();
    state.has_passed_choose = false;
    state.name_profiles();
}

/// A new token: the first one at a portal lists anew, another one goes on where the last was refused.
fn list_with(state: &mut State, token: Attempt, now: DateTime<Utc>) -> Vec<Effect> {
    let portal = state.flow.session().map(|session| session.portal().clone());
    if state.listed.is_some() && state.listed != portal {
        forget(state, now);
    }
    let input = match state.listing.phase() {
        _ if state.listed.is_none() => listing::Input::Start { seed: seed(now), token },
        Phase::AwaitingToken | Phase::Running | Phase::Interrupted(_) | Phase::Stopped => {
            listing::Input::Resume { token }
        }
        Phase::Idle | Phase::Finished => listing::Input::Start { seed: seed(now), token },
    };
    state.listed = portal;
    step_listing(state, input, now)
}

/// The portal refused a token. Where there is another by now, the listing goes on with that one.
fn token_refused(state: &mut State, token: Attempt, now: DateTime<Utc>) -> Vec<Effect> {
    match state.token_number() {
        Some(present) if present != token => {
            step_listing(state, listing::Input::Resume { token: present }, now)
        }
        Some(_) | None => step_flow(state, device_flow::Input::TokenRefused(token), now),
    }
}

/// Random enough for a jitter: the milliseconds of the moment in which a person came back.
fn seed(now: DateTime<Utc>) -> u32 {
    now.timestamp_subsec_millis() ^ (now.timestamp() as u32)
}

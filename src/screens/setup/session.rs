//! The sign-in, and the listing that it lets in: both machines step here, since each one's end is the other's input.
//!
//! What they do is the domain's: [`onramp_domain::device_flow`], [`onramp_domain::listing`].

use super::choose::catalog::RoleKey;
use super::ids;
use super::state::{Open, State};
use crate::effect::Effect;
use chrono::{DateTime, Utc};
use onramp_domain::attempt::Attempt;
use onramp_domain::device_flow::{self, Session};
use onramp_domain::listing::{self, Phase};

/// The sign-in goes on. A new token lists; a new state of it gets the focus, but for a session that ends by itself: then
/// somebody may be typing.
pub fn step_flow(state: &mut State, input: device_flow::Input, now: DateTime<Utc>) -> Vec<Effect> {
    let kind = |state: &State| std::mem::discriminant(state.flow.state());
    let (token_before, kind_before) = (state.token_number(), kind(state));
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
    if kind(state) != kind_before {
        state.other_region = None;
        if state.is_signed_in() && state.open == Open::Connect {
            state.open = Open::Choose;
        }
        if !state.has_ended() || gives_up {
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
    let is_due = state.choose.unseen * 100 >= state.choose.rows.lines.len();
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
    let linked = (state.prefill.account.as_deref(), state.prefill.role.as_deref());
    let is_chosen = state.choose.selection.sole().is_some_and(|RoleKey { account, role }| {
        linked == (Some(account.as_str()), Some(role.as_str()))
    });
    if !is_chosen || state.choose.is_touched || state.open != Open::Choose {
        return vec![];
    }
    // Once, so that one can come back.
    state.choose.is_touched = true;
    state.open = Open::UseIt;
    vec![Effect::Focus(ids::STEP), Effect::PushEntry { here: Open::Choose, next: Open::UseIt }]
}

/// Asks again for what could not be listed; for everything, where nothing is missing.
pub fn list_again(state: &mut State, now: DateTime<Utc>) -> Vec<Effect> {
    let Some(token) = state.token_number() else { return vec![] };
    if state.listing.progress().is_complete() {
        return step_listing(state, listing::Input::Start { seed: seed(now), token }, now);
    }
    let mut effects = step_listing(state, listing::Input::RetryFailed, now);
    if let Phase::Interrupted(_) = state.listing.phase() {
        effects.extend(step_listing(state, listing::Input::Resume { token }, now));
    }
    effects
}

/// Nothing of what was listed stays. The listing itself does: it knows late answers by their numbers.
pub fn forget(state: &mut State, now: DateTime<Utc>) {
    state.listing = std::mem::take(&mut state.listing).step(listing::Input::Stop, now).0;
    state.choose.forget();
    state.use_it.forget();
    state.listed = None;
    state.open = Open::default();
    state.name_profiles();
}

/// A new token: the first one at a portal lists anew, another one goes on where the last was refused.
fn list_with(state: &mut State, token: Attempt, now: DateTime<Utc>) -> Vec<Effect> {
    let portal = state.flow.session().map(|session| session.portal().clone());
    if state.listed.is_some() && state.listed != portal {
        forget(state, now);
    }
    let goes_on = state.listed.is_some() && *state.listing.phase() != Phase::Finished;
    let input = match goes_on {
        true => listing::Input::Resume { token },
        false => listing::Input::Start { seed: seed(now), token },
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

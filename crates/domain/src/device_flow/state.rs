//! Where a sign-in stands, and which input moves it where: all pairs of the two on one screen.
//!
//! Not here: how each state takes its input ([`super::starting`], [`super::awaiting`], [`super::session`]).

use super::awaiting::Awaiting;
use super::command::Command;
use super::exits::{FlowFailure, SignedOutReason};
use super::input::Input;
use super::portal::Portal;
use super::session::Session;
use super::starting::{Authorizing, Registering};
use super::turn::Turn;
use super::{Memory, Step};
use crate::attempt::Attempt;
use chrono::{DateTime, Utc};

/// Where the sign-in stands.
#[derive(Debug)]
pub enum FlowState {
    /// Nobody is signed in, and nothing goes on.
    SignedOut(SignedOutReason),
    /// Introducing this page to AWS.
    Registering(Registering),
    /// Asking for a code.
    Authorizing(Authorizing),
    /// The code is on the screen.
    AwaitingApproval(Awaiting),
    /// Somebody is signed in.
    SignedIn(Session),
    /// The sign-in failed; the person decides how to go on.
    Failed(Failed),
}

/// A sign-in that failed.
#[derive(Debug)]
pub struct Failed {
    portal: Portal,
    failure: FlowFailure,
}

impl Failed {
    /// Where to.
    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    /// Why.
    pub fn failure(&self) -> &FlowFailure {
        &self.failure
    }
}

impl FlowState {
    pub(super) fn step(self, input: Input, memory: &mut Memory, now: DateTime<Utc>) -> Step {
        use FlowState::{Authorizing, AwaitingApproval, Failed, Registering, SignedIn, SignedOut};
        let turn = self.turn();
        let asked = |attempt: Attempt| turn.and_then(|turn| turn.asked(attempt));
        match (self, input) {
            (Registering(state), Input::SignIn(portal)) if *state.portal() == portal => {
                (Registering(state), vec![])
            }
            (Authorizing(state), Input::SignIn(portal)) if *state.portal() == portal => {
                (Authorizing(state), vec![])
            }
            (
                SignedOut(_) | Registering(_) | Authorizing(_) | AwaitingApproval(_) | Failed(_),
                Input::SignIn(portal),
            ) => memory.begin(portal, now),
            (Failed(state), Input::TryAgain) => memory.begin(state.portal, now),
            (AwaitingApproval(state), Input::TryAgain) => memory.begin(state.portal().clone(), now),

            (Registering(state), Input::Registered(attempt, answer))
                if asked(attempt).is_some() =>
            {
                state.answered(answer, memory, now)
            }
            (Authorizing(state), Input::Authorized(attempt, answer)) => match asked(attempt) {
                Some(since) => state.answered(answer, since, memory, now),
                None => (Authorizing(state), vec![]),
            },
            (AwaitingApproval(state), Input::Polled(attempt, answer)) => match asked(attempt) {
                Some(since) => state.polled(answer, (attempt, since), memory, now),
                None => (AwaitingApproval(state), vec![]),
            },
            (SignedIn(state), Input::Refreshed(attempt, answer)) => match asked(attempt) {
                Some(since) => state.refreshed(answer, (attempt, since), memory, now),
                None => (SignedIn(state), vec![]),
            },
            (
                SignedOut(SignedOutReason::SignedOut(farewell)),
                Input::LoggedOut(attempt, answer),
            ) => FlowState::signed_out(SignedOutReason::SignedOut(
                farewell.answered(attempt, answer),
            )),

            (state, Input::Woke(attempt)) => match turn.and_then(|turn| turn.alarm(attempt)) {
                Some(at) if now < at => (state, vec![Command::WakeAt { attempt, at }]),
                Some(_) => state.due(memory, now),
                None => (state, vec![]),
            },
            (AwaitingApproval(state), Input::CameBack) => state.came_back(memory, now),
            (state, Input::CameBack) => match turn {
                Some(Turn::Waiting { at, .. }) if now >= at => state.due(memory, now),
                Some(Turn::Waiting { .. } | Turn::Asking { .. }) | None => (state, vec![]),
            },
            (SignedIn(state), Input::TokenRefused(number)) => {
                state.token_refused(number, memory, now)
            }

            (Registering(_) | Authorizing(_) | AwaitingApproval(_) | Failed(_), Input::Cancel) => {
                FlowState::signed_out(SignedOutReason::Cancelled)
            }
            (SignedIn(state), Input::SignOut) => state.sign_out(memory),

            // By name, so that a new input must be given its place.
            (
                state,
                Input::SignIn(_)
                | Input::TryAgain
                | Input::Registered(..)
                | Input::Authorized(..)
                | Input::Polled(..)
                | Input::Refreshed(..)
                | Input::LoggedOut(..)
                | Input::TokenRefused(_)
                | Input::Cancel
                | Input::SignOut,
            ) => (state, vec![]),
        }
    }

    /// What was waited for is due.
    fn due(self, memory: &mut Memory, now: DateTime<Utc>) -> Step {
        match self {
            FlowState::Registering(state) => state.ask_again(memory, now),
            FlowState::Authorizing(state) => state.ask_again(memory, now),
            FlowState::AwaitingApproval(state) => state.due(memory, now),
            FlowState::SignedIn(state) => state.due(memory, now),
            state @ (FlowState::SignedOut(_) | FlowState::Failed(_)) => (state, vec![]),
        }
    }

    pub(super) fn turn(&self) -> Option<Turn> {
        match self {
            FlowState::Registering(state) => Some(state.turn()),
            FlowState::Authorizing(state) => Some(state.turn()),
            FlowState::AwaitingApproval(state) => Some(state.turn()),
            FlowState::SignedIn(state) => Some(state.turn()),
            FlowState::SignedOut(_) | FlowState::Failed(_) => None,
        }
    }

    pub(super) fn signed_out(reason: SignedOutReason) -> Step {
        (FlowState::SignedOut(reason), vec![])
    }

    pub(super) fn failed(portal: Portal, failure: FlowFailure) -> Step {
        (FlowState::Failed(Failed { portal, failure }), vec![])
    }
}

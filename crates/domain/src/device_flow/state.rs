//! Where a sign-in stands, and which input moves it where: all pairs of the two on one screen.

use super::command::Command;
use super::failure::{FlowFailure, SignedOutReason};
use super::input::Input;
use super::poll::AwaitingApproval;
use super::portal::Portal;
use super::register::Starting;
use super::retry::Pending;
use super::session::Session;
use super::{FlowContext, Step};
use crate::attempt::Attempt;

/// Where the sign-in stands.
#[derive(Debug)]
pub enum FlowState {
    /// Nobody is signed in, and nothing goes on.
    SignedOut(SignedOutReason),
    /// Introducing this page to AWS, and asking for a code.
    Starting(Starting),
    /// The code is on the screen.
    AwaitingApproval(AwaitingApproval),
    /// Somebody is signed in.
    SignedIn(Session),
    /// The sign-in failed; the person decides how to go on.
    Failed { portal: Portal, failure: FlowFailure },
}

impl FlowState {
    pub(super) fn step(self, input: Input, context: &mut FlowContext) -> Step {
        use FlowState::{AwaitingApproval, Failed, SignedIn, SignedOut, Starting};
        let pending = self.pending();
        let asked = |attempt: Attempt| pending.and_then(|pending| pending.asked(attempt));
        match (self, input) {
            (Starting(state), Input::SignIn(portal)) if state.portal == portal => {
                (Starting(state), vec![])
            }
            (
                SignedOut(_) | Starting(_) | AwaitingApproval(_) | Failed { .. },
                Input::SignIn(portal),
            ) => context.begin(portal),
            (Failed { portal, .. }, Input::TryAgain) => context.begin(portal),
            (AwaitingApproval(state), Input::TryAgain) => context.begin(state.portal),

            (Starting(state), Input::Registered(attempt, answer)) if asked(attempt).is_some() => {
                state.registered(answer, context)
            }
            (Starting(state), Input::Authorized(attempt, answer))
                if let Some(since) = asked(attempt) =>
            {
                state.authorized(answer, since, context)
            }
            (AwaitingApproval(state), Input::Polled(attempt, answer))
                if let Some(since) = asked(attempt) =>
            {
                state.polled(answer, (attempt, since), context)
            }
            (SignedIn(state), Input::Refreshed(attempt, answer))
                if let Some(since) = asked(attempt) =>
            {
                state.refreshed(answer, (attempt, since), context)
            }
            (SignedOut(SignedOutReason::SignedOut(logout)), Input::LoggedOut(attempt, answer)) => {
                FlowState::signed_out(SignedOutReason::SignedOut(logout.answered(attempt, answer)))
            }

            (state, Input::Woke(rung)) => match pending {
                Some(timer @ Pending::Timer { attempt, at, .. }) if attempt == rung => {
                    match timer.is_due(context.now) {
                        true => state.due(context),
                        false => (state, vec![Command::WakeAt { attempt, at }]),
                    }
                }
                Some(Pending::Timer { .. } | Pending::Answer { .. }) | None => (state, vec![]),
            },
            (AwaitingApproval(state), Input::CameBack) => state.came_back(context),
            (state, Input::CameBack) if pending.is_some_and(|it| it.is_due(context.now)) => {
                state.due(context)
            }
            (SignedIn(state), Input::TokenRefused(number)) => state.token_refused(number, context),

            (Starting(_) | AwaitingApproval(_) | Failed { .. }, Input::Cancel) => {
                FlowState::signed_out(SignedOutReason::Cancelled)
            }
            (SignedIn(state), Input::SignOut) => state.sign_out(context),
            (SignedIn(state), Input::GivenToCli) => state.given_to_cli(context),

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
                | Input::CameBack
                | Input::TokenRefused(_)
                | Input::Cancel
                | Input::GivenToCli
                | Input::SignOut,
            ) => (state, vec![]),
        }
    }

    /// What was waited for is due.
    fn due(self, context: &mut FlowContext) -> Step {
        match self {
            FlowState::Starting(state) => state.ask_again(context),
            FlowState::AwaitingApproval(state) => state.due(context),
            FlowState::SignedIn(state) => state.due(context),
            state @ (FlowState::SignedOut(_) | FlowState::Failed { .. }) => (state, vec![]),
        }
    }

    pub(super) fn pending(&self) -> Option<Pending> {
        match self {
            FlowState::Starting(state) => Some(state.pending),
            FlowState::AwaitingApproval(state) => Some(state.pending),
            FlowState::SignedIn(state) => Some(state.pending),
            FlowState::SignedOut(_) | FlowState::Failed { .. } => None,
        }
    }

    /// Where to.
    pub fn portal(&self) -> Option<&Portal> {
        match self {
            FlowState::Starting(state) => Some(&state.portal),
            FlowState::AwaitingApproval(state) => Some(&state.portal),
            FlowState::SignedIn(session) => Some(&session.portal),
            FlowState::Failed { portal, .. } => Some(portal),
            FlowState::SignedOut(_) => None,
        }
    }

    pub(super) fn signed_out(reason: SignedOutReason) -> Step {
        (FlowState::SignedOut(reason), vec![])
    }

    pub(super) fn failed(portal: Portal, failure: FlowFailure) -> Step {
        (FlowState::Failed { portal, failure }, vec![])
    }
}

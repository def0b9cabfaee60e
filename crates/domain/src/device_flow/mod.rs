//! Signing in with the device flow (RFC 8628), as a state machine without I/O.
//!
//! Not here: HTTP, timers, a clock. [`DeviceFlow::step`] takes what happened and what time it is, and gives the next
//! state and what to do. An input that makes no sense in a state changes nothing; neither does a late answer, which
//! is known by its [`Attempt`].
//!
//! - [`portal`](Portal): what the sign-in is for.
//! - [`input`](Input) and [`command`](Command): what comes in and what goes out.
//! - `starting`, `awaiting`, `session`: the states, in the order of a sign-in.
//! - `exits`: [`SignedOutReason`], [`FlowFailure`].
//! - `turn`: a request or an alarm, never both; [`Trouble`].
//!
//! Source: RFC 8628; FACTS "The seven calls", "Errors", "Browsers".

mod portal;

mod input;

mod command;

mod starting;

mod awaiting;

mod session;

mod exits;

mod registration;

mod turn;

#[cfg(test)]
mod tests;

use crate::attempt::Attempt;
use chrono::{DateTime, TimeDelta, Utc};
use std::ops::RangeInclusive;

pub use awaiting::Awaiting;
pub use command::{
    AuthorizeRequest, CLIENT_NAME, Command, LogoutRequest, PollRequest, RefreshRequest,
    RegisterRequest,
};
pub use exits::{Farewell, FlowFailure, SignedOutReason};
pub use input::Input;
pub use portal::{Endpoint, Portal};
pub use registration::Registration;
pub use session::{Session, Standing};
pub use starting::{Authorizing, Registering};
pub use turn::{Trouble, Turn};

/// So long a call may take before the shell gives it up as [unreachable](crate::answer::CallError::unreachable).
pub const CALL_TIMEOUT_SECONDS: u32 = 30;

/// A sign-in, from nobody to a session and back.
#[derive(Debug)]
pub struct DeviceFlow {
    memory: Memory,
    state: FlowState,
}

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

impl Default for DeviceFlow {
    fn default() -> DeviceFlow {
        DeviceFlow {
            memory: Memory::default(),
            state: FlowState::SignedOut(SignedOutReason::Fresh),
        }
    }
}

impl DeviceFlow {
    /// Nobody signed in. One for the life of the page: it knows the registrations made so far and counts attempts.
    pub fn new() -> DeviceFlow {
        DeviceFlow::default()
    }

    /// Where it stands.
    pub fn state(&self) -> &FlowState {
        &self.state
    }

    /// The session, while somebody is signed in.
    pub fn session(&self) -> Option<&Session> {
        match &self.state {
            FlowState::SignedIn(session) => Some(session),
            FlowState::SignedOut(_)
            | FlowState::Registering(_)
            | FlowState::Authorizing(_)
            | FlowState::AwaitingApproval(_)
            | FlowState::Failed(_) => None,
        }
    }

    /// The next state, and what to do now.
    #[must_use]
    pub fn step(self, input: Input, now: DateTime<Utc>) -> (DeviceFlow, Vec<Command>) {
        let DeviceFlow { mut memory, state } = self;
        let (state, commands) = state.step(input, &mut memory, now);
        (DeviceFlow { memory, state }, commands)
    }
}

/// What outlives a sign-in.
#[derive(Debug, Default)]
struct Memory {
    attempts: Attempt,
    registrations: registration::Registrations,
}

/// A state, and what to do on entering it.
type Step = (FlowState, Vec<Command>);

impl Memory {
    fn ask(
        &mut self,
        now: DateTime<Utc>,
        command: impl FnOnce(Attempt) -> Command,
    ) -> (Turn, Command) {
        let attempt = self.attempts.bump();
        (Turn::Asking { attempt, since: now }, command(attempt))
    }

    fn wait_until(&mut self, at: DateTime<Utc>) -> (Turn, Command) {
        let attempt = self.attempts.bump();
        (Turn::Waiting { attempt, at }, Command::WakeAt { attempt, at })
    }

    fn begin(&mut self, portal: Portal, now: DateTime<Utc>) -> Step {
        match self.registrations.find(&portal, now) {
            Some(known) => Authorizing::begin(portal, known, starting::Renewed::No, self, now),
            None => Registering::begin(portal, starting::Renewed::No, self, now),
        }
    }
}

impl FlowState {
    fn step(self, input: Input, memory: &mut Memory, now: DateTime<Utc>) -> Step {
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

    fn turn(&self) -> Option<Turn> {
        match self {
            FlowState::Registering(state) => Some(state.turn()),
            FlowState::Authorizing(state) => Some(state.turn()),
            FlowState::AwaitingApproval(state) => Some(state.turn()),
            FlowState::SignedIn(state) => Some(state.turn()),
            FlowState::SignedOut(_) | FlowState::Failed(_) => None,
        }
    }

    fn signed_out(reason: SignedOutReason) -> Step {
        (FlowState::SignedOut(reason), vec![])
    }

    fn failed(portal: Portal, failure: FlowFailure) -> Step {
        (FlowState::Failed(Failed { portal, failure }), vec![])
    }
}

/// Seconds from an answer, brought into what makes sense; `None` where there are none, or not a number.
fn seconds(given: Option<f64>, range: RangeInclusive<i64>) -> Option<TimeDelta> {
    let given = given.filter(|seconds| seconds.is_finite())?;
    Some(TimeDelta::seconds((given.ceil() as i64).clamp(*range.start(), *range.end())))
}

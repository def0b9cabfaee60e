//! Signing in with the device flow (RFC 8628), as a state machine without I/O.
//!
//! Not here: HTTP, timers, a clock. [`DeviceFlow::step`] takes what happened and what time it is, and gives the next
//! state and what to do. An input that makes no sense in a state changes nothing; neither does a late answer, which
//! is known by its [`Attempt`].
//!
//! - [`portal`](Portal): what the sign-in is for.
//! - [`input`](Input) and [`command`](Command): what comes in and what goes out.
//! - [`state`](FlowState): where it stands, and which input moves it where.
//! - `starting`, `awaiting`, `session` (with `renewal`): the states, in the order of a sign-in.
//! - `exits`: [`SignedOutReason`], [`FlowFailure`].
//! - `turn`: a request or an alarm, never both; [`Trouble`].
//!
//! Source: RFC 8628; FACTS "The seven calls", "Errors", "Browsers".

mod state;

mod portal;

mod input;

mod command;

mod starting;

mod awaiting;

mod session;

mod renewal;

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
pub use state::{Failed, FlowState};
pub use turn::{Trouble, Turn};

/// So long a call may take before the shell gives it up as [unreachable](crate::answer::CallError::unreachable).
pub const CALL_TIMEOUT_SECONDS: u32 = 30;

/// A sign-in, from nobody to a session and back.
#[derive(Debug)]
pub struct DeviceFlow {
    memory: Memory,
    state: FlowState,
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

/// Seconds from an answer, brought into what makes sense; `None` where there are none, or not a number.
fn seconds(given: Option<f64>, range: RangeInclusive<i64>) -> Option<TimeDelta> {
    let given = given.filter(|seconds| seconds.is_finite())?;
    Some(TimeDelta::seconds((given.ceil() as i64).clamp(*range.start(), *range.end())))
}

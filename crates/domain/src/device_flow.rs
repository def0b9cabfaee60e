//! Signing in with the device flow (RFC 8628), as a state machine without I/O.
//!
//! Not here: HTTP, timers, a clock. [`DeviceFlow::step`] takes what happened and what time it is, and gives the next
//! state and what to do. An input that makes no sense in a state changes nothing; neither does a late answer, which
//! is known by its [`Attempt`].
//!
//! - [`portal`](Portal): what the sign-in is for.
//! - [`input`](Input) and [`command`](Command): what comes in and what goes out.
//! - [`state`](FlowState): where it stands, and which input moves it where.
//! - `register`, `poll`, `session`: the states, in the order of a sign-in.
//! - `failure`: [`SignedOutReason`], [`FlowFailure`].
//! - `retry`: an answer or a timer, never both; [`Retrying`].
//!
//! Source: RFC 8628; AWS's service model for `sso-oidc`.

mod state;

mod portal;

mod input;

mod command;

mod register;

mod poll;

mod session;

mod failure;

mod registration;

mod retry;

#[cfg(test)]
mod tests;

use crate::attempt::Attempt;
use crate::aws::Request;
use chrono::{DateTime, TimeDelta, Utc};
use retry::Pending;
use std::ops::RangeInclusive;

pub use command::Command;
pub use failure::{FlowFailure, LogoutState, SignedOutReason};
pub use input::Input;
pub use poll::AwaitingApproval;
pub use portal::Portal;
pub use register::Starting;
pub use retry::Retrying;
pub use session::Session;
pub use state::FlowState;

/// A sign-in, from nobody to a session and back.
#[derive(Debug)]
pub struct DeviceFlow {
    context: FlowContext,
    state: FlowState,
}

/// Nobody signed in. One for the life of the page: it knows the registrations made so far and counts attempts.
impl Default for DeviceFlow {
    fn default() -> DeviceFlow {
        DeviceFlow {
            context: FlowContext::default(),
            state: FlowState::SignedOut(SignedOutReason::Fresh),
        }
    }
}

impl DeviceFlow {
    /// Where it stands.
    pub fn state(&self) -> &FlowState {
        &self.state
    }

    /// The session, while somebody is signed in.
    pub fn session(&self) -> Option<&Session> {
        match &self.state {
            FlowState::SignedIn(session) => Some(session),
            _ => None,
        }
    }

    /// The next state, and what to do now.
    #[must_use]
    pub fn step(self, input: Input, now: DateTime<Utc>) -> (DeviceFlow, Vec<Command>) {
        let DeviceFlow { mut context, state } = self;
        context.now = now;
        let (state, commands) = state.step(input, &mut context);
        (DeviceFlow { context, state }, commands)
    }
}

/// What outlives a sign-in, and the time.
#[derive(Debug, Default)]
struct FlowContext {
    attempts: Attempt,
    registrations: registration::Registrations,
    /// The time of the present step.
    now: DateTime<Utc>,
}

/// A state, and what to do on entering it.
type Step = (FlowState, Vec<Command>);

impl FlowContext {
    fn ask(
        &mut self,
        command: fn(Attempt, Request) -> Command,
        request: Request,
    ) -> (Pending, Command) {
        let attempt = self.attempts.bump();
        (Pending::Answer { attempt, since: self.now }, command(attempt, request))
    }

    fn wait_until(&mut self, at: DateTime<Utc>) -> (Pending, Command) {
        let attempt = self.attempts.bump();
        (Pending::Timer { attempt, since: self.now, at }, Command::WakeAt { attempt, at })
    }

    fn begin(&mut self, portal: Portal) -> Step {
        let known = self.registrations.find(&portal, self.now);
        Starting::begin(portal, known, register::Renewed::No, self)
    }
}

/// Seconds from an answer, brought into what makes sense.
fn seconds(given: Option<i64>, range: RangeInclusive<i64>) -> Option<TimeDelta> {
    given.map(|given| TimeDelta::seconds(given.clamp(*range.start(), *range.end())))
}

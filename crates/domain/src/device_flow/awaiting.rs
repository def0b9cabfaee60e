//! The code is on the screen: polling until the person has approved, denied, or let the code run out.
//!
//! Not here: opening AWS's page, and judging its address. Two polls are always at least the interval apart, from an
//! answer to the next request; the end of the code is a time on our own clock, counted from when it was asked for.
//!
//! Source: RFC 8628 3.2 to 3.5; FACTS "The seven calls", "Errors", "The wrong region".

use super::command::{Command, PollRequest};
use super::exits::FlowFailure;
use super::portal::Portal;
use super::registration::Registration;
use super::session::Session;
use super::starting::{Registering, Renewed};
use super::turn::{Trouble, Turn, may_pass};
use super::{FlowState, Memory, Step, seconds};
use crate::Secret;
use crate::answer::{Answer, CallFailure};
use crate::attempt::Attempt;
use crate::wire::{CreateTokenResponse, StartDeviceAuthorizationResponse};
use chrono::{DateTime, TimeDelta, Utc};
use std::rc::Rc;

/// Where the answer has no interval (RFC 8628 3.2).
const DEFAULT_INTERVAL: TimeDelta = TimeDelta::seconds(5);
/// What `slow_down` adds (RFC 8628 3.5).
const SLOW_DOWN: TimeDelta = TimeDelta::seconds(5);
/// Where the answer has no lifetime, though RFC 8628 demands one: what AWS gives.
const DEFAULT_LIFETIME: TimeDelta = TimeDelta::minutes(10);
/// Backing off goes no further: a network that is back should not be waited for longer.
const MOST_BACK_OFF: TimeDelta = TimeDelta::seconds(30);
/// So long after the code was shown, a region that is wrong is likelier than a person who is slow.
const WRONG_REGION_AFTER: TimeDelta = TimeDelta::minutes(1);

/// A code that waits for its approval.
#[derive(Debug)]
pub struct Awaiting {
    portal: Portal,
    registration: Rc<Registration>,
    renewed: Renewed,
    device_code: Secret,
    user_code: String,
    verification_uri: String,
    verification_uri_complete: Option<String>,
    started_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    interval: TimeDelta,
    /// No poll before this, whatever wakes us.
    earliest: DateTime<Utc>,
    turn: Turn,
    trouble: Option<Trouble>,
}

/// A code just fetched, and what it was fetched with.
pub(super) struct Code {
    pub(super) portal: Portal,
    pub(super) registration: Rc<Registration>,
    pub(super) renewed: Renewed,
    pub(super) response: StartDeviceAuthorizationResponse,
}

impl Awaiting {
    pub(super) fn begin(
        code: Code,
        asked_at: DateTime<Utc>,
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> Step {
        let Code { portal, registration, renewed, response } = code;
        let interval = seconds(response.interval, 1..=60).unwrap_or(DEFAULT_INTERVAL);
        let lifetime = seconds(response.expires_in, 1..=86_400).unwrap_or(DEFAULT_LIFETIME);
        let expires_at = asked_at + lifetime;
        let earliest = now + interval;
        let (turn, command) = memory.wait_until(earliest.min(expires_at));
        let state = Awaiting {
            portal,
            registration,
            renewed,
            device_code: response.device_code,
            user_code: response.user_code,
            verification_uri: response.verification_uri,
            verification_uri_complete: response.verification_uri_complete,
            started_at: now,
            expires_at,
            interval,
            earliest,
            turn,
            trouble: None,
        };
        (FlowState::AwaitingApproval(state), vec![command])
    }

    /// The alarm rang, at its time or long after: one poll, however long it was. At the code's end the answer to a
    /// last poll decides, where one is allowed.
    pub(super) fn due(self, memory: &mut Memory, now: DateTime<Utc>) -> Step {
        if now < self.earliest {
            return self.over();
        }
        let (turn, command) = memory.ask(now, |attempt| Command::Poll {
            attempt,
            request: PollRequest::new(&self.registration, &self.device_code),
        });
        (FlowState::AwaitingApproval(Awaiting { turn, ..self }), vec![command])
    }

    /// The person is back, perhaps with the approval: ask as soon as the interval allows.
    pub(super) fn came_back(self, memory: &mut Memory, now: DateTime<Utc>) -> Step {
        let earliest = self.earliest;
        match self.turn {
            Turn::Asking { .. } => (FlowState::AwaitingApproval(self), vec![]),
            Turn::Waiting { .. } if now >= earliest => self.due(memory, now),
            Turn::Waiting { .. } => self.wait_until(earliest, memory),
        }
    }

    pub(super) fn polled(
        self,
        answer: Answer<CreateTokenResponse>,
        asked: (Attempt, DateTime<Utc>),
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> Step {
        let error = match answer {
            Ok(token) => {
                let Awaiting { portal, registration, .. } = self;
                return Session::begin(portal, registration, token, asked, memory, now);
            }
            Err(error) => error,
        };
        match error.kind {
            CallFailure::AuthorizationPending => {
                Awaiting { trouble: None, ..self }.go_on(memory, now)
            }
            CallFailure::SlowDown => {
                let interval = self.interval + SLOW_DOWN;
                Awaiting { interval, trouble: None, ..self }.go_on(memory, now)
            }
            CallFailure::InvalidClient => {
                memory.registrations.forget(&self.registration);
                match self.renewed {
                    Renewed::No => Registering::begin(self.portal, Renewed::AfterCode, memory, now),
                    Renewed::BeforeCode | Renewed::AfterCode => {
                        FlowState::failed(self.portal, FlowFailure::of(error))
                    }
                }
            }
            _ if may_pass(&error) => {
                let trouble = Some(Trouble::after(self.trouble, error, now));
                Awaiting { trouble, ..self }.go_on(memory, now)
            }
            _ => FlowState::failed(self.portal, FlowFailure::of(error)),
        }
    }

    /// Waits for the next poll, or for the code's end where that is sooner.
    fn go_on(self, memory: &mut Memory, now: DateTime<Utc>) -> Step {
        if now >= self.expires_at {
            return self.over();
        }
        let earliest = now + self.interval;
        let due = match &self.trouble {
            Some(trouble) => now + trouble.back_off(self.interval, MOST_BACK_OFF),
            None => earliest,
        };
        Awaiting { earliest, ..self }.wait_until(due.max(earliest), memory)
    }

    fn wait_until(self, due: DateTime<Utc>, memory: &mut Memory) -> Step {
        let (turn, command) = memory.wait_until(due.min(self.expires_at));
        (FlowState::AwaitingApproval(Awaiting { turn, ..self }), vec![command])
    }

    fn over(self) -> Step {
        let trouble = self.trouble.map(Trouble::into_error);
        FlowState::failed(self.portal, FlowFailure::Expired(trouble))
    }

    /// Where to.
    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    /// What the person compares, and types where the address does not hold it. Show it large.
    pub fn user_code(&self) -> &str {
        &self.user_code
    }

    /// Where the person goes, as AWS gave it. Not judged: see FACTS "Two endpoint families".
    pub fn verification_uri(&self) -> &str {
        &self.verification_uri
    }

    /// The same with the code in it, where AWS gave one.
    pub fn verification_uri_complete(&self) -> Option<&str> {
        self.verification_uri_complete.as_deref()
    }

    /// When the code came.
    pub fn started_at(&self) -> DateTime<Utc> {
        self.started_at
    }

    /// When the code runs out, on our clock.
    pub fn expires_at(&self) -> DateTime<Utc> {
        self.expires_at
    }

    /// The time between two polls, as AWS wants it by now.
    pub fn interval(&self) -> TimeDelta {
        self.interval
    }

    /// Whether a poll is under way, or when the next is due.
    pub fn turn(&self) -> Turn {
        self.turn
    }

    /// What stands in the way of polling.
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// Whether this code stands in place of one that the person has seen and that is void now.
    pub fn replaces_a_code(&self) -> bool {
        self.renewed == Renewed::AfterCode
    }

    /// How long the person has waited with this code.
    pub fn waited(&self, now: DateTime<Utc>) -> TimeDelta {
        (now - self.started_at).max(TimeDelta::zero())
    }

    /// How long the code still holds.
    pub fn remaining(&self, now: DateTime<Utc>) -> TimeDelta {
        (self.expires_at - now).max(TimeDelta::zero())
    }

    /// Whether it is time to ask: "Does AWS show *Invalid grant* or *Invalid code*?"
    pub fn may_be_the_wrong_region(&self, now: DateTime<Utc>) -> bool {
        self.waited(now) >= WRONG_REGION_AFTER
    }
}

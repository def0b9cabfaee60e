//! The code is on the screen: polling until the person has approved, denied, or let the code run out.
//!
//! Two polls are always at least the interval apart, from an answer to the next request; the code ends when AWS says
//! so, or when its lifetime was waited for; a clock that is set does not count.
//!
//! Source: RFC 8628 3.2 to 3.5; aws-cli 5058, granted 385 (the wrong region).

use super::command::Command;
use super::failure::FlowFailure;
use super::portal::Portal;
use super::register::{Renewed, Starting};
use super::registration::Registration;
use super::retry::{Pending, Retrying, may_pass};
use super::session::Session;
use super::{FlowContext, FlowState, Step, seconds};
use crate::attempt::Attempt;
use crate::aws::model::{CreateTokenResponse, StartDeviceAuthorizationResponse};
use crate::aws::{Answer, ErrorKind};
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
pub struct AwaitingApproval {
    pub(super) portal: Portal,
    registration: Rc<Registration>,
    renewed: Renewed,
    code: StartDeviceAuthorizationResponse,
    shown_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    lifetime: TimeDelta,
    /// How much of the lifetime was waited for until what is pending now.
    waited: TimeDelta,
    /// The time between two polls, as AWS wants it by now.
    pub(super) interval: TimeDelta,
    /// No poll before this, whatever wakes us.
    earliest: DateTime<Utc>,
    pub(super) pending: Pending,
    retrying: Option<Retrying>,
}

impl AwaitingApproval {
    pub(super) fn begin(
        portal: Portal,
        registration: Rc<Registration>,
        renewed: Renewed,
        (code, asked_at): (StartDeviceAuthorizationResponse, DateTime<Utc>),
        context: &mut FlowContext,
    ) -> Step {
        let interval = seconds(code.interval, 1..=60).unwrap_or(DEFAULT_INTERVAL);
        let lifetime = seconds(code.expires_in, 1..=86_400).unwrap_or(DEFAULT_LIFETIME);
        let expires_at = asked_at + lifetime;
        let earliest = context.now + interval;
        let (pending, command) = context.wait_until(earliest.min(expires_at));
        let state = AwaitingApproval {
            portal,
            registration,
            renewed,
            code,
            shown_at: context.now,
            expires_at,
            lifetime,
            waited: (context.now - asked_at).clamp(TimeDelta::zero(), lifetime),
            interval,
            earliest,
            pending,
            retrying: None,
        };
        (FlowState::AwaitingApproval(state), vec![command])
    }

    /// The timer rang, at its time or long after: one poll, however long it was. At the code's end the answer to a
    /// last poll decides, where one is allowed.
    pub(super) fn due(self, context: &mut FlowContext) -> Step {
        let waited = self.waited(context.now);
        let wait = self.earliest - context.now;
        // A longer wait than the interval is left from before the clock was set back.
        if TimeDelta::zero() < wait && wait <= self.interval {
            let (is_over, earliest) = (waited >= self.lifetime, self.earliest);
            return if is_over { self.over() } else { self.wait_until(earliest, context) };
        }
        let request = self.registration.poll(&self.code.device_code);
        let (pending, command) = context.ask(Command::Poll, request);
        let state = AwaitingApproval { pending, waited, ..self };
        (FlowState::AwaitingApproval(state), vec![command])
    }

    /// The person is back, perhaps with the approval: ask as soon as the interval allows.
    pub(super) fn came_back(self, context: &mut FlowContext) -> Step {
        let earliest = self.earliest.min(context.now + self.interval);
        match self.pending {
            Pending::Answer { .. } => (FlowState::AwaitingApproval(self), vec![]),
            Pending::Timer { .. } if context.now >= earliest => self.due(context),
            Pending::Timer { .. } => {
                let due = earliest.min(self.expires_at);
                self.wait_until(due, context)
            }
        }
    }

    pub(super) fn polled(
        self,
        answer: Answer<CreateTokenResponse>,
        asked: (Attempt, DateTime<Utc>),
        context: &mut FlowContext,
    ) -> Step {
        let error = match answer {
            Ok(token) => {
                let AwaitingApproval { portal, registration, .. } = self;
                return Session::begin(portal, registration, token, asked, context);
            }
            Err(error) => error,
        };
        match error.kind {
            ErrorKind::AuthorizationPending => {
                AwaitingApproval { retrying: None, ..self }.go_on(context)
            }
            ErrorKind::SlowDown => {
                let interval = self.interval + SLOW_DOWN;
                AwaitingApproval { interval, retrying: None, ..self }.go_on(context)
            }
            ErrorKind::InvalidClient => {
                context.registrations.forget(&self.registration);
                match self.renewed {
                    Renewed::No => Starting::begin(self.portal, None, Renewed::AfterCode, context),
                    Renewed::BeforeCode | Renewed::AfterCode => {
                        FlowState::failed(self.portal, FlowFailure::of(error))
                    }
                }
            }
            _ if may_pass(&error) => {
                let retrying = Some(Retrying::after(self.retrying, error));
                AwaitingApproval { retrying, ..self }.go_on(context)
            }
            _ => FlowState::failed(self.portal, FlowFailure::of(error)),
        }
    }

    /// Waits for the next poll, or for the code's end where that is sooner. A code that AWS still waits for ends with
    /// the time that was waited, not with a clock that was set forward or back.
    fn go_on(self, context: &mut FlowContext) -> Step {
        let waited = self.waited(context.now);
        let is_past = context.now >= self.expires_at;
        if waited >= self.lifetime || (is_past && self.retrying.is_some()) {
            return self.over();
        }
        let by_waiting = context.now + (self.lifetime - waited);
        let expires_at = if is_past { by_waiting } else { self.expires_at.min(by_waiting) };
        let earliest = context.now + self.interval;
        let due = match &self.retrying {
            Some(retrying) => context.now + retrying.back_off(self.interval, MOST_BACK_OFF),
            None => earliest,
        };
        let due = due.max(earliest).min(expires_at);
        AwaitingApproval { earliest, expires_at, ..self }.wait_until(due, context)
    }

    fn wait_until(self, due: DateTime<Utc>, context: &mut FlowContext) -> Step {
        let waited = self.waited(context.now);
        let (pending, command) = context.wait_until(due);
        let state = AwaitingApproval { pending, waited, ..self };
        (FlowState::AwaitingApproval(state), vec![command])
    }

    fn waited(&self, now: DateTime<Utc>) -> TimeDelta {
        self.waited + self.pending.elapsed(now)
    }

    fn over(self) -> Step {
        let retrying = self.retrying.map(|retrying| retrying.error);
        FlowState::failed(self.portal, FlowFailure::Expired(retrying))
    }

    /// Where to.
    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    /// What the person compares, and types where the address does not hold it. Show it large.
    pub fn user_code(&self) -> &str {
        &self.code.user_code
    }

    /// Where the person goes, as AWS gave it. Not judged: its forms change (aws-cli 10507).
    pub fn verification_uri(&self) -> &str {
        &self.code.verification_uri
    }

    /// The same with the code in it, where AWS gave one.
    pub fn verification_uri_complete(&self) -> Option<&str> {
        self.code.verification_uri_complete.as_deref()
    }

    /// What stands in the way of polling.
    pub fn retrying(&self) -> Option<&Retrying> {
        self.retrying.as_ref()
    }

    /// Whether this code stands in place of one that the person has seen and that is void now.
    pub fn replaces_a_code(&self) -> bool {
        self.renewed == Renewed::AfterCode
    }

    /// How long the code holds in all.
    pub fn lifetime(&self) -> TimeDelta {
        self.lifetime
    }

    /// How long the code still holds.
    pub fn remaining(&self, now: DateTime<Utc>) -> TimeDelta {
        let by_waiting = self.lifetime - self.waited(now);
        by_waiting.min(self.expires_at - now).max(TimeDelta::zero())
    }

    /// Whether it is time to ask: "Does AWS show *Invalid grant* or *Invalid code*?"
    pub fn may_be_the_wrong_region(&self, now: DateTime<Utc>) -> bool {
        self.waited(now).max(now - self.shown_at) >= WRONG_REGION_AFTER
    }
}

//! The first two steps: registering a client, and asking for a code.
//!
//! Either call is made again a few times when the network or the service fails; a registration that AWS does not know
//! any more is made anew once, silently.

use super::command::Command;
use super::failure::FlowFailure;
use super::poll::{AwaitingApproval, Code};
use super::portal::Portal;
use super::registration::Registration;
use super::retry::{Pending, Retrying, may_pass};
use super::{FlowContext, FlowState, Step};
use crate::aws::model::{RegisterClientResponse, StartDeviceAuthorizationResponse};
use crate::aws::{Answer, CallError, ErrorKind};
use chrono::{DateTime, TimeDelta, Utc};
use std::rc::Rc;

/// After so many failures in a row the person is told and decides.
const MOST_TRIES: u32 = 4;
/// The first back-off is twice this.
const BACK_OFF: TimeDelta = TimeDelta::milliseconds(500);
const MOST_BACK_OFF: TimeDelta = TimeDelta::seconds(30);

/// Whether this sign-in has made its registration anew, which it does once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Renewed {
    /// Not yet.
    No,
    /// Before the person saw a code.
    BeforeCode,
    /// After: the code that they saw first is void.
    AfterCode,
}

/// Waiting for RegisterClient.
#[derive(Debug)]
pub struct Registering {
    portal: Portal,
    renewed: Renewed,
    pending: Pending,
    retrying: Option<Retrying>,
}

/// Waiting for StartDeviceAuthorization.
#[derive(Debug)]
pub struct Authorizing {
    portal: Portal,
    renewed: Renewed,
    registration: Rc<Registration>,
    pending: Pending,
    retrying: Option<Retrying>,
}

impl Registering {
    pub(super) fn begin(
        portal: Portal,
        renewed: Renewed,
        context: &mut FlowContext,
        now: DateTime<Utc>,
    ) -> Step {
        let request = Registration::request(&portal);
        let (pending, command) = context.ask(Command::Register, request, now);
        let state = Registering { portal, renewed, pending, retrying: None };
        (FlowState::Registering(state), vec![command])
    }

    pub(super) fn answered(
        self,
        answer: Answer<RegisterClientResponse>,
        context: &mut FlowContext,
        now: DateTime<Utc>,
    ) -> Step {
        match answer {
            Ok(response) => {
                let registration = Rc::new(Registration::new(&self.portal, response));
                context.registrations.keep(Rc::clone(&registration));
                Authorizing::begin(self.portal, registration, self.renewed, context, now)
            }
            Err(error) => match retry(self.retrying, error, context, now) {
                Ok((retrying, pending, command)) => {
                    let state = Registering { pending, retrying: Some(retrying), ..self };
                    (FlowState::Registering(state), vec![command])
                }
                Err(error) => FlowState::failed(self.portal, FlowFailure::of(error)),
            },
        }
    }

    pub(super) fn ask_again(self, context: &mut FlowContext, now: DateTime<Utc>) -> Step {
        let request = Registration::request(&self.portal);
        let (pending, command) = context.ask(Command::Register, request, now);
        (FlowState::Registering(Registering { pending, ..self }), vec![command])
    }

    /// Where to.
    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    pub(super) fn pending(&self) -> Pending {
        self.pending
    }

    /// What stands in the way.
    pub fn retrying(&self) -> Option<&Retrying> {
        self.retrying.as_ref()
    }
}

impl Authorizing {
    pub(super) fn begin(
        portal: Portal,
        registration: Rc<Registration>,
        renewed: Renewed,
        context: &mut FlowContext,
        now: DateTime<Utc>,
    ) -> Step {
        let request = registration.authorize(&portal.start_url);
        let (pending, command) = context.ask(Command::Authorize, request, now);
        let state = Authorizing { portal, renewed, registration, pending, retrying: None };
        (FlowState::Authorizing(state), vec![command])
    }

    pub(super) fn answered(
        self,
        answer: Answer<StartDeviceAuthorizationResponse>,
        asked_at: DateTime<Utc>,
        context: &mut FlowContext,
        now: DateTime<Utc>,
    ) -> Step {
        let error = match answer {
            Ok(response) => {
                let Authorizing { portal, registration, renewed, .. } = self;
                let code = Code { portal, registration, renewed, response };
                return AwaitingApproval::begin(code, asked_at, context, now);
            }
            Err(error) => error,
        };
        if error.kind == ErrorKind::InvalidClient {
            context.registrations.forget(&self.registration);
            return match self.renewed {
                Renewed::No => Registering::begin(self.portal, Renewed::BeforeCode, context, now),
                Renewed::BeforeCode | Renewed::AfterCode => {
                    FlowState::failed(self.portal, FlowFailure::of(error))
                }
            };
        }
        match retry(self.retrying, error, context, now) {
            Ok((retrying, pending, command)) => {
                let state = Authorizing { pending, retrying: Some(retrying), ..self };
                (FlowState::Authorizing(state), vec![command])
            }
            Err(error) => FlowState::failed(self.portal, FlowFailure::of(error)),
        }
    }

    pub(super) fn ask_again(self, context: &mut FlowContext, now: DateTime<Utc>) -> Step {
        let request = self.registration.authorize(&self.portal.start_url);
        let (pending, command) = context.ask(Command::Authorize, request, now);
        (FlowState::Authorizing(Authorizing { pending, ..self }), vec![command])
    }

    /// Where to.
    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    pub(super) fn pending(&self) -> Pending {
        self.pending
    }

    /// What stands in the way.
    pub fn retrying(&self) -> Option<&Retrying> {
        self.retrying.as_ref()
    }
}

/// Another try after a back-off, or the error back where there is no sense in one.
fn retry(
    before: Option<Retrying>,
    error: CallError,
    context: &mut FlowContext,
    now: DateTime<Utc>,
) -> Result<(Retrying, Pending, Command), CallError> {
    if !may_pass(&error) {
        return Err(error);
    }
    let retrying = Retrying::after(before, error, now);
    if retrying.failures() >= MOST_TRIES {
        return Err(retrying.into_error());
    }
    let (pending, command) =
        context.wait_until(now + retrying.back_off(BACK_OFF, MOST_BACK_OFF), now);
    Ok((retrying, pending, command))
}

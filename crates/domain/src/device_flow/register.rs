//! The first two steps: registering a client, and asking for a code.
//!
//! Either call is made again a few times when the network or the service fails; a registration that AWS does not know
//! any more is made anew once, silently.

use super::command::Command;
use super::failure::FlowFailure;
use super::poll::AwaitingApproval;
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
    No,
    /// Before the person saw a code.
    BeforeCode,
    /// After: the code that they saw first is void.
    AfterCode,
}

/// On the way to a code.
#[derive(Debug)]
pub struct Starting {
    pub(super) portal: Portal,
    pub(super) renewed: Renewed,
    /// What a code is asked for with; without one, RegisterClient is asked first.
    pub(super) registration: Option<Rc<Registration>>,
    pub(super) pending: Pending,
    pub(super) retrying: Option<Retrying>,
}

impl Starting {
    pub(super) fn begin(
        portal: Portal,
        registration: Option<Rc<Registration>>,
        renewed: Renewed,
        context: &mut FlowContext,
    ) -> Step {
        let (pending, command) = ask(&portal, registration.as_deref(), context);
        let state = Starting { portal, renewed, registration, pending, retrying: None };
        (FlowState::Starting(state), vec![command])
    }

    pub(super) fn ask_again(self, context: &mut FlowContext) -> Step {
        let (pending, command) = ask(&self.portal, self.registration.as_deref(), context);
        (FlowState::Starting(Starting { pending, ..self }), vec![command])
    }

    pub(super) fn registered(
        self,
        answer: Answer<RegisterClientResponse>,
        context: &mut FlowContext,
    ) -> Step {
        match answer {
            Ok(response) => {
                let registration = Rc::new(Registration::new(&self.portal, response));
                context.registrations.keep(Rc::clone(&registration));
                Starting::begin(self.portal, Some(registration), self.renewed, context)
            }
            Err(error) => self.failed(error, context),
        }
    }

    pub(super) fn authorized(
        self,
        answer: Answer<StartDeviceAuthorizationResponse>,
        asked_at: DateTime<Utc>,
        context: &mut FlowContext,
    ) -> Step {
        let code = match answer {
            Ok(code) => (code, asked_at),
            Err(error) => return self.failed(error, context),
        };
        let Some(registration) = self.registration else {
            return (FlowState::Starting(self), vec![]);
        };
        AwaitingApproval::begin(self.portal, registration, self.renewed, code, context)
    }

    /// Another registration, or another try after a back-off, where there is sense in one.
    fn failed(self, error: CallError, context: &mut FlowContext) -> Step {
        if error.kind == ErrorKind::InvalidClient
            && let Some(dead) = &self.registration
        {
            context.registrations.forget(dead);
            if self.renewed == Renewed::No {
                return Starting::begin(self.portal, None, Renewed::BeforeCode, context);
            }
        }
        if !may_pass(&error) {
            return FlowState::failed(self.portal, FlowFailure::of(error));
        }
        let retrying = Retrying::after(self.retrying, error);
        if retrying.failures >= MOST_TRIES {
            return FlowState::failed(self.portal, FlowFailure::of(retrying.error));
        }
        let at = context.now + retrying.back_off(BACK_OFF, MOST_BACK_OFF);
        let (pending, command) = context.wait_until(at);
        let state = Starting { pending, retrying: Some(retrying), ..self };
        (FlowState::Starting(state), vec![command])
    }
}

fn ask(
    portal: &Portal,
    registration: Option<&Registration>,
    context: &mut FlowContext,
) -> (Pending, Command) {
    match registration {
        Some(known) => context.ask(Command::Authorize, known.authorize(&portal.start_url)),
        None => context.ask(Command::Register, Registration::request(portal)),
    }
}

//! The first two steps: registering a client, and asking for a code.
//!
//! Not here: waiting for the approval ([`super::awaiting`]). Either call is made again a few times when the network
//! or the service fails; a registration that AWS does not know any more is made anew once, silently.

use super::awaiting::{Awaiting, Code};
use super::command::{AuthorizeRequest, Command, RegisterRequest};
use super::exits::FlowFailure;
use super::portal::Portal;
use super::registration::Registration;
use super::turn::{Trouble, Turn, may_pass};
use super::{FlowState, Memory, Step};
use crate::answer::{Answer, CallError, CallFailure};
use crate::wire::{RegisterClientResponse, StartDeviceAuthorizationResponse};
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
    since: DateTime<Utc>,
    turn: Turn,
    trouble: Option<Trouble>,
}

/// Waiting for StartDeviceAuthorization.
#[derive(Debug)]
pub struct Authorizing {
    portal: Portal,
    renewed: Renewed,
    registration: Rc<Registration>,
    since: DateTime<Utc>,
    turn: Turn,
    trouble: Option<Trouble>,
}

impl Registering {
    pub(super) fn begin(
        portal: Portal,
        renewed: Renewed,
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> Step {
        let (turn, command) = memory.ask(now, |attempt| Command::Register {
            attempt,
            request: RegisterRequest::new(&portal),
        });
        let state = Registering { portal, renewed, since: now, turn, trouble: None };
        (FlowState::Registering(state), vec![command])
    }

    pub(super) fn answered(
        self,
        answer: Answer<RegisterClientResponse>,
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> Step {
        match answer {
            Ok(response) => {
                let registration = Rc::new(Registration::new(&self.portal, response));
                memory.registrations.keep(Rc::clone(&registration));
                Authorizing::begin(self.portal, registration, self.renewed, memory, now)
            }
            Err(error) => match retry(self.trouble, error, memory, now) {
                Ok((trouble, turn, command)) => {
                    let state = Registering { turn, trouble: Some(trouble), ..self };
                    (FlowState::Registering(state), vec![command])
                }
                Err(error) => FlowState::failed(self.portal, FlowFailure::of(error)),
            },
        }
    }

    pub(super) fn ask_again(self, memory: &mut Memory, now: DateTime<Utc>) -> Step {
        let (turn, command) = memory.ask(now, |attempt| Command::Register {
            attempt,
            request: RegisterRequest::new(&self.portal),
        });
        (FlowState::Registering(Registering { turn, ..self }), vec![command])
    }

    /// Where to.
    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    /// When it began: nothing need be shown before half a second.
    pub fn since(&self) -> DateTime<Utc> {
        self.since
    }

    /// Whose turn it is.
    pub fn turn(&self) -> Turn {
        self.turn
    }

    /// What stands in the way.
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }
}

impl Authorizing {
    pub(super) fn begin(
        portal: Portal,
        registration: Rc<Registration>,
        renewed: Renewed,
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> Step {
        let (turn, command) = memory.ask(now, |attempt| Command::Authorize {
            attempt,
            request: AuthorizeRequest::new(&registration, &portal),
        });
        let state = Authorizing { portal, renewed, registration, since: now, turn, trouble: None };
        (FlowState::Authorizing(state), vec![command])
    }

    pub(super) fn answered(
        self,
        answer: Answer<StartDeviceAuthorizationResponse>,
        asked_at: DateTime<Utc>,
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> Step {
        let error = match answer {
            Ok(response) => {
                let Authorizing { portal, registration, renewed, .. } = self;
                let code = Code { portal, registration, renewed, response };
                return Awaiting::begin(code, asked_at, memory, now);
            }
            Err(error) => error,
        };
        if error.kind == CallFailure::InvalidClient {
            memory.registrations.forget(&self.registration);
            return match self.renewed {
                Renewed::No => Registering::begin(self.portal, Renewed::BeforeCode, memory, now),
                Renewed::BeforeCode | Renewed::AfterCode => {
                    FlowState::failed(self.portal, FlowFailure::of(error))
                }
            };
        }
        match retry(self.trouble, error, memory, now) {
            Ok((trouble, turn, command)) => {
                let state = Authorizing { turn, trouble: Some(trouble), ..self };
                (FlowState::Authorizing(state), vec![command])
            }
            Err(error) => FlowState::failed(self.portal, FlowFailure::of(error)),
        }
    }

    pub(super) fn ask_again(self, memory: &mut Memory, now: DateTime<Utc>) -> Step {
        let (turn, command) = memory.ask(now, |attempt| Command::Authorize {
            attempt,
            request: AuthorizeRequest::new(&self.registration, &self.portal),
        });
        (FlowState::Authorizing(Authorizing { turn, ..self }), vec![command])
    }

    /// Where to.
    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    /// When it began: nothing need be shown before half a second.
    pub fn since(&self) -> DateTime<Utc> {
        self.since
    }

    /// Whose turn it is.
    pub fn turn(&self) -> Turn {
        self.turn
    }

    /// What stands in the way.
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }
}

/// Another try after a back-off, or the error back where there is no sense in one.
fn retry(
    before: Option<Trouble>,
    error: CallError,
    memory: &mut Memory,
    now: DateTime<Utc>,
) -> Result<(Trouble, Turn, Command), CallError> {
    if !may_pass(&error) {
        return Err(error);
    }
    let trouble = Trouble::after(before, error, now);
    if trouble.failures() >= MOST_TRIES {
        return Err(trouble.into_error());
    }
    let (turn, command) = memory.wait_until(now + trouble.back_off(BACK_OFF, MOST_BACK_OFF));
    Ok((trouble, turn, command))
}

//! Signed in: one access token at a time, refreshed before its end where AWS gave the means.
//!
//! Not here: what the token is used for. Whoever uses it tells by its number when the portal refuses it; the session
//! is refreshed once for that, and ends if the fresh token is refused too.
//!
//! Source: FACTS "The seven calls", "Errors"; RFC 6749 6.

use super::command::{Command, LogoutRequest};
use super::exits::{Farewell, SignedOutReason};
use super::portal::Portal;
use super::registration::Registration;
use super::renewal::{Cause, Origin, Renewal, Running};
use super::turn::{Trouble, Turn, may_pass};
use super::{FlowState, Memory, Step, seconds};
use crate::Secret;
use crate::answer::{Answer, CallFailure};
use crate::attempt::Attempt;
use crate::wire::CreateTokenResponse;
use chrono::{DateTime, TimeDelta, Utc};
use std::rc::Rc;

/// Where the answer has no lifetime: what AWS gives with the usual scope.
const DEFAULT_LIFETIME: TimeDelta = TimeDelta::hours(1);

/// A person's session at a portal.
#[derive(Debug)]
pub struct Session {
    portal: Portal,
    registration: Rc<Registration>,
    signed_in_at: DateTime<Utc>,
    token: Token,
    renewal: Renewal,
}

#[derive(Debug)]
struct Token {
    /// The number of the request that brought it.
    number: Attempt,
    text: Secret,
    expires_at: DateTime<Utc>,
    origin: Origin,
}

/// Whether the token can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Yes.
    Good,
    /// Yes, while the next one is being fetched.
    Refreshing,
    /// No: it was refused or is over. Hold calls back until there is another, or nobody is signed in.
    Lapsed,
}

impl Session {
    pub(super) fn begin(
        portal: Portal,
        registration: Rc<Registration>,
        response: CreateTokenResponse,
        asked: (Attempt, DateTime<Utc>),
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> Step {
        let (token, refresh_token) = Token::new(response, asked, Origin::Regular);
        let (renewal, command) = Renewal::plan(refresh_token, token.expires_at, memory, now);
        let state = Session { portal, registration, signed_in_at: now, token, renewal };
        (FlowState::SignedIn(state), vec![command])
    }

    /// The alarm rang: refreshes, or ends with the token.
    pub(super) fn due(self, memory: &mut Memory, now: DateTime<Utc>) -> Step {
        let Session { portal, registration, signed_in_at, token, renewal } = self;
        let (renewal, command) = match renewal {
            Renewal::Impossible { .. } => {
                return FlowState::signed_out(SignedOutReason::Expired(None));
            }
            Renewal::Planned { with, .. } => {
                let end = token.expires_at;
                Running::begin(with, Cause::Expiry, end, &registration, memory, now)
            }
            Renewal::Running(running) => running.ask_again(&registration, memory, now),
        };
        let state = Session { portal, registration, signed_in_at, token, renewal };
        (FlowState::SignedIn(state), vec![command])
    }

    /// The portal answered 401 to a call with the token of this number.
    pub(super) fn token_refused(
        self,
        number: Attempt,
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> Step {
        if number != self.token.number {
            return (FlowState::SignedIn(self), vec![]);
        }
        let ended = || FlowState::signed_out(SignedOutReason::SessionEnded(None));
        match (self.token.origin, self.renewal) {
            (Origin::AfterRefusal, _) | (Origin::Regular, Renewal::Impossible { .. }) => ended(),
            (Origin::Regular, Renewal::Planned { with, .. }) => {
                let (end, registration) = (self.token.expires_at, &self.registration);
                let (renewal, command) =
                    Running::begin(with, Cause::Refusal, end, registration, memory, now);
                (FlowState::SignedIn(Session { renewal, ..self }), vec![command])
            }
            (Origin::Regular, Renewal::Running(running)) => {
                let renewal = Renewal::Running(Running { cause: Cause::Refusal, ..running });
                (FlowState::SignedIn(Session { renewal, ..self }), vec![])
            }
        }
    }

    pub(super) fn refreshed(
        self,
        answer: Answer<CreateTokenResponse>,
        asked: (Attempt, DateTime<Utc>),
        memory: &mut Memory,
        now: DateTime<Utc>,
    ) -> Step {
        let Session { portal, registration, signed_in_at, token, renewal } = self;
        let running = match renewal {
            Renewal::Running(running) => running,
            Renewal::Impossible { .. } | Renewal::Planned { .. } => {
                let state = Session { portal, registration, signed_in_at, token, renewal };
                return (FlowState::SignedIn(state), vec![]);
            }
        };
        let (token, (renewal, command)) = match answer {
            Ok(response) => {
                let (token, new) = Token::new(response, asked, running.cause.origin());
                let with = new.or(Some(running.with));
                let plan = Renewal::plan(with, token.expires_at, memory, now);
                (token, plan)
            }
            Err(error) if may_pass(&error) && now < running.give_up_at => {
                (token, running.back_off(error, memory, now))
            }
            Err(error) => {
                if error.kind == CallFailure::InvalidClient {
                    memory.registrations.forget(&registration);
                }
                if let Some(reason) = running.exit(error, token.expires_at, now) {
                    return FlowState::signed_out(reason);
                }
                let plan = Renewal::plan(None, token.expires_at, memory, now);
                (token, plan)
            }
        };
        let state = Session { portal, registration, signed_in_at, token, renewal };
        (FlowState::SignedIn(state), vec![command])
    }

    /// Forgets the token here, and tells AWS.
    pub(super) fn sign_out(self, memory: &mut Memory) -> Step {
        let attempt = memory.attempts.bump();
        let request = LogoutRequest::new(&self.portal, &self.token.text);
        let reason = SignedOutReason::SignedOut(Farewell::Asked(attempt));
        (FlowState::SignedOut(reason), vec![Command::Logout { attempt, request }])
    }

    /// Where.
    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    /// Since when.
    pub fn signed_in_at(&self) -> DateTime<Utc> {
        self.signed_in_at
    }

    /// The access token, for the portal's calls.
    pub fn token(&self) -> &Secret {
        &self.token.text
    }

    /// The present token's number. Take it along with a call, and name it in `TokenRefused`; when a step leaves
    /// another number here, calls that were held back can go on.
    pub fn token_number(&self) -> Attempt {
        self.token.number
    }

    /// When the present token ends, on our clock. The session may end before, or be refreshed.
    pub fn expires_at(&self) -> DateTime<Utc> {
        self.token.expires_at
    }

    /// Whether there is a way to a new token without a new sign-in.
    pub fn refreshes_itself(&self) -> bool {
        match self.renewal {
            Renewal::Impossible { .. } => false,
            Renewal::Planned { .. } | Renewal::Running(_) => true,
        }
    }

    /// Whether the token can be used now.
    pub fn standing(&self, now: DateTime<Utc>) -> Standing {
        match &self.renewal {
            _ if now >= self.token.expires_at => Standing::Lapsed,
            Renewal::Running(running) => match running.cause {
                Cause::Refusal => Standing::Lapsed,
                Cause::Expiry => Standing::Refreshing,
            },
            Renewal::Impossible { .. } | Renewal::Planned { .. } => Standing::Good,
        }
    }

    /// Whose turn it is: a refresh is under way, or an alarm is set for one or for the end.
    pub fn turn(&self) -> Turn {
        match &self.renewal {
            Renewal::Impossible { alarm } | Renewal::Planned { alarm, .. } => *alarm,
            Renewal::Running(running) => running.turn,
        }
    }

    /// What stands in the way of refreshing.
    pub fn trouble(&self) -> Option<&Trouble> {
        match &self.renewal {
            Renewal::Running(running) => running.trouble.as_ref(),
            Renewal::Impossible { .. } | Renewal::Planned { .. } => None,
        }
    }
}

impl Token {
    /// The token, and the means to the next one where there are any.
    fn new(
        response: CreateTokenResponse,
        (number, asked_at): (Attempt, DateTime<Utc>),
        origin: Origin,
    ) -> (Token, Option<Secret>) {
        let CreateTokenResponse { access_token, expires_in, refresh_token } = response;
        let lifetime = seconds(expires_in, 1..=8_640_000).unwrap_or(DEFAULT_LIFETIME);
        let token = Token { number, text: access_token, expires_at: asked_at + lifetime, origin };
        (token, refresh_token.filter(|token| !token.is_empty()))
    }
}

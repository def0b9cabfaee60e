//! Signed in: one access token at a time, refreshed before its end where AWS gave the means.
//!
//! Whoever uses the token tells by its number when the portal refuses it; the session is refreshed once for that, and ends if
//! the fresh token is refused too.
//!
//! Source: AWS's service models for `sso-oidc` and `sso`; RFC 6749 6.

use super::command::Command;
use super::failure::{LogoutState, SignedOutReason};
use super::portal::Portal;
use super::refresh::{Cause, Refresh, Running};
use super::registration::Registration;
use super::retry::{Pending, Retrying, may_pass};
use super::{FlowContext, FlowState, Step, seconds};
use crate::Secret;
use crate::attempt::Attempt;
use crate::aws::model::CreateTokenResponse;
use crate::aws::{Access, Answer, ErrorKind, Operation, Request};
use crate::cache_file::TokenFile;
use crate::entry::{Format, SsoSession};
use chrono::{DateTime, TimeDelta, Utc};
use std::rc::Rc;

/// Where the answer has no lifetime: what AWS gives with the usual scope.
const DEFAULT_LIFETIME: TimeDelta = TimeDelta::hours(1);

/// A person's session at a portal.
#[derive(Debug)]
pub struct Session {
    portal: Portal,
    registration: Rc<Registration>,
    token: Token,
    refresh: Refresh,
}

#[derive(Debug)]
struct Token {
    /// The number of the request that brought it.
    number: Attempt,
    text: Secret,
    expires_at: DateTime<Utc>,
    cause: Cause,
}

impl Session {
    pub(super) fn begin(
        portal: Portal,
        registration: Rc<Registration>,
        response: CreateTokenResponse,
        asked: (Attempt, DateTime<Utc>),
        context: &mut FlowContext,
        now: DateTime<Utc>,
    ) -> Step {
        let (token, refresh_token) = Token::new(response, asked, Cause::Expiry);
        let (refresh, command) = Refresh::plan(refresh_token, token.expires_at, context, now);
        let state = Session { portal, registration, token, refresh };
        (FlowState::SignedIn(state), vec![command])
    }

    /// The alarm rang: refreshes, or ends with the token.
    pub(super) fn due(self, context: &mut FlowContext, now: DateTime<Utc>) -> Step {
        let Session { portal, registration, token, refresh } = self;
        let (refresh, command) = match refresh {
            Refresh::Impossible { .. } => {
                return FlowState::signed_out(SignedOutReason::Expired(None));
            }
            Refresh::Planned { with, .. } => {
                let end = token.expires_at;
                Running::begin(with, Cause::Expiry, end, &registration, context, now)
            }
            Refresh::Running(running) => running.ask_again(&registration, context, now),
        };
        let state = Session { portal, registration, token, refresh };
        (FlowState::SignedIn(state), vec![command])
    }

    /// The portal answered 401 to a call with the token of this number.
    pub(super) fn token_refused(
        self,
        number: Attempt,
        context: &mut FlowContext,
        now: DateTime<Utc>,
    ) -> Step {
        if number != self.token.number {
            return (FlowState::SignedIn(self), vec![]);
        }
        let ended = || FlowState::signed_out(SignedOutReason::SessionEnded(None));
        match (self.token.cause, self.refresh) {
            (Cause::Refusal, _) | (Cause::Expiry, Refresh::Impossible { .. }) => ended(),
            (Cause::Expiry, Refresh::Planned { with, .. }) => {
                let (end, registration) = (self.token.expires_at, &self.registration);
                let (refresh, command) =
                    Running::begin(with, Cause::Refusal, end, registration, context, now);
                (FlowState::SignedIn(Session { refresh, ..self }), vec![command])
            }
            (Cause::Expiry, Refresh::Running(running)) => {
                let refresh = Refresh::Running(Running { cause: Cause::Refusal, ..running });
                (FlowState::SignedIn(Session { refresh, ..self }), vec![])
            }
        }
    }

    pub(super) fn refreshed(
        self,
        answer: Answer<CreateTokenResponse>,
        asked: (Attempt, DateTime<Utc>),
        context: &mut FlowContext,
        now: DateTime<Utc>,
    ) -> Step {
        let Session { portal, registration, token, refresh } = self;
        let running = match refresh {
            Refresh::Running(running) => running,
            Refresh::Impossible { .. } | Refresh::Planned { .. } => {
                let state = Session { portal, registration, token, refresh };
                return (FlowState::SignedIn(state), vec![]);
            }
        };
        let (token, (refresh, command)) = match answer {
            Ok(response) => {
                let (token, new) = Token::new(response, asked, running.cause);
                let with = new.or(Some(running.with));
                let plan = Refresh::plan(with, token.expires_at, context, now);
                (token, plan)
            }
            Err(error) if may_pass(&error) && now < running.give_up_at => {
                (token, running.back_off(error, context, now))
            }
            Err(error) => {
                if error.kind == ErrorKind::InvalidClient {
                    context.registrations.forget(&registration);
                }
                if let Some(reason) = running.exit(error, token.expires_at, now) {
                    return FlowState::signed_out(reason);
                }
                let plan = Refresh::plan(None, token.expires_at, context, now);
                (token, plan)
            }
        };
        let state = Session { portal, registration, token, refresh };
        (FlowState::SignedIn(state), vec![command])
    }

    /// Forgets the token here, and tells AWS.
    pub(super) fn sign_out(self, context: &mut FlowContext) -> Step {
        let attempt = context.attempts.bump();
        let request = Request::portal(Operation::Logout, &self.access(), vec![]);
        let reason = SignedOutReason::SignedOut(LogoutState::Asked(attempt));
        (FlowState::SignedOut(reason), vec![Command::Logout(attempt, request)])
    }

    /// The CLI refreshes it from now on: here it ends with the present token.
    pub(super) fn given_to_cli(self, context: &mut FlowContext, now: DateTime<Utc>) -> Step {
        let (refresh, command) = Refresh::plan(None, self.token.expires_at, context, now);
        (FlowState::SignedIn(Session { refresh, ..self }), vec![command])
    }

    /// The token's file as the AWS CLI writes it after signing in to this session, or at its start URL: for a legacy
    /// profile, whose token nobody refreshes.
    pub fn cli_token(&self, session: &SsoSession, format: Format) -> Secret {
        let (client_id, client_secret, registration_expires_at) = self.registration.client();
        let refresh_token = match (&self.refresh, format) {
            (_, Format::Legacy) | (Refresh::Impossible { .. }, _) => None,
            (Refresh::Planned { with, .. } | Refresh::Running(Running { with, .. }), _) => {
                Some(with)
            }
        };
        let file = TokenFile {
            start_url: session.start_url.as_str(),
            region: session.region.as_str(),
            access_token: &self.token.text,
            expires_at: self.token.expires_at,
            client_id,
            client_secret,
            registration_expires_at,
            refresh_token,
        };
        file.to_json()
    }

    /// Where.
    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    /// What the portal's calls need at present.
    pub fn access(&self) -> Access {
        Access { endpoint: self.portal.endpoint(), token: self.token.text.clone() }
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
        match self.refresh {
            Refresh::Impossible { .. } => false,
            Refresh::Planned { .. } | Refresh::Running(_) => true,
        }
    }

    pub(super) fn pending(&self) -> Pending {
        match &self.refresh {
            Refresh::Impossible { alarm } | Refresh::Planned { alarm, .. } => *alarm,
            Refresh::Running(running) => running.pending,
        }
    }

    /// What stands in the way of refreshing.
    pub fn retrying(&self) -> Option<&Retrying> {
        match &self.refresh {
            Refresh::Running(running) => running.retrying.as_ref(),
            Refresh::Impossible { .. } | Refresh::Planned { .. } => None,
        }
    }
}

impl Token {
    /// The token, and the means to the next one where there are any.
    fn new(
        response: CreateTokenResponse,
        (number, asked_at): (Attempt, DateTime<Utc>),
        cause: Cause,
    ) -> (Token, Option<Secret>) {
        let CreateTokenResponse { access_token, expires_in, refresh_token, token_type: _ } =
            response;
        let lifetime = seconds(expires_in, 1..=8_640_000).unwrap_or(DEFAULT_LIFETIME);
        let token = Token { number, text: access_token, expires_at: asked_at + lifetime, cause };
        (token, refresh_token.filter(|token| !token.is_empty()))
    }
}

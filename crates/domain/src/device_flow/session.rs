//! Signed in: one access token at a time, refreshed before its end where AWS gave the means.
//!
//! Whoever uses the token tells by its number when the portal refuses it; the session is refreshed once for that, and ends if
//! the fresh token is refused too.
//!
//! Source: AWS's service models for `sso-oidc` and `sso`; RFC 6749 6.

use super::command::Command;
use super::failure::{LogoutState, SignedOutReason};
use super::portal::Portal;
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
/// So long before a token's end it is refreshed; a short-lived one in its last quarter.
const MARGIN: TimeDelta = TimeDelta::minutes(5);
/// So long a refresh is tried at least, when the page slept through the token's end.
const PATIENCE: TimeDelta = TimeDelta::minutes(2);
/// The first back-off is twice this.
const BACK_OFF: TimeDelta = TimeDelta::seconds(1);
const MOST_BACK_OFF: TimeDelta = TimeDelta::seconds(30);

/// A person's session at a portal.
#[derive(Debug)]
pub struct Session {
    pub(super) portal: Portal,
    registration: Rc<Registration>,
    token: Token,
    /// The means to the next token, where there are any.
    refresh: Option<Refresh>,
    /// The answer to a refresh, or the alarm for the next try, for the first one, or for the token's end.
    pub(super) pending: Pending,
}

#[derive(Debug)]
struct Token {
    /// The number of the request that brought it.
    number: Attempt,
    text: Secret,
    expires_at: DateTime<Utc>,
    cause: RefreshReason,
    /// The means to the next one that the CLI was given; after Undo it may be given it once more.
    given_to_cli: Option<Secret>,
}

/// Why a token is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RefreshReason {
    /// There is none, or it is about to end or has ended.
    Expiry,
    /// The portal refused the one before, which it may do once.
    Refusal,
}

#[derive(Debug)]
struct Refresh {
    with: Secret,
    /// `None` before its first try.
    running: Option<Running>,
}

/// A refresh under way, or waiting for its next try.
#[derive(Debug)]
struct Running {
    cause: RefreshReason,
    give_up_at: DateTime<Utc>,
    retrying: Option<Retrying>,
}

impl Session {
    pub(super) fn begin(
        portal: Portal,
        registration: Rc<Registration>,
        response: CreateTokenResponse,
        asked: (Attempt, DateTime<Utc>),
        context: &mut FlowContext,
    ) -> Step {
        let (token, refresh_token) = Token::new(response, asked, RefreshReason::Expiry);
        Session::plan(portal, registration, token, refresh_token, context)
    }

    /// Sets the alarm for the refresh, or for the token's end where there is no means to one.
    fn plan(
        portal: Portal,
        registration: Rc<Registration>,
        token: Token,
        refresh_token: Option<Secret>,
        context: &mut FlowContext,
    ) -> Step {
        let refresh = refresh_token.map(|with| Refresh { with, running: None });
        let margin = match refresh {
            Some(_) => MARGIN.min((token.expires_at - context.now) / 4),
            None => TimeDelta::zero(),
        };
        let (pending, command) = context.wait_until(token.expires_at - margin);
        let state = Session { portal, registration, token, refresh, pending };
        (FlowState::SignedIn(state), vec![command])
    }

    /// The alarm rang: refreshes, or ends with the token.
    pub(super) fn due(self, context: &mut FlowContext) -> Step {
        match self.refresh {
            Some(_) => self.ask(RefreshReason::Expiry, context),
            None => FlowState::signed_out(SignedOutReason::Expired(None)),
        }
    }

    /// Asks for another token; again, where that is under way already.
    fn ask(mut self, cause: RefreshReason, context: &mut FlowContext) -> Step {
        let Some(refresh) = &mut self.refresh else { return (FlowState::SignedIn(self), vec![]) };
        let give_up_at = self.token.expires_at.max(context.now + PATIENCE);
        refresh.running.get_or_insert(Running { cause, give_up_at, retrying: None });
        let request = self.registration.refresh(&refresh.with);
        let (pending, command) = context.ask(Command::Refresh, request);
        (FlowState::SignedIn(Session { pending, ..self }), vec![command])
    }

    /// The portal answered 401 to a call with the token of this number.
    pub(super) fn token_refused(mut self, number: Attempt, context: &mut FlowContext) -> Step {
        if number != self.token.number {
            return (FlowState::SignedIn(self), vec![]);
        }
        match (self.token.cause, &mut self.refresh) {
            (RefreshReason::Refusal, _) | (RefreshReason::Expiry, None) => {
                FlowState::signed_out(SignedOutReason::SessionEnded(None))
            }
            (RefreshReason::Expiry, Some(Refresh { running: Some(running), .. })) => {
                running.cause = RefreshReason::Refusal;
                (FlowState::SignedIn(self), vec![])
            }
            (RefreshReason::Expiry, Some(Refresh { running: None, .. })) => {
                self.ask(RefreshReason::Refusal, context)
            }
        }
    }

    pub(super) fn refreshed(
        self,
        answer: Answer<CreateTokenResponse>,
        asked: (Attempt, DateTime<Utc>),
        context: &mut FlowContext,
    ) -> Step {
        let Some(Refresh { with, running: Some(running) }) = self.refresh else {
            return (FlowState::SignedIn(self), vec![]);
        };
        let Session { portal, registration, token, .. } = self;
        let error = match answer {
            Ok(response) => {
                let (token, new) = Token::new(response, asked, running.cause);
                let with = new.or(Some(with));
                return Session::plan(portal, registration, token, with, context);
            }
            Err(error) => error,
        };
        if may_pass(&error) && context.now < running.give_up_at {
            let retrying = Retrying::after(running.retrying, error);
            let at = context.now + retrying.back_off(BACK_OFF, MOST_BACK_OFF);
            let (pending, command) = context.wait_until(at.min(running.give_up_at));
            let running = Some(Running { retrying: Some(retrying), ..running });
            let refresh = Some(Refresh { with, running });
            let state = Session { portal, registration, token, refresh, pending };
            return (FlowState::SignedIn(state), vec![command]);
        }
        match error.kind {
            ErrorKind::InvalidClient => context.registrations.forget(&registration),
            ErrorKind::InvalidGrant | ErrorKind::ExpiredToken | ErrorKind::Unauthorized => {
                return FlowState::signed_out(SignedOutReason::SessionEnded(Some(error)));
            }
            _ => {}
        }
        match running.cause {
            RefreshReason::Refusal => {
                FlowState::signed_out(SignedOutReason::SessionEnded(Some(error)))
            }
            RefreshReason::Expiry if context.now >= token.expires_at => {
                FlowState::signed_out(SignedOutReason::Expired(Some(error)))
            }
            // It still holds until its own end.
            RefreshReason::Expiry => Session::plan(portal, registration, token, None, context),
        }
    }

    /// Forgets the token here, and tells AWS.
    pub(super) fn sign_out(self, context: &mut FlowContext) -> Step {
        let attempt = context.attempts.bump();
        let request = Request::portal(Operation::Logout, &self.access(), vec![]);
        let reason = SignedOutReason::SignedOut(LogoutState::Asked(attempt));
        (FlowState::SignedOut(reason), vec![Command::Logout(attempt, request)])
    }

    /// The CLI refreshes it from now on: here it ends with the present token.
    pub(super) fn given_to_cli(mut self, context: &mut FlowContext) -> Step {
        if let Some(refresh) = self.refresh {
            self.token.given_to_cli = Some(refresh.with);
        }
        Session::plan(self.portal, self.registration, self.token, None, context)
    }

    /// The token's file as the AWS CLI writes it after signing in to this session, or at its start URL: for a legacy
    /// profile, whose token nobody refreshes.
    pub fn cli_token(&self, session: &SsoSession, format: Format) -> Secret {
        let (client_id, client_secret, registration_expires_at) = self.registration.client();
        let own = self.refresh.as_ref().map(|refresh| &refresh.with);
        let refresh_token = own.or(self.token.given_to_cli.as_ref());
        let file = TokenFile {
            start_url: session.start_url.as_str(),
            region: session.region.as_str(),
            access_token: &self.token.text,
            expires_at: self.token.expires_at,
            client_id,
            client_secret,
            registration_expires_at,
            refresh_token: refresh_token.filter(|_| format != Format::Legacy),
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
        self.refresh.is_some()
    }

    /// What stands in the way of refreshing.
    pub fn retrying(&self) -> Option<&Retrying> {
        self.refresh.as_ref()?.running.as_ref()?.retrying.as_ref()
    }
}

impl Token {
    /// The token, and the means to the next one where there are any.
    fn new(
        response: CreateTokenResponse,
        (number, asked_at): (Attempt, DateTime<Utc>),
        cause: RefreshReason,
    ) -> (Token, Option<Secret>) {
        let CreateTokenResponse { access_token, expires_in, refresh_token, token_type: _ } =
            response;
        let lifetime = seconds(expires_in, 1..=8_640_000).unwrap_or(DEFAULT_LIFETIME);
        let expires_at = asked_at + lifetime;
        let token = Token { number, text: access_token, expires_at, cause, given_to_cli: None };
        (token, refresh_token.filter(|token| !token.expose().is_empty()))
    }
}

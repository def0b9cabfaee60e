//! CreateToken, for either grant, and the sessions that its tokens belong to.
//!
//! Not here: what a token opens ([`super::portal`]).

use super::client::Grants;
use super::decision::Decision;
use super::{Center, OidcError};
use crate::called_endpoint::Call;
use crate::portals::Portal;
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::Secret;
use onramp_domain::aws::model::{
    CreateTokenRequest, CreateTokenResponse, DEVICE_CODE_GRANT, REFRESH_TOKEN_GRANT,
};
use std::sync::Arc;

/// Somebody signed in at a portal, for one client.
pub(super) struct Session {
    client_id: String,
    pub(super) portal: Portal,
    /// No token outlives it, whatever the token's own expiry says.
    pub(super) ends: DateTime<Utc>,
    refresh_token: Option<Secret>,
}

/// What opens the portal.
pub(super) struct AccessToken {
    pub(super) text: Secret,
    session: Arc<Session>,
    expires: DateTime<Utc>,
}

/// RFC 8628 3.5: the interval is longer by this after every `slow_down`, for good.
const SLOW_DOWN: TimeDelta = TimeDelta::seconds(5);

/// What a poll may be early by: a client that waits as it should is still early by the jitter of the network.
const TOLERANCE: TimeDelta = TimeDelta::milliseconds(100);

impl Center {
    /// Hands out a token for a device code that was allowed, or for a refresh token whose session goes on.
    pub(crate) fn create_token(
        &mut self,
        request: &CreateTokenRequest,
        call: &Call,
    ) -> Result<CreateTokenResponse, OidcError> {
        let client = self.client(&request.client_id, &request.client_secret, call)?;
        let grants = client.grants;
        match request.grant_type.as_str() {
            DEVICE_CODE_GRANT => self.sign_in(request, grants, call),
            REFRESH_TOKEN_GRANT => self.refresh(request, call),
            _ => Err(OidcError::UnsupportedGrantType),
        }
    }

    fn sign_in(
        &mut self,
        request: &CreateTokenRequest,
        grants: Grants,
        call: &Call,
    ) -> Result<CreateTokenResponse, OidcError> {
        let code = request.device_code.as_ref();
        let code = code.ok_or(OidcError::InvalidRequest("Invalid request: missing device code"))?;
        let client_id = request.client_id.clone();
        let (portal, signed_in) = self.redeem(code, &client_id, call)?;
        let ends = signed_in + call.faults.session_life;
        let (refresh_token, life) = match grants {
            Grants::Refreshable => (Some(self.random.refresh_token()), call.faults.token_life),
            Grants::SessionLong => (None, ends - call.now),
        };
        let token = refresh_token.clone();
        let session = Arc::new(Session { client_id, portal, ends, refresh_token: token });
        self.sessions.insert(Arc::clone(&session), ends, call.now);
        Ok(CreateTokenResponse { refresh_token, ..self.issue(session, life, call.now) })
    }

    /// The portal and the time of the sign-in that a device code stands for; the code is used up by it.
    fn redeem(
        &mut self,
        code: &Secret,
        client_id: &str,
        call: &Call,
    ) -> Result<(Portal, DateTime<Utc>), OidcError> {
        let authorization = self
            .authorizations
            .find_mut(|it| it.device_code == *code && it.client_id == client_id)
            .filter(|it| it.begun_at.meets(&call.endpoint))
            .ok_or(OidcError::InvalidGrant)?;
        match authorization.decision {
            Decision::Used => Err(OidcError::InvalidGrant),
            Decision::Open | Decision::Allowed(_) if authorization.expires <= call.now => {
                Err(OidcError::ExpiredToken)
            }
            Decision::Open => {
                let last = authorization.polled.replace(call.now);
                if last.is_some_and(|last| call.now - last + TOLERANCE < authorization.interval) {
                    authorization.interval += SLOW_DOWN;
                    return Err(OidcError::SlowDown);
                }
                Err(OidcError::AuthorizationPending)
            }
            Decision::Denied => Err(OidcError::AccessDenied),
            Decision::Allowed(signed_in) => {
                authorization.decision = Decision::Used;
                Ok((authorization.portal, signed_in))
            }
        }
    }

    fn refresh(
        &mut self,
        request: &CreateTokenRequest,
        call: &Call,
    ) -> Result<CreateTokenResponse, OidcError> {
        let token = request.refresh_token.as_ref();
        let token =
            token.ok_or(OidcError::InvalidRequest("Invalid request: missing refresh token"))?;
        let session = self
            .sessions
            .find(|session| session.refresh_token.as_ref() == Some(token))
            .filter(|session| session.client_id == request.client_id && session.ends > call.now)
            .filter(|session| call.endpoint.reaches(&session.portal.region()))
            .ok_or(OidcError::InvalidGrant)?;
        Ok(self.issue(Arc::clone(session), call.faults.token_life, call.now))
    }

    /// A new access token. A refresh token comes only from the device grant, and only for a client with scopes; a
    /// refresh keeps the old one.
    fn issue(
        &mut self,
        session: Arc<Session>,
        life: TimeDelta,
        now: DateTime<Utc>,
    ) -> CreateTokenResponse {
        let text = self.random.access_token();
        let expires = now + life;
        self.tokens.insert(AccessToken { text: text.clone(), session, expires }, expires, now);
        CreateTokenResponse {
            access_token: text,
            expires_in: Some(life.num_seconds()),
            refresh_token: None,
            token_type: Some("Bearer".to_owned()),
        }
    }

    /// The session that an access token opens here: known, not run out, in its region, and the session going on.
    pub(super) fn session(&self, token: &Secret, call: &Call) -> Option<&Arc<Session>> {
        let token = self.tokens.find(|it| it.text == *token).filter(|it| it.expires > call.now)?;
        Some(&token.session).filter(|session| {
            session.ends > call.now && call.endpoint.reaches(&session.portal.region())
        })
    }

    /// Ends the session of a token, and so its refresh token and all its access tokens.
    pub(super) fn end_session(&mut self, session: &Arc<Session>) {
        self.sessions.retain(|it| !Arc::ptr_eq(it, session));
        self.tokens.retain(|token| !Arc::ptr_eq(&token.session, session));
    }
}

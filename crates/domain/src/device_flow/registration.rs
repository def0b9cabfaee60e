//! A client registration, kept in memory for the next sign-in at the same place. It ends with the page.

use super::portal::Portal;
use crate::Secret;
use crate::aws::model::{
    CreateTokenRequest, DEVICE_CODE_GRANT, REFRESH_TOKEN_GRANT, RegisterClientRequest,
    RegisterClientResponse, StartDeviceAuthorizationRequest,
};
use crate::aws::{Endpoint, Request, RequestBody};
use chrono::{DateTime, TimeDelta, Utc};
use std::rc::Rc;

/// What AWS's consent page calls this client.
const CLIENT_NAME: &str = "Onramp";

/// So long before its end a registration is not used any more: longer than a sign-in with its refreshes takes.
const MARGIN: TimeDelta = TimeDelta::hours(24);

/// This page, as Identity Center OIDC knows it.
#[derive(Debug)]
pub(super) struct Registration {
    endpoint: Endpoint,
    scopes: Vec<String>,
    client_id: String,
    client_secret: Secret,
    /// `None` where AWS did not say, or it does not end.
    expires_at: Option<DateTime<Utc>>,
}

impl Registration {
    pub(super) fn request(portal: &Portal) -> Request {
        let body = RegisterClientRequest {
            client_name: CLIENT_NAME.to_owned(),
            client_type: "public".to_owned(),
            scopes: portal.scopes.clone(),
            grant_types: vec![],
        };
        Request::oidc(portal.endpoint(), RequestBody::RegisterClient(body))
    }

    pub(super) fn new(portal: &Portal, response: RegisterClientResponse) -> Registration {
        Registration {
            endpoint: portal.endpoint(),
            scopes: portal.scopes.clone(),
            client_id: response.client_id,
            client_secret: response.client_secret,
            expires_at: response.client_secret_expires_at.and_then(expiry),
        }
    }

    /// StartDeviceAuthorization.
    pub(super) fn authorize(&self, start_url: &str) -> Request {
        let body = StartDeviceAuthorizationRequest {
            client_id: self.client_id.clone(),
            client_secret: self.client_secret.clone(),
            start_url: start_url.to_owned(),
        };
        Request::oidc(self.endpoint.clone(), RequestBody::StartDeviceAuthorization(body))
    }

    /// CreateToken with a device code.
    pub(super) fn poll(&self, device_code: &Secret) -> Request {
        self.create_token(DEVICE_CODE_GRANT, Some(device_code), None)
    }

    /// CreateToken with a refresh token.
    pub(super) fn refresh(&self, refresh_token: &Secret) -> Request {
        self.create_token(REFRESH_TOKEN_GRANT, None, Some(refresh_token))
    }

    fn create_token(
        &self,
        grant_type: &str,
        device_code: Option<&Secret>,
        refresh_token: Option<&Secret>,
    ) -> Request {
        let body = CreateTokenRequest {
            client_id: self.client_id.clone(),
            client_secret: self.client_secret.clone(),
            grant_type: grant_type.to_owned(),
            device_code: device_code.cloned(),
            refresh_token: refresh_token.cloned(),
        };
        Request::oidc(self.endpoint.clone(), RequestBody::CreateToken(body))
    }

    /// The client, for whoever goes on with its tokens: id, secret, end.
    pub(super) fn client(&self) -> (&str, &Secret, Option<DateTime<Utc>>) {
        (&self.client_id, &self.client_secret, self.expires_at)
    }

    fn serves(&self, portal: &Portal, now: DateTime<Utc>) -> bool {
        self.endpoint == portal.endpoint()
            && self.scopes == portal.scopes
            && self.expires_at.is_none_or(|at| now < at - MARGIN)
    }
}

/// The registrations made so far, one a place and set of scopes.
#[derive(Debug, Default)]
pub(super) struct Registrations(Vec<Rc<Registration>>);

impl Registrations {
    /// One that still holds for this portal.
    pub(super) fn find(&self, portal: &Portal, now: DateTime<Utc>) -> Option<Rc<Registration>> {
        self.0.iter().find(|registration| registration.serves(portal, now)).cloned()
    }

    /// Keeps a new one in place of an older for the same.
    pub(super) fn keep(&mut self, new: Rc<Registration>) {
        self.0.retain(|old| old.endpoint != new.endpoint || old.scopes != new.scopes);
        self.0.push(new);
    }

    /// AWS does not know it any more.
    pub(super) fn forget(&mut self, dead: &Rc<Registration>) {
        self.0.retain(|kept| !Rc::ptr_eq(kept, dead));
    }
}

/// Zero is "does not end" (RFC 7591 3.2.1).
fn expiry(epoch_seconds: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(epoch_seconds, 0).filter(|at| at.timestamp() > 0)
}

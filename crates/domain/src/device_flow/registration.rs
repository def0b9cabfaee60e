//! A client registration, kept in memory for the next sign-in at the same place.
//!
//! Not here: the call, and any storage: a registration ends with the page.

use super::portal::{Endpoint, Portal};
use crate::Secret;
use crate::wire::RegisterClientResponse;
use chrono::{DateTime, TimeDelta, Utc};
use std::rc::Rc;

/// So long before its end a registration is not used any more: longer than a sign-in with its refreshes takes.
const MARGIN: TimeDelta = TimeDelta::hours(24);

/// This page, as Identity Center OIDC knows it.
#[derive(Debug, PartialEq, Eq)]
pub struct Registration {
    endpoint: Endpoint,
    scopes: Vec<String>,
    client_id: String,
    client_secret: Secret,
    expires_at: Option<DateTime<Utc>>,
}

impl Registration {
    pub(super) fn new(portal: &Portal, response: RegisterClientResponse) -> Registration {
        Registration {
            endpoint: portal.endpoint(),
            scopes: portal.scopes.clone(),
            client_id: response.client_id,
            client_secret: response.client_secret,
            expires_at: expiry(response.client_secret_expires_at),
        }
    }

    /// Where it holds.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// AWS's id for it.
    pub fn client_id(&self) -> &str {
        &self.client_id
    }

    /// Its secret.
    pub fn client_secret(&self) -> &Secret {
        &self.client_secret
    }

    /// When it ends; `None` where AWS did not say.
    pub fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.expires_at
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

/// Epoch seconds; AWS leaves out what is zero, and zero is "does not end" (RFC 7591 3.2.1).
fn expiry(epoch_seconds: f64) -> Option<DateTime<Utc>> {
    // A float's cast saturates, so nonsense becomes a time far away, which `from_timestamp` refuses.
    DateTime::from_timestamp(epoch_seconds as i64, 0).filter(|at| at.timestamp() > 0)
}

//! The simulated Identity Center itself: registrations, authorizations and sessions, and what each call makes of them.
//!
//! Not here: HTTP, JSON and faults. Every method takes the time; nothing is read from outside.
//!
//! In the order of a sign-in:
//!
//! - `client`: RegisterClient.
//! - `authorization`: StartDeviceAuthorization.
//! - `decision`: what the person says on the approval page.
//! - `token`: CreateToken, for either grant.
//! - `portal`: the lists, role credentials and Logout.

pub(crate) mod client;

pub(crate) mod authorization;

pub(crate) mod decision;

pub(crate) mod token;

pub(crate) mod portal;

use crate::expiring_list::ExpiringList;
use crate::organisation::Organisation;
use crate::random::Random;
use crate::{Settings, VerificationForm};
use authorization::Authorization;
use client::Client;
use std::sync::Arc;
use token::{AccessToken, Session};

/// All of the state. One lock is held around it for as long as a call takes.
pub(crate) struct Center {
    organisation: Organisation,
    clients: ExpiringList<Client>,
    authorizations: ExpiringList<Authorization>,
    sessions: ExpiringList<Arc<Session>>,
    tokens: ExpiringList<AccessToken>,
    random: Random,
    verification: VerificationForm,
    approval_base: String,
}

impl Center {
    pub(crate) fn new(settings: &Settings) -> Center {
        Center {
            organisation: Organisation::new(settings),
            clients: ExpiringList::new(),
            authorizations: ExpiringList::new(),
            sessions: ExpiringList::new(),
            tokens: ExpiringList::new(),
            random: Random::seeded(settings.seed),
            verification: settings.verification,
            approval_base: settings.approval_base.trim_end_matches('/').to_owned(),
        }
    }

    /// Ends every session, as an administrator does: tokens are no good from here on, and refresh tokens neither.
    pub(crate) fn revoke_all(&mut self) {
        self.sessions.retain(|_| false);
        self.tokens.retain(|_| false);
    }
}

/// Why an OIDC call is refused.
#[derive(Clone, Copy)]
pub(crate) enum OidcError {
    /// Nobody has decided yet.
    AuthorizationPending,
    /// Asked again before the interval was over.
    SlowDown,
    /// The device code ran out.
    ExpiredToken,
    /// The person pressed "Deny access".
    AccessDenied,
    /// A code or refresh token that is unknown, used, another client's, or of a session that ended.
    InvalidGrant,
    /// No such registration here, a wrong secret, or one that ran out.
    InvalidClient,
    /// Something is missing; with an empty text, no portal has this start URL.
    InvalidRequest(&'static str),
    /// Neither the device grant nor a refresh.
    UnsupportedGrantType,
    /// A scope that Identity Center doesn't offer.
    InvalidScope,
    /// A client without a name, or not a public one.
    InvalidClientMetadata(&'static str),
    /// A fault, made on purpose.
    ServerError,
}

/// Why a portal call is refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PortalError {
    /// No such token here, or its session ended.
    #[error("Session token not found or invalid")]
    Unauthorized,
    /// The account or role isn't theirs.
    #[error("No access")]
    Forbidden,
    /// A parameter is missing or out of range.
    #[error("{0}")]
    InvalidRequest(&'static str),
    /// The call comes from a page in a browser.
    #[error("Origin not allowed: {0}")]
    OriginNotAllowed(String),
    /// More calls than the throttle lets through.
    #[error("HTTP 429 Unknown Code")]
    TooManyRequests,
    /// A fault, made on purpose.
    #[error("Internal server error")]
    InternalServer,
}

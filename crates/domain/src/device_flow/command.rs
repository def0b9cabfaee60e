//! What a sign-in needs done: requests ready to be sent, and one alarm clock.
//!
//! Not here: doing it. Each request gives its body, and the shell adds nothing but the transport. A request's `Debug`
//! shows no secret.

use super::portal::{Endpoint, Portal};
use super::registration::Registration;
use crate::Secret;
use crate::attempt::Attempt;
use crate::wire::{
    CreateTokenRequest, DEVICE_CODE_GRANT, REFRESH_TOKEN_GRANT, RegisterClientRequest,
    StartDeviceAuthorizationRequest,
};
use chrono::{DateTime, Utc};
use std::rc::Rc;

/// What AWS's consent page calls this client.
pub const CLIENT_NAME: &str = "Onramp";

/// One thing to do. Every call is answered by exactly one input with the same attempt, at the latest after
/// [`CALL_TIMEOUT_SECONDS`](super::CALL_TIMEOUT_SECONDS), when the shell gives it up as unreachable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// RegisterClient; answered by `Registered`.
    Register {
        /// Of this call.
        attempt: Attempt,
        /// What to send.
        request: RegisterRequest,
    },
    /// StartDeviceAuthorization; answered by `Authorized`.
    Authorize {
        /// Of this call.
        attempt: Attempt,
        /// What to send.
        request: AuthorizeRequest,
    },
    /// CreateToken with the device code; answered by `Polled`.
    Poll {
        /// Of this call.
        attempt: Attempt,
        /// What to send.
        request: PollRequest,
    },
    /// CreateToken with the refresh token; answered by `Refreshed`.
    Refresh {
        /// Of this call.
        attempt: Attempt,
        /// What to send.
        request: RefreshRequest,
    },
    /// Logout; answered by `LoggedOut`.
    Logout {
        /// Of this call.
        attempt: Attempt,
        /// What to send.
        request: LogoutRequest,
    },
    /// Send `Woke` with this attempt at that time or soon after. A later alarm replaces an earlier one.
    WakeAt {
        /// Of this alarm.
        attempt: Attempt,
        /// When.
        at: DateTime<Utc>,
    },
}

/// RegisterClient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterRequest {
    endpoint: Endpoint,
    scopes: Vec<String>,
}

impl RegisterRequest {
    pub(super) fn new(portal: &Portal) -> RegisterRequest {
        RegisterRequest { endpoint: portal.endpoint(), scopes: portal.scopes.clone() }
    }

    /// Where it goes.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Its body.
    pub fn body(&self) -> RegisterClientRequest<'_> {
        RegisterClientRequest {
            client_name: CLIENT_NAME,
            client_type: "public",
            scopes: &self.scopes,
        }
    }
}

/// StartDeviceAuthorization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizeRequest {
    registration: Rc<Registration>,
    start_url: String,
}

impl AuthorizeRequest {
    pub(super) fn new(registration: &Rc<Registration>, portal: &Portal) -> AuthorizeRequest {
        AuthorizeRequest {
            registration: Rc::clone(registration),
            start_url: portal.start_url.clone(),
        }
    }

    /// Where it goes.
    pub fn endpoint(&self) -> &Endpoint {
        self.registration.endpoint()
    }

    /// Its body.
    pub fn body(&self) -> StartDeviceAuthorizationRequest<'_> {
        StartDeviceAuthorizationRequest {
            client_id: self.registration.client_id(),
            client_secret: self.registration.client_secret(),
            start_url: &self.start_url,
        }
    }
}

/// CreateToken with the device code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PollRequest {
    registration: Rc<Registration>,
    device_code: Secret,
}

impl PollRequest {
    pub(super) fn new(registration: &Rc<Registration>, device_code: &Secret) -> PollRequest {
        PollRequest { registration: Rc::clone(registration), device_code: device_code.clone() }
    }

    /// Where it goes.
    pub fn endpoint(&self) -> &Endpoint {
        self.registration.endpoint()
    }

    /// Its body.
    pub fn body(&self) -> CreateTokenRequest<'_> {
        CreateTokenRequest {
            client_id: self.registration.client_id(),
            client_secret: self.registration.client_secret(),
            grant_type: DEVICE_CODE_GRANT,
            device_code: Some(&self.device_code),
            refresh_token: None,
        }
    }
}

/// CreateToken with the refresh token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefreshRequest {
    registration: Rc<Registration>,
    refresh_token: Secret,
}

impl RefreshRequest {
    pub(super) fn new(registration: &Rc<Registration>, refresh_token: &Secret) -> RefreshRequest {
        RefreshRequest {
            registration: Rc::clone(registration),
            refresh_token: refresh_token.clone(),
        }
    }

    /// Where it goes.
    pub fn endpoint(&self) -> &Endpoint {
        self.registration.endpoint()
    }

    /// Its body.
    pub fn body(&self) -> CreateTokenRequest<'_> {
        CreateTokenRequest {
            client_id: self.registration.client_id(),
            client_secret: self.registration.client_secret(),
            grant_type: REFRESH_TOKEN_GRANT,
            device_code: None,
            refresh_token: Some(&self.refresh_token),
        }
    }
}

/// Logout: no body, the token in its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogoutRequest {
    endpoint: Endpoint,
    token: Secret,
}

impl LogoutRequest {
    pub(super) fn new(portal: &Portal, token: &Secret) -> LogoutRequest {
        LogoutRequest { endpoint: portal.endpoint(), token: token.clone() }
    }

    /// Where it goes.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// The access token, for [`TOKEN_HEADER`](crate::call::TOKEN_HEADER).
    pub fn token(&self) -> &Secret {
        &self.token
    }
}

//! RegisterClient: who may ask for tokens.
//!
//! Not here: the authorization-code grant and its redirect URIs. A client that wants it is refused at once, so that
//! `aws sso login` says so instead of opening an address that isn't there; `--use-device-code` works.

use super::{Center, OidcError};
use crate::called_endpoint::{Call, CalledEndpoint};
use chrono::{DateTime, TimeDelta, Utc};
use onramp_domain::Secret;
use onramp_domain::aws::model::{
    DEVICE_CODE_GRANT, REFRESH_TOKEN_GRANT, RegisterClientRequest, RegisterClientResponse,
};

/// A registered public client.
pub(crate) struct Client {
    pub(super) id: String,
    secret: Secret,
    pub(super) name: String,
    expires: DateTime<Utc>,
    registered_at: CalledEndpoint,
    pub(super) grants: Grants,
}

/// What a client's scopes get it.
#[derive(Clone, Copy)]
pub(super) enum Grants {
    /// No scopes: an access token that lives as long as the session.
    SessionLong,
    /// A short access token and a refresh token.
    Refreshable,
}

/// Seen in recorded answers.
const REGISTRATION_LIFE: TimeDelta = TimeDelta::days(90);

/// The scopes AWS documents, or what they begin with.
const SCOPES: [&str; 7] = [
    "sso:account:access",
    "codewhisperer:",
    "datazone:domain:access",
    "nosqlworkbench:datamodeladviser",
    "redshift:connect",
    "transform:read_write",
    "verified_access:application:connect",
];

impl Center {
    /// Registers a client in the region that was called.
    pub(crate) fn register(
        &mut self,
        request: RegisterClientRequest,
        call: &Call,
    ) -> Result<RegisterClientResponse, OidcError> {
        if request.client_name.is_empty() {
            return Err(OidcError::InvalidClientMetadata("Invalid client name"));
        }
        if request.client_type != "public" {
            return Err(OidcError::InvalidClientMetadata("Invalid client type"));
        }
        let scopes = request.scopes;
        if !scopes.iter().all(|scope| is_offered(scope)) {
            return Err(OidcError::InvalidScope);
        }
        let grants = [DEVICE_CODE_GRANT, REFRESH_TOKEN_GRANT];
        if request.grant_types.iter().any(|type_| !grants.contains(&&**type_)) {
            return Err(OidcError::UnsupportedGrantType);
        }
        let client = Client {
            id: self.random.client_id(call.endpoint.region()),
            secret: self.random.client_secret(),
            name: request.client_name,
            expires: call.now + REGISTRATION_LIFE,
            registered_at: call.endpoint.clone(),
            grants: if scopes.is_empty() { Grants::SessionLong } else { Grants::Refreshable },
        };
        let answer = RegisterClientResponse {
            client_id: client.id.clone(),
            client_id_issued_at: Some(call.now.timestamp()),
            client_secret: client.secret.clone(),
            client_secret_expires_at: Some(client.expires.timestamp()),
        };
        self.clients.insert(client, call.now + REGISTRATION_LIFE, call.now);
        Ok(answer)
    }

    /// The client that asks, if it is registered here and its registration has not run out.
    pub(super) fn client(
        &self,
        id: &str,
        secret: &Secret,
        call: &Call,
    ) -> Result<&Client, OidcError> {
        self.clients
            .find(|client| client.id == id)
            .filter(|client| client.secret == *secret && client.expires > call.now)
            .filter(|client| client.registered_at.meets(&call.endpoint))
            .ok_or(OidcError::InvalidClient)
    }
}

fn is_offered(scope: &str) -> bool {
    SCOPES
        .iter()
        .any(|offered| scope == *offered || offered.ends_with(':') && scope.starts_with(offered))
}

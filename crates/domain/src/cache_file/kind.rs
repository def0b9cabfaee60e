//! Which kind of file it is, by its fields.

use super::error::{CacheError, OtherJson};
use super::fields::{CacheFields, Field};
use super::timestamp::parse_timestamp;
use chrono::{DateTime, Utc};

/// Which kind of file it is. People take the second for the first: both have an `expiresAt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CacheKind {
    /// A signed-in session's access token, in `~/.aws/sso/cache`.
    SsoToken,
    /// The client's own registration, in the same folder. It ends about 90 days on, and says nothing of a session.
    ClientRegistration,
    /// A role's credentials, in `~/.aws/cli/cache`.
    RoleCredentials,
}

/// Who wrote a file, or for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CacheSource {
    /// It says nothing of that, as the AWS CLI's own tokens and registrations.
    Unspecified,
    /// Another tool that signs in through Identity Center: the AWS Toolkits, language servers, Kiro, Amazon Q.
    OtherTool,
    /// Credentials through Identity Center.
    IdentityCenter,
    /// Credentials of a role that another profile's credentials assumed.
    AssumedRole,
    /// Credentials of a role that a web identity's token assumed.
    WebIdentity,
    /// Credentials of another provider.
    OtherProvider,
}

/// The kind, and when it expires.
pub(super) fn kind_of(fields: &CacheFields) -> Result<(CacheKind, DateTime<Utc>), CacheError> {
    let other = |other| Err(CacheError::UnknownKind(other));
    if is_aws_login(fields) {
        return other(OtherJson::AwsLogin);
    }
    if is_token(fields) {
        if !fields.expires_at.is_there() && fields.token_type.is_there() {
            return other(OtherJson::CreateToken);
        }
        return Ok((CacheKind::SsoToken, expiry(&fields.expires_at)?));
    }
    if fields.has_client() {
        let expires_at = match (&fields.expires_at, &fields.client_secret_expires_at) {
            (Field::Missing, Field::Number(seconds)) => {
                let expires_at = DateTime::from_timestamp(*seconds, 0);
                return other(OtherJson::RegisterClient { expires_at });
            }
            (Field::Missing, expires_at) | (expires_at, _) => expires_at,
        };
        return Ok((CacheKind::ClientRegistration, expiry(expires_at)?));
    }
    if let Some(credentials) = fields.credentials.object() {
        return Ok((CacheKind::RoleCredentials, expiry(&credentials.expiration)?));
    }
    if let Some(credentials) = fields.role_credentials.object() {
        let expires_at = time(&credentials.expiration);
        return other(OtherJson::GetRoleCredentials { expires_at });
    }
    if fields.access_key_id.is_there() || fields.secret_access_key.is_there() {
        let expires_at = time(&fields.expiration);
        return other(OtherJson::ProcessCredentials { expires_at });
    }
    if fields.arn.is_there() {
        return other(OtherJson::CallerIdentity);
    }
    other(OtherJson::Unknown)
}

fn expiry(field: &Field) -> Result<DateTime<Utc>, CacheError> {
    match field {
        Field::Missing => Err(CacheError::MissingExpiry),
        Field::Number(_) | Field::Other(_) => Err(CacheError::BadTimestamp),
        Field::Text(text) => parse_timestamp(text.expose()),
    }
}

pub(super) fn source_of(fields: &CacheFields) -> CacheSource {
    let foreign = [
        &fields.created_at,
        &fields.issuer_url,
        &fields.redirect_uris,
        &fields.client_id_hash,
        &fields.auth_method,
        &fields.profile_arn,
        &fields.oauth_flow,
    ];
    // The AWS CLI asks for access to accounts; a token without it is of no use to it (granted 940).
    let gives_no_access = match &fields.scopes {
        Field::Text(scopes) | Field::Other(scopes) => {
            !scopes.expose().contains("sso:account:access")
        }
        Field::Missing | Field::Number(_) => false,
    };
    if foreign.into_iter().any(Field::is_there) || gives_no_access && is_token(fields) {
        return CacheSource::OtherTool;
    }
    // As botocore writes it: a provider's name, or the whole answer of the call that assumed a role.
    if fields.subject_from_web_identity_token.is_there() {
        return CacheSource::WebIdentity;
    }
    if fields.assumed_role_user.is_there() {
        return CacheSource::AssumedRole;
    }
    match fields.provider_type.text() {
        None => CacheSource::Unspecified,
        Some("sso") => CacheSource::IdentityCenter,
        Some("assume-role") => CacheSource::AssumedRole,
        Some("assume-role-with-web-identity") => CacheSource::WebIdentity,
        Some(_) => CacheSource::OtherProvider,
    }
}

/// A token of `aws login`: its `accessToken` is an object, and it is bound to a key.
fn is_aws_login(fields: &CacheFields) -> bool {
    matches!(fields.access_token, Field::Number(_) | Field::Other(_))
        || fields.dpop_key.is_there()
        || fields.token_type.text() == Some("aws_sigv4")
}

/// A session's token; also one from which the secrets were taken out before it was pasted. A registration has no
/// start URL, no refresh token, and no other registration's end.
fn is_token(fields: &CacheFields) -> bool {
    let is_no_registration = fields.client_id.text().is_none()
        || fields.refresh_token.is_there()
        || fields.registration_expires_at.is_there();
    matches!(fields.access_token, Field::Text(_))
        || fields.start_url_text().is_some() && fields.expires_at.is_there() && is_no_registration
}

/// A text, or milliseconds as the portal answers.
fn time(field: &Field) -> Option<DateTime<Utc>> {
    match field {
        Field::Text(text) => parse_timestamp(text.expose()).ok(),
        Field::Number(milliseconds) => DateTime::from_timestamp_millis(*milliseconds),
        Field::Missing | Field::Other(_) => None,
    }
}

impl CacheFields {
    /// Where it signs in; other tools call it the issuer.
    pub(super) fn start_url_text(&self) -> Option<&str> {
        match self.start_url {
            Field::Missing => self.issuer_url.text(),
            Field::Text(_) | Field::Number(_) | Field::Other(_) => self.start_url.text(),
        }
    }

    /// Whether a client's registration is named whole.
    pub(super) fn has_client(&self) -> bool {
        self.client_id.text().is_some() && self.client_secret.text().is_some()
    }
}

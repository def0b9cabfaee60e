//! Which kind of file it is, by its fields.

use super::error::{CacheError, OtherJson};
use super::fields::CacheFields;
use super::timestamp::parse_timestamp;
use chrono::{DateTime, Utc};
use serde_json::Value;

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

/// The kind, and what stands where it says when it expires.
pub(super) fn kind_of(fields: CacheFields<'_>) -> Result<(CacheKind, Option<&Value>), CacheError> {
    let other = |other| Err(CacheError::UnknownKind(other));
    let expires_at = fields.get("expiresAt");
    if is_aws_login(fields) {
        return other(OtherJson::AwsLogin);
    }
    if is_token(fields) {
        return Ok((CacheKind::SsoToken, expires_at));
    }
    if fields.text("clientId").is_some() && fields.text("clientSecret").is_some() {
        let of_secret = fields.get("clientSecretExpiresAt");
        return match of_secret.and_then(Value::as_i64) {
            Some(seconds) if expires_at.is_none() => {
                let expires_at = DateTime::from_timestamp(seconds, 0);
                other(OtherJson::RegisterClient { expires_at })
            }
            Some(_) | None => Ok((CacheKind::ClientRegistration, expires_at.or(of_secret))),
        };
    }
    if let Some(credentials) = fields.object("Credentials") {
        return Ok((CacheKind::RoleCredentials, credentials.get("Expiration")));
    }
    if let Some(credentials) = fields.object("roleCredentials") {
        let expires_at = time(credentials.get("Expiration"));
        return other(OtherJson::GetRoleCredentials { expires_at });
    }
    if fields.has("AccessKeyId") || fields.has("SecretAccessKey") {
        let expires_at = time(fields.get("Expiration"));
        return other(OtherJson::ProcessCredentials { expires_at });
    }
    other(OtherJson::Unknown)
}

/// What the AWS CLI does not write: the Toolkits, language servers, Kiro and Amazon Q do.
const OF_OTHER_TOOLS: [&str; 7] = [
    "createdAt",
    "issuerUrl",
    "redirectUris",
    "clientIdHash",
    "authMethod",
    "profileArn",
    "oauthFlow",
];

pub(super) fn source_of(fields: CacheFields<'_>) -> CacheSource {
    if OF_OTHER_TOOLS.into_iter().any(|name| fields.has(name)) {
        return CacheSource::OtherTool;
    }
    // As botocore writes it: a provider's name, or the whole answer of the call that assumed a role.
    if fields.has("SubjectFromWebIdentityToken") {
        return CacheSource::WebIdentity;
    }
    if fields.has("AssumedRoleUser") {
        return CacheSource::AssumedRole;
    }
    match fields.text("ProviderType") {
        None => CacheSource::Unspecified,
        Some("sso") => CacheSource::IdentityCenter,
        Some("assume-role") => CacheSource::AssumedRole,
        Some("assume-role-with-web-identity") => CacheSource::WebIdentity,
        Some(_) => CacheSource::OtherProvider,
    }
}

/// Where it signs in; other tools call it the issuer.
pub(super) fn start_url(fields: CacheFields<'_>) -> Option<&str> {
    fields.text(if fields.has("startUrl") { "startUrl" } else { "issuerUrl" })
}

/// A token of `aws login`: its `accessToken` is an object, and it is bound to a key.
fn is_aws_login(fields: CacheFields<'_>) -> bool {
    fields.get("accessToken").is_some_and(|token| !token.is_string())
        || fields.has("dpopKey")
        || fields.text("tokenType") == Some("aws_sigv4")
}

/// A session's token; also one from which the secrets were taken out before it was pasted. A registration has no
/// start URL, no refresh token, and no other registration's end.
fn is_token(fields: CacheFields<'_>) -> bool {
    let is_no_registration = fields.text("clientId").is_none()
        || fields.has("refreshToken")
        || fields.has("registrationExpiresAt");
    fields.has("accessToken")
        || start_url(fields).is_some() && fields.has("expiresAt") && is_no_registration
}

/// A text, or milliseconds as the portal answers.
fn time(value: Option<&Value>) -> Option<DateTime<Utc>> {
    match value?.as_str() {
        Some(text) => parse_timestamp(text).ok(),
        None => DateTime::from_timestamp_millis(value?.as_i64()?),
    }
}

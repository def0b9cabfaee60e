//! The operations' bodies as they stand in JSON: one set for the page, the relay and the simulated Identity Center.
//!
//! AWS leaves out what is zero or empty, or writes `null`: either is taken as missing. Unknown fields are passed over.
//!
//! Source: AWS's service models for `sso-oidc` and `sso`.

use crate::Secret;
use serde::{Deserialize, Deserializer, Serialize};

/// The grant type of RFC 8628 3.4.
pub const DEVICE_CODE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";
/// The grant type of RFC 6749 6.
pub const REFRESH_TOKEN_GRANT: &str = "refresh_token";

/// RegisterClient's body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RegisterClientRequest {
    /// What AWS's consent page calls this client.
    pub client_name: String,
    /// AWS takes only `public`.
    pub client_type: String,
    /// Registration scopes, usually `sso:account:access`.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "null_as_default")]
    pub scopes: Vec<String>,
    /// The device flow needs none.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "null_as_default")]
    pub grant_types: Vec<String>,
}

/// RegisterClient's answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RegisterClientResponse {
    /// Opaque.
    pub client_id: String,
    /// Epoch seconds.
    #[serde(default, deserialize_with = "whole_number")]
    pub client_id_issued_at: Option<i64>,
    /// A long JWT.
    pub client_secret: Secret,
    /// Epoch seconds; about 90 days on.
    #[serde(default, deserialize_with = "whole_number")]
    pub client_secret_expires_at: Option<i64>,
}

/// StartDeviceAuthorization's body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StartDeviceAuthorizationRequest {
    /// From the registration.
    pub client_id: String,
    /// From the registration.
    pub client_secret: Secret,
    /// The portal to sign in to.
    pub start_url: String,
}

/// StartDeviceAuthorization's answer (RFC 8628 3.2).
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StartDeviceAuthorizationResponse {
    /// What CreateToken is asked with.
    pub device_code: Secret,
    /// What the person compares, `ABCD-EFGH`.
    pub user_code: String,
    /// Where the person goes.
    pub verification_uri: String,
    /// The same with the code in it.
    pub verification_uri_complete: Option<String>,
    /// Seconds until the code runs out.
    #[serde(default, deserialize_with = "whole_number")]
    pub expires_in: Option<i64>,
    /// Seconds between two polls.
    #[serde(default, deserialize_with = "whole_number")]
    pub interval: Option<i64>,
}

/// CreateToken's body, for either grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateTokenRequest {
    /// From the registration.
    pub client_id: String,
    /// From the registration.
    pub client_secret: Secret,
    /// [`DEVICE_CODE_GRANT`] or [`REFRESH_TOKEN_GRANT`].
    pub grant_type: String,
    /// With the device grant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_code: Option<Secret>,
    /// With the refresh grant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<Secret>,
}

/// CreateToken's answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateTokenResponse {
    /// For the portal's operations.
    pub access_token: Secret,
    /// Seconds.
    #[serde(default, deserialize_with = "whole_number")]
    pub expires_in: Option<i64>,
    /// Missing on a refresh that keeps the old one.
    pub refresh_token: Option<Secret>,
    /// `Bearer`.
    pub token_type: Option<String>,
}

/// ListAccounts' answer: one page.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ListAccountsResponse {
    /// May be empty on a page that has a next one.
    #[serde(deserialize_with = "null_as_default")]
    pub account_list: Vec<AccountInfo>,
    /// Where to go on.
    pub next_token: Option<String>,
}

/// One account of a list.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AccountInfo {
    /// Twelve digits.
    pub account_id: String,
    /// As the company calls it; any characters.
    #[serde(default, deserialize_with = "null_as_default")]
    pub account_name: String,
    /// The root user's address.
    #[serde(default, deserialize_with = "null_as_default")]
    pub email_address: String,
}

/// ListAccountRoles' answer: one page.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ListAccountRolesResponse {
    /// May be empty on a page that has a next one.
    #[serde(deserialize_with = "null_as_default")]
    pub role_list: Vec<RoleInfo>,
    /// Where to go on.
    pub next_token: Option<String>,
}

/// One role of a list.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RoleInfo {
    /// The account that was asked about.
    #[serde(default, deserialize_with = "null_as_default")]
    pub account_id: String,
    /// The permission set's name.
    pub role_name: String,
}

/// GetRoleCredentials' answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GetRoleCredentialsResponse {
    /// The only field.
    pub role_credentials: RoleCredentials,
}

/// Short-lived credentials of one role.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RoleCredentials {
    /// `ASIA…`.
    pub access_key_id: String,
    /// Of the access key.
    pub secret_access_key: Secret,
    /// Goes along with every use.
    pub session_token: Secret,
    /// Epoch milliseconds, here alone.
    #[serde(default, deserialize_with = "whole_number")]
    pub expiration: Option<i64>,
}

/// Logout's answer: nothing, and whatever a proxy makes of that.
#[derive(Debug, Deserialize)]
#[serde(from = "serde::de::IgnoredAny")]
pub struct LogoutResponse;

impl From<serde::de::IgnoredAny> for LogoutResponse {
    fn from(_: serde::de::IgnoredAny) -> LogoutResponse {
        LogoutResponse
    }
}

/// An error's body, from either service: OIDC fills `error` and `error_description`, the portal `message` and
/// `__type`; proxies in between send neither.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ErrorBody {
    /// OIDC's code, as in RFC 6749 5.2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// OIDC's text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
    /// OIDC's finer reason, such as `KMS_ACCESS_DENIED`; a relay's own refusal gives its reason here too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The portal's text.
    #[serde(alias = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The portal's error type, `namespace#Name`.
    #[serde(rename = "__type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A number that may come with a fraction, which is rounded up; none where it is not finite. A browser knows no other
/// numbers than floats.
fn whole_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    let number = Option::<f64>::deserialize(deserializer)?;
    Ok(number.filter(|number| number.is_finite()).map(|number| number.ceil() as i64))
}

#[cfg(test)]
mod tests;

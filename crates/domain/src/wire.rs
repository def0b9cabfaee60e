//! The seven calls' requests and answers as they stand in JSON.
//!
//! Not here: what an answer means, which the flows decide, and parsing ([`json`](crate::json)). A [`Secret`] is
//! written only inside a request's body, which is one itself, and only here.
//!
//! Source: AWS's service models for `sso-oidc` and `sso`; FACTS "The seven calls" and "Errors".

mod in_json;

use crate::Secret;

/// The grant type of RFC 8628 3.4.
pub const DEVICE_CODE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";
/// The grant type of RFC 6749 6.
pub const REFRESH_TOKEN_GRANT: &str = "refresh_token";

/// RegisterClient's body. No `grantTypes`: the device flow needs none.
#[derive(Debug)]
pub struct RegisterClientRequest<'a> {
    /// What AWS's consent page calls this client.
    pub client_name: &'a str,
    /// Always `public`.
    pub client_type: &'static str,
    /// Registration scopes, usually `sso:account:access`.
    pub scopes: &'a [String],
}

/// RegisterClient's answer.
#[derive(Debug)]
pub struct RegisterClientResponse {
    /// Opaque.
    pub client_id: String,
    /// A long JWT.
    pub client_secret: Secret,
    /// Epoch seconds; about 90 days on. AWS leaves out what is zero.
    pub client_secret_expires_at: f64,
}

/// StartDeviceAuthorization's body.
#[derive(Debug)]
pub struct StartDeviceAuthorizationRequest<'a> {
    /// From the registration.
    pub client_id: &'a str,
    /// From the registration.
    pub client_secret: &'a Secret,
    /// The portal to sign in to.
    pub start_url: &'a str,
}

/// StartDeviceAuthorization's answer (RFC 8628 3.2).
#[derive(Debug)]
pub struct StartDeviceAuthorizationResponse {
    /// What CreateToken is asked with.
    pub device_code: Secret,
    /// What the person compares, `ABCD-EFGH`.
    pub user_code: String,
    /// Where the person goes.
    pub verification_uri: String,
    /// The same with the code in it, where AWS gives it.
    pub verification_uri_complete: Option<String>,
    /// Seconds until the code runs out.
    pub expires_in: Option<f64>,
    /// Seconds between two polls.
    pub interval: Option<f64>,
}

/// CreateToken's body, for either grant.
#[derive(Debug)]
pub struct CreateTokenRequest<'a> {
    /// From the registration.
    pub client_id: &'a str,
    /// From the registration.
    pub client_secret: &'a Secret,
    /// [`DEVICE_CODE_GRANT`] or [`REFRESH_TOKEN_GRANT`].
    pub grant_type: &'static str,
    /// With the device grant.
    pub device_code: Option<&'a Secret>,
    /// With the refresh grant.
    pub refresh_token: Option<&'a Secret>,
}

/// CreateToken's answer.
#[derive(Debug)]
pub struct CreateTokenResponse {
    /// For the portal calls.
    pub access_token: Secret,
    /// Seconds.
    pub expires_in: Option<f64>,
    /// Absent on a refresh that keeps the old one.
    pub refresh_token: Option<Secret>,
}

/// ListAccounts' answer: one page.
#[derive(Debug)]
pub struct ListAccountsResponse {
    /// May be empty on a page that has a next one.
    pub account_list: Vec<AccountInfo>,
    /// Where to go on.
    pub next_token: Option<String>,
}

/// One account of a list.
#[derive(Clone, Debug)]
pub struct AccountInfo {
    /// Twelve digits.
    pub account_id: String,
    /// As the company calls it; any characters.
    pub account_name: String,
    /// The root user's address.
    pub email_address: String,
}

/// ListAccountRoles' answer: one page.
#[derive(Debug)]
pub struct ListAccountRolesResponse {
    /// May be empty on a page that has a next one.
    pub role_list: Vec<RoleInfo>,
    /// Where to go on.
    pub next_token: Option<String>,
}

/// One role of a list.
#[derive(Clone, Debug)]
pub struct RoleInfo {
    /// The permission set's name.
    pub role_name: String,
}

/// An error's body, from either service: OIDC fills `error` and `error_description`, the portal `message` and
/// `__type`; proxies in between send neither. Every field may be missing.
#[derive(Clone, Debug, Default)]
pub struct ErrorBody {
    /// OIDC's code, as in RFC 6749 5.2.
    pub error: Option<String>,
    /// OIDC's text.
    pub error_description: Option<String>,
    /// OIDC's finer reason, such as `KMS_ACCESS_DENIED`; a relay's own refusal gives its reason here too.
    pub reason: Option<String>,
    /// The portal's text.
    pub message: Option<String>,
    /// The portal's error type, `namespace#Name`.
    pub kind: Option<String>,
}

/// An error's name: what stands in `x-amzn-errortype` up to its first `:`, else in `__type` after `#`.
pub fn error_name<'a>(header: Option<&'a str>, body: &'a ErrorBody) -> Option<&'a str> {
    let from_header = header.and_then(|value| value.split(':').next());
    let name = from_header.or(body.kind.as_deref())?;
    let name = name.rsplit('#').next().unwrap_or(name).trim();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests;

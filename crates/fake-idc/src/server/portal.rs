//! ListAccounts, ListAccountRoles, GetRoleCredentials and Logout as JSON.
//!
//! Not here: what they mean ([`crate::center`]).
//!
//! Source: answers of AWS, recorded; AWS writes fields without a value as `null`.

use super::FakeIdc;
use crate::called_endpoint::Call;
use crate::center::PortalError;
use crate::center::portal::{Page, Parameters};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, Uri};
use axum::{Extension, Json};
use onramp_domain::Secret;
use onramp_domain::aws::TOKEN_HEADER;
use onramp_domain::aws::model::{
    AccountInfo, GetRoleCredentialsResponse, ListAccountRolesResponse, ListAccountsResponse,
    RoleCredentials, RoleInfo,
};

pub(super) async fn list_accounts(
    State(fake): State<FakeIdc>,
    Extension(call): Extension<Call>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Json<ListAccountsResponse>, PortalError> {
    let (parameters, center) = (parameters(&uri)?, fake.center());
    let Page { items, next } = center.accounts(&token(&headers)?, &parameters, &call)?;
    let account_list = items
        .iter()
        .map(|account| AccountInfo {
            account_id: account.id.to_string(),
            account_name: account.name.clone(),
            email_address: account.email.clone(),
        })
        .collect();
    Ok(Json(ListAccountsResponse { account_list, next_token: next }))
}

pub(super) async fn list_account_roles(
    State(fake): State<FakeIdc>,
    Extension(call): Extension<Call>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Json<ListAccountRolesResponse>, PortalError> {
    let (parameters, center) = (parameters(&uri)?, fake.center());
    let (account_id, Page { items, next }) = center.roles(&token(&headers)?, &parameters, &call)?;
    let role_list = items
        .iter()
        .map(|role| RoleInfo {
            account_id: account_id.to_string(),
            role_name: role.name.to_string(),
        })
        .collect();
    Ok(Json(ListAccountRolesResponse { next_token: next, role_list }))
}

pub(super) async fn get_role_credentials(
    State(fake): State<FakeIdc>,
    Extension(call): Extension<Call>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Json<GetRoleCredentialsResponse>, PortalError> {
    let parameters = parameters(&uri)?;
    let made = fake.center().credentials(&token(&headers)?, &parameters, &call)?;
    Ok(Json(GetRoleCredentialsResponse {
        role_credentials: RoleCredentials {
            access_key_id: made.access_key_id,
            expiration: Some(made.expiration.timestamp_millis()),
            secret_access_key: made.secret_access_key,
            session_token: made.session_token,
        },
    }))
}

pub(super) async fn logout(
    State(fake): State<FakeIdc>,
    Extension(call): Extension<Call>,
    headers: HeaderMap,
) -> Result<(), PortalError> {
    fake.center().logout(&token(&headers)?, &call)
}

fn parameters(uri: &Uri) -> Result<Parameters, PortalError> {
    let Query(parameters) =
        Query::try_from_uri(uri).map_err(|_| PortalError::InvalidRequest("Invalid query"))?;
    Ok(parameters)
}

/// The access token. A call without one is answered as one with a wrong one.
fn token(headers: &HeaderMap) -> Result<Secret, PortalError> {
    headers
        .get(TOKEN_HEADER)
        .and_then(|value| value.to_str().ok())
        .map(Secret::new)
        .ok_or(PortalError::Unauthorized)
}

//! RegisterClient, StartDeviceAuthorization and CreateToken as JSON.
//!
//! Not here: what they mean ([`crate::center`]).
//!
//! Source: answers of AWS, recorded; AWS writes fields without a value as `null`.

use super::FakeIdc;
use crate::called_endpoint::Call;
use crate::center::OidcError;
use axum::body::Bytes;
use axum::extract::State;
use axum::{Extension, Json};
use onramp_domain::aws::model::{
    CreateTokenResponse, RegisterClientResponse, StartDeviceAuthorizationResponse,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub(super) async fn register_client(
    State(fake): State<FakeIdc>,
    Extension(call): Extension<Call>,
    body: Bytes,
) -> Result<Json<Value>, OidcError> {
    let client = fake.center().register(read(&body)?, &call)?;
    let response = RegisterClientResponse {
        client_id: client.id,
        client_id_issued_at: Some(client.issued.timestamp()),
        client_secret: client.secret,
        client_secret_expires_at: Some(client.expires.timestamp()),
    };
    Ok(with_nulls(response, &["authorizationEndpoint", "tokenEndpoint"]))
}

pub(super) async fn start_device_authorization(
    State(fake): State<FakeIdc>,
    Extension(call): Extension<Call>,
    body: Bytes,
) -> Result<Json<StartDeviceAuthorizationResponse>, OidcError> {
    let started = fake.center().start(&read(&body)?, &call)?;
    let (verification_uri, complete) =
        started.verification(fake.0.verification, &fake.0.approval_base);
    Ok(Json(StartDeviceAuthorizationResponse {
        device_code: started.device_code,
        expires_in: Some((started.expires - call.now).num_seconds()),
        interval: Some(started.interval.num_seconds()),
        user_code: started.user_code,
        verification_uri,
        verification_uri_complete: Some(complete),
    }))
}

pub(super) async fn create_token(
    State(fake): State<FakeIdc>,
    Extension(call): Extension<Call>,
    body: Bytes,
) -> Result<Json<Value>, OidcError> {
    let issued = fake.center().create_token(&read(&body)?, &call)?;
    let response = CreateTokenResponse {
        access_token: issued.access_token,
        expires_in: Some(issued.expires_in.num_seconds()),
        refresh_token: issued.refresh_token,
        token_type: Some("Bearer".to_owned()),
    };
    let nulls = ["aws_sso_app_session_id", "idToken", "issuedTokenType", "originSessionId"];
    Ok(with_nulls(response, &nulls))
}

/// A body with the fields that AWS writes and nobody reads.
fn with_nulls(body: impl Serialize, fields: &[&str]) -> Json<Value> {
    let mut value = serde_json::to_value(body).expect("a body has texts for keys");
    for field in fields {
        value[field] = Value::Null;
    }
    Json(value)
}

/// Reads a body whatever its content type, as AWS does.
fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, OidcError> {
    serde_json::from_slice(body).map_err(|_| OidcError::InvalidRequest("Invalid request"))
}

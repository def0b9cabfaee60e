//! RegisterClient, StartDeviceAuthorization and CreateToken as JSON.
//!
//! Not here: what they mean ([`crate::center`]).
//!
//! Source: FACTS "The seven calls"; AWS writes fields without a value as `null`.

use super::FakeIdc;
use crate::center::OidcError;
use crate::place::Place;
use axum::body::Bytes;
use axum::extract::State;
use axum::{Extension, Json};
use onramp_domain::Secret;
use serde::Serialize;
use serde::de::DeserializeOwned;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Registered {
    authorization_endpoint: Option<&'static str>,
    client_id: String,
    client_id_issued_at: i64,
    client_secret: Secret,
    client_secret_expires_at: i64,
    token_endpoint: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Started {
    device_code: Secret,
    expires_in: i64,
    interval: i64,
    user_code: String,
    verification_uri: String,
    verification_uri_complete: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Token {
    access_token: Secret,
    #[serde(rename = "aws_sso_app_session_id")]
    app_session_id: Option<&'static str>,
    expires_in: i64,
    id_token: Option<&'static str>,
    issued_token_type: Option<&'static str>,
    origin_session_id: Option<&'static str>,
    refresh_token: Option<Secret>,
    token_type: &'static str,
}

pub(super) async fn register_client(
    State(fake): State<FakeIdc>,
    Extension(place): Extension<Place>,
    body: Bytes,
) -> Result<Json<Registered>, OidcError> {
    let now = fake.0.clock.now();
    let client = fake.center().register(read(&body)?, &place, now)?;
    Ok(Json(Registered {
        authorization_endpoint: None,
        client_id: client.id,
        client_id_issued_at: client.issued.timestamp(),
        client_secret: client.secret,
        client_secret_expires_at: client.expires.timestamp(),
        token_endpoint: None,
    }))
}

pub(super) async fn start_device_authorization(
    State(fake): State<FakeIdc>,
    Extension(place): Extension<Place>,
    body: Bytes,
) -> Result<Json<Started>, OidcError> {
    let (now, faults) = (fake.0.clock.now(), fake.faults());
    let started = fake.center().start(&read(&body)?, &place, &faults, now)?;
    let (verification_uri, verification_uri_complete) =
        started.verification(fake.0.verification, &fake.0.approval_base);
    Ok(Json(Started {
        device_code: started.device_code,
        expires_in: (started.expires - now).num_seconds(),
        interval: started.interval.num_seconds(),
        user_code: started.user_code,
        verification_uri,
        verification_uri_complete,
    }))
}

pub(super) async fn create_token(
    State(fake): State<FakeIdc>,
    Extension(place): Extension<Place>,
    body: Bytes,
) -> Result<Json<Token>, OidcError> {
    let (now, faults) = (fake.0.clock.now(), fake.faults());
    let issued = fake.center().create_token(&read(&body)?, &place, &faults, now)?;
    Ok(Json(Token {
        access_token: issued.access_token,
        app_session_id: None,
        expires_in: issued.expires_in.num_seconds(),
        id_token: None,
        issued_token_type: None,
        origin_session_id: None,
        refresh_token: issued.refresh_token,
        token_type: "Bearer",
    }))
}

/// Reads a body whatever its content type, as AWS does.
fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, OidcError> {
    serde_json::from_slice(body).map_err(|_| OidcError::InvalidRequest("Invalid request"))
}

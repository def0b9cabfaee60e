//! Refusals as AWS writes them: status, JSON body, and the name in `x-amzn-errortype`.
//!
//! Not here: when they are given.
//!
//! Source: answers of AWS, recorded.

use crate::center::{OidcError, PortalError};
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use onramp_domain::aws::model::ErrorBody;
use serde_json::json;

/// The header with the error's name, up to its first `:`.
pub(super) const ERROR_TYPE: &str = "x-amzn-errortype";

impl IntoResponse for OidcError {
    fn into_response(self) -> Response {
        let (status, error, exception, description) = oidc_row(self);
        let body = ErrorBody {
            error: Some(error.to_owned()),
            error_description: Some(description.to_owned()),
            ..ErrorBody::default()
        };
        named(exception, "com.amazon.sso.oidc", (status, Json(body)).into_response())
    }
}

impl IntoResponse for PortalError {
    fn into_response(self) -> Response {
        let (status, exception) = portal_row(&self);
        let kind = format!("com.amazonaws.switchboard.portal#{exception}");
        let body =
            ErrorBody { message: Some(self.to_string()), kind: Some(kind), ..ErrorBody::default() };
        let response = (status, Json(body)).into_response();
        named(exception, "com.amazonaws.switchboard.portal", response)
    }
}

/// What AWS answers where it knows no operation.
pub(super) fn unknown_operation() -> Response {
    let body = json!({
        "Output": { "__type": "com.amazon.coral.service#UnknownOperationException" },
        "Version": "1.0"
    });
    let response = (StatusCode::NOT_FOUND, Json(body)).into_response();
    named("UnknownOperationException", "com.amazon.coral.service", response)
}

/// What the OIDC service answers to a browser's preflight: not JSON.
pub(super) fn preflight_refused() -> Response {
    let kind = [(header::CONTENT_TYPE, "application/xml")];
    (StatusCode::FORBIDDEN, kind, "<AccessDeniedException/>\n").into_response()
}

/// Status, OAuth error code, exception, and description.
#[rustfmt::skip]
fn oidc_row(error: OidcError) -> (StatusCode, &'static str, &'static str, &'static str) {
    const BAD: StatusCode = StatusCode::BAD_REQUEST;
    match error {
        OidcError::AuthorizationPending => (BAD, "authorization_pending", "AuthorizationPendingException", ""),
        OidcError::SlowDown => (BAD, "slow_down", "SlowDownException", "Slow down"),
        OidcError::ExpiredToken => (BAD, "expired_token", "ExpiredTokenException", "Device code expired"),
        OidcError::AccessDenied => (BAD, "access_denied", "AccessDeniedException", "Access denied"),
        OidcError::InvalidGrant => (BAD, "invalid_grant", "InvalidGrantException", "Invalid grant provided"),
        OidcError::InvalidClient => (StatusCode::UNAUTHORIZED, "invalid_client", "InvalidClientException", "Invalid client provided"),
        OidcError::InvalidRequest(why) => (BAD, "invalid_request", "InvalidRequestException", why),
        OidcError::UnsupportedGrantType => (BAD, "unsupported_grant_type", "UnsupportedGrantTypeException", "Only the device grant is offered here: use the device code flow"),
        OidcError::InvalidScope => (BAD, "invalid_scope", "InvalidScopeException", "Invalid scope provided"),
        OidcError::InvalidClientMetadata(why) => (BAD, "invalid_client_metadata", "InvalidClientMetadataException", why),
        OidcError::ServerError => (StatusCode::INTERNAL_SERVER_ERROR, "server_error", "InternalServerException", "Unexpected internal error"),
    }
}

fn portal_row(error: &PortalError) -> (StatusCode, &'static str) {
    match error {
        PortalError::Unauthorized => (StatusCode::UNAUTHORIZED, "UnauthorizedException"),
        PortalError::Forbidden => (StatusCode::FORBIDDEN, "ForbiddenException"),
        PortalError::InvalidRequest(_) | PortalError::OriginNotAllowed(_) => {
            (StatusCode::BAD_REQUEST, "InvalidRequestException")
        }
        PortalError::TooManyRequests => (StatusCode::TOO_MANY_REQUESTS, "TooManyRequestsException"),
        PortalError::InternalServer => {
            (StatusCode::INTERNAL_SERVER_ERROR, "InternalServerException")
        }
    }
}

fn named(exception: &str, namespace: &str, mut response: Response) -> Response {
    let name = format!("{exception}:http://internal.amazon.com/coral/{namespace}/");
    let value = HeaderValue::try_from(name).expect("exceptions' names are ASCII");
    response.headers_mut().insert(ERROR_TYPE, value);
    response
}

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
        let (status, exception, error_description) = oidc_row(self);
        let body = ErrorBody {
            error: Some(self.to_string()),
            error_description: Some(error_description.to_owned()),
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

#[rustfmt::skip]
fn oidc_row(error: OidcError) -> (StatusCode, &'static str, &'static str) {
    const BAD: StatusCode = StatusCode::BAD_REQUEST;
    match error {
        OidcError::AuthorizationPending => (BAD, "AuthorizationPendingException", ""),
        OidcError::SlowDown => (BAD, "SlowDownException", "Slow down"),
        OidcError::ExpiredToken => (BAD, "ExpiredTokenException", "Device code expired"),
        OidcError::AccessDenied => (BAD, "AccessDeniedException", "Access denied"),
        OidcError::InvalidGrant => (BAD, "InvalidGrantException", "Invalid grant provided"),
        OidcError::InvalidClient => (StatusCode::UNAUTHORIZED, "InvalidClientException", "Invalid client provided"),
        OidcError::InvalidRequest(why) => (BAD, "InvalidRequestException", why),
        OidcError::UnknownStartUrl => (BAD, "InvalidRequestException", ""),
        OidcError::UnsupportedGrantType => (BAD, "UnsupportedGrantTypeException", "Only the device grant is offered here: use the device code flow"),
        OidcError::InvalidScope => (BAD, "InvalidScopeException", "Invalid scope provided"),
        OidcError::InvalidClientMetadata(why) => (BAD, "InvalidClientMetadataException", why),
        OidcError::ServerError => (StatusCode::INTERNAL_SERVER_ERROR, "InternalServerException", "Unexpected internal error"),
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

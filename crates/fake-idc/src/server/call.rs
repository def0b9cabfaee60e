//! What becomes of each of the seven calls, in order: where it came in, the faults, what it says, and the answer.
//!
//! Not here: what the calls mean ([`crate::center`]), and the pages and `/fake/`, which no fault touches.
//!
//! Source: answers of AWS, recorded; AWS writes fields without a value as `null`.

use super::FakeIdc;
use super::errors::{preflight_refused, unknown_operation};
use crate::called_endpoint::{Call, CalledEndpoint};
use crate::center::portal::Parameters;
use crate::center::{OidcError, PortalError};
use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Query, RawPathParams, Request};
use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use onramp_domain::aws::{Operation, TOKEN_HEADER};
use onramp_domain::{Secret, Service};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// AWS's id of a request, for its support.
const REQUEST_ID: &str = "x-amzn-requestid";

/// Finds where the call came in, lets the faults at it, and stamps the answer with the time and an id.
pub(super) async fn answer(
    fake: FakeIdc,
    operation: Operation,
    parameters: RawPathParams,
    request: Request,
) -> Response {
    let service = operation.service();
    let Some(endpoint) = called_endpoint(&parameters, service) else {
        return fake.stamped(unknown_operation());
    };
    let pause = fake.faults().slow;
    // A timer's shortest tick would be too long.
    if !pause.is_zero() {
        tokio::time::sleep(pause).await;
    }
    let call = Call { endpoint, faults: fake.faults(), now: fake.0.clock.now() };
    let response = if fake.fault_injector().drops() {
        return lost_connection();
    } else if let Some(refusal) = browser_refused(service, &request) {
        refusal
    } else if fake.fault_injector().fails() {
        internal_error(service)
    } else if service == Service::Portal && fake.fault_injector().throttles(call.now) {
        PortalError::TooManyRequests.into_response()
    } else if request.method().as_str() != operation.method().as_str() {
        unknown_operation()
    } else {
        let (headers, uri) = (request.headers().clone(), request.uri().clone());
        match Bytes::from_request(request, &()).await {
            Ok(body) => fake.do_call(operation, &call, &headers, &uri, &body),
            Err(refusal) => refusal.into_response(),
        }
    };
    fake.stamped(response)
}

impl FakeIdc {
    fn do_call(
        &self,
        operation: Operation,
        call: &Call,
        headers: &HeaderMap,
        uri: &Uri,
        body: &[u8],
    ) -> Response {
        let mut center = self.center();
        let asked = || Ok((parameters(uri)?, token(headers)?));
        match operation {
            Operation::RegisterClient => {
                let client = read(body).and_then(|request| center.register(request, call));
                json(client, &["authorizationEndpoint", "tokenEndpoint"])
            }
            Operation::StartDeviceAuthorization => {
                json(read(body).and_then(|request| center.start(&request, call)), &[])
            }
            Operation::CreateToken => {
                let issued = read(body).and_then(|request| center.create_token(&request, call));
                let nulls =
                    ["aws_sso_app_session_id", "idToken", "issuedTokenType", "originSessionId"];
                json(issued, &nulls)
            }
            Operation::ListAccounts => {
                json(asked().and_then(|(query, token)| center.accounts(&token, &query, call)), &[])
            }
            Operation::ListAccountRoles => {
                json(asked().and_then(|(query, token)| center.roles(&token, &query, call)), &[])
            }
            Operation::GetRoleCredentials => {
                let made =
                    asked().and_then(|(query, token)| center.credentials(&token, &query, call));
                json(made, &[])
            }
            Operation::Logout => {
                token(headers).and_then(|token| center.logout(&token, call)).into_response()
            }
        }
    }

    /// The answer with the clock's date and an id of its own.
    fn stamped(&self, mut response: Response) -> Response {
        let date = self.0.clock.now().format("%a, %d %b %Y %H:%M:%S GMT").to_string();
        let id = self.fault_injector().request_id();
        for (name, value) in [(header::DATE.as_str(), date), (REQUEST_ID, id)] {
            let value = HeaderValue::try_from(value).expect("both are ASCII");
            response.headers_mut().insert(name, value);
        }
        response
    }
}

/// Where the call came in; `None` if this path is no operation of this host.
fn called_endpoint(parameters: &RawPathParams, service: Service) -> Option<CalledEndpoint> {
    match parameters.iter().find(|(name, _)| *name == "host") {
        Some((_, host)) => CalledEndpoint::at_host(host, service),
        None => Some(CalledEndpoint(None)),
    }
}

/// A page on any origin but AWS's own can't call either service.
fn browser_refused(service: Service, request: &Request) -> Option<Response> {
    let origin = request.headers().get(header::ORIGIN)?;
    match service {
        Service::Oidc => (request.method() == Method::OPTIONS).then(preflight_refused),
        Service::Portal => {
            let origin = String::from_utf8_lossy(origin.as_bytes()).into_owned();
            Some(PortalError::OriginNotAllowed(origin).into_response())
        }
    }
}

fn internal_error(service: Service) -> Response {
    match service {
        Service::Oidc => OidcError::ServerError.into_response(),
        Service::Portal => PortalError::InternalServer.into_response(),
    }
}

/// An answer whose body fails before its first byte. The server gives the connection up then, with nothing sent: the
/// head is still in its buffer.
fn lost_connection() -> Response {
    let lost = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
    Body::from_stream(stream::iter([Err::<Bytes, _>(lost)])).into_response()
}

/// Reads a body whatever its content type, as AWS does.
fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, OidcError> {
    serde_json::from_slice(body).map_err(|_| OidcError::InvalidRequest("Invalid request"))
}

fn parameters(uri: &Uri) -> Result<Parameters, PortalError> {
    let Query(parameters) =
        Query::try_from_uri(uri).map_err(|_| PortalError::InvalidRequest("Invalid query"))?;
    Ok(parameters)
}

/// The access token. A call without one is answered as one with a wrong one.
fn token(headers: &HeaderMap) -> Result<Secret, PortalError> {
    let token = headers.get(TOKEN_HEADER).and_then(|value| value.to_str().ok());
    token.map(Secret::new).ok_or(PortalError::Unauthorized)
}

/// An answer, with the fields that AWS writes and nobody reads.
fn json(made: Result<impl Serialize, impl IntoResponse>, nulls: &[&str]) -> Response {
    match made {
        Ok(body) => {
            let mut body = serde_json::to_value(body).expect("a body has texts for keys");
            for field in nulls {
                body[field] = Value::Null;
            }
            Json(body).into_response()
        }
        Err(refusal) => refusal.into_response(),
    }
}

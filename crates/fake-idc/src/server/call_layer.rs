//! What happens to each of the seven calls before and after its handler, in one function, in order.
//!
//! Not here: the pages and `/fake/`, which no fault touches.

use super::FakeIdc;
use super::errors::{preflight_refused, unknown_operation};
use crate::called_endpoint::{Call, CalledEndpoint};
use crate::center::{OidcError, PortalError};
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::{RawPathParams, Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use onramp_domain::Service;
use onramp_domain::aws::Operation;

/// AWS's id of a request, for its support.
const REQUEST_ID: &str = "x-amzn-requestid";

/// Finds where the call came in, lets the faults at it, and stamps the answer with the time and an id.
pub(super) async fn call_layer(
    State(fake): State<FakeIdc>,
    Extension(operation): Extension<Operation>,
    parameters: RawPathParams,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(endpoint) = called_endpoint(&parameters, operation.service()) else {
        return fake.stamped(unknown_operation().await);
    };
    let pause = fake.faults().slow;
    // A timer's shortest tick would be too long.
    if !pause.is_zero() {
        tokio::time::sleep(pause).await;
    }
    let call = Call { endpoint, faults: fake.faults(), now: fake.0.clock.now() };
    let response = if fake.fault_injector().drops() {
        return lost_connection();
    } else if let Some(refusal) = browser_refused(operation.service(), &request) {
        refusal
    } else if fake.fault_injector().fails() {
        internal_error(operation.service())
    } else if operation.service() == Service::Portal && fake.fault_injector().throttles(call.now) {
        PortalError::TooManyRequests.into_response()
    } else {
        request.extensions_mut().insert(call);
        next.run(request).await
    };
    fake.stamped(response)
}

impl FakeIdc {
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
    let Some((_, host)) = parameters.iter().find(|(name, _)| *name == "host") else {
        return Some(CalledEndpoint::Anywhere);
    };
    CalledEndpoint::at_host(host, service)
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

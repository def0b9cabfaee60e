//! The headers that pass, in each direction. Everything else stays behind.
//!
//! Not here: why AWS minds. The portal judges `Origin`, so it must not go out, nor may `Cookie`, `Referer`, `Sec-*` and
//! `X-Forwarded-*`; `Set-Cookie` and `Location` must not come back.

use crate::relay::RelayError;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use onramp_domain::Service;
use onramp_domain::aws::{Operation, TOKEN_HEADER};

/// What the page may say to AWS.
const TO_AWS: [HeaderName; 3] =
    [header::CONTENT_TYPE, header::ACCEPT, HeaderName::from_static(TOKEN_HEADER)];

/// What AWS may say to the page. `date` shows the page how far the computer's clock is off.
const TO_PAGE: [HeaderName; 5] = [
    header::CONTENT_TYPE,
    HeaderName::from_static("x-amzn-errortype"),
    HeaderName::from_static("x-amzn-requestid"),
    header::RETRY_AFTER,
    header::DATE,
];

/// The request's headers that go to AWS.
pub(super) fn to_aws(headers: &HeaderMap) -> HeaderMap {
    let mut headers = pick(headers, &TO_AWS);
    if let Some(token) = headers.get_mut(TOKEN_HEADER) {
        // Kept out of `Debug` and of HTTP/2's header tables.
        token.set_sensitive(true);
    }
    headers
}

/// The answer's headers that go to the page.
pub(super) fn to_page(headers: &HeaderMap) -> HeaderMap {
    pick(headers, &TO_PAGE)
}

/// Checks the access token's header: once where the call is the portal's, and never twice.
pub(super) fn check_token(operation: Operation, headers: &HeaderMap) -> Result<(), RelayError> {
    let mut tokens = headers.get_all(TOKEN_HEADER).iter();
    match (tokens.next(), tokens.next(), operation.service()) {
        (_, Some(_), _) => Err(RelayError::DuplicateHeader),
        (None, None, Service::Portal) => Err(RelayError::NoToken),
        (Some(token), None, Service::Portal) if token.is_empty() => Err(RelayError::NoToken),
        (_, None, Service::Portal | Service::Oidc) => Ok(()),
    }
}

/// Whether a `content-type` is `application/json`, with or without parameters.
pub(super) fn is_json(content_type: Option<&HeaderValue>) -> bool {
    content_type
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}

/// The first value of each name allowed.
fn pick(headers: &HeaderMap, allowed: &[HeaderName]) -> HeaderMap {
    let first = |name: &HeaderName| Some((name.clone(), headers.get(name)?.clone()));
    allowed.iter().filter_map(first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_does_not_show_the_token() {
        let headers: HeaderMap =
            [(HeaderName::from_static(TOKEN_HEADER), HeaderValue::from_static("hunter2"))]
                .into_iter()
                .collect();
        let debug = format!("{:?}", to_aws(&headers));
        assert!(debug.contains(TOKEN_HEADER) && !debug.contains("hunter2"), "{debug}");
    }

    #[test]
    fn json_is_told_by_its_essence() {
        let is_json = |text| is_json(Some(&HeaderValue::from_static(text)));
        assert!(is_json("application/json") && is_json("Application/JSON ; charset=utf-8"));
        assert!(!is_json("application/json-seq") && !is_json("text/plain; application/json"));
        assert!(!super::is_json(None));
    }
}

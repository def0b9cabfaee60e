//! `start-url`: what a pasted text is.

use onramp_domain::portal::{PortalKind, StartUrl, StartUrlError};
use onramp_domain::{EndpointFamily, Partition, Region};
use serde_json::{Value, json};

#[derive(serde::Deserialize)]
pub(crate) struct Given {
    text: String,
}

pub(crate) fn answer(given: Given) -> Result<Value, String> {
    Ok(match StartUrl::parse(&given.text) {
        Ok(url) => json!({
            "start_url": url.as_str(),
            "kind": match url.kind() {
                PortalKind::AwsApps => "awsapps",
                PortalKind::Instance => "instance",
                PortalKind::Issuer => "issuer",
                PortalKind::Vanity => "vanity",
            },
            "partition": url.partition().map(Partition::id),
            "region": url.region().map(Region::id),
            "endpoints": match url.endpoints() {
                EndpointFamily::Standard => "standard",
                EndpointFamily::DualStack => "dualstack",
            },
        }),
        Err(error) => match error.region() {
            Some(region) => json!({"error": code(&error), "region": region.id()}),
            None => json!({"error": code(&error)}),
        },
    })
}

fn code(error: &StartUrlError) -> &'static str {
    match error {
        StartUrlError::Empty => "empty",
        StartUrlError::NotAUrl => "not-a-url",
        StartUrlError::SeveralLines => "several-lines",
        StartUrlError::TooLong => "too-long",
        StartUrlError::NotHttps => "not-https",
        StartUrlError::HasCredentials => "has-credentials",
        StartUrlError::ConsoleUrl => "console-url",
        StartUrlError::DeviceUrl { .. } => "device-url",
        StartUrlError::SignInUrl { .. } => "sign-in-url",
        StartUrlError::EndpointUrl { .. } => "endpoint-url",
        StartUrlError::BuilderId => "builder-id",
        StartUrlError::IdentityProviderUrl => "identity-provider-url",
        StartUrlError::LookAlike => "look-alike",
    }
}

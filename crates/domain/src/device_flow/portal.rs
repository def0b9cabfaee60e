//! What a sign-in is for.

use crate::aws::{Endpoint, EndpointFamily, Region};

/// An access portal to sign in to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portal {
    /// Sent to AWS as it stands.
    pub start_url: String,
    /// Where Identity Center lives.
    pub region: Region,
    /// Which of the region's hosts are called.
    pub endpoints: EndpointFamily,
    /// Registration scopes, usually `sso:account:access`. With none AWS gives no refresh token.
    pub scopes: Vec<String>,
}

impl Portal {
    /// Where its calls go.
    pub fn endpoint(&self) -> Endpoint {
        Endpoint { region: self.region.clone(), family: self.endpoints }
    }
}

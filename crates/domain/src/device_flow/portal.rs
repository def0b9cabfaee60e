//! What a sign-in is for: the portal, and the hosts that stand for it.
//!
//! Not here: reading a start URL. It comes in as it is to be sent.

use crate::call::Call;
use crate::region::{EndpointFamily, Region};

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

/// A region's hosts of one family: where a call goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The region.
    pub region: Region,
    /// Which of its hosts.
    pub family: EndpointFamily,
}

impl Endpoint {
    /// A call's path at the relay, from the origin's root.
    pub fn relay_path(&self, call: Call) -> String {
        call.relay_url_path(&self.region, self.family)
    }
}

//! The operator's locks: which calls, regions and portals this host relays for.
//!
//! Not here: which calls there are at all. Without a lock a host in the open would let anybody begin a sign-in at any
//! organisation from under the operator's name.

use super::{RelayError, Target};
use onramp_domain::aws::Operation;
use onramp_domain::{PortalHost, Region, StartUrl};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::HashMap;

/// What is allowed. An empty list of start URLs or regions allows all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelayPolicy {
    /// The portals people may sign in at.
    pub start_urls: Vec<StartUrl>,
    /// The regions that are called.
    pub regions: Vec<Region>,
    /// The calls that are made.
    pub calls: Vec<Operation>,
}

impl Default for RelayPolicy {
    /// Every portal and region, and every call but the one that hands out role credentials, which the page never makes.
    fn default() -> RelayPolicy {
        let mut calls = Operation::ALL.to_vec();
        calls.retain(|call| *call != Operation::GetRoleCredentials);
        RelayPolicy { start_urls: Vec::new(), regions: Vec::new(), calls }
    }
}

impl RelayPolicy {
    /// Every portal, region and call.
    pub fn unlocked() -> RelayPolicy {
        RelayPolicy { calls: Operation::ALL.to_vec(), ..RelayPolicy::default() }
    }

    /// Whether people may sign in at any organisation.
    pub fn allows_every_portal(&self) -> bool {
        self.start_urls.is_empty()
    }

    /// Checks what is called, and where.
    pub(super) fn check_target(&self, target: &Target) -> Result<(), RelayError> {
        if !self.calls.contains(&target.operation) {
            return Err(RelayError::CallNotAllowed);
        }
        if !self.regions.is_empty() && !self.regions.contains(&target.region) {
            return Err(RelayError::RegionNotAllowed);
        }
        Ok(())
    }

    /// Checks the portal that a sign-in begins at. A body that can't be read plainly, or names it twice, is refused.
    pub(super) fn check_body(&self, operation: Operation, body: &[u8]) -> Result<(), RelayError> {
        #[derive(Deserialize)]
        struct Body {
            #[serde(rename = "startUrl")]
            start_url: String,
            #[serde(flatten)]
            _others: HashMap<String, IgnoredAny>,
        }
        if operation != Operation::StartDeviceAuthorization || self.start_urls.is_empty() {
            return Ok(());
        }
        let body: Body =
            serde_json::from_slice(body).map_err(|_| RelayError::StartUrlNotAllowed)?;
        let is_allowed = |allowed: &StartUrl| allowed.as_str() == body.start_url;
        match self.start_urls.iter().any(is_allowed) {
            true => Ok(()),
            false => Err(RelayError::StartUrlNotAllowed),
        }
    }

    /// Checks a portal whose region is looked up.
    pub(super) fn check_portal(&self, portal: &PortalHost) -> Result<(), RelayError> {
        let is_allowed = |allowed: &StartUrl| allowed.host() == portal.as_str();
        match self.start_urls.is_empty() || self.start_urls.iter().any(is_allowed) {
            true => Ok(()),
            false => Err(RelayError::StartUrlNotAllowed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locked() -> RelayPolicy {
        let start_url = StartUrl::parse("https://acme.awsapps.com/start").unwrap();
        RelayPolicy { start_urls: vec![start_url], ..RelayPolicy::default() }
    }

    #[test]
    fn a_sign_in_begins_at_an_allowed_portal_named_once_and_plainly() {
        let check = |body: &str| {
            locked().check_body(Operation::StartDeviceAuthorization, body.as_bytes()).is_ok()
        };
        assert!(check(r#"{"clientId":"a","startUrl":"https://acme.awsapps.com/start"}"#));
        for body in [
            "",
            "{}",
            "[]",
            r#"{"startUrl":null}"#,
            r#"{"startUrl":"https://evil.awsapps.com/start"}"#,
            r#"{"startUrl":"https://acme.awsapps.com/start https://evil.awsapps.com/start"}"#,
            r#"{"startUrl":"https://acme.awsapps.com/start","startUrl":"https://evil.awsapps.com/start"}"#,
            r#"{"start\u0055rl":"https://evil.awsapps.com/start","startUrl":"https://acme.awsapps.com/start"}"#,
            r#"{"startUrl":"https://acme.awsapps.com/start"} {}"#,
        ] {
            assert!(!check(body), "{body}");
        }
        assert!(locked().check_body(Operation::RegisterClient, b"anything").is_ok());
    }
}

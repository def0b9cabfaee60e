//! How a call came in: at one of AWS's hosts or at none, when, and with which faults.
//!
//! Not here: routing. A relay with an upstream sends what would go to `https://HOST/PATH` to `/HOST/PATH`, so a path's
//! first segment is a host; real clients with an endpoint of their own send bare paths, and any region will do.

use crate::Faults;
use chrono::{DateTime, Utc};
use onramp_domain::aws::Endpoint;
use onramp_domain::{EndpointFamily, Region, Service};

/// A call, but for what it says.
pub(crate) struct Call {
    pub(crate) endpoint: CalledEndpoint,
    pub(crate) faults: Faults,
    pub(crate) now: DateTime<Utc>,
}

/// Where a call came in: at one of AWS's endpoints, or at a bare path, which is right for every region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CalledEndpoint(pub(crate) Option<Endpoint>);

impl CalledEndpoint {
    /// The service's endpoint with this host; `None` where AWS has none.
    pub(crate) fn at_host(host: &str, service: Service) -> Option<CalledEndpoint> {
        let endpoints = Region::all().flat_map(|region| {
            [EndpointFamily::Standard, EndpointFamily::DualStack]
                .map(|family| Endpoint { region: region.clone(), family })
        });
        let at = |it: &Endpoint| it.region.host(service, it.family) == host;
        endpoints.into_iter().find(at).map(|it| CalledEndpoint(Some(it)))
    }

    /// Whether what belongs to this region can be used here.
    pub(crate) fn reaches(&self, region: &Region) -> bool {
        self.region().is_none_or(|it| it == region)
    }

    /// Whether what was begun here can be gone on with there.
    pub(crate) fn meets(&self, other: &CalledEndpoint) -> bool {
        self.region().is_none_or(|region| other.reaches(region))
    }

    /// The region of the endpoint, where there is one.
    pub(crate) fn region(&self) -> Option<&Region> {
        self.0.as_ref().map(|endpoint| &endpoint.region)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(host: &str, service: Service, expect: Expect) {
        let called = CalledEndpoint::at_host(host, service);
        expect.assert_eq(&format!("{called:?}"));
    }

    #[test]
    fn a_host_says_region_and_family() {
        check(
            "oidc.eu-west-1.amazonaws.com",
            Service::Oidc,
            expect!["Some(CalledEndpoint(Some(Endpoint { region: eu-west-1, family: Standard })))"],
        );
        check(
            "portal.sso.eu-west-1.api.aws",
            Service::Portal,
            expect![
                "Some(CalledEndpoint(Some(Endpoint { region: eu-west-1, family: DualStack })))"
            ],
        );
        check(
            "oidc.cn-north-1.amazonaws.com.cn",
            Service::Oidc,
            expect![
                "Some(CalledEndpoint(Some(Endpoint { region: cn-north-1, family: Standard })))"
            ],
        );
        check("oidc.mars-1.amazonaws.com", Service::Oidc, expect!["None"]);
        check("oidc.eu-west-1.amazonaws.com.evil.example", Service::Oidc, expect!["None"]);
        check("oidc.cn-north-1.amazonaws.com", Service::Oidc, expect!["None"]);
    }
}

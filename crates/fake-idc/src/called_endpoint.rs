//! How a call came in: at one of AWS's hosts or at none, when, and with which faults.
//!
//! Not here: routing. A relay with an upstream sends what would go to `https://HOST/PATH` to `/HOST/PATH`, so a path's
//! first segment is a host; real clients with an endpoint of their own send bare paths, and any region will do.

use crate::Faults;
use chrono::{DateTime, Utc};
use onramp_domain::aws::Endpoint;
use onramp_domain::{EndpointFamily, Region, Service};

/// A call, but for what it says.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) endpoint: CalledEndpoint,
    pub(crate) faults: Faults,
    pub(crate) now: DateTime<Utc>,
}

/// Where a call came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CalledEndpoint {
    /// At a bare path: right for every region.
    Anywhere,
    /// At one of AWS's endpoints.
    At(Endpoint),
}

impl CalledEndpoint {
    /// The service's endpoint with this host; `None` where AWS has none.
    pub(crate) fn at_host(host: &str, service: Service) -> Option<CalledEndpoint> {
        let endpoints = Region::all().flat_map(|region| {
            [EndpointFamily::Standard, EndpointFamily::DualStack]
                .map(|family| Endpoint { region: region.clone(), family })
        });
        let at = |it: &Endpoint| it.region.host(service, it.family) == host;
        endpoints.into_iter().find(at).map(CalledEndpoint::At)
    }

    /// Whether what belongs to this region can be used here.
    pub(crate) fn reaches(&self, region: &Region) -> bool {
        match self {
            CalledEndpoint::Anywhere => true,
            CalledEndpoint::At(endpoint) => endpoint.region == *region,
        }
    }

    /// The region of the endpoint, where there is one.
    pub(crate) fn region(&self) -> Option<&Region> {
        match self {
            CalledEndpoint::Anywhere => None,
            CalledEndpoint::At(endpoint) => Some(&endpoint.region),
        }
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
            expect!["Some(At(Endpoint { region: eu-west-1, family: Standard }))"],
        );
        check(
            "portal.sso.eu-west-1.api.aws",
            Service::Portal,
            expect!["Some(At(Endpoint { region: eu-west-1, family: DualStack }))"],
        );
        check(
            "oidc.cn-north-1.amazonaws.com.cn",
            Service::Oidc,
            expect!["Some(At(Endpoint { region: cn-north-1, family: Standard }))"],
        );
        check("oidc.mars-1.amazonaws.com", Service::Oidc, expect!["None"]);
        check("oidc.eu-west-1.amazonaws.com.evil.example", Service::Oidc, expect!["None"]);
        check("oidc.cn-north-1.amazonaws.com", Service::Oidc, expect!["None"]);
    }
}

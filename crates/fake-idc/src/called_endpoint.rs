//! Where a call came in: at one of AWS's hosts, or at none.
//!
//! Not here: routing. A relay with an upstream sends what would go to `https://HOST/PATH` to `/HOST/PATH`, so a path's
//! first segment is a host; real clients with an endpoint of their own send bare paths, and any region will do.

use onramp_domain::{EndpointFamily, Region, Service};

/// Where a call came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CalledEndpoint {
    /// At a bare path: right for every region.
    Anywhere,
    /// At one of AWS's endpoints.
    At(Endpoint),
}

/// One of AWS's endpoints, as its host says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint {
    pub(crate) region: Region,
    pub(crate) service: Service,
    pub(crate) family: EndpointFamily,
}

impl Endpoint {
    /// The endpoint with this host; `None` where AWS has none.
    pub(crate) fn at_host(host: &str) -> Option<Endpoint> {
        let service = if host.starts_with("oidc.") { Service::Oidc } else { Service::Portal };
        Region::all()
            .flat_map(|region| {
                [EndpointFamily::Standard, EndpointFamily::DualStack].map(|family| Endpoint {
                    region: region.clone(),
                    service,
                    family,
                })
            })
            .find(|endpoint| endpoint.region.host(service, endpoint.family) == host)
    }
}

impl CalledEndpoint {
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
    fn check(host: &str, expect: Expect) {
        expect.assert_eq(&Endpoint::at_host(host).map_or("none".into(), |endpoint| {
            format!("{} {:?} {:?}", endpoint.region, endpoint.service, endpoint.family)
        }));
    }

    #[test]
    fn a_host_says_region_service_and_family() {
        check("oidc.eu-west-1.amazonaws.com", expect!["eu-west-1 Oidc Standard"]);
        check("portal.sso.eu-west-1.api.aws", expect!["eu-west-1 Portal DualStack"]);
        check("oidc.cn-north-1.amazonaws.com.cn", expect!["cn-north-1 Oidc Standard"]);
        check("oidc.mars-1.amazonaws.com", expect!["none"]);
        check("oidc.eu-west-1.amazonaws.com.evil.example", expect!["none"]);
        check("oidc.cn-north-1.amazonaws.com", expect!["none"]);
    }
}

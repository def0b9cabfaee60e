//! Where a call goes: one of a region's hosts, in one of the two endpoint families.

use super::Region;

/// A region's hosts of one family: where a call goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The region.
    pub region: Region,
    /// Which of its hosts.
    pub family: EndpointFamily,
}

/// Which of AWS's two sets of hosts is called. The OIDC host's family decides which portal the person is sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum EndpointFamily {
    /// `oidc.eu-west-1.amazonaws.com`.
    #[default]
    Standard,
    /// `oidc.eu-west-1.api.aws`, reached over IPv4 and IPv6.
    DualStack,
}

/// The two AWS services behind Identity Center's sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Service {
    /// IAM Identity Center OIDC: registration and tokens.
    Oidc,
    /// The access portal: accounts, roles, role credentials.
    Portal,
}

impl Service {
    pub(super) fn host_prefix(self) -> &'static str {
        match self {
            Service::Oidc => "oidc",
            Service::Portal => "portal.sso",
        }
    }
}

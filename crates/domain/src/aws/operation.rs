//! The seven calls the product makes to AWS, and so the only ones a relay forwards.
//!
//! The page builds its requests from this table and the host checks them against it, so the two can't disagree.
//!
//! Source: AWS's service models for `sso-oidc` and `sso`.

use crate::aws::{EndpointFamily, Region, Service};

/// The header in which portal calls carry the access token.
pub const TOKEN_HEADER: &str = "x-amz-sso_bearer_token";

/// One of AWS's operations, by its API name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Registers this page as a public client.
    RegisterClient,
    /// Begins the device flow (RFC 8628 3.1).
    StartDeviceAuthorization,
    /// Asks for a token (RFC 8628 3.4), or refreshes one (RFC 6749 6).
    CreateToken,
    /// The accounts assigned to the person.
    ListAccounts,
    /// The roles assigned to them in one account.
    ListAccountRoles,
    /// Short-lived credentials of one role.
    GetRoleCredentials,
    /// Ends the session at AWS.
    Logout,
}

/// The HTTP methods that occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Without a body.
    Get,
    /// With a JSON body, or none.
    Post,
}

impl Method {
    /// As it stands in a request line.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
        }
    }
}

impl Operation {
    /// All seven, in the order in which a sign-in makes them.
    pub const ALL: [Operation; 7] = [
        Operation::RegisterClient,
        Operation::StartDeviceAuthorization,
        Operation::CreateToken,
        Operation::ListAccounts,
        Operation::ListAccountRoles,
        Operation::GetRoleCredentials,
        Operation::Logout,
    ];

    /// The relayed call at this path below the region, such as `oidc/token`.
    pub fn at_relay_path(path: &str) -> Option<Operation> {
        Operation::ALL.into_iter().find(|call| call.relay_path() == path)
    }

    /// AWS's name of the operation.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// Its HTTP method.
    pub fn method(self) -> Method {
        self.row().1
    }

    /// The service that answers it.
    pub fn service(self) -> Service {
        self.row().2
    }

    /// Its path below a relay's region: `oidc/client/register`.
    pub fn relay_path(self) -> &'static str {
        self.row().3
    }

    /// Its path at AWS's host: `/client/register`.
    pub fn aws_path(self) -> &'static str {
        let path = self.relay_path();
        path.find('/').map_or(path, |slash| &path[slash..])
    }

    /// Its path at the relay, from the origin's root: `/aws/eu-west-1/oidc/token`.
    pub fn relay_url_path(self, region: &Region, family: EndpointFamily) -> String {
        format!("/{}/{region}/{}", relay_prefix(family), self.relay_path())
    }

    /// The query parameters AWS knows for it.
    pub fn query_parameters(self) -> &'static [&'static str] {
        match self {
            Operation::ListAccounts => &["max_result", "next_token"],
            Operation::ListAccountRoles => &["account_id", "max_result", "next_token"],
            Operation::GetRoleCredentials => &["account_id", "role_name"],
            _ => &[],
        }
    }

    #[rustfmt::skip]
    fn row(self) -> (&'static str, Method, Service, &'static str) {
        match self {
            Operation::RegisterClient => ("RegisterClient", Method::Post, Service::Oidc, "oidc/client/register"),
            Operation::StartDeviceAuthorization => ("StartDeviceAuthorization", Method::Post, Service::Oidc, "oidc/device_authorization"),
            Operation::CreateToken => ("CreateToken", Method::Post, Service::Oidc, "oidc/token"),
            Operation::ListAccounts => ("ListAccounts", Method::Get, Service::Portal, "portal/assignment/accounts"),
            Operation::ListAccountRoles => ("ListAccountRoles", Method::Get, Service::Portal, "portal/assignment/roles"),
            Operation::GetRoleCredentials => ("GetRoleCredentials", Method::Get, Service::Portal, "portal/federation/credentials"),
            Operation::Logout => ("Logout", Method::Post, Service::Portal, "portal/logout"),
        }
    }
}

/// The first segment of a relay's path, which chooses the endpoint family.
pub fn relay_prefix(family: EndpointFamily) -> &'static str {
    match family {
        EndpointFamily::Standard => "aws",
        EndpointFamily::DualStack => "aws-dualstack",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relay_paths_and_aws_paths_differ_by_the_service() {
        let region = Region::parse("eu-west-1").unwrap();
        let at = |call: Operation| {
            (call.relay_url_path(&region, EndpointFamily::DualStack), call.aws_path())
        };
        assert_eq!(
            at(Operation::CreateToken),
            ("/aws-dualstack/eu-west-1/oidc/token".into(), "/token")
        );
        assert_eq!(
            at(Operation::Logout),
            ("/aws-dualstack/eu-west-1/portal/logout".into(), "/logout")
        );
        for call in Operation::ALL {
            assert_eq!(Operation::at_relay_path(call.relay_path()), Some(call));
        }
    }
}

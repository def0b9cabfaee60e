//! What a relay path means: a call, in a region, at one family of hosts.
//!
//! Not here: sending it. Paths are compared as they stand, without decoding, so there is one spelling of each and
//! nothing to normalise.

use super::RelayError;
use onramp_domain::aws::{Operation, relay_prefix};
use onramp_domain::{EndpointFamily, Region};

/// Whether this path is the relay's, and so a refusal there is JSON.
pub fn is_relay_path(path: &str) -> bool {
    let first = path.strip_prefix('/').and_then(|rest| rest.split('/').next());
    FAMILIES.into_iter().any(|family| first == Some(relay_prefix(family)))
}

const FAMILIES: [EndpointFamily; 2] = [EndpointFamily::Standard, EndpointFamily::DualStack];

/// The regions the relay has hosts for: the domain's table, and what the operator added.
#[derive(Clone, Debug, Default)]
pub struct KnownRegions {
    added: Vec<Region>,
}

impl KnownRegions {
    /// The table and these.
    pub fn with_added(added: Vec<Region>) -> KnownRegions {
        KnownRegions { added }
    }

    /// The region with exactly this id.
    pub fn find(&self, id: &str) -> Option<Region> {
        let added = self.added.iter().find(|region| region.id() == id).cloned();
        added.or_else(|| Region::all().find(|region| region.id() == id))
    }
}

/// One call at one of AWS's hosts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What is called.
    pub operation: Operation,
    /// Where.
    pub region: Region,
    /// At which of its hosts.
    pub family: EndpointFamily,
}

impl Target {
    /// Reads `/aws/eu-west-1/oidc/token` and its like; `None` for anything that is not in the tables.
    pub fn parse(path: &str, regions: &KnownRegions) -> Option<Target> {
        let (prefix, rest) = path.strip_prefix('/')?.split_once('/')?;
        let (region, call) = rest.split_once('/')?;
        Some(Target {
            family: FAMILIES.into_iter().find(|family| relay_prefix(*family) == prefix)?,
            region: regions.find(region)?,
            operation: Operation::at_relay_path(call)?,
        })
    }

    /// The host it is made to.
    pub fn host(&self) -> String {
        self.region.host(self.operation.service(), self.family)
    }

    /// Checks that a query has only the call's own parameters, each once. Values pass as they stand.
    ///
    /// # Errors
    /// [`RelayError::UnknownQuery`].
    pub fn check_query(&self, query: &str) -> Result<(), RelayError> {
        let mut left = self.operation.query_parameters().to_vec();
        for pair in query.split('&').filter(|_| !query.is_empty()) {
            let name = pair.split_once('=').map_or(pair, |(name, _)| name);
            let at =
                left.iter().position(|known| *known == name).ok_or(RelayError::UnknownQuery)?;
            left.swap_remove(at);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use onramp_domain::Partition;

    #[track_caller]
    fn check(path: &str, expect: Expect) {
        let added = Region::in_partition("eu-west-9", Partition::Aws).unwrap();
        let target = Target::parse(path, &KnownRegions::with_added(vec![added]));
        expect.assert_eq(&target.map_or("nothing".to_owned(), |target| {
            format!(
                "{} https://{}{}",
                target.operation.name(),
                target.host(),
                target.operation.aws_path()
            )
        }));
    }

    #[test]
    fn a_path_names_family_region_and_call() {
        check(
            "/aws/eu-west-1/oidc/token",
            expect!["CreateToken https://oidc.eu-west-1.amazonaws.com/token"],
        );
        check(
            "/aws-dualstack/cn-north-1/portal/logout",
            expect!["Logout https://portal.sso.cn-north-1.api.amazonwebservices.com.cn/logout"],
        );
        check(
            "/aws/eu-west-9/portal/assignment/roles",
            expect!["ListAccountRoles https://portal.sso.eu-west-9.amazonaws.com/assignment/roles"],
        );
    }

    #[test]
    fn every_other_spelling_is_nothing() {
        for path in [
            "/aws/eu-west-1/oidc/token/",
            "/aws/eu-west-1//oidc/token",
            "//aws/eu-west-1/oidc/token",
            "/aws/EU-WEST-1/oidc/token",
            "/aws/eu-west-1%2Foidc/token",
            "/aws/evil.example/oidc/token",
            "/aws/eu-west-1.evil.example/oidc/token",
            "/aws/eu-west-1/oidc/../portal/logout",
            "/aws/eu-west-1/oidc/introspect",
            "/aws/eu-west-1/token",
            "/aws-other/eu-west-1/oidc/token",
            "/aws/eu-west-1",
            "/aws",
            "",
        ] {
            check(path, expect!["nothing"]);
        }
    }

    #[test]
    fn a_query_has_the_calls_own_parameters_once() {
        let regions = KnownRegions::default();
        let roles = Target::parse("/aws/eu-west-1/portal/assignment/roles", &regions).unwrap();
        for query in ["", "account_id=1", "next_token=a%2Bb%3D&account_id=1&max_result=100"] {
            assert!(roles.check_query(query).is_ok(), "{query}");
        }
        for query in [
            "role_name=x",
            "account_id=1&account_id=2",
            "account_id=1&",
            "&",
            "Account_id=1",
            "account%5Fid=1",
            "account_id=1;x=2&x=2",
        ] {
            assert!(roles.check_query(query).is_err(), "{query}");
        }
    }
}

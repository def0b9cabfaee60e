//! AWS's portal hosts: the only ones whose start page a relay may fetch, to find the region.
//!
//! Not here: the fetching, and what the fetched page says ([`crate::portal::region_in_page()`]). Neither a company's own host
//! nor an issuer is a portal host, so no text from outside makes a relay fetch anything but a page of AWS's.
//!
//! Source: as for `host_kind`.

use crate::aws::Region;
use crate::portal::address::is_host;
use crate::portal::host_kind::{self, HostKind, is_directory_label};
use std::fmt;

/// A host of the forms `{directory or alias}.awsapps.com`, `start[.{region}].us-gov-home.awsapps.com`,
/// `start[.{region}].home.awsapps.cn` or `ssoins-…`, in lower case, without a port.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PortalHost {
    host: Box<str>,
    path: &'static str,
    region: Option<Region>,
}

impl PortalHost {
    /// Reads a host's name alone: no scheme, port, path or last dot. `None` where it is not in one of the forms.
    pub fn parse(host: &str) -> Option<PortalHost> {
        let host = host.to_ascii_lowercase();
        if !is_host(&host) {
            return None;
        }
        let (path, region) = match host_kind::classify(&host) {
            HostKind::Apps if host.split('.').next().is_some_and(is_directory_label) => {
                ("/start", None)
            }
            HostKind::Directory { region, .. } => ("/", region),
            HostKind::Instance { region, .. } => ("/", Some(region)),
            _ => return None,
        };
        Some(PortalHost { host: host.into(), path, region })
    }

    /// The host's name.
    pub fn as_str(&self) -> &str {
        &self.host
    }

    /// The region, where the name has it: then there is nothing to fetch.
    pub fn region(&self) -> Option<&Region> {
        self.region.as_ref()
    }

    /// The path of the page that says the region without a sign-in.
    pub fn start_page_path(&self) -> &'static str {
        self.path
    }
}

impl fmt::Display for PortalHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(host: &str, expect: Expect) {
        let got = match PortalHost::parse(host) {
            Some(host) => format!("https://{host}{} {:?}", host.start_page_path(), host.region()),
            None => "none".to_owned(),
        };
        expect.assert_eq(&got);
    }

    #[test]
    fn portals_have_a_start_page() {
        check("D-1234567890.awsapps.com", expect!["https://d-1234567890.awsapps.com/start None"]);
        check(
            "start.us-gov-home.awsapps.com",
            expect!["https://start.us-gov-home.awsapps.com/ None"],
        );
        check(
            "start.cn-north-1.home.awsapps.cn",
            expect!["https://start.cn-north-1.home.awsapps.cn/ Some(cn-north-1)"],
        );
        check(
            "ssoins-0000000000000001.portal.eu-central-1.app.aws",
            expect![
                "https://ssoins-0000000000000001.portal.eu-central-1.app.aws/ Some(eu-central-1)"
            ],
        );
    }

    #[test]
    fn nothing_else_is_ever_fetched() {
        for host in [
            "",
            "awsapps.com",
            "a.b.awsapps.com",
            "identitycenter.amazonaws.com",
            "aws.acme.example",
            "d-1234567890.awsapps.com.evil.example",
            "d-1234567890.awsapps.com:22",
            "d-1234567890.awsapps.com/x",
            "d-1234567890.awsapps.com.",
            "x@d-1234567890.awsapps.com",
            "169.254.169.254",
            "localhost",
            "oidc.eu-west-1.amazonaws.com",
            "a%2f.awsapps.com",
            // No directory has such an alias: AWS's pattern, and no name in another script.
            "xn--acm-hoa.awsapps.com",
            "ab--cd.awsapps.com",
            "d-1234.awsapps.com",
            "d-12345678901.awsapps.com",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.awsapps.com",
            "us-gov-home.awsapps.com",
            "ssoins-xn--1.eu-west-1.portal.amazonaws.com",
        ] {
            assert_eq!(PortalHost::parse(host), None, "{host}");
        }
    }
}

//! Judging the address at which a person is to approve a sign-in, before a link to it is shown.
//!
//! Not here: building such an address; it is opened as AWS gives it or not at all. Nothing is assumed of its path and
//! query.
//!
//! Source: aws-cli 10507, granted 960 for the forms; RFC 8628 3.3 and 5.4 (remote phishing).

use crate::aws::Region;
use crate::portal::address::{Address, AddressFault};
use crate::portal::host_kind::{self, HostKind};
use crate::portal::{PortalKind, StartUrl};

/// What is to be done with a verification address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UriVerdict {
    /// A host that AWS uses for it, or the start URL's own.
    Expected {
        /// In lower case.
        host: String,
    },
    /// Any other host. AWS changes these, so the person is shown it and asked.
    Unfamiliar {
        /// In lower case.
        host: String,
    },
    /// Never opened.
    Refused(UnsafeUri),
}

/// Why an address is never opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsafeUri {
    /// Not a well-formed address.
    Malformed,
    /// Another scheme than https.
    NotHttps,
    /// A user's name before the host hides where it leads.
    UserInfo,
    /// Another port than https's own.
    Port,
}

/// Judges a `verificationUri` of a sign-in through this start URL in this region.
pub fn judge(uri: &str, start_url: &StartUrl, region: &Region) -> UriVerdict {
    match Address::read(uri) {
        Ok(Address { is_https: false, .. }) | Err(AddressFault::OtherScheme) => {
            UriVerdict::Refused(UnsafeUri::NotHttps)
        }
        Ok(Address { port: Some(_), .. }) => UriVerdict::Refused(UnsafeUri::Port),
        Ok(Address { host, .. }) if is_expected(&host, start_url, region) => {
            UriVerdict::Expected { host }
        }
        Ok(Address { host, .. }) => UriVerdict::Unfamiliar { host },
        Err(AddressFault::UserInfo) => UriVerdict::Refused(UnsafeUri::UserInfo),
        Err(AddressFault::ForeignHost | AddressFault::Malformed) => {
            UriVerdict::Refused(UnsafeUri::Malformed)
        }
    }
}

fn is_expected(host: &str, start_url: &StartUrl, region: &Region) -> bool {
    if start_url.kind() != PortalKind::Issuer && host == start_url.host() {
        return true;
    }
    match host_kind::classify(host) {
        HostKind::Apps | HostKind::Directory { .. } | HostKind::Instance { .. } => true,
        HostKind::Device(named) | HostKind::SignIn(named) => named.as_ref() == Some(region),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(uri: &str, expect: Expect) {
        let start_url = StartUrl::parse("https://aws.acme.example/start").unwrap();
        let region = Region::parse("eu-west-1").unwrap();
        expect.assert_eq(&format!("{:?}", judge(uri, &start_url, &region)));
    }

    #[test]
    fn awss_pages_and_the_start_urls_host_are_expected() {
        for uri in [
            "https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH",
            "https://eu-west-1.signin.aws/platform/authorize?request_uri=urn%3Ax",
            "https://d-1234567890.awsapps.com/start/#/device?user_code=ABCD-EFGH",
            "https://ssoins-722367a2c1b4d5e6.eu-west-1.portal.amazonaws.com/#/device",
            "https://ssoins-722367a2c1b4d5e6.portal.eu-west-1.app.aws:443/#/device",
            "https://AWS.acme.example/start/#/device",
        ] {
            let start_url = StartUrl::parse("https://aws.acme.example/start").unwrap();
            let region = Region::parse("eu-west-1").unwrap();
            let verdict = judge(uri, &start_url, &region);
            assert!(matches!(verdict, UriVerdict::Expected { .. }), "{uri}: {verdict:?}");
        }
    }

    #[test]
    fn another_host_or_region_is_shown_and_asked_about() {
        check(
            "https://d-1234567890.awsapps.com.evil.example/start",
            expect![[r#"Unfamiliar { host: "d-1234567890.awsapps.com.evil.example" }"#]],
        );
        check(
            "https://device.sso.us-east-1.amazonaws.com/",
            expect![[r#"Unfamiliar { host: "device.sso.us-east-1.amazonaws.com" }"#]],
        );
    }

    #[test]
    fn what_hides_or_changes_where_it_leads_is_refused() {
        check("http://d-1234567890.awsapps.com/", expect!["Refused(NotHttps)"]);
        check("javascript:alert(1)", expect!["Refused(NotHttps)"]);
        check("https://d-1234567890.awsapps.com@evil.example/", expect!["Refused(UserInfo)"]);
        check("https://d-1234567890.awsapps.com:8443/", expect!["Refused(Port)"]);
        check("https://d-1234567890.аwsapps.com/", expect!["Refused(Malformed)"]);
        check("", expect!["Refused(Malformed)"]);
    }
}

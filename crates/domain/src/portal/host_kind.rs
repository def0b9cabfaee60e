//! What the host of an address is: one of AWS's portals, another of AWS's pages, a known identity provider, a host
//! that only looks like AWS's, or any other.
//!
//! Not here: paths and queries. Every form is compared by whole labels, from the end.
//!
//! Source: botocore's `partitions.json`; the IAM Identity Center User Guide on portals; aws-cli 10507.

use super::look_alike;
use crate::aws::{EndpointFamily, Partition, Region};

/// What a host is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HostKind {
    /// A portal at `/start`: `{directory or alias}.awsapps.com`.
    Apps,
    /// A portal at `/directory/{directory or alias}`: `start.{region}.us-gov-home.awsapps.com`.
    Directory {
        /// GovCloud or China.
        partition: Partition,
        /// Where the host names one.
        region: Option<Region>,
    },
    /// A portal of one region, without a path: `ssoins-….{region}.portal.amazonaws.com`.
    Instance {
        /// The region it is for.
        region: Region,
        /// Which hosts its sign-in needs.
        family: EndpointFamily,
    },
    /// `identitycenter.amazonaws.com`, which exists in no DNS.
    Issuer(Partition),
    /// The older page that asks for a user code: `device.sso.{region}.amazonaws.com`.
    Device(Option<Region>),
    /// The page that asks for name and password: `{region}.signin.aws`.
    SignIn(Option<Region>),
    /// A service's endpoint: `oidc.{region}.amazonaws.com`.
    Endpoint(Option<Region>),
    /// The console, IAM users' sign-in, documentation.
    Console,
    /// A company's identity provider, by its domain.
    IdentityProvider,
    /// A host with an AWS suffix where it isn't one, or below an AWS suffix in no form that AWS uses.
    LookAlike,
    /// None of these.
    Other,
}

/// What a host in lower case is.
pub(crate) fn classify(host: &str) -> HostKind {
    if let Some(kind) = portal(host).or_else(|| other_page(host)) {
        return kind;
    }
    let suffix = suffixes().find(|suffix| is_or_below(host, suffix));
    // Customers choose names below these suffixes, so a bucket called like a portal is looked for here too.
    if look_alike::is(host, suffix) {
        return HostKind::LookAlike;
    }
    match suffix {
        Some(suffix) => {
            let front = below(host, suffix).unwrap_or_default();
            HostKind::Endpoint(front.split('.').find_map(|label| region_with(label, suffix)))
        }
        None if is_or_below(host, "aws") => HostKind::Console,
        None if IDENTITY_PROVIDERS.iter().any(|domain| is_or_below(host, domain)) => {
            HostKind::IdentityProvider
        }
        None => HostKind::Other,
    }
}

/// Whether an address of whatever host is a page of an identity provider: ADFS, Shibboleth, Keycloak, F5.
pub(crate) fn is_identity_provider(path: &str, query: &str) -> bool {
    let (path, query) = (path.to_ascii_lowercase(), query.to_ascii_lowercase());
    let paths = ["/adfs/", "/idp/", "idpinitiatedsignon", "/saml", "/protocol/", "/nidp/", "/cas/"];
    let queries =
        ["logintorp=", "samlrequest=", "urn:amazon:webservices", "providerid=", "spentityid="];
    let queries = queries.iter().chain(&["client_id=", "relaystate=", "urn%3aamazon"]);
    paths.iter().any(|part| path.contains(part))
        || queries.into_iter().any(|part| query.contains(part))
}

/// A region by its id, also one that is newer than the table: the first letters tell the partition.
pub(crate) fn region_named(id: &str) -> Option<Region> {
    if let Ok(known) = Region::parse(id) {
        return Some(known);
    }
    let partition = match id.split_once('-')? {
        ("us", rest) if rest.starts_with("gov-") => Partition::GovCloud,
        ("us", rest) if rest.starts_with("iso") => return None,
        ("eu", rest) if rest.starts_with("iso") => return None,
        ("cn", _) => Partition::China,
        ("eusc", _) => Partition::EuSovereign,
        _ => Partition::Aws,
    };
    Region::in_partition(id, partition).ok()
}

/// Whether a text is a directory's id: `d-` and ten letters or digits.
pub(crate) fn is_directory_id(text: &str) -> bool {
    text.strip_prefix("d-").is_some_and(|id| {
        id.len() == 10 && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

/// Whether a directory can have this host label: its id, or an alias by AWS's pattern (Directory Service's
/// `AliasName`), but none that stands for letters beyond ASCII.
pub(crate) fn is_directory_label(label: &str) -> bool {
    is_directory_id(label)
        || (label.len() <= 62 && !label.starts_with("d-") && label.get(2..4) != Some("--"))
}

/// Whether a text is an instance's id: `ssoins-` and letters or digits, sixteen as of now.
pub(crate) fn is_instance_id(text: &str) -> bool {
    text.strip_prefix("ssoins-").is_some_and(|id| {
        !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

fn portal(host: &str) -> Option<HostKind> {
    if let Some(partition) = Partition::ALL.into_iter().find(|p| issuer_host(*p) == host) {
        return Some(HostKind::Issuer(partition));
    }
    for (domain, home, partition) in [
        ("awsapps.com", "us-gov-home", Partition::GovCloud),
        ("awsapps.cn", "home", Partition::China),
    ] {
        if !is_or_below(host, domain) {
            continue;
        }
        let labels: Vec<&str> = below(host, domain).unwrap_or_default().split('.').collect();
        return Some(match labels.as_slice() {
            ["start", last] if *last == home => HostKind::Directory { partition, region: None },
            ["start", id, last] if *last == home => match region_in(id, partition) {
                Some(region) => HostKind::Directory { partition, region: Some(region) },
                None => HostKind::LookAlike,
            },
            [alias] if domain == "awsapps.com" && !alias.is_empty() && *alias != home => {
                HostKind::Apps
            }
            _ => HostKind::LookAlike,
        });
    }
    Partition::ALL.into_iter().find_map(|partition| instance(host, partition))
}

/// An instance's portal; or a look-alike, where the host is below a suffix that only such portals have.
fn instance(host: &str, partition: Partition) -> Option<HostKind> {
    let standard = below(host, partition.suffix())
        .and_then(|front| front.strip_suffix("portal"))
        .and_then(|front| front.strip_suffix('.'))
        .map(|front| (front.split_once('.'), EndpointFamily::Standard));
    let suffix = portal_dual_stack_suffix(partition);
    let dual_stack = below(host, suffix)
        .map(|front| front.split_once(".portal."))
        .filter(|parts| parts.is_some() || suffixes().all(|other| other != suffix))
        .map(|parts| (parts, EndpointFamily::DualStack));
    let (parts, family) = standard.or(dual_stack)?;
    let found = parts.filter(|(id, _)| is_instance_id(id)).and_then(|(_, region)| {
        let region = region_named(region)?;
        (region.partition().suffix() == partition.suffix()).then_some(region)
    });
    Some(match found {
        Some(region) => HostKind::Instance { region, family },
        None => HostKind::LookAlike,
    })
}

/// AWS's pages that people take for the portal.
fn other_page(host: &str) -> Option<HostKind> {
    for domain in SIGN_IN {
        if let Some(front) = below(host, domain) {
            let region = front.split('.').find_map(region_named);
            if region.is_some() || *domain == "signin.aws" {
                return Some(HostKind::SignIn(region));
            }
        } else if host == *domain && *domain == "signin.aws" {
            return Some(HostKind::SignIn(None));
        }
    }
    if CONSOLE.iter().any(|domain| is_or_below(host, domain)) {
        return Some(HostKind::Console);
    }
    suffixes().find_map(|suffix| {
        let front = below(host, suffix)?;
        let id = front.strip_prefix("device.sso.").filter(|id| !id.contains('.'))?;
        Some(HostKind::Device(region_with(id, suffix)))
    })
}

/// What stands before a domain, by whole labels.
fn below<'h>(host: &'h str, domain: &str) -> Option<&'h str> {
    host.strip_suffix(domain)?.strip_suffix('.')
}

fn is_or_below(host: &str, domain: &str) -> bool {
    host == domain || below(host, domain).is_some()
}

fn region_in(id: &str, partition: Partition) -> Option<Region> {
    region_named(id).filter(|region| region.partition() == partition)
}

fn region_with(id: &str, suffix: &str) -> Option<Region> {
    region_named(id).filter(|region| {
        let partition = region.partition();
        [partition.suffix(), partition.dual_stack_suffix()].contains(&suffix)
    })
}

/// Every suffix of an endpoint.
fn suffixes() -> impl Iterator<Item = &'static str> {
    Partition::ALL.into_iter().flat_map(|p| [p.suffix(), p.dual_stack_suffix()])
}

fn issuer_host(partition: Partition) -> &'static str {
    match partition {
        Partition::Aws => "identitycenter.amazonaws.com",
        Partition::GovCloud => "identitycenter.us-gov.amazonaws.com",
        Partition::China => "identitycenter.amazonaws.com.cn",
        Partition::EuSovereign => "identitycenter.amazonaws.eu",
    }
}

fn portal_dual_stack_suffix(partition: Partition) -> &'static str {
    match partition {
        Partition::Aws | Partition::GovCloud => "app.aws",
        Partition::China => "app.amazonwebservices.com.cn",
        Partition::EuSovereign => "api.amazonwebservices.eu",
    }
}

/// Sign-in pages; below all but the first there are IAM users' too, which name an account and no region.
const SIGN_IN: &[&str] = &[
    "signin.aws",
    "signin.amazonaws-us-gov.com",
    "signin.amazonaws.cn",
    "signin.amazonaws-eusc.eu",
];

const CONSOLE: &[&str] = &[
    "aws.amazon.com",
    "console.api.aws",
    "amazonaws-us-gov.com",
    "amazonaws.cn",
    "amazonaws-eusc.eu",
];

const IDENTITY_PROVIDERS: &[&str] = &[
    "okta.com",
    "okta-emea.com",
    "okta-gov.com",
    "oktapreview.com",
    "microsoft.com",
    "microsoftonline.com",
    "microsoftonline.us",
    "windows.net",
    "google.com",
    "onelogin.com",
    "pingidentity.com",
    "pingone.com",
    "pingone.eu",
    "idaptive.app",
    "cyberark.cloud",
    "rippling.com",
    "jumpcloud.com",
    "duosecurity.com",
    "auth0.com",
];

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(host: &str, expect: Expect) {
        expect.assert_eq(&format!("{:?}", classify(host)));
    }

    #[test]
    fn a_region_stands_below_its_own_suffix_only() {
        let id = "ssoins-722367a2c1b4d5e6";
        let aws = |host: &str| classify(&format!("{id}.{host}"));
        assert!(matches!(aws("us-gov-west-1.portal.amazonaws.com"), HostKind::Instance { .. }));
        assert!(matches!(aws("portal.us-gov-west-1.app.aws"), HostKind::Instance { .. }));
        for host in [
            "cn-north-1.portal.amazonaws.com",
            "eu-west-1.portal.amazonaws.com.cn",
            "eu-west-1.portal.amazonaws.eu",
            "portal.cn-north-1.app.aws",
            "portal.eu-west-1.app.amazonwebservices.com.cn",
            "portal.eu-west-1.api.amazonwebservices.eu",
            "portal.moon.app.aws",
            "a.portal.eu-west-1.app.aws",
            "eu-west-1.app.aws",
        ] {
            assert_eq!(aws(host), HostKind::LookAlike, "{host}");
        }
    }

    #[test]
    fn pages_that_are_no_portal_are_told_apart() {
        check("device.sso.eu-west-1.amazonaws.com", expect!["Device(Some(eu-west-1))"]);
        check("oidc.eu-west-1.api.aws", expect!["Endpoint(Some(eu-west-1))"]);
        check("portal.sso.cn-north-1.amazonaws.com.cn", expect!["Endpoint(Some(cn-north-1))"]);
        check(
            "portal.sso.eusc-de-east-1.api.amazonwebservices.eu",
            expect!["Endpoint(Some(eusc-de-east-1))"],
        );
        check("sts.amazonaws.com", expect!["Endpoint(None)"]);
        check("eu-west-1.signin.aws", expect!["SignIn(Some(eu-west-1))"]);
        check("us-gov-west-1.signin.amazonaws-us-gov.com", expect!["SignIn(Some(us-gov-west-1))"]);
        check("123456789012.signin.amazonaws-us-gov.com", expect!["Console"]);
        check("us-east-1.signin.aws.amazon.com", expect!["Console"]);
        check("login.microsoftonline.com", expect!["IdentityProvider"]);
        check("okta.com.acme.example", expect!["Other"]);
    }
}

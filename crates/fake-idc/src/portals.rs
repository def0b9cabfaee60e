//! The simulated organisation's seven access portals, and every way of writing their start URLs.
//!
//! Not here: who is assigned to what there ([`crate::organisation`]).
//!
//! Source of the forms: portals as people meet them.

use onramp_domain::{EndpointFamily, Partition, Region};

/// One access portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Portal {
    /// Somebody with many accounts.
    Big,
    /// One account, one role.
    Solo,
    /// Nothing assigned.
    Empty,
    /// Its company's identity provider knows the dual-stack addresses only.
    DualStackOnly,
    /// AWS GovCloud (US).
    GovCloud,
    /// China.
    China,
    /// The European Sovereign Cloud.
    Sovereign,
}

/// The start URLs of every portal, that of somebody with many accounts first.
pub fn start_urls() -> impl Iterator<Item = &'static str> {
    Portal::ALL.into_iter().map(Portal::start_url)
}

impl Portal {
    /// All seven.
    pub(crate) const ALL: [Portal; 7] = [
        Portal::Big,
        Portal::Solo,
        Portal::Empty,
        Portal::DualStackOnly,
        Portal::GovCloud,
        Portal::China,
        Portal::Sovereign,
    ];

    /// The portal that a start URL means, however it is written: with a slash or page state at the end, as the
    /// instance's address of either family, or as the issuer URL.
    pub(crate) fn at_start_url(text: &str) -> Option<Portal> {
        let wanted = plain(text)?;
        Portal::ALL.into_iter().find(|portal| portal.addresses().contains(&wanted))
    }

    /// The portal whose page is at this host and path. An issuer URL has no page.
    pub(crate) fn at_page(host: &str, path: &str) -> Option<Portal> {
        let root = path.trim_matches('/').is_empty();
        Portal::at_start_url(&format!("https://{host}/{path}"))
            .or_else(|| Portal::at_start_url(&format!("https://{host}/start")).filter(|_| root))
            .filter(|portal| !portal.issuer_url().starts_with(&format!("https://{host}/")))
    }

    /// The start URL as its administrator hands it out.
    pub(crate) fn start_url(self) -> &'static str {
        self.row().start_url
    }

    /// The region that its instance lives in.
    pub(crate) fn region(self) -> Region {
        Region::parse(self.row().region).expect("the portals' regions are in the domain's table")
    }

    /// Who signs in there.
    pub(crate) fn person(self) -> &'static str {
        self.row().person
    }

    /// Whether a sign-in through this family's addresses gets past the company's identity provider.
    pub(crate) fn knows(self, family: EndpointFamily) -> bool {
        self != Portal::DualStackOnly || family == EndpointFamily::DualStack
    }

    /// The instance's own address: `https://ssoins-….eu-west-1.portal.amazonaws.com`, or its dual-stack sibling.
    pub(crate) fn instance_url(self, family: EndpointFamily) -> String {
        let (instance, region) = (self.row().instance, self.row().region);
        let partition = self.region().partition();
        match family {
            EndpointFamily::Standard => {
                format!("https://{instance}.{region}.portal.{}", partition.suffix())
            }
            EndpointFamily::DualStack => {
                format!("https://{instance}.portal.{region}.{}", dual_stack_suffix(partition))
            }
        }
    }

    fn issuer_url(self) -> String {
        let host = match self.region().partition() {
            Partition::Aws => "identitycenter.amazonaws.com",
            Partition::GovCloud => "identitycenter.us-gov.amazonaws.com",
            Partition::China => "identitycenter.amazonaws.com.cn",
            Partition::EuSovereign => "identitycenter.amazonaws.eu",
        };
        format!("https://{host}/{}", self.row().instance)
    }

    fn addresses(self) -> [String; 5] {
        [
            self.row().start_url.to_owned(),
            self.row().also.to_owned(),
            self.instance_url(EndpointFamily::Standard),
            self.instance_url(EndpointFamily::DualStack),
            self.issuer_url(),
        ]
    }

    fn row(self) -> Row {
        match self {
            Portal::Big => Row {
                start_url: "https://d-0000000001.awsapps.com/start",
                also: "",
                instance: "ssoins-0000000000000003",
                region: "eu-west-1",
                person: "Noor Haddad",
            },
            Portal::Solo => Row {
                start_url: "https://solo.awsapps.com/start",
                also: "https://d-0000000002.awsapps.com/start",
                instance: "ssoins-0000000000000004",
                region: "us-east-1",
                person: "Sam Okafor",
            },
            Portal::Empty => Row {
                start_url: "https://empty.awsapps.com/start",
                also: "https://d-0000000003.awsapps.com/start",
                instance: "ssoins-0000000000000005",
                region: "us-east-1",
                person: "Eli Newcomer",
            },
            Portal::DualStackOnly => Row {
                start_url: "https://ssoins-0000000000000001.portal.eu-central-1.app.aws",
                also: "",
                instance: "ssoins-0000000000000001",
                region: "eu-central-1",
                person: "Jörg Müller-Lüdenscheidt",
            },
            Portal::GovCloud => Row {
                start_url: "https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/onramp",
                also: "https://start.us-gov-home.awsapps.com/directory/onramp",
                instance: "ssoins-0000000000000006",
                region: "us-gov-west-1",
                person: "Grace O'Malley",
            },
            Portal::China => Row {
                start_url: "https://start.home.awsapps.cn/directory/onramp",
                also: "https://start.cn-north-1.home.awsapps.cn/directory/onramp",
                instance: "ssoins-0000000000000007",
                region: "cn-north-1",
                person: "李雷",
            },
            Portal::Sovereign => Row {
                start_url: "https://ssoins-0000000000000002.eusc-de-east-1.portal.amazonaws.eu",
                also: "",
                instance: "ssoins-0000000000000002",
                region: "eusc-de-east-1",
                person: "Zoë Østergård",
            },
        }
    }
}

struct Row {
    start_url: &'static str,
    /// The same portal by another address; empty where there is none.
    also: &'static str,
    instance: &'static str,
    region: &'static str,
    person: &'static str,
}

fn dual_stack_suffix(partition: Partition) -> &'static str {
    match partition {
        Partition::Aws | Partition::GovCloud => "app.aws",
        Partition::China => "app.amazonwebservices.com.cn",
        Partition::EuSovereign => "api.amazonwebservices.eu",
    }
}

/// The address without page state and slashes at its end, the host in small letters; `None` if it is not https.
fn plain(text: &str) -> Option<String> {
    let address = text.split(['#', '?']).next().unwrap_or_default();
    let rest = address.get(8..).filter(|_| address[..8].eq_ignore_ascii_case("https://"))?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.trim_matches('/');
    let slash = if path.is_empty() { "" } else { "/" };
    Some(format!("https://{}{slash}{path}", host.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(start_url: &str, expect: Expect) {
        expect.assert_eq(&format!("{:?}", Portal::at_start_url(start_url)));
    }

    #[test]
    fn every_spelling_of_a_start_url_is_the_same_portal() {
        for end in ["", "/", "#/", "/#/", "/#", "/?x=y", "/#/?tab=accounts"] {
            check(&format!("https://d-0000000001.awsapps.com/start{end}"), expect!["Some(Big)"]);
        }
        check("HTTPS://D-0000000001.awsapps.com/start", expect!["Some(Big)"]);
        check("https://start.us-gov-home.awsapps.com/directory/onramp/", expect!["Some(GovCloud)"]);
        check("https://start.cn-north-1.home.awsapps.cn/directory/onramp", expect!["Some(China)"]);
    }

    #[test]
    fn an_instance_is_known_by_all_its_addresses() {
        let standard = "https://ssoins-0000000000000003.eu-west-1.portal.amazonaws.com";
        assert_eq!(Portal::Big.instance_url(EndpointFamily::Standard), standard);
        check(standard, expect!["Some(Big)"]);
        check("https://ssoins-0000000000000003.portal.eu-west-1.app.aws/", expect!["Some(Big)"]);
        check("https://identitycenter.amazonaws.com/ssoins-0000000000000003", expect!["Some(Big)"]);
        check(
            "https://ssoins-0000000000000002.portal.eusc-de-east-1.api.amazonwebservices.eu",
            expect!["Some(Sovereign)"],
        );
    }

    #[test]
    fn what_is_no_start_url_is_no_portal() {
        check("", expect!["None"]);
        check("http://d-0000000001.awsapps.com/start", expect!["None"]);
        check("https://d-0000000001.awsapps.com", expect!["None"]);
        check("https://d-0000000001.awsapps.com/start/x", expect!["None"]);
        check("https://d-0000000009.awsapps.com/start", expect!["None"]);
        check("https://ü.example", expect!["None"]);
    }

    #[test]
    fn an_issuer_url_has_no_page() {
        assert_eq!(Portal::at_page("d-0000000001.awsapps.com", "start/"), Some(Portal::Big));
        assert_eq!(Portal::at_page("d-0000000001.awsapps.com", ""), Some(Portal::Big));
        assert_eq!(Portal::at_page("d-0000000001.awsapps.com", "other"), None);
        let issuer = Portal::at_page("identitycenter.amazonaws.com", "ssoins-0000000000000003");
        assert_eq!(issuer, None);
    }
}

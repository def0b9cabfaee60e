//! Regions with Identity Center, and the hosts that follow from them: one table.
//!
//! A host is only ever made from a [`Region`], and a region only from the table or, for a host's operator, from a
//! partition that is in the table. So no text from outside becomes a host name.
//!
//! Source: botocore's `endpoints.json` and `partitions.json`; the names are those of AWS's console.

use super::{EndpointFamily, Partition, Service};
use crate::edit_distance::edit_distance;
use std::borrow::Cow;
use std::fmt;

/// A region with Identity Center, and so a part of host names: always lower-case letters, digits and single dashes.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Region {
    id: Cow<'static, str>,
    partition: Partition,
}

impl Region {
    /// Reads a region of the table; `Eu-West-1 ` is `eu-west-1`.
    ///
    /// # Errors
    /// When the table has no such region, with the nearest one that it has.
    pub fn parse(text: &str) -> Result<Region, UnknownRegion> {
        let wanted = text.trim().to_ascii_lowercase();
        match REGIONS.iter().find(|row| row.1 == wanted) {
            Some(row) => Ok(Region::of_row(row)),
            None => Err(UnknownRegion { nearest: nearest(&wanted), text: text.trim().to_owned() }),
        }
    }

    /// A region that the table does not have yet, named by a host's operator.
    ///
    /// # Errors
    /// When the id is not shaped like a region's (`xx-word-1`), so that it can never be more than one host label.
    pub fn in_partition(id: &str, partition: Partition) -> Result<Region, UnknownRegion> {
        if let Ok(known) = Region::parse(id)
            && known.partition == partition
        {
            return Ok(known);
        }
        if is_region_shaped(id) && REGIONS.iter().all(|row| row.1 != id) {
            return Ok(Region { id: Cow::Owned(id.to_owned()), partition });
        }
        Err(UnknownRegion { text: id.to_owned(), nearest: None })
    }

    /// Every region of the table, partition by partition.
    pub fn all() -> impl Iterator<Item = Region> {
        REGIONS.iter().map(Region::of_row)
    }

    /// AWS's id: `eu-west-1`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Where it is, in AWS's words: `Europe (Ireland)`. The id where the table does not know.
    pub fn name(&self) -> &str {
        REGIONS.iter().find(|row| row.1 == self.id).map_or(self.id(), |row| row.2)
    }

    /// The partition it belongs to.
    pub fn partition(&self) -> Partition {
        self.partition
    }

    /// The host of a service here: `oidc.eu-west-1.amazonaws.com`, `portal.sso.eu-west-1.api.aws`.
    pub fn host(&self, service: Service, family: EndpointFamily) -> String {
        let suffix = match family {
            EndpointFamily::Standard => self.partition.suffix(),
            EndpointFamily::DualStack => self.partition.dual_stack_suffix(),
        };
        format!("{}.{}.{suffix}", service.host_prefix(), self.id)
    }

    fn of_row(row: &Row) -> Region {
        Region { id: Cow::Borrowed(row.1), partition: row.0 }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)
    }
}

/// No region of this name is known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no region `{text}` with Identity Center is known")]
pub struct UnknownRegion {
    /// What was asked for.
    pub text: String,
    /// The region of the table that is one or two letters away, where there is one.
    pub nearest: Option<Region>,
}

/// `xx-word-1`: two to four letters, one to three words of letters, a number; nothing that could end a host label.
fn is_region_shaped(id: &str) -> bool {
    let parts: Vec<&str> = id.split('-').collect();
    let [first, middle @ .., last] = parts.as_slice() else { return false };
    let letters = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase());
    id.len() <= 32
        && (2..=4).contains(&first.len())
        && letters(first)
        && (1..=3).contains(&middle.len())
        && middle.iter().all(letters)
        && (1..=2).contains(&last.len())
        && last.bytes().all(|b| b.is_ascii_digit())
}

fn nearest(wanted: &str) -> Option<Region> {
    let (distance, row) =
        REGIONS.iter().map(|row| (edit_distance(wanted, row.1), row)).min_by_key(|pair| pair.0)?;
    (distance <= 2).then(|| Region::of_row(row))
}

type Row = (Partition, &'static str, &'static str);

#[rustfmt::skip]
const REGIONS: &[Row] = &[
    (Partition::Aws, "af-south-1", "Africa (Cape Town)"),
    (Partition::Aws, "ap-east-1", "Asia Pacific (Hong Kong)"),
    (Partition::Aws, "ap-east-2", "Asia Pacific (Taipei)"),
    (Partition::Aws, "ap-northeast-1", "Asia Pacific (Tokyo)"),
    (Partition::Aws, "ap-northeast-2", "Asia Pacific (Seoul)"),
    (Partition::Aws, "ap-northeast-3", "Asia Pacific (Osaka)"),
    (Partition::Aws, "ap-south-1", "Asia Pacific (Mumbai)"),
    (Partition::Aws, "ap-south-2", "Asia Pacific (Hyderabad)"),
    (Partition::Aws, "ap-southeast-1", "Asia Pacific (Singapore)"),
    (Partition::Aws, "ap-southeast-2", "Asia Pacific (Sydney)"),
    (Partition::Aws, "ap-southeast-3", "Asia Pacific (Jakarta)"),
    (Partition::Aws, "ap-southeast-4", "Asia Pacific (Melbourne)"),
    (Partition::Aws, "ap-southeast-5", "Asia Pacific (Malaysia)"),
    (Partition::Aws, "ap-southeast-6", "Asia Pacific (New Zealand)"),
    (Partition::Aws, "ap-southeast-7", "Asia Pacific (Thailand)"),
    (Partition::Aws, "ca-central-1", "Canada (Central)"),
    (Partition::Aws, "ca-west-1", "Canada West (Calgary)"),
    (Partition::Aws, "eu-central-1", "Europe (Frankfurt)"),
    (Partition::Aws, "eu-central-2", "Europe (Zurich)"),
    (Partition::Aws, "eu-north-1", "Europe (Stockholm)"),
    (Partition::Aws, "eu-south-1", "Europe (Milan)"),
    (Partition::Aws, "eu-south-2", "Europe (Spain)"),
    (Partition::Aws, "eu-west-1", "Europe (Ireland)"),
    (Partition::Aws, "eu-west-2", "Europe (London)"),
    (Partition::Aws, "eu-west-3", "Europe (Paris)"),
    (Partition::Aws, "il-central-1", "Israel (Tel Aviv)"),
    (Partition::Aws, "me-central-1", "Middle East (UAE)"),
    (Partition::Aws, "me-south-1", "Middle East (Bahrain)"),
    (Partition::Aws, "mx-central-1", "Mexico (Central)"),
    (Partition::Aws, "sa-east-1", "South America (São Paulo)"),
    (Partition::Aws, "us-east-1", "US East (N. Virginia)"),
    (Partition::Aws, "us-east-2", "US East (Ohio)"),
    (Partition::Aws, "us-west-1", "US West (N. California)"),
    (Partition::Aws, "us-west-2", "US West (Oregon)"),
    (Partition::China, "cn-north-1", "China (Beijing)"),
    (Partition::China, "cn-northwest-1", "China (Ningxia)"),
    (Partition::GovCloud, "us-gov-east-1", "AWS GovCloud (US-East)"),
    (Partition::GovCloud, "us-gov-west-1", "AWS GovCloud (US-West)"),
    (Partition::EuSovereign, "eusc-de-east-1", "European Sovereign Cloud (Germany)"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check_host(id: &str, service: Service, family: EndpointFamily, expect: Expect) {
        expect.assert_eq(&Region::parse(id).unwrap().host(service, family));
    }

    #[test]
    fn hosts_follow_from_region_service_and_family() {
        use EndpointFamily::{DualStack, Standard};
        check_host("eu-west-1", Service::Oidc, Standard, expect!["oidc.eu-west-1.amazonaws.com"]);
        check_host(
            "eu-west-1",
            Service::Portal,
            DualStack,
            expect!["portal.sso.eu-west-1.api.aws"],
        );
        check_host(
            "cn-north-1",
            Service::Oidc,
            Standard,
            expect!["oidc.cn-north-1.amazonaws.com.cn"],
        );
        check_host(
            "eusc-de-east-1",
            Service::Portal,
            DualStack,
            expect!["portal.sso.eusc-de-east-1.api.amazonwebservices.eu"],
        );
    }

    #[test]
    fn an_unknown_region_names_the_nearest() {
        assert_eq!(Region::parse(" EU-West-1 ").unwrap().id(), "eu-west-1");
        assert_eq!(Region::parse("eu-wst-1").unwrap_err().nearest, Region::parse("eu-west-1").ok());
        assert_eq!(Region::parse("moon").unwrap_err().nearest, None);
    }

    #[test]
    fn an_operator_adds_regions_but_never_hosts() {
        assert!(Region::in_partition("eu-west-9", Partition::Aws).is_ok());
        assert!(Region::in_partition("cn-north-1", Partition::Aws).is_err());
        for id in [
            "",
            "eu",
            "eu-west",
            "eu-west-1.evil.example",
            "eu-west-1/",
            "EU-west-9",
            "eu--west-1",
            "eu-we st-1",
        ] {
            assert!(Region::in_partition(id, Partition::Aws).is_err(), "{id}");
        }
    }

    #[test]
    fn the_table_is_shaped_as_the_check_demands() {
        assert!(Region::all().all(|region| is_region_shaped(region.id())));
        assert_eq!(Region::all().count(), 39);
    }
}

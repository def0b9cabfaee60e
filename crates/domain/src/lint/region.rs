//! A region that there isn't, or without Identity Center where that is asked for. What is shaped like one may be newer
//! than our list, and is only said not to be in it.

use super::{Finding, ProblemKind, fix};
use crate::aws::Region;
use crate::config::Property;
use crate::edit_distance::edit_distance;

pub(super) fn check(property: Property<'_>, value: &str) -> Option<Finding> {
    let key = if property.has_key("region") { "region" } else { "sso_region" };
    if is_known(key, value) {
        return None;
    }
    let nearest = only_nearest(value);
    let fix = nearest.as_ref().map(|region| fix::suggest(property, region.id()));
    let is_shaped = is_shaped(value);
    let value = value.into();
    let kind = if is_shaped {
        ProblemKind::UnlistedRegion { key, value, nearest }
    } else {
        ProblemKind::UnknownRegion { key, value, nearest }
    };
    Some((kind, fix))
}

/// Where people work there are names for all regions, and partitions without Identity Center.
fn is_known(key: &str, value: &str) -> bool {
    let is_elsewhere =
        || value.ends_with("-global") || value.starts_with("fips-") || value.contains("-iso");
    Region::all().any(|known| known.id() == value) || key == "region" && is_elsewhere()
}

/// Whether AWS could give a region this name: a part of the world, a direction, a number.
///
/// Source: `regionRegex` in botocore's `partitions.json`, and the directions of the regions that there are.
fn is_shaped(value: &str) -> bool {
    const PLACES: [&str; 12] =
        ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx", "cn", "us-gov", "eusc-de"];
    const DIRECTIONS: [&str; 9] = [
        "north",
        "south",
        "east",
        "west",
        "central",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
    ];
    let Some((front, number)) = value.rsplit_once('-') else { return false };
    let Some((place, direction)) = front.rsplit_once('-') else { return false };
    let is_number = matches!(number.as_bytes(), [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']);
    is_number && PLACES.contains(&place) && DIRECTIONS.contains(&direction)
}

/// The region that is one or two letters away, where there is only one.
fn only_nearest(value: &str) -> Option<Region> {
    let mut near = Region::all().filter(|region| edit_distance(value, region.id()) <= 2);
    near.next().filter(|_| near.next().is_none())
}

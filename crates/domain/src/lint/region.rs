//! A region that there isn't, or without Identity Center where that is asked for. What is shaped like one may be newer
//! than our list, and is only said not to be in it.

use super::{Diagnosis, ProblemKind, fix};
use crate::aws::Region;
use crate::config::Property;
use crate::edit_distance::edit_distance;

pub(super) fn check(property: Property<'_>, value: &str) -> Option<Diagnosis> {
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

/// Whether AWS could give a region this name: a part of the world and a direction that other regions have, and a number.
fn is_shaped(value: &str) -> bool {
    let Some([place, direction, number]) = parts(value) else { return false };
    let has = |at: usize, part: &str| {
        Region::all().any(|region| parts(region.id()).is_some_and(|parts| parts[at] == part))
    };
    let is_number = matches!(number.as_bytes(), [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']);
    is_number && has(0, place) && has(1, direction)
}

fn parts(id: &str) -> Option<[&str; 3]> {
    let (front, number) = id.rsplit_once('-')?;
    let (place, direction) = front.rsplit_once('-')?;
    Some([place, direction, number])
}

/// The region that is one or two letters away, where there is only one.
fn only_nearest(value: &str) -> Option<Region> {
    let mut near = Region::all().filter(|region| edit_distance(value, region.id()) <= 2);
    near.next().filter(|_| near.next().is_none())
}

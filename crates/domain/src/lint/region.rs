//! A region that there isn't, or without Identity Center where that is asked for.

use super::ProblemKind;
use super::fix::{self, Choice, ChoiceLabel, Fix};
use super::subject::{Problems, Subject};
use crate::aws::{Partition, Region};
use crate::edit_distance::edit_distance;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    for property in subject.lines_read() {
        let key = ["region", "sso_region"].into_iter().find(|key| property.has_key(key));
        let Some(key) = key else { continue };
        let value = subject.value(property);
        if value.is_empty() || is_region(key, &value) {
            continue;
        }
        let nearest = only_nearest(&value);
        let fix = nearest.as_ref().map(|region| {
            let label = ChoiceLabel::Use(region.id().into());
            Fix::suggestion([Choice::new(label, fix::value(property, region.id()))])
        });
        let kind = ProblemKind::UnknownRegion { key, value: (&*value).into(), nearest };
        problems.push(kind, [property.line().number()], fix);
    }
}

/// Where people work there are regions without Identity Center, and ones to come: of `region` only what can't be one is
/// wrong.
fn is_region(key: &str, value: &str) -> bool {
    let may_be_one = || {
        Region::in_partition(value, Partition::Aws).is_ok()
            || value.ends_with("-global")
            || value.starts_with("fips-")
    };
    Region::all().any(|known| known.id() == value) || key == "region" && may_be_one()
}

/// The region that is one or two letters away, where there is only one.
fn only_nearest(value: &str) -> Option<Region> {
    let mut near = Region::all().filter(|region| edit_distance(value, region.id()) <= 2);
    near.next().filter(|_| near.next().is_none())
}

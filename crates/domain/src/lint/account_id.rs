//! An account id that isn't twelve digits. Only where a single one is missing it is probably a zero in front, which a
//! spreadsheet took.

use super::{Diagnosis, ProblemKind, fix};
use crate::config::Property;
use crate::names::AccountId;

pub(super) fn check(property: Property<'_>, value: &str) -> Option<Diagnosis> {
    if AccountId::parse(value).is_ok() {
        return None;
    }
    let probable = AccountId::parse(&format!("0{value}")).ok();
    let meant = probable.map(|id| id.as_str().into());
    let fix = probable.map(|id| fix::suggest(property, id.as_str()));
    Some((ProblemKind::AccountId { value: value.into(), meant }, fix))
}

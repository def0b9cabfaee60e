//! A `role_arn` that is no role's: an account id with a digit missing, a user's ARN, a name alone.

use super::{Diagnosis, ProblemKind};
use crate::config::Property;
use crate::names::AccountId;

pub(super) fn check(_: Property<'_>, value: &str) -> Option<Diagnosis> {
    let parts: Vec<&str> = value.splitn(6, ':').collect();
    let is_one = matches!(parts[..], ["arn", partition, "iam", "", account, role]
        if partition.starts_with("aws")
            && AccountId::parse(account).is_ok()
            && role.strip_prefix("role/").is_some_and(|name| !name.is_empty()));
    (!is_one).then(|| (ProblemKind::RoleArn(value.into()), None))
}

//! The role as IAM names it, `AWSReservedSSO_Admin_0123456789abcdef`, where the permission set's name belongs.
//!
//! Source: the IAM Identity Center User Guide, "Referencing permission sets in resource policies".

use super::{Finding, ProblemKind, fix};
use crate::config::Property;
use crate::names::RoleName;

pub(super) fn check(property: Property<'_>, value: &str) -> Option<Finding> {
    let name = permission_set(value).filter(|it| RoleName::parse(it).is_ok())?;
    let kind = ProblemKind::RoleOfIam { value: value.into(), permission_set: name.into() };
    Some((kind, Some(fix::suggest(property, name))))
}

/// Out of a role's name, or its ARN.
fn permission_set(value: &str) -> Option<&str> {
    let name = value.rsplit('/').next().unwrap_or(value);
    let (name, suffix) = name.strip_prefix("AWSReservedSSO_")?.rsplit_once('_')?;
    let is_suffix = suffix.len() == 16 && suffix.bytes().all(|b| b.is_ascii_hexdigit());
    is_suffix.then_some(name)
}

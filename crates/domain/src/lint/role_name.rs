//! What is no permission set's name: the role as IAM names it, `AWSReservedSSO_Admin_0123456789abcdef`, an ARN, several
//! words.
//!
//! Source: the IAM Identity Center User Guide, "Referencing permission sets in resource policies".

use super::{Diagnosis, ProblemKind, fix};
use crate::config::Property;
use crate::names::RoleName;

pub(super) fn check(property: Property<'_>, value: &str) -> Option<Diagnosis> {
    let named = permission_set(value).filter(|it| RoleName::parse(it).is_ok());
    if named.is_none() && RoleName::parse(value).is_ok() {
        return None;
    }
    let kind = ProblemKind::RoleName { value: value.into(), permission_set: named.map(Into::into) };
    Some((kind, named.map(|name| fix::suggest(property, name))))
}

/// Out of a role's name in IAM, or an ARN.
fn permission_set(value: &str) -> Option<&str> {
    let name = value.rsplit('/').next().unwrap_or(value);
    let Some((set, suffix)) =
        name.strip_prefix("AWSReservedSSO_").and_then(|it| it.rsplit_once('_'))
    else {
        return Some(name).filter(|_| value.starts_with("arn:"));
    };
    let is_suffix = suffix.len() == 16 && suffix.bytes().all(|b| b.is_ascii_hexdigit());
    is_suffix.then_some(set)
}

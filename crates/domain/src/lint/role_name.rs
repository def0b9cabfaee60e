//! The role as IAM names it, `AWSReservedSSO_Admin_0123456789abcdef`, where the permission set's name belongs.
//!
//! Source: the IAM Identity Center User Guide, "Referencing permission sets in resource policies".

use super::ProblemKind;
use super::subject::{Problems, Subject, suggest};
use crate::names::RoleName;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    for property in subject.lines_read().filter(|it| it.has_key("sso_role_name")) {
        let value = subject.value(property);
        let Some(name) = permission_set(&value).filter(|it| RoleName::parse(it).is_ok()) else {
            continue;
        };
        let fix = suggest(property, name);
        let kind = ProblemKind::RoleOfIam { value: (&*value).into(), permission_set: name.into() };
        problems.push(kind, [property.line().number()], Some(fix));
    }
}

/// Out of a role's name, or its ARN.
fn permission_set(value: &str) -> Option<&str> {
    let name = value.rsplit('/').next().unwrap_or(value);
    let (name, suffix) = name.strip_prefix("AWSReservedSSO_")?.rsplit_once('_')?;
    let is_suffix = suffix.len() == 16 && suffix.bytes().all(|b| b.is_ascii_hexdigit());
    is_suffix.then_some(name)
}

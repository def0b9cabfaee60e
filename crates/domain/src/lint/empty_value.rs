//! A setting without a value that isn't as good as none: the CLI takes the empty text for one, and fails.

use super::{ChoiceLabel, Diagnosis, Fix, ProblemKind, fix};
use crate::config::Property;

/// What a sign-in needs besides is told as missing.
const KEYS: [&str; 7] = [
    "region",
    "output",
    "role_arn",
    "source_profile",
    "credential_source",
    "sso_session",
    "services",
];

pub(super) fn check(property: Property<'_>) -> Option<Diagnosis> {
    let key = KEYS.into_iter().find(|key| property.has_key(key))?;
    let fix = Fix::suggestion(ChoiceLabel::RemoveSetting(key), fix::without(property));
    Some((ProblemKind::EmptyValue(key), Some(fix)))
}

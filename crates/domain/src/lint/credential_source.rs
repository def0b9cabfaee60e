//! A `credential_source` that the CLI doesn't have: `AssumeRoleProvider` fails with "is not valid". In other capitals it
//! is a slip.

use super::{Diagnosis, ProblemKind};
use crate::config::Property;

/// Source: botocore's `CANONICAL_NAME` of its credential providers.
pub(super) const SOURCES: [&str; 3] = ["Environment", "Ec2InstanceMetadata", "EcsContainer"];

pub(super) fn check(_: Property<'_>, value: &str) -> Option<Diagnosis> {
    (!SOURCES.contains(&value)).then(|| (ProblemKind::CredentialSource(value.into()), None))
}

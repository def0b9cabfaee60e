//! An output format that the CLI doesn't have.

use super::{Finding, ProblemKind};
use crate::config::Property;
use crate::entry::OutputFormat;

pub(super) fn check(_: Property<'_>, value: &str) -> Option<Finding> {
    let is_known = OutputFormat::from_name(value).is_some();
    (!is_known).then(|| (ProblemKind::UnknownOutput(value.into()), None))
}

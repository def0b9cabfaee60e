//! An output format that the CLI doesn't have.

use super::{Diagnosis, ProblemKind};
use crate::config::Property;
use crate::entry::OutputFormat;

pub(super) fn check(_: Property<'_>, value: &str) -> Option<Diagnosis> {
    let is_known = OutputFormat::from_name(value).is_some();
    (!is_known).then(|| (ProblemKind::UnknownOutput(value.into()), None))
}

//! Scopes with something else than commas between them. Blanks and semicolons are certain to be meant as such; where
//! colons run several into one, nobody can tell where one ends.
//!
//! Source: the AWS CLI's `customizations/sso/utils.py`, `parse_sso_registration_scopes`: a comma between two.

use super::{Diagnosis, ProblemKind, fix};
use crate::config::Property;

/// No scope of AWS's has more parts: `sso:account:access`.
const MOST_PARTS: usize = 3;

pub(super) fn check(property: Property<'_>, value: &str) -> Option<Diagnosis> {
    let is_divider = |c: char| c == ',' || c == ';' || c == '|' || c.is_whitespace();
    let scopes: Vec<&str> = value.split(is_divider).filter(|it| !it.is_empty()).collect();
    let is_run_together = scopes.iter().any(|it| it.split(':').count() > MOST_PARTS);
    let is_divided = !value.split(',').any(|scope| scope.trim().contains(is_divider));
    if is_divided && !is_run_together {
        return None;
    }
    let fix = (!is_run_together).then(|| fix::suggest(property, &scopes.join(",")));
    Some((ProblemKind::ScopeSeparators(value.into()), fix))
}

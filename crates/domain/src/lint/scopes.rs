//! Scopes with something else than commas between them. Blanks and semicolons are certain to be meant as such; where
//! colons run several into one, nobody can tell where one ends.
//!
//! Source: the AWS CLI's `customizations/sso/utils.py`, `parse_sso_registration_scopes`: a comma between two.

use super::ProblemKind;
use super::subject::{Problems, Subject, suggest};

/// No scope of AWS's has more parts: `sso:account:access`.
const MOST_PARTS: usize = 3;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    for property in subject.lines_read().filter(|it| it.has_key("sso_registration_scopes")) {
        let value = property.first_line_value();
        let is_divider = |c: char| c == ',' || c == ';' || c == '|' || c.is_whitespace();
        let scopes: Vec<&str> = value.split(is_divider).filter(|it| !it.is_empty()).collect();
        let between = value.split(',').map(str::trim);
        let is_run_together = scopes.iter().any(|it| it.split(':').count() > MOST_PARTS);
        if is_run_together || between.clone().any(|it| it.contains(is_divider)) {
            let fix = (!is_run_together).then(|| suggest(property, &scopes.join(",")));
            let kind = ProblemKind::ScopeSeparators { value: value.into() };
            problems.push(kind, [property.line().number()], fix);
        }
    }
}

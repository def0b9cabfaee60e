//! An account id that isn't twelve digits. Only where a single one is missing it is probably a zero in front, which a
//! spreadsheet took.

use super::ProblemKind;
use super::subject::{Problems, Subject, suggest};
use crate::names::AccountId;

pub(super) fn check(subject: &Subject<'_, '_>, problems: &mut Problems<'_>) {
    for property in subject.lines_read().filter(|it| it.has_key("sso_account_id")) {
        let value = subject.value(property);
        if value.is_empty() || AccountId::parse(&value).is_ok() {
            continue;
        }
        let probable = AccountId::parse(&format!("0{value}")).ok();
        let meant = probable.as_ref().map(|id| id.as_str().into());
        let fix = probable.map(|id| suggest(property, id.as_str()));
        let kind = ProblemKind::AccountId { value: (&*value).into(), meant };
        problems.push(kind, [property.line().number()], fix);
    }
}
